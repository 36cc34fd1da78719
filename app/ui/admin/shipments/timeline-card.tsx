import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { TimelineRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordException, wordMilestone } from "../../format/shipment-status.ts";
import { Moment } from "../moment.tsx";

type Props = { readonly rows: readonly TimelineRow[]; readonly zone: string; readonly now: Instant };

const Scan = ({ row, zone, now }: { readonly row: TimelineRow; readonly zone: string; readonly now: Instant }) => {
  const worded = row.exception === null ? wordMilestone(row.milestone) : wordException(row.exception);
  return (
    <li data-tone={worded.tone}>
      <BlockStack gap="050">
        <Text as="span" fontWeight="medium">{worded.label}</Text>
        <Text as="span" tone="subdued" variant="bodySm"><Moment at={row.at} zone={zone} now={now} />{row.place === null ? null : <> · <span dir="auto">{row.place}</span></>}</Text>
        <details className="hither-details">
          <summary><Text as="span" variant="bodySm">What the carrier said</Text></summary>
          <BlockStack gap="050">
            <Text as="p"><span dir="auto" className="hither-anywhere">{row.text ?? "No text, only a code."}</span></Text>
            <Text as="p" tone="subdued" variant="bodySm"><span className="hither-anywhere">Code {row.code} from {row.source}, received <Moment at={row.receivedAt} zone={zone} now={now} /></span></Text>
          </BlockStack>
        </details>
      </BlockStack>
    </li>
  );
};

/** What happened to the parcel, newest first, in our words; the carrier's are one step away. */
export const TimelineCard = ({ rows, zone, now }: Props) => {
  const newestFirst = [...rows].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between"><Text as="h2" variant="headingMd">Timeline</Text></InlineStack>
        {rows.length === 0 ? <Text as="p" tone="subdued">The carrier has not reported anything yet.</Text> : <ol className="hither-timeline">{newestFirst.map((row, index) => <Scan key={`${row.at}-${row.code}-${index}`} row={row} zone={zone} now={now} />)}</ol>}
      </BlockStack>
    </Card>
  );
};
