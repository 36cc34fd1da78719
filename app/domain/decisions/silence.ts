import { hasEnded } from "../shipments/milestone.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { latest, plus, type Instant } from "../shared/time.ts";
import type { Policy } from "./policy.ts";

/** A parcel that should speak but does not: since when it is quiet, and when that becomes silence. */
export type Quiet = { readonly since: Instant; readonly until: Instant };

/** Null where no scan is expected: the journey ended, or the parcel waits for the shopper. */
export const quietOf = ({ timeline, createdAt, cancelled }: Shipment, policy: Policy): Quiet | null => {
  if (cancelled || hasEnded(timeline.milestone) || timeline.milestone === "ready_for_pickup") return null;
  const since = timeline.lastScanAt === null ? createdAt : latest(timeline.lastScanAt, createdAt);
  return { since, until: plus(since, policy.silenceAfter) };
};
