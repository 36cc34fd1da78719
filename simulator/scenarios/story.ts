import type { Random, TrackingInfo } from "../world/types.ts";
import { ORIGIN, type Destination, type Place } from "./places.ts";
import { SCAN_TEXTS, type ScanKind, type ScanText } from "./scan-texts.ts";
import { newTracking, type Carrier } from "./tracking-numbers.ts";

/** What the buyer chose and paid for. The titles are those of the pretend checkout. */
export type ShippingMethod = { title: string; code: string; price: string };

/** One thing that happens. Parcels are named within their story ("a", "b"). */
export type Act =
  | { act: "order"; items: { product: number; quantity: number }[]; method: ShippingMethod }
  | { act: "fulfill"; parcel: string; share: "all" | "first line" | "other lines"; tracking: TrackingInfo & { number: string } }
  | { act: "retrack"; parcel: string; tracking: (TrackingInfo & { number: string })[] }
  | { act: "scan"; parcel: string; number: string; carrier: string; text: ScanText; place: Place | null; estimatedDelivery: Date | null }
  | { act: "note"; text: string };

/** When (simulated time) something happens. `turning` marks the moment the story is about. */
export type Step = Act & { at: Date; turning?: true };

/** A story from first to last step, in order of time. The same seed and start give the same story. */
export type Story = { scenario: string; destination: Destination; steps: Step[] };

/** One kind of story: what it is for, where it can play and how it is written. */
export type Scenario = {
  name: string;
  title: string;
  /** What happens, and what the merchant should notice; shown at the carrier desk. */
  summary: string;
  countries: readonly string[];
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
  order(lines: number): void;
  fulfill(parcel: string, carrier: Carrier, share?: "all" | "first line" | "other lines", at?: Date): void;
  retrack(parcel: string, carrier: Carrier, at: Date): void;
  scan(parcel: string, kind: ScanKind, at: Date, place: Place | null, options?: { estimate?: Date; message?: string; turning?: true }): void;
  note(at: Date, text: string, options?: { turning?: true }): void;
};

const HOUR = 3_600_000;
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
    order(lines) {
      const first = Math.floor(random() * products);
      const items = Array.from({ length: lines }, (_, index) => ({ product: (first + index * 3) % products, quantity: random() < 0.75 ? 1 : 2 }));
      const abroad = destination.local.country !== ORIGIN.country;
      const method = METHODS[abroad ? "international" : random() < 0.2 ? "express" : "standard"];
      steps.push({ act: "order", at: placedAt, items, method });
    },
    fulfill(parcel, carrier, share = "all", at = packedAt) {
      const tracking = newTracking(carrier, random);
      parcels.set(parcel, [{ carrier, number: tracking.number }]);
      steps.push({ act: "fulfill", at, parcel, share, tracking });
    },
    retrack(parcel, carrier, at) {
      const before = steps.find((step) => step.act === "fulfill" && step.parcel === parcel);
      if (before?.act !== "fulfill") throw new Error(`scenario ${scenario.name} hands over parcel ${parcel} before it is packed`);
      const tracking = newTracking(carrier, random);
      parcels.get(parcel)?.push({ carrier, number: tracking.number });
      steps.push({ act: "retrack", at, parcel, tracking: [before.tracking, tracking] });
    },
    scan(parcel, kind, at, place, options = {}) {
      const { carrier, number } = named(parcel);
      const text = options.message === undefined ? SCAN_TEXTS[kind] : { ...SCAN_TEXTS[kind], message: options.message };
      steps.push({ act: "scan", at, parcel, number, carrier, text, place, estimatedDelivery: options.estimate ?? null, ...(options.turning ? { turning: true as const } : {}) });
    },
    note: (at, text, options = {}) => void steps.push({ act: "note", at, text, ...options }),
  };
  scenario.write(draft, random);
  return { scenario: scenario.name, destination, steps: steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}

/** The same story, moved in time as a whole. */
export function shiftStory(story: Story, byMs: number): Story {
  return {
    ...story,
    steps: story.steps.map((step) => {
      const at = new Date(step.at.getTime() + byMs);
      if (step.act !== "scan" || step.estimatedDelivery === null) return { ...step, at };
      return { ...step, at, estimatedDelivery: new Date(step.estimatedDelivery.getTime() + byMs) };
    }),
  };
}

/** The shop packs on weekdays between nine and noon of its winter time; orders before nine leave the same day. */
function nextPacking(placedAt: Date, random: Random): Date {
  const local = new Date(placedAt.getTime() - SHOP_OFFSET_HOURS * HOUR);
  const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
  if (local.getUTCHours() >= 9) day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return new Date(day.getTime() + (SHOP_OFFSET_HOURS + 9) * HOUR + Math.floor(random() * 170) * 60_000);
}
