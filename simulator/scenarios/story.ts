import type { WarehouseStep } from "../warehouse/warehouse-event.ts";
import type { FulfillmentEventStatus, Random, TrackingInfo } from "../world/types.ts";
import { ORIGIN, type Destination, type Place } from "./places.ts";
import { wordsOf } from "./carrier-words.ts";
import type { ScanKind, ScanText } from "./scan-texts.ts";
import { mistyped, newTracking, type Carrier } from "./tracking-numbers.ts";

/** What the buyer chose and paid for. The titles are those of the pretend checkout. */
export type ShippingMethod = { title: string; code: string; price: string };

/** One thing that happens. Parcels are named within their story ("a", "b"). */
export type Act =
  | { act: "order"; items: { product: number; quantity: number }[]; method: ShippingMethod }
  | { act: "fulfill"; parcel: string; share: "all" | "first line" | "other lines"; tracking: TrackingInfo & { number: string } }
  | { act: "retrack"; parcel: string; tracking: (TrackingInfo & { number: string })[] }
  /** `happened`: the time the carrier writes beside it, where it tells it later. `name`: for a correction to find it. */
  | { act: "scan"; parcel: string; number: string; carrier: string; text: ScanText; place: Place | null; estimatedDelivery: Date | null; happened?: Date; handedOverTo?: { carrier: string; number: string }; name?: string }
  /** The carrier moves what it wrote down of a scan by `laterMs`. */
  | { act: "correct"; parcel: string; name: string; laterMs: number }
  /** Every vendor says again what it knows. */
  | { act: "repeat"; parcel: string; number: string }
  /** A label app of the shop writes to Shopify what it saw, by a clock of its own that is `aheadMs` ahead. */
  | { act: "label app"; parcel: string; status: FulfillmentEventStatus; message: string; place: Place | null; aheadMs: number }
  /** The warehouse's system reports what it did; a labelled or handed-over parcel is named. */
  | { act: "warehouse"; step: WarehouseStep; parcel: string | null }
  /** The buyer says that nothing came, and the merchant notes it in the app. */
  | { act: "not received"; parcel: string }
  | { act: "note"; text: string };

/** When (simulated time) something happens. `turning` marks the moment the story is about. */
export type Step = Act & { at: Date; turning?: true };

/** A story from first to last step, in order of time. The same seed and start give the same story. */
export type Story = {
  scenario: string; destination: Destination; steps: Step[];
  /** The same story if its parcel is packed at another time; without it the days after packing are moved as they are. */
  repacked?: (packedAt: Date) => Story;
};

/** One kind of story: what it is for, where it can play and how it is written. */
export type Scenario = {
  name: string;
  title: string;
  /** What happens, and what the merchant should notice; shown at the carrier desk. */
  summary: string;
  countries: readonly string[];
  /** Where the story needs certain towns; null: anywhere in those countries. */
  cities?: readonly string[];
  write(draft: Draft, random: Random): void;
};

/** What a scenario writes with. All offsets are counted from the moment the parcels are packed. */
export type Draft = {
  readonly destination: Destination;
  readonly placedAt: Date;
  /** The working morning on which the shop packs. */
  readonly packedAt: Date;
  /** The `days`-th day after packing, at an hour of the day in the shop's winter time (UTC−5), some minutes past. */
  day(days: number, hour: number): Date;
  order(lines: number, method?: keyof typeof METHODS): void;
  fulfill(parcel: string, carrier: Carrier, share?: "all" | "first line" | "other lines", at?: Date, options?: { mistyped?: true }): void;
  /** The merchant gives the parcel its right number. */
  correctNumber(parcel: string, at: Date): void;
  /** Another carrier takes the parcel over and scans it from then on under a number of its own. The shop is told by nobody but the carrier. */
  handOver(parcel: string, carrier: Carrier, at: Date, place: Place, options?: { estimate?: Date; turning?: true }): void;
  scan(parcel: string, kind: ScanKind, at: Date, place: Place | null, options?: { estimate?: Date; message?: string; turning?: true; happened?: Date; name?: string; carrier?: string }): void;
  correct(parcel: string, name: string, laterMs: number, at: Date): void;
  repeat(parcel: string, at: Date): void;
  labelApp(parcel: string, status: FulfillmentEventStatus, message: string, at: Date, place: Place | null, aheadMs: number): void;
  notReceived(parcel: string, at: Date, options?: { turning?: true }): void;
  note(at: Date, text: string, options?: { turning?: true }): void;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What the warehouse does before a parcel is packed into Shopify, and how many minutes before. */
const PACKING: readonly (readonly [WarehouseStep, number])[] = [["picking", 50], ["picked", 35], ["packed", 8]];
/** The shop's time zone in winter. Daylight saving would move a pretend scan by an hour, which no story depends on. */
const SHOP_OFFSET_HOURS = 5;
const METHODS: Record<"standard" | "express" | "international", ShippingMethod> = {
  standard: { title: "Standard", code: "standard", price: "5.90" },
  express: { title: "Express", code: "express", price: "14.90" },
  international: { title: "International", code: "international", price: "19.90" },
};

/** Writes a scenario out as a story. Pure: everything comes from the arguments and the seeded generator. */
export function writeStory(scenario: Scenario, context: { destination: Destination; placedAt: Date; random: Random; products: number }): Story {
  const { destination, placedAt, random, products } = context;
  const steps: Step[] = [];
  const packedAt = nextPacking(placedAt, random);
  const parcels = new Map<string, { carrier: Carrier; number: string }[]>();
  const named = (parcel: string): { carrier: Carrier; number: string } => {
    const latest = parcels.get(parcel)?.at(-1);
    if (latest === undefined) throw new Error(`scenario ${scenario.name} scans parcel ${parcel} before it is packed`);
    return latest;
  };
  const draft: Draft = {
    destination, placedAt, packedAt,
    day: (days, hour) => {
      const midnight = Math.floor((packedAt.getTime() - SHOP_OFFSET_HOURS * HOUR) / (24 * HOUR)) * 24 * HOUR + SHOP_OFFSET_HOURS * HOUR;
      return new Date(midnight + days * 24 * HOUR + hour * HOUR + Math.floor(random() * 50) * 60_000);
    },
    order(lines, chosen) {
      const first = Math.floor(random() * products);
      const items = Array.from({ length: lines }, (_, index) => ({ product: (first + index * 3) % products, quantity: random() < 0.75 ? 1 : 2 }));
      const abroad = destination.local.country !== ORIGIN.country;
      const method = METHODS[chosen ?? (abroad ? "international" : random() < 0.2 ? "express" : "standard")];
      steps.push({ act: "order", at: placedAt, items, method }, { act: "warehouse", at: new Date(placedAt.getTime() + 4 * MINUTE), step: "received", parcel: null });
    },
    fulfill(parcel, carrier, share = "all", at = packedAt, options = {}) {
      const tracking = newTracking(carrier, random);
      parcels.set(parcel, [{ carrier, number: tracking.number }]);
      const written = options.mistyped ? mistyped(tracking.number) : tracking.number;
      steps.push({ act: "fulfill", at, parcel, share, tracking: { ...tracking, number: written, url: tracking.url?.replace(tracking.number, written) ?? null } });
      for (const [step, minutesBefore] of PACKING) steps.push({ act: "warehouse", at: new Date(Math.max(at.getTime() - minutesBefore * MINUTE, placedAt.getTime() + 5 * MINUTE)), step, parcel });
      steps.push({ act: "warehouse", at: new Date(at.getTime() + MINUTE), step: "labelled", parcel });
    },
    correctNumber(parcel, at) {
      const { number } = named(parcel);
      const before = steps.find((step) => step.act === "fulfill" && step.parcel === parcel);
      if (before?.act !== "fulfill") throw new Error(`scenario ${scenario.name} corrects parcel ${parcel} before it is packed`);
      steps.push({ act: "retrack", at, parcel, tracking: [{ ...before.tracking, number, url: before.tracking.url?.replace(before.tracking.number, number) ?? null }] });
    },
    handOver(parcel, carrier, at, place, options = {}) {
      const tracking = newTracking(carrier, random);
      const before = named(parcel);
      steps.push({
        act: "scan", at, parcel, ...before, text: wordsOf(before.carrier, "handed over", place), place, estimatedDelivery: options.estimate ?? null, handedOverTo: { carrier, number: tracking.number },
        ...(options.turning ? { turning: true as const } : {}),
      });
      parcels.get(parcel)?.push({ carrier, number: tracking.number });
    },
    scan(parcel, kind, at, place, options = {}) {
      const { carrier, number } = named(parcel);
      const own = wordsOf(carrier, kind, place);
      const text = options.message === undefined ? own : { ...own, message: options.message };
      if (kind === "picked up" && options.happened === undefined && !steps.some((step) => step.act === "warehouse" && step.step === "handed_over" && step.parcel === parcel)) {
        steps.push({ act: "warehouse", at: new Date(at.getTime() - 10 * MINUTE), step: "handed_over", parcel });
      }
      steps.push({
        act: "scan", at, parcel, number, carrier: options.carrier ?? carrier, text, place, estimatedDelivery: options.estimate ?? null, ...(options.turning ? { turning: true as const } : {}),
        ...(options.happened === undefined ? {} : { happened: options.happened }), ...(options.name === undefined ? {} : { name: options.name }),
      });
    },
    correct: (parcel, name, laterMs, at) => void steps.push({ act: "correct", at, parcel, name, laterMs }),
    repeat: (parcel, at) => void steps.push({ act: "repeat", at, parcel, number: named(parcel).number }),
    labelApp: (parcel, status, message, at, place, aheadMs) => void steps.push({ act: "label app", at, parcel, status, message, place, aheadMs }),
    notReceived: (parcel, at, options = {}) => void steps.push({ act: "not received", at, parcel, ...options }),
    note: (at, text, options = {}) => void steps.push({ act: "note", at, text, ...options }),
  };
  scenario.write(draft, random);
  return { scenario: scenario.name, destination, steps: steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}

/** The shop packs on weekdays between nine and noon of its winter time; orders before nine leave the same day. */
function nextPacking(placedAt: Date, random: Random): Date {
  const local = new Date(placedAt.getTime() - SHOP_OFFSET_HOURS * HOUR);
  const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
  if (local.getUTCHours() >= 9) day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return new Date(day.getTime() + (SHOP_OFFSET_HOURS + 9) * HOUR + Math.floor(random() * 170) * 60_000);
}
