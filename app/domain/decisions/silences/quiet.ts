import type { Destination, Order } from "../../orders/order.ts";
import type { ExceptionCategory } from "../../shipments/exception.ts";
import { hasEnded } from "../../shipments/milestone.ts";
import { quietSince, type Shipment } from "../../shipments/shipment.ts";
import { presentStretch } from "../../shipments/tracking-link.ts";
import { addDays, startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import { latest, type Instant } from "../../shared/time.ts";
import { nearAtOf } from "../../estimates/near-scan.ts";
import type { SilenceAnswer, SilenceModel, SilenceStage, RoadStep } from "../silence-model.ts";

/** Something that should speak but does not: where it is on its way, since when it is quiet, when that becomes silence, and what that rests on. */
export type Quiet = SilenceAnswer & { readonly stage: SilenceStage; readonly since: Instant };

/** What the quiet of a parcel depends on besides it. Silence is what listeners hear: it does not begin before `listeningFrom`. */
export type QuietContext = { readonly destination: Destination | null; readonly location: string | null; readonly listeningFrom: Instant | null };

/** What of a parcel says where on its way it is; a shipment does. */
export type Staged = {
  readonly cancelled: boolean; readonly legs: readonly unknown[]; readonly tracking: { readonly number: string | null };
  readonly timeline: Pick<Shipment["timeline"], "milestone" | "acceptedAt" | "lastScanAt"> & {
    readonly exception: { readonly category: ExceptionCategory } | null; readonly customs: { readonly until: Instant | null } | null;
  };
};

/**
 * Where on its way a parcel is, for the question how long it may be quiet. Null where nobody can expect a word: the journey ended, the
 * parcel waits for the shopper, or it has no number to be followed by and was never heard of.
 */
export const stageOf = ({ timeline, tracking, legs, cancelled }: Staged): SilenceStage | null => {
  const { milestone, acceptedAt, lastScanAt, customs, exception } = timeline;
  if (cancelled || hasEnded(milestone) || milestone === "ready_for_pickup") return null;
  if (tracking.number === null && legs.length === 0 && lastScanAt === null) return null;
  if (milestone === "returning") return "returning";
  if (exception?.category === "attempt_failed") return "after_attempt";
  if (customs !== null && customs.until === null) return "customs";
  if (milestone === "out_for_delivery") return "out_for_delivery";
  return acceptedAt === null ? "label" : "in_transit";
};

/** How far a parcel on the road had come at its last scan; the same reading teaches. */
export const roadStepOf = ({ timeline }: Pick<Shipment, "timeline">, destination: Destination | null): RoadStep => {
  if (destination !== null && nearAtOf(timeline, destination) !== null) return "near";
  return timeline.lastScanAt === timeline.acceptedAt ? "collected" : "moving";
};

const heard = (answer: SilenceAnswer, listeningFrom: Instant | null): SilenceAnswer => (listeningFrom === null ? answer : { ...answer, until: latest(answer.until, listeningFrom) });

/** The quiet of a parcel that should be scanned; null where no scan is expected. */
export const quietOf = (shipment: Shipment, silences: SilenceModel, { destination, location, listeningFrom }: QuietContext): Quiet | null => {
  const stage = stageOf(shipment);
  if (stage === null) return null;
  const since = quietSince(shipment.timeline.lastScanAt, shipment);
  return { stage, since, ...heard(silences.answer({ stage, since, carrier: presentStretch(shipment).carrier, destination, location: shipment.locationId ?? location, ...(stage === "in_transit" && { step: roadStepOf(shipment, destination) }) }), listeningFrom) };
};

/** What was said of when an order leaves: the last day on which it does, in the zone it is counted in. */
export type PromisedLeaving = { readonly shipsBy: CalendarDate | null; readonly zone: TimeZone };

/**
 * The quiet of what of an order has not left. It becomes silence when the day on which it should leave has passed without it; where no
 * such day was said, when it has waited longer than orders of this place do.
 */
export const quietBeforeLabel = ({ createdAt, destination, locationId }: Pick<Order, "createdAt" | "destination" | "locationId">, silences: SilenceModel, { shipsBy, zone }: PromisedLeaving, listeningFrom: Instant | null): Quiet => {
  const answer: SilenceAnswer = shipsBy === null
    ? silences.answer({ stage: "before_label", since: createdAt, carrier: null, destination, location: locationId })
    : { until: startOfDay(addDays(shipsBy, 1), zone), basis: "published", usual: `It was to leave by ${shipsBy}.` };
  return { stage: "before_label", since: createdAt, ...heard(answer, listeningFrom) };
};
