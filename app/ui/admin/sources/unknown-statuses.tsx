import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import type { SourcesView, UnknownStatusRow } from "#app/contracts/sources-view.ts";
import { countOf, formatCount } from "../../format/counts.ts";
import { formatDay } from "../../format/moments.ts";
import { PlainTable } from "../plain-table.tsx";
import { sourceName } from "../source-name.ts";
import type { SourcesAnswer } from "./sources-answer.ts";


/** Opens the prefilled report beside the app, and notes that it was opened. Works as a link before the page's script does. */
const Report = ({ row, zone }: { readonly row: UnknownStatusRow; readonly zone: string }) => {
  const fetcher = useFetcher<SourcesAnswer>();
  const note = () => {
    fetcher.submit({ intent: "report_unknown", id: row.id }, { method: "post", encType: "application/json" });
  };
  const status = `the status ${row.code} of ${row.carrier ?? sourceName(row.source)}, opens in a new tab`;
  if (row.reportedAt !== null) return <BlockStack gap="050"><Text as="span">Reported on {formatDay(row.reportedAt, zone)}</Text><Link url={row.reportUrl} target="_blank" accessibilityLabel={`Report again ${status}`}>Open the report again</Link></BlockStack>;
  return <Button url={row.reportUrl} target="_blank" size="slim" onClick={note} accessibilityLabel={`Report ${status}`}>Report</Button>;
};

const Day = ({ at, zone }: { readonly at: string; readonly zone: string }) => <time className="hither-whole" dateTime={at}>{formatDay(at, zone)}</time>;

const cellsOf = (row: UnknownStatusRow, zone: string) => [
  <span key="code" className="hither-verbatim hither-code-cell">{row.code}</span>,
  <div key="text" className="hither-words" dir="auto">{row.text ?? <Text as="span" tone="subdued">No text, only a code</Text>}</div>,
  sourceName(row.source), row.carrier ?? "–", formatCount(row.scans),
  <Day key="first" at={row.firstSeenAt} zone={zone} />, <Day key="last" at={row.lastSeenAt} zone={zone} />,
  <Link key="parcel" url={`/app/shipments/${encodeURIComponent(row.shipmentId)}`} accessibilityLabel={`A parcel with the status ${row.code}`}><span className="hither-whole">A parcel</span></Link>,
  <Report key="report" row={row} zone={zone} />,
];

const HEADS = [{ title: "Code" }, { title: "Text" }, { title: "Source" }, { title: "Carrier" }, { title: "Scans", numeric: true }, { title: "First seen" }, { title: "Last seen" }, { title: "Example" }, { title: "Report" }] as const;

/** What carriers said that no table and no rule can read, in their words, most frequent first. */
export const UnknownStatuses = ({ rows, total, zone }: { readonly rows: SourcesView["unknown"]; readonly total: number; readonly zone: string }) => (
  <Card>
    {rows.length === 0 ? (
      <Text as="p">Every status so far could be read. One that cannot will appear here with the carrier's own words; it changes nothing until its meaning is known.</Text>
    ) : (
      <BlockStack gap="300">
        <Text as="p">Such a scan stays on its parcel's timeline and moves nothing: Hither never guesses. A report takes the code and the text below, no order and no shopper, to where the tables are kept.</Text>
        <PlainTable caption="Statuses that cannot be read yet" heads={HEADS} rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, zone) }))} />
        {total > rows.length ? <Text as="p" tone="subdued">{`The ${formatCount(rows.length)} most frequent of ${countOf(total, "status", "statuses")}.`}</Text> : null}
      </BlockStack>
    )}
  </Card>
);
