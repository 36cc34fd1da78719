import type { Destination } from "../orders/order.ts";
import type { Duration, Instant } from "../shared/time.ts";
import { plus } from "../shared/time.ts";

/** Every stage of a way on which something can be quiet, in the order of the way. */
export const SILENCE_STAGES = ["before_label", "label", "in_transit", "customs", "out_for_delivery", "after_attempt", "returning"] as const;

/**
 * Where on its way something is quiet: waiting to be packed, labelled and not scanned, on the road, at the border, out for delivery
 * without an end, after a failed attempt, on its way back.
 */
export type SilenceStage = (typeof SILENCE_STAGES)[number];

/** How far a parcel on the road had come when it fell quiet: just collected, moving, or in the region it goes to. `any`: not on the road. */
export type RoadStep = "collected" | "moving" | "near" | "any";

/** What a model of silence is asked: for how long quiet is usual from `since` on. */
export type SilenceQuestion = {
  readonly stage: SilenceStage; readonly since: Instant; readonly carrier: string | null; // as the merchant names it
  readonly destination: Destination | null; readonly location: string | null; // Shopify's id of where it was packed
  readonly step?: RoadStep; // how far it had come, on the road; in the midst of it where nobody says
};

/** From when on the quiet is silence, and why then. `usual`: what it rests on, one plain sentence a merchant can check. */
export type SilenceAnswer = { readonly until: Instant; readonly basis: "learned" | "published"; readonly usual: string };

/** When quiet becomes silence. Learned from a shop's own gaps between scans, or published figures where there are none. */
export type SilenceModel = { readonly version: string; answer(question: SilenceQuestion): SilenceAnswer };

const HOUR = 3_600_000;

/** The same figure everywhere: what products of this field do, and what learned silence is measured against. */
export const fixedSilence = (after: Duration): SilenceModel => ({
  version: `fixed ${Math.round(after / HOUR)} h`,
  answer: ({ since }) => ({ until: plus(since, after), basis: "published", usual: `A scan is expected every ${Math.round(after / HOUR)} hours.` }),
});
