import { IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { ShipmentRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatWindow } from "../../format/dates.ts";
import { wordMilestone, wordShipment } from "../../format/shipment-status.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly ShipmentRow[]; readonly zone: string; readonly now: Instant };

const expected = (row: ShipmentRow): string => {
  if (row.milestone === "delivered") return "Arrived";
  return row.window === null ? "No date" : formatWindow(row.window);
};

const troubled = (row: ShipmentRow): boolean => row.exception !== null || row.silent;

type RowProps = { readonly row: ShipmentRow; readonly zone: string; readonly now: Instant };

const Order = ({ row }: { readonly row: ShipmentRow }) => (
  <Link url={`/app/shipments/${row.id}`} dataPrimaryLink monochrome removeUnderline><Text as="span" fontWeight="semibold">{row.orderName ?? `Order ${row.orderId}`}</Text></Link>
);

const LastScan = ({ row, zone, now }: RowProps) => (row.lastScanAt === null ? <Text as="span" tone="subdued">None yet</Text> : <Moment at={row.lastScanAt} zone={zone} now={now} />);

const WideCells = ({ row, zone, now }: RowProps) => (
  <>
    <IndexTable.Cell><Order row={row} /></IndexTable.Cell>
    <IndexTable.Cell>
      <StatusBadge worded={wordShipment(row)} />
      {troubled(row) ? <Text as="p" variant="bodySm" tone="subdued">{wordMilestone(row.milestone).label}</Text> : null}
    </IndexTable.Cell>
    <IndexTable.Cell>{expected(row)}</IndexTable.Cell>
    <IndexTable.Cell><LastScan row={row} zone={zone} now={now} /></IndexTable.Cell>
    <IndexTable.Cell>{row.destination ?? "–"}</IndexTable.Cell>
    <IndexTable.Cell>{row.carrier ?? "–"}</IndexTable.Cell>
    <IndexTable.Cell>{row.trackingNumber ?? "–"}</IndexTable.Cell>
  </>
);

const NarrowRow = ({ row, zone, now }: RowProps) => (
  <div className="hither-narrow">
    <div><Order row={row} /> <StatusBadge worded={wordShipment(row)} /></div>
    <Text as="p" variant="bodySm">{expected(row)} · {row.destination ?? "destination unknown"}</Text>
    <Text as="p" variant="bodySm" tone="subdued">Last scan: <LastScan row={row} zone={zone} now={now} /></Text>
    <Text as="p" variant="bodySm" tone="subdued">{[row.carrier, row.trackingNumber].filter(Boolean).join(" ")}</Text>
  </div>
);

/** Parcels, one a row. The order's name opens the parcel; so does a click on the row. */
export const ShipmentTable = ({ rows, zone, now }: Props) => {
  const { smDown } = useBreakpoints();
  const Cells = smDown ? NarrowRow : WideCells;
  return (
    <IndexTable
      itemCount={rows.length} selectable={false} condensed={smDown} resourceName={{ singular: "shipment", plural: "shipments" }}
      headings={[{ title: "Order" }, { title: "Status" }, { title: "Expected" }, { title: "Last scan" }, { title: "To" }, { title: "Carrier" }, { title: "Tracking number" }]}
    >
      {rows.map((row, index) => <IndexTable.Row id={row.id} key={row.id} position={index}><Cells row={row} zone={zone} now={now} /></IndexTable.Row>)}
    </IndexTable>
  );
};
