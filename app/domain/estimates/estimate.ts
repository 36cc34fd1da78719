import type { CalendarDate, TimeZone } from "../shared/calendar.ts";
import type { Destination } from "../orders/order.ts";
import type { Timeline } from "../shipments/timeline.ts";
import type { Instant } from "../shared/time.ts";
import type { DeliveryRules } from "./delivery-rules.ts";
import type { DateStyle } from "./promise-settings.ts";

/** What is asked of the engine: the same three questions for every model behind it. */
export type EstimateQuestion =
  | { readonly stage: "before_purchase"; readonly at: Instant; readonly destination: Destination; readonly method: string | null }
  | {
      readonly stage: "ordered"; readonly at: Instant; readonly orderedAt: Instant; readonly destination: Destination; readonly method: string | null;
      readonly location?: string | null; readonly items?: number; // where it is packed and how many pieces still wait
    }
  | {
      readonly stage: "shipped"; readonly at: Instant; readonly shippedAt: Instant; readonly destination: Destination;
      readonly method: string | null; readonly carrier: string | null; readonly timeline: Timeline;
      readonly location?: string | null; readonly items?: number;
    };

/** A window of calendar dates at the destination, both ends included, or a stated reason for showing none. */
export type Estimate =
  | {
      readonly kind: "window"; readonly earliest: CalendarDate; readonly latest: CalendarDate;
      /** The share of parcels the window is meant to hold; null while the model has not been measured. */
      readonly rate: number | null;
      readonly basis: "rules" | "carrier" | "arrived" | "learned"; readonly because: string;
      readonly style?: DateStyle; // how it is said; a range where nobody chose
      readonly shipsBy?: CalendarDate; // by when it should have left, while it has not
      readonly slow?: string; // what keeps its carrier at present, in words, where it is on its way
      readonly evidence?: readonly string[]; // what it rests on, in plain words
      readonly model?: string; // the version that gave it
    }
  | { readonly kind: "none"; readonly because: string };

/** What the engine knows besides the question. The learned model will add its parameters here. */
export type EstimateKnowledge = { readonly rules: DeliveryRules; readonly zone: TimeZone };

/** A model: deterministic, pure, versioned. The first is the merchant's own table; learned ones share the signature. */
export type EstimateModel = {
  readonly version: string;
  answer(question: EstimateQuestion, knowledge: EstimateKnowledge): Estimate;
  /** The chance that it arrives after this day, 0 to 1, given everything the question says; null where the model has no distribution. */
  chanceAfter?(question: EstimateQuestion, knowledge: EstimateKnowledge, day: CalendarDate): number | null;
};

/** Whether two answers say the same, reason included. */
export const sameEstimate = (a: Estimate | null, b: Estimate): boolean => {
  if (a?.kind !== b.kind || a.because !== b.because) return false;
  return a.kind === "none" || b.kind === "none" || (a.earliest === b.earliest && a.latest === b.latest && a.rate === b.rate && a.basis === b.basis);
};

/** Whether a shopper would notice: appearing, vanishing or moving by at least one day at either end. */
export const movedNoticeably = (before: Estimate | null, after: Estimate): boolean => {
  if (!before) return true;
  if (before.kind !== after.kind) return true;
  return before.kind === "window" && after.kind === "window" && (before.earliest !== after.earliest || before.latest !== after.latest);
};
