import type { SilenceStage } from "../../decisions/silence-model.ts";
import { dateIn, daysBetween, wallClock, weekdayOf } from "../../shared/calendar.ts";
import { since, type Instant } from "../../shared/time.ts";
import { EXCEPTIONS, type ExceptionCategory } from "../../shipments/exception.ts";
import { MILESTONES } from "../../shipments/milestone.ts";
import { quietSince } from "../../shipments/shipment.ts";
import { caseProfile } from "../case-profile.ts";
import { CATEGORY_WORDS } from "./category-words.ts";
import type { Field, Option } from "./field.ts";
import { wholeUnits } from "./whole-units.ts";
import type { RuleSituation } from "./situation.ts";

const HOUR = 3_600_000;
/** When somebody can be expected at work, on the shop's wall clock. The product's own figures, 2026-11. */
const OFFICE = { from: 9 * 60, to: 18 * 60 };

const categories = Object.keys(EXCEPTIONS) as readonly ExceptionCategory[];
const spaced = (value: string): string => value.replaceAll("_", " ");
const optionsOf = (values: readonly string[]): readonly Option[] => values.map((value) => ({ value, label: spaced(value) }));
const STAGES: Readonly<Record<SilenceStage, string>> = {
  before_label: "waiting to be packed", label: "labelled and not scanned", in_transit: "on the road", customs: "at the border", out_for_delivery: "out for delivery", after_attempt: "after a failed attempt", returning: "on its way back",
};

/** Where the parcel is on its way, in the words silence is judged by. */
const stageOf = ({ details, shipment }: RuleSituation): string | null => {
  const told = details["stage"];
  if (typeof told === "string") return told;
  switch (shipment?.timeline.milestone) {
    case undefined: return "before_label";
    case "unknown": case "label_created": return "label";
    case "accepted": case "in_transit": return shipment.timeline.exception?.category === "attempt_failed" ? "after_attempt" : shipment.timeline.customs !== null && shipment.timeline.customs.until === null ? "customs" : "in_transit";
    case "out_for_delivery": return "out_for_delivery";
    case "returning": return "returning";
    default: return null;
  }
};

/** Against the last day that was shown first, until it arrived. */
const daysLate = ({ promised, shipment, now, zone }: RuleSituation): number | null =>
  promised?.kind === "window" ? Math.max(0, daysBetween(promised.latest, dateIn(shipment?.timeline.deliveredAt ?? now, zone))) : null;

const hoursFrom = (at: Instant | null | undefined, { now }: RuleSituation): number | null => (at == null ? null : Math.max(0, since(at, now) / HOUR));
const wordsOf = (...values: readonly (string | null | undefined)[]): readonly string[] | null => {
  const known = values.filter((one): one is string => one != null && one !== "");
  return known.length > 0 ? known : null;
};
const isOffice = ({ now, zone, workingDays }: RuleSituation): boolean => {
  const { date, minutes } = wallClock(now, zone);
  return workingDays.includes(weekdayOf(date)) && minutes >= OFFICE.from && minutes < OFFICE.to;
};

/** Every field a condition can name: one definition each gives predicate, sentence and form. Ids are kept in saved rules. */
export const FIELDS: readonly Field[] = [
  { id: "category", kind: "choice", group: "Problem", label: "Problem", subject: "the parcel", options: categories.map((value) => ({ value, label: CATEGORY_WORDS[value] })), read: (s) => s.case?.category ?? s.shipment?.timeline.exception?.category ?? null },
  { id: "severity", kind: "choice", group: "Problem", label: "Severity", subject: "the severity", options: [{ value: "0", label: "information" }, { value: "1", label: "warning" }, { value: "2", label: "critical" }], read: (s) => { const exception = s.shipment?.timeline.exception; return s.case ? String(s.case.severity) : exception ? String(EXCEPTIONS[exception.category].severity) : null; } },
  { id: "actor", kind: "choice", group: "Problem", label: "Who must act", subject: "who must act", options: [{ value: "nobody", label: "nobody" }, { value: "shopper", label: "the shopper" }, { value: "merchant", label: "you" }, { value: "carrier", label: "the carrier" }], read: (s) => { const category = s.case?.category ?? s.shipment?.timeline.exception?.category; return category === undefined ? null : caseProfile(category).actor; } },
  { id: "case_hours", kind: "number", group: "Problem", label: "Case is open for", subject: "the age of the case", unit: "hours", least: 0, most: 2_160, read: (s) => hoursFrom(s.case?.openedAt, s) },
  { id: "case_status", kind: "choice", group: "Problem", label: "Status of the case", subject: "the case", options: [{ value: "open", label: "open" }, { value: "in_progress", label: "in progress" }, { value: "waiting", label: "waiting" }, { value: "resolved", label: "resolved" }], read: (s) => s.case?.status ?? null },
  { id: "probability", kind: "number", group: "Problem", label: "Risk to be late", subject: "the risk to be late", unit: "percent", least: 0, most: 100, read: (s) => { const chance = s.details["probability"]; return typeof chance === "number" ? chance * 100 : null; } },
  { id: "days_moved", kind: "number", group: "Problem", label: "Date moved later by", subject: "the change of the date", unit: "days", least: -60, most: 60, read: (s) => { const days = s.details["days"]; return typeof days === "number" ? days : null; } },
  { id: "milestone", kind: "choice", group: "Parcel", label: "How far it has come", subject: "the parcel", options: optionsOf(MILESTONES), read: (s) => s.shipment?.timeline.milestone ?? null },
  { id: "stage", kind: "choice", group: "Parcel", label: "Where on its way", subject: "the parcel", options: Object.entries(STAGES).map(([value, label]) => ({ value, label })), read: stageOf },
  { id: "carrier", kind: "words", group: "Parcel", label: "Carrier", subject: "the carrier", example: "UPS", read: (s) => wordsOf(s.shipment?.tracking.carrier, ...(s.shipment?.legs ?? []).map((leg) => leg.carrier)) },
  { id: "days_late", kind: "number", group: "Parcel", label: "Days later than first promised", subject: "the delay against the first date", unit: "days", least: 0, most: 90, read: daysLate },
  { id: "days_silent", kind: "number", group: "Parcel", label: "Days without a scan", subject: "the time without a scan", unit: "days", least: 0, most: 90, read: (s) => (s.shipment === null ? null : Math.max(0, since(quietSince(s.shipment.timeline.lastScanAt, s.shipment), s.now) / (24 * HOUR))) },
  { id: "days_since_sent", kind: "number", group: "Parcel", label: "Days since it was sent", subject: "the time since it was sent", unit: "days", least: 0, most: 180, read: (s) => (s.shipment === null ? null : Math.max(0, since(s.shipment.createdAt, s.now) / (24 * HOUR))) },
  { id: "photo", kind: "yes_no", group: "Parcel", label: "Delivered with a photo", subject: "the delivery", yes: "there is a photo of the delivery", no: "there is no photo of the delivery", read: (s) => s.shipment?.timeline.proof?.photo ?? null },
  { id: "order_value", kind: "number", group: "Order", label: "Order value", subject: "the order", unit: "money", least: 0, most: 1_000_000, read: (s) => (s.order === null ? null : wholeUnits(s.order.totalMinor, s.order.currency)) },
  { id: "items", kind: "number", group: "Order", label: "Pieces in the order", subject: "the number of pieces", unit: "count", least: 0, most: 10_000, read: (s) => (s.order === null ? null : s.order.lines.reduce((sum, line) => sum + line.quantity, 0)) },
  { id: "sku", kind: "words", group: "Order", label: "SKU", subject: "an SKU of the order", example: "THROW-01", read: (s) => wordsOf(...(s.order?.lines ?? []).map((line) => line.sku)) },
  { id: "product", kind: "words", group: "Order", label: "Product", subject: "a product of the order", example: "Wool throw", read: (s) => wordsOf(...(s.order?.lines ?? []).map((line) => line.title)) },
  { id: "service", kind: "words", group: "Order", label: "Shipping option", subject: "the shipping option", example: "Express", read: (s) => wordsOf(s.order?.shippingMethod) },
  { id: "country", kind: "words", group: "Order", label: "Country", subject: "the country", example: "US", read: (s) => wordsOf(s.order?.destination.country) },
  { id: "region", kind: "words", group: "Order", label: "State or region", subject: "the region", example: "CA", read: (s) => wordsOf(s.order?.destination.region) },
  { id: "international", kind: "yes_no", group: "Order", label: "Goes abroad", subject: "the order", yes: "it goes abroad", no: "it stays in the country", read: (s) => (s.order?.destination.country == null || s.past.homeCountry === null ? null : s.order.destination.country !== s.past.homeCountry) },
  { id: "reshipped", kind: "yes_no", group: "Order", label: "Sent again before", subject: "the order", yes: "it was sent again before", no: "it was not sent again before", read: (s) => (s.order === null ? null : s.past.reships > 0) },
  { id: "first_time", kind: "yes_no", group: "Shopper", label: "First trouble of this shopper", subject: "the shopper", yes: "it is the first time", no: "the shopper had trouble before", read: (s) => (s.past.earlierTroubles === null ? null : s.past.earlierTroubles === 0) },
  { id: "earlier_troubles", kind: "number", group: "Shopper", label: "Earlier orders with trouble", subject: "the number of earlier orders with trouble", unit: "count", least: 0, most: 1_000, read: (s) => s.past.earlierTroubles },
  { id: "earlier_orders", kind: "number", group: "Shopper", label: "Earlier orders", subject: "the number of earlier orders", unit: "count", least: 0, most: 10_000, read: (s) => s.past.earlierOrders },
  { id: "working_hours", kind: "yes_no", group: "Time", label: "Working hours", subject: "now", yes: "it is a working day between 9:00 and 18:00", no: "it is outside working hours", read: isOffice },
];

const BY_ID: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.id, field]));

/** The field of this id; null where no version of the product, or only another, knows it. */
export const fieldOf = (id: string): Field | null => BY_ID.get(id) ?? null;
