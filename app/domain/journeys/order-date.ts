import type { DateWindow } from "../estimates/delivery-rules.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { ShipmentId } from "../shared/ids.ts";
import { everythingOf, type Everything, type ItemFacts, type ItemState } from "./items.ts";
import { unshippedId } from "./journey.ts";

/**
 * The date of a whole order, and the estimate that decides it: the one that ends last, or one that gives no date. `toCome`: whether anything still is;
 * without a window nobody knows when.
 */
export type OrderDate = { readonly all: Everything; readonly window: DateWindow | null; readonly decidedBy: Estimate | null; readonly toCome: boolean };

/** Said where something is to come and no estimate says why it has no date. */
export const UNDATED = "Nobody can say yet when all of it leaves.";

/** When all of an order is there. An order of one parcel whose contents nobody stated has that parcel's date. */
export const orderDateOf = (facts: ItemFacts, items: readonly ItemState[]): OrderDate => {
  const all = everythingOf(items);
  const underWay = facts.shipments.filter((one) => !one.cancelled && one.timeline.deliveredAt === null).map((one) => one.id);
  const open = all.total === 0 ? underWay : datesOf(items.filter(isOpen), underWay, facts);
  const estimates = open.map((id) => facts.estimates[id] ?? null);
  const [only] = estimates;
  const window = all.total > 0 ? all.window : estimates.length === 1 && only?.kind === "window" ? { from: only.earliest, to: only.latest } : null;
  return { all, window, decidedBy: window === null ? (estimates.find((one) => one?.kind === "none") ?? null) : estimates.reduce(theLater, null), toCome: open.length > 0 };
};

/** Under which ids the dates of these items are kept, each once. */
const datesOf = (items: readonly ItemState[], underWay: readonly ShipmentId[], { order }: ItemFacts): readonly ShipmentId[] => {
  const ids = new Set(items.flatMap((one) => one.parcels));
  const waits = order !== null && items.some((one) => one.stage === "not_shipped");
  return [...underWay.filter((id) => ids.has(id)), ...(waits ? [unshippedId(order.id)] : [])];
};

const isOpen = ({ stage }: ItemState): boolean => stage !== "delivered" && stage !== "returning" && stage !== "cancelled";

const theLater = (so: Estimate | null, one: Estimate | null): Estimate | null => (one?.kind !== "window" || (so?.kind === "window" && so.latest >= one.latest) ? so : one);
