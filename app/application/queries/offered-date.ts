import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { DateWindow } from "#app/domain/estimates/delivery-rules.ts";
import { lanesOf, type Lane, type LanePlace } from "#app/domain/estimates/learning/lane.ts";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";

/** What is asked before anybody has bought: where it would go, by which shipping option as the shopper reads it, ordered when. */
export type OfferQuestion = { readonly place: LanePlace; readonly method: string | null; readonly at: Instant };

/** What the published table says. `lane` and `service` name the entry that was read; `day`: on which the order would count. A window without `shipsBy` does not occur. */
export type OfferedDate =
  | { readonly kind: "window"; readonly window: DateWindow; readonly shipsBy: CalendarDate; readonly lane: Lane; readonly service: string; readonly day: CalendarDate; readonly because: string }
  | { readonly kind: "none"; readonly lane: Lane; readonly service: string; readonly day: CalendarDate | null; readonly because: string };

const asInstant = (seconds: number): Instant => (seconds * 1_000) as Instant;

/** Reads a published table exactly as checkout and storefront do. No table, an expired one and a hole in it give no date, with the reason. */
export const offeredDate = (table: PublishedDateTable | null, { place, method, at }: OfferQuestion): OfferedDate => {
  const none = (because: string, read: { readonly lane?: Lane; readonly service?: string; readonly day?: CalendarDate } = {}): OfferedDate => ({ kind: "none", lane: "*", service: "*", day: null, ...read, because });
  if (table === null) return none("The shop had published no dates at that time.");
  if (at >= asInstant(table.expires)) return none(`The shop's published dates expired at ${iso(asInstant(table.expires))}: no date rather than a wrong one.`);
  const lane = lanesOf(place).find((one) => Object.hasOwn(table.lanes, one));
  const services = lane === undefined ? undefined : table.lanes[lane];
  if (lane === undefined || services === undefined) return none("The shop publishes no dates for this destination.");
  const name = method?.toLowerCase() ?? "";
  const named = table.services.find((one) => one !== "*" && name.includes(one)) ?? "*";
  const service = Object.hasOwn(services, named) ? named : "*";
  const entry = table.days.findIndex(({ until }) => at < asInstant(until));
  const day = table.days[entry]?.day as CalendarDate | undefined;
  if (day === undefined) return none("The shop's published dates do not reach that far.", { lane, service });
  const [first = -1, last = -1] = services[service]?.slice(2 * entry, 2 * entry + 2) ?? [];
  if (first < 0 || last < first) return none("The shop shows no date for this shipping option to this destination.", { lane, service, day });
  const shipsBy = addDays(day, table.ships[entry] ?? 0);
  return { kind: "window", window: { from: addDays(day, first), to: addDays(day, last) }, shipsBy, lane, service, day, because: `Ordered then it counts on ${day} and leaves by ${shipsBy}; from the dates published at ${iso(asInstant(table.published))}.` };
};
