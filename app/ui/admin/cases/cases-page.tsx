import { Box, Card, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { CasePage, CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EmptyList } from "../empty-list.tsx";
import { useLive } from "../live.ts";
import { Pager } from "../pager.tsx";
import { SearchBox } from "../search-box.tsx";
import { TabBar } from "../tab-bar.tsx";
import { CaseTable } from "./case-table.tsx";
import { ResolveModal } from "./resolve-modal.tsx";

const TABS = [{ id: "open", label: "Open" }, { id: "resolved", label: "Resolved" }] as const;

type Props = { readonly page: CasePage; readonly status: "open" | "resolved"; readonly search: string; readonly zone: string; readonly now: Instant };

const emptyText = (status: Props["status"], search: string): { readonly title: string; readonly text: string } => {
  if (search !== "") return { title: "Nothing found", text: `No case in this list has the order number or tracking number “${search}”.` };
  return status === "open"
    ? { title: "No open cases", text: "When a parcel is in trouble, or silent for too long, its case opens here by itself." }
    : { title: "No resolved cases yet", text: "Cases move here when you, a workflow or a later scan resolves them." };
};

/** Every real problem, open or resolved; open ones can be resolved in place. */
export const CasesPage = ({ page, status, search, zone, now }: Props) => {
  const [resolving, setResolving] = useState<CaseRow | null>(null);
  const close = useCallback(() => setResolving(null), []);
  useLive(resolving === null ? 3_000 : null);
  return (
    <Page title="Cases" fullWidth>
      <Card padding="0">
        <TabBar name="status" tabs={TABS} selected={status}>
          <Box padding="300" paddingBlockStart="0">
            <SearchBox label="Search cases" placeholder="Order number or tracking number" />
          </Box>
          {page.rows.length > 0 ? <CaseTable rows={page.rows} status={status} zone={zone} now={now} onResolve={setResolving} /> : <EmptyList {...emptyText(status, search)} />}
          <Pager next={page.next} previous={page.previous} label="Pages of cases" />
        </TabBar>
      </Card>
      <ResolveModal row={resolving} onClose={close} />
    </Page>
  );
};
