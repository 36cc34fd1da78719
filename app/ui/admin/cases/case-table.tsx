import { Button, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy } from "../../format/ago.ts";
import { wordCase, wordResolver, wordSeverity } from "../../format/case-words.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly CaseRow[]; readonly status: "open" | "resolved"; readonly zone: string; readonly now: Instant; readonly onResolve: (row: CaseRow) => void };

type RowProps = { readonly row: CaseRow } & Omit<Props, "rows" | "status">;

const End = ({ row, zone, now, onResolve }: RowProps) =>
  row.status !== "resolved"
    ? <Button size="slim" onClick={() => onResolve(row)} accessibilityLabel={`Resolve the case of ${row.orderName ?? row.id}`}>Resolve</Button>
    : <Text as="span" variant="bodySm">{row.resolution ?? "Resolved"}{" "}<Text as="span" tone="subdued">{row.resolvedAt === null ? "" : <Moment at={row.resolvedAt} zone={zone} now={now} />} {wordResolver(row.resolvedBy)}</Text></Text>;

const Order = ({ row }: { readonly row: CaseRow }) => (
  <>
    <Link url={`/app/shipments/${row.shipmentId}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{row.orderName ?? `Order ${row.orderId}`}</Text></Link>
    <Text as="p" variant="bodySm" tone="subdued">{[row.carrier, row.trackingNumber].filter(Boolean).join(" ")}</Text>
  </>
);

const Due = ({ row, zone, now }: { readonly row: CaseRow; readonly zone: string; readonly now: Instant }) =>
  row.status !== "resolved" ? <>{dueBy(row.dueAt, now)}</> : <Moment at={row.dueAt} zone={zone} now={now} />;

const WideCells = ({ row, zone, now, onResolve }: RowProps) => (
  <>
    <IndexTable.Cell><Order row={row} /></IndexTable.Cell>
    <IndexTable.Cell>{wordCase(row.category).label}</IndexTable.Cell>
    <IndexTable.Cell><StatusBadge worded={wordSeverity(row.severity)} /></IndexTable.Cell>
    <IndexTable.Cell><div className="hither-why"><Text as="span" variant="bodySm">{row.because}</Text></div></IndexTable.Cell>
    <IndexTable.Cell><Moment at={row.openedAt} zone={zone} now={now} /></IndexTable.Cell>
    <IndexTable.Cell><Due row={row} zone={zone} now={now} /></IndexTable.Cell>
    <IndexTable.Cell><End row={row} zone={zone} now={now} onResolve={onResolve} /></IndexTable.Cell>
  </>
);

const NarrowRow = ({ row, zone, now, onResolve }: RowProps) => (
  <div className="hither-narrow">
    <div><Order row={row} /></div>
    <div><StatusBadge worded={{ label: wordCase(row.category).label, tone: wordSeverity(row.severity).tone }} /> <Text as="span" variant="bodySm" tone="subdued"><Due row={row} zone={zone} now={now} /></Text></div>
    <Text as="p" variant="bodySm">{row.because}</Text>
    <div><End row={row} zone={zone} now={now} onResolve={onResolve} /></div>
  </div>
);

/** Cases, one a row: what is wrong, how bad, why it was opened, until when. */
export const CaseTable = ({ rows, status, zone, now, onResolve }: Props) => {
  const { smDown } = useBreakpoints();
  const Cells = smDown ? NarrowRow : WideCells;
  return (
    <IndexTable
      itemCount={rows.length} selectable={false} condensed={smDown} resourceName={{ singular: "case", plural: "cases" }}
      headings={[{ title: "Order" }, { title: "Problem" }, { title: "Severity" }, { title: "Why" }, { title: "Opened" }, { title: status === "open" ? "Due" : "Was due" }, { title: status === "open" ? "Action" : "Resolution" }]}
    >
      {rows.map((row, index) => (
        <IndexTable.Row id={row.id} key={row.id} position={index}><Cells row={row} zone={zone} now={now} onResolve={onResolve} /></IndexTable.Row>
      ))}
    </IndexTable>
  );
};
