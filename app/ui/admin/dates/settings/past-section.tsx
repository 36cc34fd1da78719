import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useState } from "react";
import type { PromiseSettingsView } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatCount } from "../../../format/counts.ts";
import { CardBanner } from "../../card-banner.tsx";
import { PlainTable } from "../../plain-table.tsx";
import type { PromiseAnswer } from "../dates-answer.ts";
import { FileField } from "./file-field.tsx";
import { PastImports } from "./past-imports.tsx";
import { objectionTo, wordPastFile } from "./past-words.ts";

type Props = { readonly imports: PromiseSettingsView["imports"]; readonly zone: string; readonly now: Instant };
type Imported = Extract<PromiseAnswer, { readonly intent: "import" }>;
/** What is done with the chosen file, or why it is not sent. */
type Chosen = { readonly name: string; readonly objection: string | null };

const Outcome = ({ answer }: { readonly answer: Imported }) => {
  const { tone, title, text } = wordPastFile(answer.name, answer);
  return (
    <CardBanner tone={tone} title={title}>
      <Text as="p">{text}</Text>
      {answer.outcome === "imported" && answer.problems.length > 0 ? (
        <PlainTable caption="Lines that were left out" heads={[{ title: "Line", numeric: true }, { title: "Why" }]} rows={answer.problems.map(({ line, because }) => ({ key: `${line} ${because}`, cells: [formatCount(line), because] }))} />
      ) : null}
    </CardBanner>
  );
};

/** Takes in files of past shipments, read in the browser, and lists those already taken. */
export const PastSection = ({ imports, zone, now }: Props) => {
  const fetcher = useFetcher<PromiseAnswer>();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [reading, setReading] = useState(false);
  const busy = reading || fetcher.state !== "idle";
  const answer = fetcher.data?.intent === "import" ? fetcher.data : null;

  const take = async (file: File) => {
    setReading(true);
    const objection = objectionTo(file);
    const text = objection === null ? await file.text().catch(() => null) : null;
    setReading(false);
    setChosen({ name: file.name, objection: objection ?? (text === null ? "The browser could not read the file. It may have been moved." : null) });
    if (text !== null) fetcher.submit({ intent: "import", name: file.name, text }, { method: "post", encType: "application/json" });
  };
  const objection = chosen?.objection ?? null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">Export shipments from your former app, your warehouse or your carrier as a CSV file, one line a parcel. Exports of Shopify, ShipStation, Shippo, EasyPost and AfterShip are understood as they are; in a table of your own, name the columns in the first line: delivered_at and shipped_at or ordered_at are needed; carrier, service, country, region, zip, items and location make dates finer.</Text>
        <FileField label="Choose a CSV file, or drop it here" hint="Up to 24 MB. Names and addresses in it are not kept." accept=".csv,.tsv,.txt,text/csv" disabled={busy} onFile={(file) => void take(file)} />
        <output>
          {busy ? <InlineStack align="start" gap="200" blockAlign="center"><Spinner size="small" accessibilityLabel="Working" /><Text as="span">{reading ? "Reading the file…" : `Taking in ${chosen?.name ?? "the file"}… You can go on meanwhile.`}</Text></InlineStack> : null}
          {!busy && objection !== null ? <CardBanner tone="critical" title={`${chosen?.name ?? "The file"} was not taken`}><Text as="p">{objection}</Text></CardBanner> : null}
          {!busy && objection === null && answer !== null ? <Outcome answer={answer} /> : null}
        </output>
        <PastImports rows={imports} zone={zone} now={now} />
      </BlockStack>
    </Card>
  );
};
