import { Box, Card, Page } from "@shopify/polaris";
import type { ShipmentPage, ShipmentTab } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EmptyList } from "../empty-list.tsx";
import { useLive } from "../live.ts";
import { Pager } from "../pager.tsx";
import { SearchBox } from "../search-box.tsx";
import { TabBar } from "../tab-bar.tsx";
import { ShipmentTable } from "./shipment-table.tsx";

const TABS = [
  { id: "all", label: "All" }, { id: "trouble", label: "In trouble" }, { id: "on_the_way", label: "On the way" },
  { id: "not_scanned", label: "Not scanned yet" }, { id: "delivered", label: "Delivered" },
] as const satisfies readonly { id: ShipmentTab; label: string }[];

const EMPTY: Readonly<Record<ShipmentTab, { readonly title: string; readonly text: string }>> = {
  all: { title: "No shipments yet", text: "A shipment appears here as soon as an order is marked as fulfilled." },
  trouble: { title: "No parcel is in trouble", text: "Parcels with a problem, or without a scan for too long, appear here by themselves." },
  on_the_way: { title: "Nothing is on the way", text: "Parcels appear here with their first scan by the carrier." },
  not_scanned: { title: "Every parcel has been scanned", text: "Parcels with a label but without a scan appear here." },
  delivered: { title: "Nothing has been delivered yet", text: "Delivered parcels appear here." },
};

type Props = { readonly page: ShipmentPage; readonly tab: ShipmentTab; readonly search: string; readonly zone: string; readonly now: Instant };

/** Every parcel of the shop, newest first, by tab and search. */
export const ShipmentsPage = ({ page, tab, search, zone, now }: Props) => {
  useLive(5_000);
  return (
    <Page title="Shipments" fullWidth>
      <Card padding="0">
        <TabBar name="tab" tabs={TABS} selected={tab}>
          <Box padding="300" paddingBlockStart="0">
            <SearchBox label="Search shipments" placeholder="Order number or tracking number" />
          </Box>
          {page.rows.length > 0 ? <ShipmentTable rows={page.rows} zone={zone} now={now} /> : null}
          {page.rows.length === 0 && search !== "" ? <EmptyList title="Nothing found" text={`No shipment in this list has the order number or tracking number “${search}”. Both are matched from their beginning.`} /> : null}
          {page.rows.length === 0 && search === "" ? <EmptyList {...EMPTY[tab]} /> : null}
          <Pager next={page.next} previous={page.previous} label="Pages of shipments" />
        </TabBar>
      </Card>
    </Page>
  );
};
