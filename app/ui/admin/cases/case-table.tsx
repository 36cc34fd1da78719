import { Button, IndexTable, Link, Text } from "@shopify/polaris";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy } from "../../format/ago.ts";
import { wordResolver, wordSeverity } from "../../format/case-words.ts";
import { wordException } from "../../format/shipment-status.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly CaseRow[]; readonly status: "open" | "resolved"; readonly zone: string; readonly now: Instant; readonly onResolve: (row: CaseRow) => void };

const End = ({ row, zone, now, onResolve }: { readonly row: CaseRow } & Omit<Props, "rows" | "status">) =>
  row.status === "open"
    ? <Button size="slim" onClick={() => onResolve(row)} accessibilityLabel={`Resolve the case of ${row.orderName ?? row.id}`}>Resolve</Button>
    : <Text as="span" variant="bodySm">{row.resolution ?? "Resolved"}{" "}<Text as="span" tone="subdued">{row.resolvedAt === null ? "" : <Moment at={row.resolvedAt} zone={zone} now={now} />} {wordResolver(row.resolvedBy)}</Text></Text>;

/** Cases, one a row: what is wrong, how bad, why it was opened, until when. */
export const CaseTable = ({ rows, status, zone, now, onResolve }: Props) => (
  <IndexTable
    itemCount={rows.length} selectable={false} resourceName={{ singular: "case", plural: "cases" }}
    headings={[{ title: "Order" }, { title: "Problem" }, { title: "Severity" }, { title: "Why" }, { title: "Opened" }, { title: status === "open" ? "Due" : "Was due" }, { title: status === "open" ? "Action" : "Resolution" }]}
  >
    {rows.map((row, index) => (
      <IndexTable.Row id={row.id} key={row.id} position={index}>
        <IndexTable.Cell>
          <Link url={`/app/shipments/${row.shipmentId}`} dataPrimaryLink monochrome removeUnderline><Text as="span" fontWeight="semibold">{row.orderName ?? `Order ${row.orderId}`}</Text></Link>
          <Text as="p" variant="bodySm" tone="subdued">{[row.carrier, row.trackingNumber].filter(Boolean).join(" ")}</Text>
        </IndexTable.Cell>
        <IndexTable.Cell>{wordException(row.category).label}</IndexTable.Cell>
        <IndexTable.Cell><StatusBadge worded={wordSeverity(row.severity)} /></IndexTable.Cell>
        <IndexTable.Cell><div className="hither-why"><Text as="span" variant="bodySm">{row.because}</Text></div></IndexTable.Cell>
        <IndexTable.Cell><Moment at={row.openedAt} zone={zone} now={now} /></IndexTable.Cell>
        <IndexTable.Cell>{row.status === "open" ? dueBy(row.dueAt, now) : <Moment at={row.dueAt} zone={zone} now={now} />}</IndexTable.Cell>
        <IndexTable.Cell><End row={row} zone={zone} now={now} onResolve={onResolve} /></IndexTable.Cell>
      </IndexTable.Row>
    ))}
  </IndexTable>
);
