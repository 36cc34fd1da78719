import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import { wordCase } from "../../format/case-words.ts";
import type { CaseAsk } from "./case-answer.ts";

type Props = { readonly detail: CaseDetail; readonly busy: boolean; readonly onChange: (wish: CaseAsk) => void };

/** Other open cases of the same order or incident, into each of which this one can be merged. */
export const RelatedCard = ({ detail, busy, onChange }: Props) => {
  if (detail.related.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{detail.incidentId === null ? "Other cases of this order" : "Other cases of the same trouble"}</Text>
        <ul className="hither-plain-list hither-rows">
          {detail.related.map((one) => (
            <li key={one.id}>
              <InlineStack gap="200" align="space-between" blockAlign="center">
                <Link url={`/app/cases/${encodeURIComponent(one.id)}`}>{[one.orderName, wordCase(one.category).label].filter(Boolean).join(": ")}</Link>
                {detail.row.status === "resolved" ? null : <Button size="slim" disabled={busy} onClick={() => onChange({ kind: "merge", into: one.id })} accessibilityLabel={`Make this case part of “${wordCase(one.category).label}”`}>Merge into it</Button>}
              </InlineStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
};
