import { hasEnded } from "../shipments/milestone.ts";
import { quietSince, type Shipment } from "../shipments/shipment.ts";
import { latest, plus, type Instant } from "../shared/time.ts";
import type { Policy } from "./policy.ts";

/** A parcel that should speak but does not: since when it is quiet, and when that becomes silence. */
export type Quiet = { readonly since: Instant; readonly until: Instant };

/** Null where no scan is expected: the journey ended, or the parcel waits for the shopper. Silence is what listeners hear: it does not begin before `listeningFrom`. */
export const quietOf = (shipment: Shipment, policy: Policy, listeningFrom: Instant | null): Quiet | null => {
  const { timeline, cancelled } = shipment;
  if (cancelled || hasEnded(timeline.milestone) || timeline.milestone === "ready_for_pickup") return null;
  const since = quietSince(timeline.lastScanAt, shipment);
  const until = plus(since, policy.silenceAfter);
  return { since, until: listeningFrom === null ? until : latest(until, listeningFrom) };
};
