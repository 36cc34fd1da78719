import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { SourceView } from "#app/contracts/sources-view.ts";
import { MadeSecrets } from "./made-secrets.tsx";
import type { SourcesAnswer } from "./sources-answer.ts";

type Props = { readonly source: SourceView; readonly answer: SourcesAnswer | undefined };

const Refusal = ({ title, because, after }: { readonly title: string; readonly because: string; readonly after: string }) => (
  <Banner tone="critical" title={title}><BlockStack gap="100"><Text as="p"><span className="hither-anywhere">{because}</span></Text><Text as="p">{after}</Text></BlockStack></Banner>
);

const labelled = (source: SourceView, made: Readonly<Record<string, string>>) =>
  Object.entries(made).map(([name, value]) => ({ label: source.fields.find((field) => field.name === name)?.label ?? name, value }));

const Saved = ({ source, made }: { readonly source: SourceView; readonly made: Readonly<Record<string, string>> }) => {
  const paste = source.pushes === "paste" ? ` Enter it at ${source.name} together with the webhook address below.` : "";
  return Object.keys(made).length > 0
    ? <MadeSecrets title={`${source.name} is connected. Copy its secret now`} text={`Hither made it and checks every push with it.${paste}`} secrets={labelled(source, made)} />
    : <Banner tone="success" title={`${source.name} is connected`}><Text as="p">{source.pushes === "paste" ? `It accepted the credentials. To receive scans as they happen, enter the webhook address below at ${source.name}.` : "It accepted the credentials. Parcels already on their way are being handed over."}</Text></Banner>;
};

/** What came of the last request about a feed, beside the feed: success and the vendor's refusal alike. */
export const SourceResult = ({ source, answer }: Props) => {
  if (answer === undefined) return null;
  if (answer.intent === "test_feed") {
    return answer.outcome === "works"
      ? <Banner tone="success" title={`${source.name} answered`}><Text as="p">The stored credentials work.</Text></Banner>
      : <Refusal title={`${source.name} did not answer as it should`} because={answer.because} after="The feed stays connected. Scans it misses meanwhile are fetched when it answers again." />;
  }
  if (answer.intent !== "connect_feed") return null;
  if (answer.outcome === "saved") return <Saved source={source} made={answer.made} />;
  if (answer.outcome === "refused") return <Refusal title={`${source.name} refused the credentials`} because={answer.because} after="Nothing was saved. What you entered is still in the form." />;
  return answer.field === undefined ? <Refusal title="One entry needs correcting" because={answer.because} after="Nothing was saved." /> : null;
};
