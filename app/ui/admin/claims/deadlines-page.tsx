import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ClaimRuleRow } from "#app/contracts/claim-views.ts";
import { formatDateWithYear } from "../../format/dates.ts";
import { PlainTable } from "../plain-table.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { REACH_WORDS, wordKinds, wordWait } from "./claim-words.ts";
import { DeadlineModal } from "./deadline-modal.tsx";

/** When carriers take claims: our table with its sources, changed where the shop's contracts say otherwise. */
export const DeadlinesPage = ({ rows }: { readonly rows: readonly ClaimRuleRow[] }) => {
  const [edited, setEdited] = useState<ClaimRuleRow | "new" | null>(null);
  return (
    <Page title="Claim deadlines" subtitle="When carriers take claims" fullWidth backAction={{ content: "Claims", url: "/app/claims" }} primaryAction={{ content: "Add a row", onAction: () => setEdited("new") }}>
      <Card>
        <BlockStack gap="300">
          <Text as="p">These days are told by public pages, which partly disagree; where they do, the stricter days stand here. What your contract says counts more: change the row, or add one of your own. The row that names most applies, yours before ours.</Text>
          <PlainTable caption="Deadlines" heads={["Carrier", "Claim", "First day", "Last day", "Source", "Change"].map((title) => ({ title }))} rows={rows.map((row) => ({
            key: row.rule.id,
            cells: [
              <BlockStack key="carrier"><InlineStack gap="100" wrap={false}><span>{row.carrier}</span>{row.own ? <StatusBadge worded={{ label: row.added ? "Your own" : "Changed", tone: "info" }} /> : null}</InlineStack><Text as="span" variant="bodySm" tone="subdued">{[row.rule.service, REACH_WORDS[row.rule.reach]].filter(Boolean).join(", ")}</Text></BlockStack>,
              wordKinds(row.rule.kinds), wordWait(row.rule.earliest, "At once"), wordWait(row.rule.latest, "Not known"),
              <BlockStack key="source"><span>{`${row.rule.source}, ${formatDateWithYear(row.rule.checkedOn)}`}</span>{row.rule.note === null ? null : <Text as="span" variant="bodySm" tone="subdued">{row.rule.note}</Text>}</BlockStack>,
              <Button key="change" variant="plain" accessibilityLabel={`Change: ${row.carrier}, ${wordKinds(row.rule.kinds)}`} onClick={() => setEdited(row)}>Change</Button>,
            ],
          }))} />
        </BlockStack>
      </Card>
      {edited === null ? null : <DeadlineModal key={edited === "new" ? "new" : edited.rule.id} row={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
};
