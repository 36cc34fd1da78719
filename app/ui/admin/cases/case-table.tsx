import { Button, Checkbox, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy } from "../../format/ago.ts";
import { wordCase, wordResolver, wordSeverity, wordStatus } from "../../format/case-words.ts";
import { withMoments } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

/** What each row is shown with. `people`: members' names by id. */
export type CaseRowContext = {
  readonly zone: string; readonly now: Instant; readonly people: Readonly<Record<string, string>>; readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, on: boolean) => void; readonly onResolve: (row: CaseRow) => void;
};
type Props = CaseRowContext & { readonly rows: readonly CaseRow[]; readonly resolved: boolean };
type RowProps = CaseRowContext & { readonly row: CaseRow };

const nameOf = (row: CaseRow): string => row.orderName ?? (row.orderId === null ? wordCase(row.category).label : `Order ${row.orderId}`);

const End = ({ row, zone, now, onResolve }: RowProps) =>
  row.status !== "resolved"
    ? <Button size="slim" onClick={() => onResolve(row)} accessibilityLabel={`Resolve the case of ${nameOf(row)}`}>Resolve</Button>
    : <Text as="span" variant="bodySm">{row.resolution ?? "Resolved"}{" "}<Text as="span" tone="subdued">{row.resolvedAt === null ? "" : <Moment at={row.resolvedAt} zone={zone} now={now} />} {wordResolver(row.resolvedBy)}</Text></Text>;

const Name = ({ row, chosen, onChoose }: RowProps) => (
  <InlineStack gap="200" wrap={false} blockAlign="start" align="start">
    {row.status === "resolved" ? null : <Checkbox label={`Choose the case of ${nameOf(row)}`} labelHidden checked={chosen.has(row.id)} onChange={(on) => onChoose(row.id, on)} />}
    <div>
      <Link url={`/app/cases/${encodeURIComponent(row.id)}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{nameOf(row)}</Text></Link>
      <Text as="p" variant="bodySm" tone="subdued">{[row.carrier, row.trackingNumber].filter(Boolean).join(" ")}</Text>
    </div>
  </InlineStack>
);

const Owner = ({ row, people }: RowProps) => <>{row.ownerId === null ? (row.team ?? "Nobody") : (people[row.ownerId] ?? "Somebody who left")}</>;

const Due = ({ row, zone, now }: RowProps) => (row.status !== "resolved" ? <>{dueBy(row.dueAt, now)}</> : <Moment at={row.dueAt} zone={zone} now={now} />);

const WideCells = (props: RowProps) => {
  const { row, zone } = props;
  return (
    <>
      <IndexTable.Cell><Name {...props} /></IndexTable.Cell>
      <IndexTable.Cell><StatusBadge worded={{ label: wordCase(row.category).label, tone: wordSeverity(row.severity).tone }} /></IndexTable.Cell>
      <IndexTable.Cell><StatusBadge worded={wordStatus(row.status)} /></IndexTable.Cell>
      <IndexTable.Cell><div className="hither-why"><Text as="span" variant="bodySm">{withMoments(row.because, zone)}</Text></div></IndexTable.Cell>
      <IndexTable.Cell><Owner {...props} /></IndexTable.Cell>
      <IndexTable.Cell><Due {...props} /></IndexTable.Cell>
      <IndexTable.Cell><End {...props} /></IndexTable.Cell>
    </>
  );
};

const NarrowRow = (props: RowProps) => {
  const { row, zone } = props;
  return (
    <div className="hither-narrow">
      <Name {...props} />
      <div><StatusBadge worded={{ label: wordCase(row.category).label, tone: wordSeverity(row.severity).tone }} /> <StatusBadge worded={wordStatus(row.status)} /> <Text as="span" variant="bodySm" tone="subdued"><Due {...props} />, <Owner {...props} /></Text></div>
      <Text as="p" variant="bodySm">{withMoments(row.because, zone)}</Text>
      <div><End {...props} /></div>
    </div>
  );
};

/** Cases, one a row: what is wrong, how far it is, why it was opened, whose it is, until when. */
export const CaseTable = ({ rows, resolved, ...context }: Props) => {
  const { smDown } = useBreakpoints();
  const Cells = smDown ? NarrowRow : WideCells;
  return (
    <IndexTable
      itemCount={rows.length} selectable={false} condensed={smDown} resourceName={{ singular: "case", plural: "cases" }}
      headings={[{ title: "Order" }, { title: "Problem" }, { title: "Status" }, { title: "Why" }, { title: "Owner" }, { title: resolved ? "Was due" : "Due" }, { title: resolved ? "Resolution" : "Action" }]}
    >
      {rows.map((row, index) => <IndexTable.Row id={row.id} key={row.id} position={index}><Cells row={row} {...context} /></IndexTable.Row>)}
    </IndexTable>
  );
};
