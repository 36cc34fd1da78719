import type { PastParcel } from "./past-parcel.ts";

const DAY_MS = 86_400_000;
/** A location's pace is what it handed over in so many days, or in fewer at its beginning; fewer days or pieces than these are no pace. */
const [PACE_DAYS, LEAST_DAYS, LEAST_ITEMS] = [14, 10, 10];
/** A rush begins with so many days' work beyond the usual, more than gathers over a long weekend, and lasts until hardly a day's is left. */
const [BEGINS_AT, ENDS_AT] = [6, 1];

type Moments = { readonly at: Float64Array; readonly items: Float64Array };

/** Moments in order, with the pieces up to and with each. */
const inOrder = (moments: readonly (readonly [at: number, items: number])[]): Moments => {
  const sorted = moments.toSorted(([a], [b]) => a - b);
  let sum = 0;
  return { at: Float64Array.from(sorted, ([at]) => at), items: Float64Array.from(sorted, ([, items]) => (sum += items)) };
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

const medianOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Which parcels were ordered while far more than usual waited at their location, by what had been ordered and handed over until then. Their way to the carrier
 * says nothing of the usual one: a backlog is measured while it lasts (Little's law) and added to it, so whoever learned it as well would count it twice.
 */
export const orderedInARush = (parcels: readonly PastParcel[]): Uint8Array => {
  const rushed = new Uint8Array(parcels.length);
  const byLocation = Map.groupBy(parcels.keys(), (at) => parcels[at]?.location ?? null);
  for (const rows of byLocation.values()) {
    const known = rows.flatMap((at) => {
      const { orderedAt, handedOverAt, items } = parcels[at]!;
      return orderedAt === null || handedOverAt === null || handedOverAt < orderedAt ? [] : [{ at, orderedAt, handedOverAt, items }];
    });
    const ordered = inOrder(known.map((one) => [one.orderedAt, one.items]));
    const left = inOrder(known.map((one) => [one.handedOverAt, one.items]));
    const usualDays = medianOf(known.map((one) => (one.handedOverAt - one.orderedAt) / DAY_MS));
    let rush = false;
    for (const { at, orderedAt } of known.toSorted((a, b) => a.orderedAt - b.orderedAt)) {
      const gone = before(left, orderedAt);
      const lately = gone - before(left, orderedAt - PACE_DAYS * DAY_MS);
      const days = Math.min(PACE_DAYS, (orderedAt - (left.at[0] ?? orderedAt)) / DAY_MS);
      if (lately < LEAST_ITEMS || days < LEAST_DAYS) continue;
      const perDay = lately / days;
      const usual = usualDays * perDay;
      const beyond = before(ordered, orderedAt) - gone - usual;
      rush = beyond > (rush ? ENDS_AT : BEGINS_AT) * perDay && beyond > 3 * Math.sqrt(Math.max(1, usual));
      if (rush) rushed[at] = 1;
    }
  }
  return rushed;
};
