import { courierNamed } from "../carriers/courier-named.ts";
import { addDays, dateIn, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "../shipments/exception.ts";

/**
 * Calendar days a carrier keeps a parcel that waits to be collected, before it goes back, by courier code. From help pages and guides that quote the carriers'
 * own (read 2026-11-21): USPS 15, UPS 7, Canada Post 15, Royal Mail 18, Australia Post 10 working days (two weeks). Services and shops differ: the carrier's notice counts.
 */
const KEPT: Readonly<Record<string, number>> = { usps: 15, ups: 7, canada_post: 15, royal_mail: 18, australia_post: 14 };

const WAITS_FOR_SHOPPER: ReadonlySet<ExceptionCategory> = new Set<ExceptionCategory>(["pickup_waiting", "unclaimed", "attempt_failed"]);

/** The last day on which the shopper can still get it before it goes back; null where nobody states one. Days in `zone`. */
export const holdUntil = (category: ExceptionCategory, since: Instant, carrier: string | null, zone: TimeZone): CalendarDate | null => {
  const days = WAITS_FOR_SHOPPER.has(category) && carrier !== null ? KEPT[courierNamed(carrier)?.code ?? ""] : undefined;
  return days === undefined ? null : addDays(dateIn(since, zone), days);
};
