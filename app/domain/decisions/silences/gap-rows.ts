import type { ScanGap } from "./scan-gap.ts";

/** Stretches of one stage as columns. Times are local hours since 1970; an open stretch ends where it was last looked at. */
export type GapRows = {
  readonly size: number; readonly gaps: readonly ScanGap[];
  readonly start: Float64Array; readonly end: Float64Array; readonly ended: Uint8Array; readonly weight: Float64Array;
};

/** Hours after which a stretch that is still open says nothing any more: whatever became of the parcel, nobody reports it. */
const FORGOTTEN = 30 * 24;
/** In this many hours what a stretch teaches halves: carriers change their ways, and a rush is not forever. */
const HALVES_IN = 120 * 24;

/** The columns of these stretches as known at `now`; `hours` reads an instant as local hours. */
export const gapRows = (gaps: readonly ScanGap[], hours: (at: ScanGap["since"]) => number, now: ScanGap["since"]): GapRows => {
  const today = hours(now);
  const told = gaps.filter((gap) => gap.since < now && (gap.until !== null && gap.until <= now ? true : today - hours(gap.since) <= FORGOTTEN));
  const rows = { size: told.length, gaps: told, start: new Float64Array(told.length), end: new Float64Array(told.length), ended: new Uint8Array(told.length), weight: new Float64Array(told.length) };
  told.forEach((gap, row) => {
    const over = gap.until !== null && gap.until <= now;
    rows.start[row] = hours(gap.since);
    rows.end[row] = Math.max(rows.start[row]!, over ? hours(gap.until!) : today);
    rows.ended[row] = over ? 1 : 0;
    rows.weight[row] = 0.5 ** ((today - rows.start[row]!) / HALVES_IN);
  });
  return rows;
};

/** Rows by what `of` says of each, in the order of first mention. */
export const rowsBy = ({ size }: GapRows, of: (row: number) => string): ReadonlyMap<string, Int32Array> => {
  const found = new Map<string, number[]>();
  for (let row = 0; row < size; row += 1) {
    const key = of(row);
    const known = found.get(key);
    if (known) known.push(row); else found.set(key, [row]);
  }
  return new Map([...found].map(([key, rows]) => [key, Int32Array.from(rows)]));
};
