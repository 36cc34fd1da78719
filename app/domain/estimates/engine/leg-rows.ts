/** The parcels of one leg as known on a morning. `endDay` is −1 while under way; `row` points into the columns. Days since 1970, local. */
export type LegRows = {
  readonly size: number;
  readonly start: Float64Array;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly row: Int32Array;
};

/**
 * Rows whose leg began before the morning of `today`. What ends on that day or later is still under way: the future is not looked at. A parcel under way
 * for more than `longest` days is lost or was never reported, and one that ended on a day before it began was written down wrongly: neither teaches.
 */
export const rowsKnownOn = (starts: Float64Array, ends: Float64Array, today: number, longest: number): LegRows => {
  const row = new Int32Array(starts.length);
  let size = 0;
  for (let at = 0; at < starts.length; at += 1) {
    const start = Math.floor(starts[at]!);
    const end = Math.floor(ends[at]!);
    if (!(start < today)) continue;
    if (end < today ? end < start : today - start > longest) continue;
    row[size] = at;
    size += 1;
  }
  const kept = row.slice(0, size);
  const start = Float64Array.from(kept, (at) => starts[at]!);
  return {
    size, row: kept, start, startDay: Int32Array.from(start, Math.floor),
    endDay: Int32Array.from(kept, (at) => { const end = Math.floor(ends[at]!); return end < today ? end : -1; }),
  };
};
