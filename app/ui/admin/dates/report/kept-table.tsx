import { BlockStack, Button } from "@shopify/polaris";
import { useState } from "react";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { formatCount } from "../../../format/counts.ts";
import { formatDays, formatPercent } from "../../../format/percent.ts";
import { PlainTable } from "../../plain-table.tsx";
import { underWay } from "./report-words.ts";

type Props = { readonly caption: string; readonly head: string; readonly rows: readonly KeptView[]; readonly name: (name: string) => string; readonly first?: number };

/** Rows shown before somebody asks for all, where nothing else is said. */
const FIRST = 10;

const heads = (head: string) => [{ title: head }, { title: "Decided", numeric: true }, { title: "Kept", numeric: true }, { title: "95 % sure between", numeric: true }, { title: "Mean width", numeric: true }, { title: "Order to last day", numeric: true }, { title: "Under way", numeric: true }];

const whole = (text: string) => <span className="hither-whole">{text}</span>;

const cellsOf = (row: KeptView, name: string) => [
  name, formatCount(row.decided), whole(row.share === null ? "–" : formatPercent(row.share)),
  whole(row.low === null || row.high === null ? "–" : `${formatPercent(row.low)} – ${formatPercent(row.high)}`),
  whole(row.widthDays === null ? "–" : formatDays(row.widthDays)), whole(row.promisedDays === null ? "–" : formatDays(row.promisedDays)), formatCount(underWay(row)),
];

/** Kept rate and width of each group, side by side; the `first` rows until somebody asks for all. */
export const KeptTable = ({ caption, head, rows, name, first = FIRST }: Props) => {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, first);
  return (
    <BlockStack gap="200">
      <PlainTable caption={caption} heads={heads(head)} rows={shown.map((row) => ({ key: row.name, cells: cellsOf(row, name(row.name)) }))} />
      {rows.length > first ? <div><Button variant="plain" onClick={() => setAll(!all)} ariaExpanded={all}>{all ? `Show the first ${first} only` : `Show all ${formatCount(rows.length)}`}</Button></div> : null}
    </BlockStack>
  );
};
