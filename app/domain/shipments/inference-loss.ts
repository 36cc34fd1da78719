import { courierNamed } from "../carriers/courier-named.ts";
import { days, hours, since, type Instant } from "../shared/time.ts";
import { lossAfter } from "./inference-loss-after.ts";
import type { Inference, InferenceContext } from "./inference.ts";
import { hasEnded } from "./milestone.ts";
import type { Place } from "./scan.ts";
import type { Shipment } from "./shipment.ts";
import type { TimelineEvent } from "./timeline.ts";
import { presentStretch, stretchesOf } from "./tracking-link.ts";

/** A carrier's own date this far behind us is as bad as silence (Route's terms: "48 h past the carrier date", read 2026-11-21). */
const PAST_ETA = hours(48);

/** The newest event the timeline believes, for saying where a parcel was last seen. */
export const lastBelieved = ({ timeline }: Pick<Shipment, "timeline">): TimelineEvent | null => timeline.events.findLast(({ standing, milestone, exception }) => standing === "believed" && (milestone !== "unknown" || exception !== null)) ?? null;

/** Where an event happened, for a sentence; "an unknown place" where nobody said. */
export const sayPlace = (place: Place | null): string => [place?.city, place?.region ?? place?.country].filter(Boolean).join(", ") || "an unknown place";

/** Whole days from one instant to another. */
export const wholeDays = (from: Instant, to: Instant): number => Math.floor(since(from, to) / days(1));

/**
 * Whether a parcel crosses a border, as far as one can see: customs, scans in two countries, or a courier's home that is not the destination.
 * Where nothing tells, it counts as crossing one: the patience is longer.
 */
export const isInternational = ({ timeline, tracking }: Pick<Shipment, "timeline" | "tracking">, destination: Place | null): boolean => {
  if (timeline.customs !== null) return true;
  const home = destination?.country;
  if (home == null) return true;
  const seen = timeline.events.filter(({ standing, place }) => standing === "believed" && place?.country != null);
  if (seen.length > 0) return seen.some(({ place }) => place?.country !== home);
  return (tracking.carrier === null ? null : courierNamed(tracking.carrier))?.country !== home;
};

/** A parcel under way that a scan is owed for: with the carrier, neither at its end nor waiting for somebody, nor at a border, nor given up. */
export const isOwedAScan = ({ timeline }: Pick<Shipment, "timeline">): boolean =>
  timeline.exception?.category !== "lost" && timeline.exception?.category !== "destroyed" && timeline.acceptedAt !== null && !hasEnded(timeline.milestone) && timeline.milestone !== "ready_for_pickup" && (timeline.customs === null || timeline.customs.until !== null);

/** Delayed parcels are scanned now and then; one that is not scanned any more is probably lost. A hand-over that nobody took makes it likelier. */
export const lossInferences = (shipment: Shipment, { now, destination }: InferenceContext): readonly Inference[] => {
  const { timeline } = shipment;
  const quietSince = timeline.lastScanAt;
  if (quietSince === null || !isOwedAScan(shipment)) return [];
  const stretch = presentStretch(shipment);
  const { wait, source } = lossAfter(stretch.carrier, isInternational(shipment, destination));
  if (since(quietSince, now) < wait) return [];
  const last = lastBelieved(shipment);
  const next = stretchesOf(shipment).at(-1);
  const dropped = next !== undefined && next.number !== stretch.number ? (next.carrier ?? next.number) : null;
  const quietDays = wholeDays(quietSince, now);
  const gone = timeline.carrierEta !== null && timeline.carrierEta > quietSince && since(timeline.carrierEta, now) >= PAST_ETA ? wholeDays(timeline.carrierEta, now) : null;
  const reasons = [
    `No scan for ${quietDays} days since ${sayPlace(last?.place ?? null)}; ${source} allow a search after ${wait / days(1)}.`,
    dropped === null ? null : `It was to be handed to ${dropped}, who never scanned it.`,
    gone === null ? null : `The carrier's own date passed ${gone} days ago.`,
    timeline.exception === null ? null : "Its last word was of trouble.",
  ];
  return [{
    kind: "probably_lost", weight: dropped !== null || gone !== null || since(quietSince, now) >= 2 * wait ? "contradiction" : "doubt", at: quietSince,
    believes: "The parcel is probably lost, not only late.", because: reasons.filter((one) => one !== null).join(" "), evidence: last?.told.map(({ key }) => key) ?? [],
    details: { days: quietDays, after: wait / days(1), place: sayPlace(last?.place ?? null), handedTo: dropped ?? "" },
    otherwise: "Any new scan would show that it is only late.",
  }];
};
