import { BlockStack, Box, Card, Link, Page, Text } from "@shopify/polaris";
import type { ClaimsView } from "#app/contracts/claim-views.ts";
import { CLAIM_KIND_WORDS } from "#app/domain/workflows/claims/claim-kind.ts";
import { formatDateWithYear } from "../../format/dates.ts";
import { EmptyList } from "../empty-list.tsx";
import { PlainTable } from "../plain-table.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TabBar } from "../tab-bar.tsx";
import { wordClaim } from "./claim-words.ts";

type Tab = "open" | "filed" | "ended";
const LABELS: Readonly<Record<Tab, string>> = { open: "To be filed", filed: "Filed", ended: "Over" };
const EMPTY: Readonly<Record<Tab, { readonly title: string; readonly text: string }>> = {
  open: { title: "Nothing to be filed", text: "When a parcel is lost, damaged or late, its claim stands here with the days on which the carrier takes it." },
  filed: { title: "No claim waits for a carrier", text: "Claims you filed stand here until the carrier pays or refuses." },
  ended: { title: "No claim is over yet", text: "Claims that were paid, refused, missed or not wanted stand here." },
};

const day = (date: string | null): string => (date === null ? "Not known" : formatDateWithYear(date));

/** Every claim of the shop, the last day that comes first on top. Opens its case. */
export const ClaimsPage = ({ view, tab }: { readonly view: ClaimsView; readonly tab: Tab }) => (
  <Page title="Claims" fullWidth secondaryActions={[{ content: "Deadlines", url: "/app/claims/deadlines" }]}>
    <Card padding="0">
      <TabBar name="tab" tabs={(Object.keys(LABELS) as Tab[]).map((id) => ({ id, label: `${LABELS[id]} (${view.total[id]})` }))} selected={tab}>
        {view.rows.length === 0 ? <EmptyList {...EMPTY[tab]} /> : (
          <Box padding="300"><BlockStack gap="200">
            <PlainTable caption={LABELS[tab]} heads={["Order", "Last day", "First day", "Claim", "Carrier", "State", "Number"].map((title) => ({ title }))} rows={view.rows.map((row) => ({
              key: row.caseId,
              cells: [
                <Link key="order" url={`/app/cases/${encodeURIComponent(row.caseId)}`}>{row.orderName ?? "Open the case"}</Link>, day(row.latestOn), day(row.earliestOn), CLAIM_KIND_WORDS[row.kind].label,
                [row.carrier, row.trackingNumber].filter(Boolean).join(" "), <StatusBadge key="state" worded={wordClaim(row.state, null)} />, [row.reference, row.amount].filter(Boolean).join(", "),
              ],
            }))} />
            {view.total[tab] > view.rows.length ? <Text as="p" tone="subdued">{`The ${view.rows.length} most urgent of ${view.total[tab]}.`}</Text> : null}
          </BlockStack></Box>
        )}
      </TabBar>
    </Card>
  </Page>
);
