import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import type { SourcesView, UnknownStatusRow } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countOf, formatCount } from "../../format/counts.ts";
import { formatDay } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { PlainTable } from "../plain-table.tsx";
import { sourceName } from "../source-name.ts";
import type { SourcesAnswer } from "./sources-answer.ts";

type Seen = { readonly zone: string; readonly now: Instant };

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

const cellsOf = (row: UnknownStatusRow, { zone, now }: Seen) => [
  <span key="code" className="hither-verbatim">{row.code}</span>,
  <div key="text" className="hither-words" dir="auto">{row.text ?? <Text as="span" tone="subdued">No text, only a code</Text>}</div>,
  sourceName(row.source), row.carrier ?? "–", formatCount(row.scans),
  <span key="first" className="hither-moment"><Moment at={row.firstSeenAt} zone={zone} now={now} /></span>, <span key="last" className="hither-moment"><Moment at={row.lastSeenAt} zone={zone} now={now} /></span>,
  <Link key="parcel" url={`/app/shipments/${encodeURIComponent(row.shipmentId)}`} accessibilityLabel={`A parcel with the status ${row.code}`}>A parcel</Link>,
  <Report key="report" row={row} zone={zone} />,
];

const HEADS = [{ title: "Code" }, { title: "Text" }, { title: "Source" }, { title: "Carrier" }, { title: "Scans", numeric: true }, { title: "First seen" }, { title: "Last seen" }, { title: "Example" }, { title: "Report" }] as const;

/** What carriers said that no table and no rule can read, in their words, most frequent first. */
export const UnknownStatuses = ({ rows, total, zone, now }: Seen & { readonly rows: SourcesView["unknown"]; readonly total: number }) => (
  <Card>
    {rows.length === 0 ? (
      <Text as="p">Every status so far could be read. One that cannot will appear here with the carrier's own words; it changes nothing until its meaning is known.</Text>
    ) : (
      <BlockStack gap="300">
        <Text as="p">Such a scan stays on its parcel's timeline and moves nothing: Hither never guesses. A report takes the code and the text below, no order and no shopper, to where the tables are kept.</Text>
        <PlainTable caption="Statuses that cannot be read yet" heads={HEADS} rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, { zone, now }) }))} />
        {total > rows.length ? <Text as="p" tone="subdued">{`The ${formatCount(rows.length)} most frequent of ${countOf(total, "status", "statuses")}.`}</Text> : null}
      </BlockStack>
    )}
  </Card>
);
