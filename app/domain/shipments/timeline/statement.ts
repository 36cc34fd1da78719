import { courierNamed } from "../../carriers/courier-named.ts";
import { whereaboutsOf, type Whereabouts } from "../../carriers/geography/whereabouts.ts";
import { normalTrackingNumber } from "../../carriers/tracking-numbers/normal-number.ts";
import { hours, minutes, type Instant } from "../../shared/time.ts";
import type { Scan, Source, Timing } from "../scan.ts";

/** A scan with what judging it takes: when it counts, how far that can be off, who tells it, and where it was in codes. */
export type Statement = {
  readonly scan: Scan;
  readonly at: Instant; // as stated, but never later than it was received
  readonly ahead: number; // milliseconds by which it was dated after its receipt
  readonly where: Whereabouts;
  readonly number: string | null; // normal form; null: the shipment's own
  readonly courier: string | null; // code; null: not named, or no courier of the table
};

/** How far a stated time can be off either way: a state in two zones; a clock of an unknown zone (UTC-12 to UTC+14); any hour of a day. */
export const SLACK: Readonly<Record<Timing, number>> = { exact: 0, local: hours(1), assumed: hours(14), day: hours(12) };

/** How far ahead of its receipt a time may honestly be stated. A date is read as noon UTC, up to 26 hours after it begins in UTC+14. */
export const HONESTLY_AHEAD: Readonly<Record<Timing, number>> = { exact: minutes(5), local: minutes(65), assumed: hours(14), day: hours(26) };

/** How much a source's word weighs against another's: the carrier itself, then who asks the carrier for us, then who passes on what it was told. */
export const WEIGHT: Readonly<Record<Source, number>> = {
  dhl: 3, ups: 3, fedex: 3, usps: 3, easypost: 2, aftership: 2, shippo: 2, seventeentrack: 2, karrio: 2, shopify: 1, warehouse: 1, merchant: 0,
};

const KEPT = 5_000;
const couriers = new Map<string, string | null>();

/** The code of a courier by what a source calls it; null for names nobody knows. Remembers, because a feed names few. */
export const courierCode = (name: string | null): string | null => {
  if (name === null) return null;
  const before = couriers.get(name);
  if (before !== undefined) return before;
  const code = courierNamed(name)?.code ?? null;
  if (couriers.size >= KEPT) couriers.clear();
  couriers.set(name, code);
  return code;
};

/** Reads a scan; `home` is the country in which places without one are looked for. */
export const statementOf = (scan: Scan, home: string | null): Statement => {
  const ahead = scan.occurredAt - scan.receivedAt;
  return {
    scan, at: ahead > 0 ? scan.receivedAt : scan.occurredAt, ahead: Math.max(0, ahead), where: whereaboutsOf(scan.place, home),
    number: scan.trackingNumber === null ? null : normalTrackingNumber(scan.trackingNumber), courier: courierCode(scan.carrier),
  };
};

/** Whether a statement says anything of the parcel's way; one that does not can still carry a date. */
export const isTelling = ({ milestone, exception }: Pick<Scan, "milestone" | "exception">): boolean => milestone !== "unknown" || exception !== null;
