import { assertNever } from "../../shared/brand.ts";
import { iso, latest, type Instant } from "../../shared/time.ts";
import type { Whereabouts } from "../../carriers/geography/whereabouts.ts";
import type { Finding } from "../finding.ts";
import { hasEnded, isWithCarrier, type Milestone } from "../milestone.ts";
import { afterDelivery } from "./after-delivery.ts";
import { exceptionAfter, isAtDestination, type ExceptionState } from "./exception-state.ts";
import { counts, keysOf, type Happening } from "./happening.ts";
import { hoursBetween, sayIn, sayStep } from "./say-event.ts";
import type { Standing, TimelineContext } from "./timeline-event.ts";

/** What believed events add up to. */
export type Folded = {
  readonly milestone: Milestone; readonly exception: ExceptionState | null; readonly lastScanAt: Instant | null; readonly acceptedAt: Instant | null;
  readonly delivery: Happening | null; readonly dispute: Happening | null; // the shopper's newest word against the delivery
  readonly carrierEta: Instant | null;
};

/** The milestone after one more event, away from deliveries. A printed label never undoes what a carrier did, a parcel is taken in once however many carriers share its way, and scans on the way back do not turn a return around. */
const next = (from: Milestone, to: Milestone): Milestone => {
  if (to === "unknown") return from;
  if (to === "label_created" && (isWithCarrier(from) || hasEnded(from))) return from;
  if (from === "returning" && (to === "accepted" || to === "in_transit")) return from;
  if (from === "in_transit" && to === "accepted") return from; // the next carrier took it over
  return to;
};

/** A source that does not know a number, or repeats that nothing moved, has not scanned anything. */
const isNoScan = ({ milestone, exception }: Happening): boolean => milestone === "unknown" && (exception === "not_found" || exception === "no_movement");

/** The newest estimate of what stands in the end: of the last event that has one, its most telling statement's. */
const newestEta = (events: readonly Happening[]): Instant | null => {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const { standing, told } = events[index] as Happening;
    const eta = standing === "believed" || standing === "trailing" ? told.find(({ scan }) => scan.carrierEta !== null)?.scan.carrierEta : undefined;
    if (eta != null) return eta;
  }
  return null;
};

/** A carrier's word that it holds, or once held, the parcel, or knows its label. */
const isKnownToCarrier = (event: Happening): boolean => isWithCarrier(event.milestone) || (event.milestone === "label_created" && event.weight > 1) || (event.exception !== null && !isNoScan(event));

/** What a shopper or the shop says of an arrival is no word of a carrier: it moves nothing here. */
const isOfCarrier = ({ byCarrier, exception }: Happening): boolean => byCarrier && exception !== "not_received";

const judge = (event: Happening, standing: Standing, because: string | null): void => {
  event.standing = standing;
  event.because = because;
};

/** Where the parcel is after the events so far. `doubts`: what speaks against the delivery; `disputed`: the shopper does; `unheard`: a source that knows no scan. */
type State = {
  milestone: Milestone; exception: ExceptionState | null; delivery: Happening | null; doubts: Happening[];
  disputed: Happening | null; beforeDelivery: Milestone; hasPossession: boolean; nearDoor: boolean; unheard: Happening | null;
};

/** Goes through the events in order, settles which of them stand, and says where the parcel is. */
export const foldEvents = (events: readonly Happening[], context: TimelineContext, destination: Whereabouts, findings: Finding[]): Folded => {
  const so: State = { milestone: "unknown", exception: null, delivery: null, doubts: [], disputed: null, beforeDelivery: "unknown", hasPossession: false, nearDoor: false, unheard: null };

  const believe = (event: Happening, milestone: Milestone): void => {
    so.exception = exceptionAfter(so, event, milestone, context);
    if (so.milestone !== "delivered") so.beforeDelivery = so.milestone;
    so.milestone = milestone;
    so.hasPossession ||= isWithCarrier(event.milestone);
    if (isAtDestination(event, destination)) so.nearDoor = true;
    else if (event.where.city !== null) so.nearDoor = false;
    if (event.milestone === "delivered" || milestone !== "delivered") [so.delivery, so.doubts, so.disputed] = [event.milestone === "delivered" ? event : null, [], null];
  };

  const follow = (event: Happening, delivered: Happening): void => {
    const verdict = afterDelivery(delivered, event, so.doubts.length > 0 || so.disputed !== null);
    switch (verdict) {
      case "returns":
        return believe(event, event.milestone === "returned" ? "returned" : "returning");
      case "retracts":
        findings.push(retracted(delivered, event));
        judge(delivered, "rejected", "The carrier took the delivery back.");
        so.milestone = so.beforeDelivery;
        return believe(event, next(so.beforeDelivery, event.milestone));
      case "decides":
        for (const doubt of so.doubts) judge(doubt, "believed", null);
        if (so.doubts.length > 0) {
          judge(delivered, "rejected", "It moved on and was delivered later.");
          findings.push(doubted(delivered, so.doubts, event));
        }
        return believe(event, "delivered");
      case "doubts":
        so.doubts.push(event);
        return judge(event, "trailing", "The delivery is still believed: this comes from another source, or days later.");
      case "trails":
        return judge(event, "trailing", "It came after the delivery and says nothing against it.");
      default:
        return assertNever(verdict);
    }
  };

  for (const event of events) {
    if (event.standing !== "believed") continue;
    if (!event.telling) continue;
    if (!isOfCarrier(event)) so.disputed = so.delivery === null ? null : event;
    else if (isNoScan(event)) so.unheard = event;
    else if (so.delivery !== null) follow(event, so.delivery);
    else if (event.milestone === "label_created" && (isWithCarrier(so.milestone) || hasEnded(so.milestone))) judge(event, "trailing", "The carrier had the parcel already.");
    else believe(event, next(so.milestone, event.milestone));
  }

  if (so.delivery !== null && so.doubts.length > 0) findings.push(doubted(so.delivery, so.doubts, null));
  const scans = events.filter((one) => counts(one) && isOfCarrier(one) && !isNoScan(one));
  if (so.unheard !== null && so.exception === null && !scans.some(isKnownToCarrier)) so.exception = exceptionAfter(so, so.unheard, so.milestone, context);
  return {
    milestone: so.milestone, exception: so.exception, delivery: so.delivery, dispute: so.disputed, carrierEta: newestEta(events),
    lastScanAt: scans.reduce<Instant | null>((newest, { at }) => (newest === null ? at : latest(newest, at)), null),
    acceptedAt: scans.find((one) => one.standing === "believed" && isWithCarrier(one.milestone))?.at ?? null,
  };
};

const retracted = (delivery: Happening, event: Happening): Finding => ({
  kind: "delivery_retracted", weight: "doubt", at: event.at, evidence: [...keysOf(delivery), ...keysOf(event)],
  believes: "The parcel is not delivered: the carrier took its delivery back.",
  because: `${hoursBetween(delivery.at, event.at)} hours after the delivery of ${iso(delivery.at)} the same source tells of a ${sayStep(event)}${sayIn(event.place)}.`,
  details: { hours: hoursBetween(delivery.at, event.at), milestone: event.milestone, exception: event.exception ?? "", place: event.place?.city ?? "" },
});

const doubted = (delivery: Happening, doubts: readonly Happening[], later: Happening | null): Finding => {
  const first = doubts[0] as Happening;
  return {
    kind: "scanned_after_delivery", weight: later === null ? "contradiction" : "note", at: first.at, evidence: [delivery, ...doubts, ...(later ? [later] : [])].flatMap(keysOf),
    believes: later === null ? `The delivery of ${iso(delivery.at)} still stands.` : `The delivery of ${iso(later.at)} is the one that counts.`,
    because: `A ${sayStep(first)}${sayIn(first.place)} followed ${hoursBetween(delivery.at, first.at)} hours after the first delivery${later === null ? ", from another source or too late for a correction" : ", and then a second delivery"}.`,
    details: { hours: hoursBetween(delivery.at, first.at), milestone: first.milestone, place: first.place?.city ?? "", settled: later === null ? 0 : 1 },
  };
};
