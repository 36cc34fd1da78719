import { addDays, daysBetween, type CalendarDate } from "../shared/calendar.ts";
import { EXCEPTIONS, type ExceptionCategory } from "../shipments/exception.ts";

/** Whose doing it was that a promise was not kept. `model`: nobody took longer than usual, the date was too early. `early`: it came before it was wanted. */
export type Fault = "merchant" | "carrier" | "address" | "customs" | "weather" | "shopper" | "model" | "early";

/** A promise as far as it can be missed. `shipsBy`: by when it was to be handed over; null where it had been. */
export type Promised = { readonly earliest: CalendarDate; readonly latest: CalendarDate; readonly shipsBy: CalendarDate | null };

/** What came of it. A trouble's category is one of exceptions, `weather` where the carrier named that as its reason, or `carrier_slow` where many of its parcels were slow and the date moved for it. `usualDays`: within which nine of ten parcels came from hand-over to door. */
export type Fared = {
  readonly handedOverOn: CalendarDate | null; readonly deliveredOn: CalendarDate | null; readonly over: boolean;
  readonly troubles: readonly { readonly category: string; readonly on: CalendarDate }[]; readonly usualDays?: number | null;
};

/** Whose doing, and why we say so. */
export type Blame = { readonly fault: Fault; readonly because: string };

/** Trouble that somebody other than the carrier brings about. What is absent is the carrier's. */
const NOT_THE_CARRIERS: Readonly<Record<string, Fault>> = {
  weather: "weather", customs_hold: "customs", customs_docs: "customs", payment_due: "customs", address_problem: "address", undeliverable: "address",
  attempt_failed: "shopper", pickup_waiting: "shopper", unclaimed: "shopper", refused: "shopper", action_required: "shopper", not_found: "merchant", prohibited: "merchant",
};
/** Trouble that is a consequence of lateness and explains nothing. */
const NO_CAUSE: ReadonlySet<string> = new Set(["late_vs_promise", "no_movement", "not_received", "delayed", "carrier_exception", "held", "returning_to_sender"]);

const SLOW = "carrier_slow";

const isCategory = (text: string): text is ExceptionCategory => Object.hasOwn(EXCEPTIONS, text);
const sayTrouble = (category: string): string => category === SLOW ? "The carrier was slower than usual with many parcels" : (isCategory(category) ? EXCEPTIONS[category].label : category.charAt(0).toUpperCase() + category.slice(1));

/** Whether a promise was kept: it came by the last day, and not more days before the first than the merchant calls too early. Null while nobody knows. */
export const isKept = ({ earliest, latest }: Pick<Promised, "earliest" | "latest">, { deliveredOn, over, handedOverOn }: Pick<Fared, "deliveredOn" | "over" | "handedOverOn">, tooEarlyDays: number | null, today: CalendarDate): boolean | null => {
  if (deliveredOn !== null) return deliveredOn <= latest && !isEarly(earliest, deliveredOn, tooEarlyDays);
  if (over) return handedOverOn === null ? null : false; // cancelled before it left: nobody waits for it any more
  return latest < today ? false : null;
};

const isEarly = (earliest: CalendarDate, deliveredOn: CalendarDate, tooEarlyDays: number | null): boolean => tooEarlyDays !== null && deliveredOn < addDays(earliest, -tooEarlyDays);

/**
 * Whose doing a missed promise is; null where it was kept or nobody knows yet. What explains at least half of the lateness decides: a late hand-over, then
 * trouble told on the way, then a carrier that took longer than usual. What nothing explains, our own date got wrong.
 */
export const faultOf = (promise: Promised, fared: Fared, tooEarlyDays: number | null, today: CalendarDate): Blame | null => {
  if (isKept(promise, fared, tooEarlyDays, today) !== false) return null;
  const { earliest, latest, shipsBy } = promise;
  const { handedOverOn, deliveredOn, usualDays = null } = fared;
  if (deliveredOn !== null && deliveredOn <= latest) return { fault: "early", because: `It came on ${deliveredOn}, ${daysBetween(deliveredOn, earliest)} days before the first day promised.` };

  const late = deliveredOn === null ? Number.POSITIVE_INFINITY : daysBetween(latest, deliveredOn);
  if (shipsBy !== null && handedOverOn === null && deliveredOn === null) return { fault: "merchant", because: `It was to leave by ${shipsBy} and has not.` };
  const leftLate = shipsBy === null || handedOverOn === null ? 0 : Math.max(0, daysBetween(shipsBy, handedOverOn));
  if (leftLate > 0 && 2 * leftLate >= late) return { fault: "merchant", because: `It was to leave by ${shipsBy} and left on ${handedOverOn}.` };

  const end = deliveredOn ?? today;
  const told = fared.troubles.filter(({ on }) => on <= end).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const cause = told.find(({ category }) => NOT_THE_CARRIERS[category] !== undefined) ?? told.find(({ category }) => !NO_CAUSE.has(category)) ?? told[0];
  if (cause) return { fault: NOT_THE_CARRIERS[cause.category] ?? "carrier", because: `${sayTrouble(cause.category)}, on ${cause.on}.` };

  if (handedOverOn === null) return { fault: "model", because: "Nobody told when it was handed over; the date was too early." };
  const took = daysBetween(handedOverOn, end);
  if (usualDays !== null && took <= usualDays) return { fault: leftLate > 0 ? "merchant" : "model", because: leftLate > 0 ? `It was to leave by ${shipsBy} and left on ${handedOverOn}.` : `The carrier took ${took} days, as it usually does; the date was too early.` };
  return { fault: "carrier", because: `It was handed over on ${handedOverOn}${shipsBy !== null && leftLate === 0 ? ", in time," : ""} and ${deliveredOn === null ? "has not come" : `took ${took} days`}${usualDays === null ? "" : `; usually ${usualDays}`}.` };
};
