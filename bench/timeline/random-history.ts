import type { Random } from "../../simulator/world/types.ts";
import type { ExceptionCategory } from "../../app/domain/shipments/exception.ts";
import type { Milestone } from "../../app/domain/shipments/milestone.ts";
import { PLAIN, type Place, type Scan, type Source, type Timing } from "../../app/domain/shipments/scan.ts";
import type { TimelineContext } from "../../app/domain/shipments/timeline.ts";
import type { Instant } from "../../app/domain/shared/time.ts";

/** A parcel's whole history as several sources tell it, and what else is known of it. */
export type History = { readonly scans: readonly Scan[]; readonly context: TimelineContext };

const HOUR = 3_600_000;
const START = Date.parse("2026-03-02T14:00:00Z");

const place = (city: string | null, region: string | null, country: string, zip: string | null = null): Place => ({ city, region, country, zip });
const ORIGINS = [place("Newark", "NJ", "US"), place("Ontario", "CA", "US"), place("Shenzhen", "Guangdong", "CN"), place("Leipzig", "SN", "DE"), place("Toronto", "ON", "CA")] as const;
const DESTINATIONS = [place("St. Louis", "MO", "US", "63101"), place("Portland", "OR", "US", "97201"), place("New York", "NY", "US", "10001"), place("Berlin", "BE", "DE", "10115"), place("Austin", "TX", "US", "78701")] as const;
const STOPS = [place("LOUISVILLE", "KY", "US"), place("Memphis", "Tennessee", "US"), place("Chicago", "IL", "USA"), place(null, null, "US"), place("Denver", "CO", "US"), place("Anchorage", "AK", "US"), place("Köln", "NW", "Germany"), place("Honolulu", "HI", "US")] as const;
const TELLERS: readonly { readonly source: Source; readonly timing: Timing; readonly share: number }[] = [
  { source: "shopify", timing: "exact", share: 0.6 }, { source: "easypost", timing: "exact", share: 0.9 }, { source: "ups", timing: "local", share: 0.95 }, { source: "usps", timing: "day", share: 0.7 },
  { source: "seventeentrack", timing: "assumed", share: 0.8 }, { source: "aftership", timing: "exact", share: 0.85 },
];
const TROUBLES: readonly (ExceptionCategory | null)[] = [null, null, null, null, "delayed", "attempt_failed", "address_problem", "customs_hold", "misrouted", "carrier_exception", "damaged"];

type Real = { readonly at: number; readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null; readonly where: Place | null };

/** Draws histories from one seeded generator. */
export const historiesFrom = (random: Random) => {
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const chance = (p: number): boolean => random() < p;

  const journey = (origin: Place, destination: Place): Real[] => {
    let at = START + below(400) * HOUR;
    const real: Real[] = [];
    const add = (milestone: Milestone, where: Place | null, exception: ExceptionCategory | null = null, reason: string | null = null): void => {
      at += chance(0.15) ? below(4) * 60_000 : below(20) * HOUR + below(3_600) * 1_000;
      real.push({ at, milestone, exception, reason, where });
    };
    add("label_created", origin);
    if (chance(0.8)) add("accepted", origin);
    for (let stop = below(5); stop > 0; stop -= 1) {
      const trouble = oneOf(TROUBLES);
      add("in_transit", chance(0.8) ? oneOf(STOPS) : null, trouble, trouble === "customs_hold" ? "customs_hold" : chance(0.1) ? oneOf(["customs_started", "customs_cleared", "handover"]) : null);
    }
    if (chance(0.85)) add("out_for_delivery", destination);
    if (chance(0.2)) add("in_transit", destination, "attempt_failed");
    if (chance(0.85)) add("delivered", chance(0.9) ? destination : oneOf(STOPS));
    if (chance(0.1)) add("out_for_delivery", destination);
    if (chance(0.1)) add("in_transit", oneOf(STOPS));
    if (chance(0.1)) add("delivered", destination);
    if (chance(0.08)) add(oneOf(["returning", "returned", "undeliverable", "cancelled"] as const), oneOf(STOPS), chance(0.5) ? "returning_to_sender" : null);
    if (chance(0.05)) at += 40 * 24 * HOUR;
    if (chance(0.05)) add("accepted", origin);
    return real;
  };

  const tell = (real: Real, { source, timing }: (typeof TELLERS)[number], key: string): Scan => {
    const jitter = chance(0.5) ? 0 : below(20) * 60_000;
    const offset = timing === "assumed" ? oneOf([-5, -6, 1, 8]) * HOUR : 0;
    const occurredAt = timing === "day" ? Math.floor(real.at / (24 * HOUR)) * 24 * HOUR + 12 * HOUR : real.at + jitter + offset;
    const received = chance(0.04) ? occurredAt - oneOf([1, 5, 30, 60]) * HOUR : Math.max(occurredAt, real.at) + below(30) * HOUR;
    const vague = source === "shopify" && real.exception !== null && chance(0.5);
    return {
      ...PLAIN, key, source, occurredAt: occurredAt as Instant, timing, receivedAt: received as Instant, code: real.milestone, text: chance(0.5) ? `${real.milestone} ${real.where?.city ?? ""}` : null,
      milestone: real.milestone, exception: vague ? "carrier_exception" : real.exception, reason: real.reason, place: chance(0.9) ? real.where : null,
      carrierEta: chance(0.1) ? ((real.at + 48 * HOUR) as Instant) : null, carrier: chance(0.1) ? oneOf(["UPS", "USPS", "DHL eCommerce"]) : null, trackingNumber: chance(0.03) ? "9400100000000000000000" : null,
      proof: real.milestone === "delivered" && chance(0.5) ? { photo: oneOf([true, false, null]), signature: oneOf([true, null]) } : null, withdrawn: chance(0.05),
    };
  };

  const asides = (last: number, key: (aside: string) => string): Scan[] => {
    const aside = (source: Source, exception: ExceptionCategory | null, eta: number | null, code: string): Scan => ({
      ...PLAIN, key: key(code), source, occurredAt: (last - below(90) * HOUR) as Instant, receivedAt: last as Instant, code, text: null, milestone: "unknown", exception, reason: null, place: null, carrierEta: eta as Instant | null,
    });
    return [
      ...(chance(0.3) ? [aside("easypost", null, last + below(100) * HOUR, "est_delivery_date")] : []), ...(chance(0.1) ? [aside("aftership", "not_found", null, "not found")] : []),
      ...(chance(0.1) ? [aside("merchant", "not_received", null, "not_received")] : []), ...(chance(0.1) ? [aside("ups", null, null, "QX")] : []),
    ];
  };

  return (): History => {
    const [origin, destination] = [oneOf(ORIGINS), oneOf(DESTINATIONS)];
    const real = journey(origin, destination);
    const first = (real[0]?.at ?? START) as Instant;
    const tellers = TELLERS.filter(() => chance(0.35));
    const scans = (tellers.length > 0 ? tellers : [oneOf(TELLERS)]).flatMap((teller) => real.flatMap((one, index) => (chance(teller.share) ? [tell(one, teller, `${teller.source}:${index}`)] : [])));
    const off = chance(0.05) ? -5 * HOUR : 0; // a label app that writes the wall clock and calls it UTC
    const clocked = off === 0 ? scans : scans.map((one) => (one.source === "shopify" ? { ...one, occurredAt: (one.occurredAt + off) as Instant } : one));
    const context = chance(0.15)
      ? { orderedAt: null, sentAt: null, destination: null, carrier: null, next: null }
      : { orderedAt: (first + (chance(0.9) ? -20 : 30 + below(900)) * HOUR) as Instant, sentAt: (first + below(40) * HOUR) as Instant, destination, carrier: oneOf(["UPS", "USPS", "Other", null]), next: chance(0.1) ? { carrier: "USPS", number: "9400100000000000000000" } : null };
    return { scans: [...clocked, ...asides(real.at(-1)?.at ?? START, (code) => `aside:${code}`)], context };
  };
};
