import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { DecisionRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordVerdict } from "../../format/decision-words.ts";
import { withMoments } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly DecisionRow[]; readonly zone: string; readonly now: Instant };
const FIRST = 5;

const Decision = ({ row, zone, now }: { readonly row: DecisionRow; readonly zone: string; readonly now: Instant }) => {
  const worded = wordVerdict(row.kind);
  return (
    <li data-tone={worded.tone}>
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center"><StatusBadge worded={worded} /><Text as="span" tone="subdued" variant="bodySm"><Moment at={row.at} zone={zone} now={now} /></Text></InlineStack>
        <Text as="p">{withMoments(row.because, zone)}</Text>
        <Text as="p" tone="subdued" variant="bodySm">What would have changed it: {withMoments(row.otherwise, zone)}</Text>
        <Text as="p" tone="subdued" variant="bodySm">Rule {row.rule}</Text>
      </BlockStack>
    </li>
  );
};

/** Why something was done, or nothing, and what would have changed it. Newest first. */
export const DecisionCard = ({ rows, zone, now }: Props) => {
  const newestFirst = [...rows].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const shown = (part: readonly DecisionRow[]) => <ol className="hither-timeline">{part.map((row, index) => <Decision key={`${row.at}-${row.rule}-${index}`} row={row} zone={zone} now={now} />)}</ol>;
  const earlier = newestFirst.slice(FIRST);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Decisions</Text>
        {rows.length === 0 ? <Text as="p" tone="subdued">Nothing has happened yet that asks for a decision.</Text> : shown(newestFirst.slice(0, FIRST))}
        {earlier.length > 0 ? <details className="hither-details"><summary>{`Show ${earlier.length} earlier`}</summary>{shown(earlier)}</details> : null}
      </BlockStack>
    </Card>
  );
};
