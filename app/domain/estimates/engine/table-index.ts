import { weekdayOfDay } from "./day-kinds.ts";
import type { LegRows } from "./leg-rows.ts";
import type { TableSpec } from "./leg-spec.ts";
import type { Parcels } from "./parcels.ts";

/** How codes of several columns make one entry of a table. `sizes` are the codes each column had; `entries` is null where one column is its own index. */
export type TableIndex = { readonly by: readonly string[]; readonly sizes: readonly number[]; readonly entries: ReadonlyMap<number, number> | null; readonly size: number };

/** Codes that follow from when a leg starts (days since 1970, local) and not from the parcel; null for every other column. */
export const startCode = (column: string, start: number, today: number): number | null => {
  const day = Math.floor(start);
  switch (column) {
    case "weekday": return weekdayOfDay(day);
    case "quarterDay": return Math.floor((start - day) * 4);
    case "eighthDay": return Math.floor((start - day) * 8);
    case "week": return Math.floor((day - 4) / 7); // day 4 was the first Monday of 1970
    case "fortnight": return Math.floor((day - 4) / 14);
    case "fortnightsAgo": return Math.max(0, Math.floor((today - 1 - day) / 14));
    default: return null;
  }
};

/** The codes of one column for every row of a leg; −1 where nothing is known. */
const codesOf = (column: string, parcels: Parcels, rows: LegRows, today: number): Int32Array => {
  if (startCode(column, 0, 0) !== null) return Int32Array.from(rows.start, (start) => startCode(column, start, today) ?? -1);
  const codes = parcels.keys[column];
  return codes ? Int32Array.from(rows.row, (row) => codes[row]!) : new Int32Array(rows.size).fill(-1);
};

/** The entry a row falls into for every row (−1: none), and how to find it again. */
export const indexTable = ({ by }: TableSpec, parcels: Parcels, rows: LegRows, today: number): { readonly index: TableIndex; readonly entryOf: Int32Array } => {
  const columns = by.map((column) => codesOf(column, parcels, rows, today));
  const sizes = columns.map((codes) => codes.reduce((most, code) => Math.max(most, code + 1), 0));
  const [first] = columns;
  if (columns.length === 1 && first) return { index: { by, sizes, entries: null, size: sizes[0]! }, entryOf: first };
  const entries = new Map<number, number>();
  const entryOf = new Int32Array(rows.size).fill(-1);
  for (let at = 0; at < rows.size; at += 1) {
    let key = 0;
    for (let column = 0; column < columns.length && key >= 0; column += 1) {
      const code = columns[column]![at]!;
      key = code < 0 ? -1 : key * sizes[column]! + code;
    }
    if (key < 0) continue;
    let entry = entries.get(key);
    if (entry === undefined) entries.set(key, (entry = entries.size));
    entryOf[at] = entry;
  }
  return { index: { by, sizes, entries, size: entries.size }, entryOf };
};

/** The entry of a question's codes, −1 where the table never saw them. `codeOf` answers −1 for what it does not know. */
export const entryFor = (index: TableIndex, codeOf: (column: string) => number): number => {
  let key = 0;
  for (let column = 0; column < index.by.length; column += 1) {
    const code = codeOf(index.by[column]!);
    if (code < 0 || code >= index.sizes[column]!) return -1;
    key = key * index.sizes[column]! + code;
  }
  return index.entries ? (index.entries.get(key) ?? -1) : key;
};
