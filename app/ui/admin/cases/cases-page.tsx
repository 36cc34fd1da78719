import { BlockStack, Box, Card, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { CasePage, CaseRow, CaseSummary, CaseTab } from "#app/contracts/case-views.ts";
import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EmptyList } from "../empty-list.tsx";
import { useLive } from "../live.ts";
import { Pager } from "../pager.tsx";
import { SearchBox } from "../search-box.tsx";
import { TabBar } from "../tab-bar.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { CaseFilters } from "./case-filters.tsx";
import { CaseTable } from "./case-table.tsx";
import { CasesFigures } from "./cases-figures.tsx";
import { ResolveModal } from "./resolve-modal.tsx";
import { useCases } from "./use-cases.ts";

type Props = {
  readonly page: CasePage; readonly summary: CaseSummary; readonly team: CaseSettings; readonly me: string | null; readonly tab: CaseTab; readonly filtered: boolean;
  readonly search: string; readonly zone: string; readonly now: Instant;
};

const LABELS: Readonly<Record<CaseTab, string>> = { open: "Open", mine: "Mine", unassigned: "Unassigned", waiting: "Waiting", overdue: "Overdue", resolved: "Resolved" };

const emptyText = ({ tab, search, filtered, me }: Props): { readonly title: string; readonly text: string } => {
  if (search !== "") return { title: "Nothing found", text: `No case in this list has the order number or tracking number “${search}”.` };
  if (filtered) return { title: "Nothing fits", text: "No case in this list fits the filters above." };
  switch (tab) {
    case "open": return { title: "No open cases", text: "When a parcel is in trouble, or silent for too long, its case opens here by itself." };
    case "mine": return me === null ? { title: "Who are you?", text: "Say on the team page which of its people you are; then your cases stand here." } : { title: "Nothing on your desk", text: "Cases that are given to you, or that you take, stand here." };
    case "unassigned": return { title: "Every case has an owner", text: "Cases nobody owns stand here, until somebody takes them or a rule gives them to a team." };
    case "waiting": return { title: "Nothing is waiting", text: "Cases in which a carrier or a shopper is to answer stand here." };
    case "overdue": return { title: "Nothing is overdue", text: "Cases past their due time stand here and are passed on by themselves." };
    case "resolved": return { title: "No resolved cases yet", text: "Cases move here when you, a workflow or a later scan resolves them." };
  }
};

/** Every real problem, due first; several can be changed at once. */
export const CasesPage = (props: Props) => {
  const { page, summary, team, tab, zone, now } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [resolving, setResolving] = useState<readonly CaseRow[]>([]);
  const none = useCallback(() => setChosen(new Set()), []);
  const { busy, change, refused } = useCases(none);
  const close = useCallback(() => { setResolving([]); none(); }, [none]);
  useLive(resolving.length === 0 ? 3_000 : null);
  const rows = page.rows.filter((row) => chosen.has(row.id));
  const choose = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const tabs = (Object.keys(LABELS) as CaseTab[]).map((id) => ({ id, label: id === "resolved" ? LABELS[id] : `${LABELS[id]} (${summary.counts[id]})` }));
  const people = Object.fromEntries(team.members.map((one) => [one.id, one.name]));
  return (
    <Page title="Cases" fullWidth secondaryActions={[{ content: "Incidents", url: "/app/incidents" }, { content: "Team", url: "/app/team" }, { content: "Playbooks", url: "/app/playbooks" }]}>
      <BlockStack gap="400">
        <Card padding="0"><CasesFigures summary={summary} /></Card>
        <Card padding="0">
          <TabBar name="status" tabs={tabs} selected={tab}>
            <Box padding="300" paddingBlockStart="0">
              <BlockStack gap="300">
                <SearchBox label="Search cases" placeholder="Order number or tracking number" />
                <CaseFilters team={team} />
              </BlockStack>
            </Box>
            {tab === "resolved" || page.rows.length === 0 ? null : (
              <BulkBar rows={rows} all={page.rows.length} team={team} busy={busy} refused={refused} onChange={(wish) => change(wish.kind === "merge" ? rows.slice(1).map((row) => row.id) : rows.map((row) => row.id), wish)} onResolve={() => setResolving(rows)} onAll={() => setChosen(new Set(page.rows.map((row) => row.id)))} onNone={none} />
            )}
            {page.rows.length > 0 ? <CaseTable rows={page.rows} resolved={tab === "resolved"} zone={zone} now={now} people={people} chosen={chosen} onChoose={choose} onResolve={(row) => setResolving([row])} /> : <EmptyList {...emptyText(props)} />}
            <Pager next={page.next} previous={page.previous} label="Pages of cases" />
          </TabBar>
        </Card>
      </BlockStack>
      <ResolveModal rows={resolving} onClose={close} />
    </Page>
  );
};
