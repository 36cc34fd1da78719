import { IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { LedgerRow } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { withMoments } from "../../../format/moments.ts";
import { wordModel, wordOutcome, wordShown, wordStage, wordStyle, wordSurface } from "../../../format/promise-words.ts";
import { Moment } from "../../moment.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { Evidence } from "./evidence.tsx";

type Props = { readonly rows: readonly LedgerRow[]; readonly zone: string; readonly now: Instant };
type RowProps = Omit<Props, "rows"> & { readonly row: LedgerRow };

const Order = ({ row }: { readonly row: LedgerRow }) => {
  if (row.orderId === null) return <Text as="span" tone="subdued">Before any order</Text>;
  const name = row.orderName ?? `Order ${row.orderId}`;
  return row.shipmentId === null
    ? <Link url={`shopify:admin/orders/${row.orderId}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{name}</Text></Link>
    : <Link url={`/app/shipments/${encodeURIComponent(row.shipmentId)}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{name}</Text></Link>;
};

const WideCells = ({ row, zone, now }: RowProps) => (
  <>
    <IndexTable.Cell><Moment at={row.shownAt} zone={zone} now={now} /></IndexTable.Cell>
    <IndexTable.Cell>{wordSurface(row.surface)}<Text as="p" variant="bodySm" tone="subdued">{wordStage(row.stage)}</Text></IndexTable.Cell>
    <IndexTable.Cell><Order row={row} /></IndexTable.Cell>
    <IndexTable.Cell>{wordShown(row.window, row.style)}<Text as="p" variant="bodySm" tone="subdued">{wordStyle(row.style, row.rate)}</Text></IndexTable.Cell>
    <IndexTable.Cell><StatusBadge worded={wordOutcome(row)} /></IndexTable.Cell>
    <IndexTable.Cell><div className="hither-said"><Text as="p" variant="bodySm">{withMoments(row.because, zone)}</Text><Evidence row={row} zone={zone} /></div></IndexTable.Cell>
    <IndexTable.Cell><Text as="span" variant="bodySm">{wordModel(row.model, zone)}</Text></IndexTable.Cell>
  </>
);

const NarrowRow = ({ row, zone, now }: RowProps) => (
  <div className="hither-narrow">
    <div><Order row={row} /> <StatusBadge worded={wordOutcome(row)} /></div>
    <Text as="p"><Text as="span" fontWeight="medium">{wordShown(row.window, row.style)}</Text> · {wordStyle(row.style, row.rate)}</Text>
    <Text as="p" variant="bodySm">{withMoments(row.because, zone)}</Text>
    <Text as="p" variant="bodySm" tone="subdued">{wordSurface(row.surface)}, <Moment at={row.shownAt} zone={zone} now={now} /> · {wordModel(row.model, zone)}</Text>
    <Evidence row={row} zone={zone} />
  </div>
);

/** Dates, one a row: where and when, what was said, what came of it, and on what it rested. */
export const LedgerTable = ({ rows, zone, now }: Props) => {
  const { smDown } = useBreakpoints();
  const Cells = smDown ? NarrowRow : WideCells;
  return (
    <IndexTable
      itemCount={rows.length} selectable={false} condensed={smDown} resourceName={{ singular: "date", plural: "dates" }}
      headings={[{ title: "Shown" }, { title: "Where" }, { title: "Order" }, { title: "Date" }, { title: "Outcome" }, { title: "Why" }, { title: "From" }]}
    >
      {rows.map((row, index) => <IndexTable.Row id={row.id} key={row.id} position={index}><Cells row={row} zone={zone} now={now} /></IndexTable.Row>)}
    </IndexTable>
  );
};
