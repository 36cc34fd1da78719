import type { LineId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** What happens to an order before a carrier has it, as a warehouse, 3PL or WMS tells it. */
export const ORDER_STEPS = ["received", "allocated", "backordered", "on_hold", "picking", "picked", "packed", "labelled", "handed_over"] as const;
/** One kind of step, in the order they usually come; `backordered` and `on_hold` stop the clock instead. */
export type OrderStepKind = (typeof ORDER_STEPS)[number];

/** One step a warehouse reported. */
export type OrderStep = {
  readonly key: string; // the sender's own id of the event; repeats share it
  readonly step: OrderStepKind;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly lineIds: readonly LineId[]; // empty: the whole order
  readonly location: string | null; // the warehouse, in its own words
  readonly note: string | null;
  readonly tracking: { readonly carrier: string | null; readonly number: string } | null; // of the parcel the step is about, once it has a label
};

/** Steps by time, each once; equal times keep the usual order of steps. */
export const stepsInOrder = (steps: readonly OrderStep[]): readonly OrderStep[] =>
  [...new Map(steps.map((one) => [one.key, one])).values()]
    .toSorted((a, b) => a.occurredAt - b.occurredAt || ORDER_STEPS.indexOf(a.step) - ORDER_STEPS.indexOf(b.step) || (a.key < b.key ? -1 : 1));
