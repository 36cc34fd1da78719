import type { PackedParcels } from "./packed-parcels.ts";

const DAY_MS = 86_400_000;
/** A location's pace is what it handed over in so many days, or in fewer at its beginning; fewer days or pieces than these are no pace. */
const [PACE_DAYS, LEAST_DAYS, LEAST_ITEMS] = [14, 10, 10];
/** A rush begins with so many days' work beyond the usual, more than gathers over a long weekend, and lasts until hardly a day's is left. */
const [BEGINS_AT, ENDS_AT] = [6, 1];

type Moments = { readonly at: Float64Array; readonly items: Float64Array };

/** Moments of the rows in their order, with the pieces up to and with each. */
const moments = (rows: Int32Array, instants: Float64Array, pieces: Uint16Array): Moments => {
  let sum = 0;
  return { at: Float64Array.from(rows, (row) => instants[row]!), items: Float64Array.from(rows, (row) => (sum += pieces[row]!)) };
};

/** Pieces of all moments before `at`. */
const before = ({ at: moments, items }: Moments, at: number): number => {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : items[low - 1]!;
};

/** The rows of every location (by its code plus one) whose order and hand-over are known, in the order of their orders. */
const rowsByLocation = ({ size, instants: { orderedAt, handedOverAt }, codes: { location } }: PackedParcels): readonly Int32Array[] => {
  const knows = (row: number): boolean => handedOverAt[row]! >= orderedAt[row]!;
  const many: number[] = [];
  for (let row = 0; row < size; row += 1) if (knows(row)) many[location[row]! + 1] = (many[location[row]! + 1] ?? 0) + 1;
  const rows = Array.from(many, (count) => new Int32Array(count ?? 0));
  const filled = rows.map(() => 0);
  for (let row = 0; row < size; row += 1) if (knows(row)) { const at = location[row]! + 1; rows[at]![filled[at]!] = row; filled[at]! += 1; }
  return rows.map((own) => own.sort((a, b) => orderedAt[a]! - orderedAt[b]!));
};

/**
 * Which parcels were ordered while far more than usual waited at their location, by what had been ordered and handed over until then. Their way to the carrier
 * says nothing of the usual one: a backlog is measured while it lasts (Little's law) and added to it, so whoever learned it as well would count it twice.
 */
export const orderedInARush = (parcels: PackedParcels): Uint8Array => {
  const { orderedAt, handedOverAt } = parcels.instants;
  const rushed = new Uint8Array(parcels.size);
  for (const rows of rowsByLocation(parcels)) {
    const ordered = moments(rows, orderedAt, parcels.items);
    const left = moments(rows.slice().sort((a, b) => handedOverAt[a]! - handedOverAt[b]!), handedOverAt, parcels.items);
    const usualDays = (Float64Array.from(rows, (row) => handedOverAt[row]! - orderedAt[row]!).sort()[rows.length >> 1] ?? 0) / DAY_MS;
    let rush = false;
    for (const row of rows) {
      const at = orderedAt[row]!;
      const gone = before(left, at);
      const lately = gone - before(left, at - PACE_DAYS * DAY_MS);
      const days = Math.min(PACE_DAYS, (at - (left.at[0] ?? at)) / DAY_MS);
      if (lately < LEAST_ITEMS || days < LEAST_DAYS) continue;
      const perDay = lately / days;
      const usual = usualDays * perDay;
      const beyond = before(ordered, at) - gone - usual;
      rush = beyond > (rush ? ENDS_AT : BEGINS_AT) * perDay && beyond > 3 * Math.sqrt(Math.max(1, usual));
      if (rush) rushed[row] = 1;
    }
  }
  return rushed;
};
