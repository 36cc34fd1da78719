import type { Random } from "../../simulator/world/types.ts";
import { addDays, dateIn, type TimeZone } from "../../app/domain/shared/calendar.ts";
import type { Estimate } from "../../app/domain/estimates/estimate.ts";
import type { PastOrder, RecordedDate } from "../../app/domain/journeys/replay/past-order.ts";
import type { Order } from "../../app/domain/orders/order.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId, type ShopId } from "../../app/domain/shared/ids.ts";
import type { Instant } from "../../app/domain/shared/time.ts";
import type { ExceptionCategory } from "../../app/domain/shipments/exception.ts";
import type { Milestone } from "../../app/domain/shipments/milestone.ts";
import { PLAIN, type Place, type Scan } from "../../app/domain/shipments/scan.ts";
import { UNJUDGED } from "../../app/domain/shipments/shipment.ts";
import { EMPTY_TIMELINE } from "../../app/domain/shipments/timeline.ts";

/** The shop of the synthetic past, and where its clock stands. */
export const SHOP = "bench.myshopify.com" as ShopId;
export const ZONE = "America/New_York" as TimeZone;

const HOUR = 3_600_000;
const FROM = Date.parse("2026-03-02T14:00:00Z");
const DAYS = 180;
/** The end of the synthetic past: a replay looks back from here. */
export const UNTIL = (FROM + (DAYS + 21) * 24 * HOUR) as Instant;

const place = (city: string, region: string, country: string, zip: string | null = null): Place => ({ city, region, country, zip });
const STOPS = [place("Louisville", "KY", "US"), place("Memphis", "TN", "US"), place("Chicago", "IL", "US"), place("Denver", "CO", "US"), place("Columbus", "OH", "US")] as const;
const HOMES = [place("Austin", "TX", "US", "78701"), place("Portland", "OR", "US", "97201"), place("Saint Louis", "MO", "US", "63101"), place("Miami", "FL", "US", "33101"), place("Toronto", "ON", "CA", "M5V")] as const;
const CARRIERS = ["UPS", "Own driver"] as const;
/** A number as UPS gives them, its check digit right: weights 1 and 2 in turn, letters counted from 2. */
const numberOf = (index: number): string => {
  const body = `999AA1${String(index).padStart(9, "0")}`;
  const sum = [...body].reduce((so, char, at) => so + (/\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10) * (at % 2 === 0 ? 1 : 2), 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
};
/** What goes wrong, roughly as often as shops report it: one parcel in twelve. */
const TROUBLES: readonly (readonly [number, ExceptionCategory])[] = [[0.02, "delayed"], [0.015, "attempt_failed"], [0.012, "address_problem"], [0.006, "damaged"], [0.005, "lost"], [0.004, "returning_to_sender"]];

/** Orders of one made-up half year, one parcel each, drawn one after the other from one seed: the n-th is always the same. */
export const pastFrom = (random: Random) => {
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)] as T;

  return (index: number): PastOrder => {
    const orderId = String(5_000_000_000 + index) as OrderId;
    const orderedAt = (FROM + below(DAYS * 24) * HOUR + below(HOUR)) as Instant;
    const sentAt = (orderedAt + (4 + below(40)) * HOUR) as Instant;
    const home = oneOf(HOMES);
    const carrier = oneOf(CARRIERS);
    const drawn = random();
    const trouble = TROUBLES.reduce<{ readonly left: number; readonly found: ExceptionCategory | null }>(({ left, found }, [share, category]) => ({ left: left - share, found: found ?? (left < share ? category : null) }), { left: drawn, found: null }).found;
    const stops = 2 + below(4);
    const scans: { readonly at: Instant; readonly scan: Scan }[] = [];
    let at = sentAt as number;
    const tell = (after: number, milestone: Milestone, where: Place | null, exception: ExceptionCategory | null = null): void => {
      at += after * HOUR;
      const heardAt = (at + below(3 * 60) * 60_000) as Instant;
      scans.push({ at: heardAt, scan: { ...PLAIN, key: `${orderId}:${scans.length}`, source: "easypost", occurredAt: at as Instant, receivedAt: heardAt, code: milestone, text: null, milestone, exception, reason: null, place: where, carrierEta: null } });
    };
    tell(1 + below(6), "label_created", null);
    tell(4 + below(20), "accepted", oneOf(STOPS));
    for (let stop = 0; stop < stops; stop += 1) tell(random() < 0.06 ? 40 + below(80) : 6 + below(22), "in_transit", oneOf(STOPS), stop === 1 ? trouble : null);
    const ends = trouble !== "lost" && trouble !== "returning_to_sender";
    if (ends) {
      tell(6 + below(18), "out_for_delivery", home);
      tell(1 + below(8), "delivered", home);
    }
    const promised = addDays(dateIn(sentAt, ZONE), 4 + below(2));
    const window = (earliest: typeof promised, latest: typeof promised, because: string): Estimate => ({ kind: "window", earliest, latest, rate: 0.9, basis: "learned", because });
    const dates: RecordedDate[] = [{ at: sentAt, estimate: window(addDays(promised, -2), promised, "As parcels on this lane arrived.") }];
    const moved = scans[Math.floor(scans.length / 2)];
    if (moved && random() < 0.25) dates.push({ at: moved.at, estimate: window(addDays(promised, -1), addDays(promised, 1 + below(2)), "The last scan came later than usual.") });
    const order: Order = {
      shop: SHOP, id: orderId, name: `#${1_000 + index}`, createdAt: orderedAt, updatedAt: orderedAt, cancelledAt: null, currency: "USD", totalMinor: 2_000 + below(28_000), customerId: String(below(60_000)), checkoutToken: null,
      shippingMethod: random() < 0.2 ? "Express" : "Standard", locationId: null, checkoutDate: null, destination: home, contact: { email: null, firstName: null, locale: "en" },
      lines: [{ id: "1" as LineId, title: "Wool throw", sku: oneOf(["THROW-01", "THROW-02", "LAMP-01"]), quantity: 1 + below(3), unfulfilled: 0, requiresShipping: true }],
    };
    const fulfillment = String(7_000_000_000 + index) as FulfillmentId;
    return {
      shop: SHOP, orderId, order, steps: [], dates: [], past: { homeCountry: "US", earlierOrders: below(4), earlierTroubles: random() < 0.85 ? 0 : 1, reships: 0 },
      shipments: [{
        dates, heard: scans,
        shipment: {
          shop: SHOP, id: shipmentId(fulfillment, 1), orderId, fulfillmentId: fulfillment, tracking: { carrier, number: numberOf(index), url: null }, legs: [], feeds: [], items: [{ lineId: "1" as LineId, quantity: 1 }],
          createdAt: sentAt, updatedAt: sentAt, cancelled: false, locationId: null, timeline: EMPTY_TIMELINE, judged: UNJUDGED, silentSince: null,
        },
      }],
    };
  };
};
