import type { Stores } from "#app/adapters/prisma/stores.ts";
import { createHolidays } from "#app/adapters/holidays/holidays.ts";
import { createShopModels } from "#app/application/queries/shop-model.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { fixedSilence } from "#app/domain/decisions/silence-model.ts";
import { DEFAULT_WORK } from "#app/domain/workflows/work-settings.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { addDays, type CalendarDate, type TimeZone } from "#app/domain/shared/calendar.ts";
import type { FulfillmentId, LineId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { hours, iso, minus, plus, type Instant } from "#app/domain/shared/time.ts";
import { PLAIN } from "#app/domain/shipments/scan.ts";

/** The one shop of the bench. */
export const SHOP = "bench.myshopify.com" as ShopId;
const ZONE = "America/New_York" as TimeZone;
const REGIONS = ["CA", "NY", "TX", "FL", "WA", "IL", "GA", "CO"] as const;
const zipOf = (number: number): string => String(10_001 + ((number * 7_919) % 89_000));
const METHODS = ["Standard", "Express", "Economy"] as const;
const BATCH = 100;

/** Facts of one order: three lines; a sixth of the orders waits whole, the others have one or two parcels, under way or delivered. */
const factsOf = (number: number, now: Instant): readonly Fact[] => {
  const [id, ordered] = [orderId(number), minus(now, hours(12 + (number % 90)))];
  const lines = [1, 2, 3].map((line) => ({ id: `${number}00${line}` as LineId, title: `Wool throw ${(number * line) % 997}`, sku: `SKU-${line}`, quantity: 1 + ((number + line) % 2), unfulfilled: null, requiresShipping: true }));
  const order: Fact = { kind: "order", order: {
    shop: SHOP, id, name: `#${1_000 + number}`, createdAt: ordered, updatedAt: ordered, cancelledAt: null, currency: "USD", totalMinor: 4_200, customerId: String(number), checkoutToken: null,
    shippingMethod: METHODS[number % 3] ?? null, locationId: "1", checkoutDate: null, destination: { country: "US", region: REGIONS[number % 8] ?? null, city: "Springfield", zip: zipOf(number) },
    contact: { email: `shopper${number}@example.com`, firstName: "Ada", locale: "en-US" }, lines,
  } };
  const parcels = number % 6 === 0 ? [] : number % 6 === 1 ? [0] : [0, 1];
  const sent = parcels.flatMap((parcel): Fact[] => {
    const [fulfillmentId, createdAt] = [fulfillmentOf(number, parcel), plus(ordered, hours(4 + parcel))];
    const item = lines[parcel];
    const told = [["accepted", 2], ["in_transit", 5], ...(number % 5 === 0 ? [["delivered", 7] as const] : [])] as const;
    return [
      { kind: "fulfillment", fulfillment: { id: fulfillmentId, orderId: id, createdAt, updatedAt: createdAt, cancelled: false, locationId: "1", tracking: [{ carrier: "UPS", number: `1Z999AA1${String(number * 2 + parcel).padStart(10, "0")}`, url: null }], items: item ? [{ lineId: item.id, quantity: item.quantity }] : [] } },
      { kind: "fulfillment_scans", fulfillmentId, whole: null, scans: told.map(([milestone, after]) => ({
        key: `${milestone}/${after}`, source: "shopify" as const, occurredAt: plus(createdAt, hours(after)), receivedAt: plus(createdAt, hours(after)), code: milestone, text: null, milestone, exception: null, reason: null, place: null, carrierEta: null, ...PLAIN })) },
    ];
  });
  return [order, ...sent];
};

const orderId = (number: number): OrderId => String(9_007_199_254_740_993n + BigInt(number)) as OrderId;
const fulfillmentOf = (number: number, parcel: number): FulfillmentId => String(8_007_199_254_740_993n + BigInt(number * 10 + parcel)) as FulfillmentId;

/** A table as large as a busy shop's: the country, eight regions and 900 postal areas, three services, four days. */
const tableAt = (now: Instant): PublishedDateTable => {
  const today = iso(now).slice(0, 10) as CalendarDate;
  const days = [0, 1, 2, 3].map((ahead) => ({ day: addDays(today, ahead), until: Math.floor(plus(now, hours(24 * (ahead + 1))) / 1_000) }));
  const row = (from: number) => days.flatMap(() => [from, from + 3]);
  const lane = (from: number) => ({ "*": row(from + 2), express: row(from) });
  const areas = Array.from({ length: 900 }, (_, at) => [`US-${REGIONS[at % 8]}-${100 + at}`, { "*": row(1 + (at % 7)) }] as const);
  return {
    v: 2, id: `t${Math.floor(now / 1_000)}`, apiUrl: "https://hither.example", published: Math.floor(now / 1_000), expires: Math.floor(plus(now, hours(72)) / 1_000), style: "range", days, services: ["express", "economy"],
    lanes: { "*": lane(9), US: lane(3), ...Object.fromEntries(REGIONS.map((region, at) => [`US-${region}`, lane(at % 5)])), ...Object.fromEntries(areas) }, ships: [0, 1, 1, 0], busy: false,
  };
};

/** Fills the shop as its own messages would have: through the domain, and with everything the database keeps of it. */
export const seedShop = async (stores: Stores, orders: number, now: Instant): Promise<void> => {
  await stores.shops.install(SHOP, { gid: "gid://shopify/Shop/1", name: "Bench", email: "owner@example.com", currency: "USD", zone: ZONE, country: "US", primaryUrl: "https://bench.example" }, [], minus(now, hours(240)));
  const policy = defaultPolicy(ZONE, "US");
  const { model } = await createShopModels({ holidays: createHolidays() })(stores.dates, SHOP, policy, now);
  for (let from = 0; from < orders; from += BATCH) {
    const steps = Array.from({ length: Math.min(BATCH, orders - from) }, (_, at) => from + at).map((number) =>
      advance(emptyJourney(SHOP, orderId(number)), factsOf(number, now), { policy, work: DEFAULT_WORK, model, silences: fixedSilence(policy.silenceAfter), incidents: [], now, mode: "history", catchingUp: null }));
    await stores.transact((store) => store.journeys.save(steps, now));
  }
  await stores.dates.keepTable(SHOP, tableAt(now));
};

/** Questions about that shop: half about orders (by id and by name), a quarter about parcels, a quarter about carts. */
export const questionsOf = (orders: number): readonly string[] =>
  Array.from({ length: orders }, (_, number) => {
    if (number % 2 === 0) return number % 4 === 0 ? `order=${orderId(number)}` : `order=%23${1_000 + number}`;
    const sent = number % 6 === 0 ? number + 1 : number;
    if (number % 4 === 1) return `shipment=${fulfillmentOf(sent, 0)}.1`;
    return `country=US&region=${REGIONS[number % 8]}&zip=${zipOf(number)}&method=Standard&method=Express`;
  });
