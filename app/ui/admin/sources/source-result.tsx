import { BlockStack, Text } from "@shopify/polaris";
import type { SourceView } from "#app/contracts/sources-view.ts";
import { CardBanner } from "../card-banner.tsx";
import { MadeSecrets } from "./made-secrets.tsx";
import type { SourcesAnswer } from "./sources-answer.ts";

type Props = { readonly source: SourceView; readonly answer: SourcesAnswer | undefined };

const Refusal = ({ title, because, after }: { readonly title: string; readonly because: string; readonly after: string }) => (
  <CardBanner tone="critical" title={title}><Text as="p"><span className="hither-anywhere">{because}</span></Text><Text as="p">{after}</Text></CardBanner>
);

const labelled = (source: SourceView, made: Readonly<Record<string, string>>) =>
  Object.entries(made).map(([name, value]) => ({ label: source.fields.find((field) => field.name === name)?.label ?? name, value }));

type SavedAnswer = Extract<SourcesAnswer, { readonly intent: "connect_feed"; readonly outcome: "saved" }>;

/** What is still to do after the vendor took the credentials. */
const next = ({ pushes, name }: SourceView): string =>
  pushes === "paste" ? `To receive scans as they happen, enter the webhook address below at ${name}.` : "Parcels already on their way are being handed over.";

const Saved = ({ source, answer }: { readonly source: SourceView; readonly answer: SavedAnswer }) => {
  const secrets = labelled(source, answer.made);
  const unreached = answer.because ?? null;
  return (
    <BlockStack gap="200">
      {unreached === null
        ? secrets.length > 0 ? null : <CardBanner tone="success" title={`${source.name} is connected`}><Text as="p">It accepted the credentials. {next(source)}</Text></CardBanner>
        : <CardBanner tone="warning" title={`${source.name} is connected, but could not be reached`}><Text as="p"><span className="hither-anywhere">{unreached}</span> It is asked again by itself.</Text></CardBanner>}
      {secrets.length > 0 ? <MadeSecrets title={`${source.name} is connected. Copy its secret now`} text={`Hither made it and checks every push with it. ${next(source)}`} secrets={secrets} /> : null}
    </BlockStack>
  );
};

/** What came of the last request about a feed, beside the feed: success and the vendor's refusal alike. */
export const SourceResult = ({ source, answer }: Props) => {
  if (answer === undefined) return null;
  if (answer.intent === "test_feed") {
    return answer.outcome === "works"
      ? <CardBanner tone="success" title={`${source.name} answered`}><Text as="p">The stored credentials work.</Text></CardBanner>
      : <Refusal title={`${source.name} did not answer as it should`} because={answer.because} after="The feed stays connected. Scans it misses meanwhile are fetched when it answers again." />;
  }
  if (answer.intent !== "connect_feed") return null;
  if (answer.outcome === "saved") return <Saved source={source} answer={answer} />;
  if (answer.outcome === "refused") return <Refusal title={`${source.name} refused the credentials`} because={answer.because} after="Nothing was saved. What you entered is still in the form." />;
  return answer.field === undefined ? <Refusal title="One entry needs correcting" because={answer.because} after="Nothing was saved." /> : null;
};
