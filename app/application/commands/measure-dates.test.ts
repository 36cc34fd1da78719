import { describe, expect, it } from "vitest";
import { fakeDates, fakeHolidays } from "../../../tests/fakes/dates.ts";
import { at, NEW_YORK, SHOP } from "../../../tests/builders/journey.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import { addDays, dateIn } from "#app/domain/shared/calendar.ts";
import { days, hours, minus, plus, type Instant } from "#app/domain/shared/time.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import type { LoadFacts, Log, ShopRecord, ShopSettings, Store } from "../ports.ts";
import { calendarsOf } from "../queries/calendars-of.ts";
import { createShopModels } from "../queries/shop-model.ts";
import { measureDates } from "./measure-dates.ts";
import { refitDates } from "./refit-dates.ts";

const policy = defaultPolicy(NEW_YORK, "US");
const silent: Log = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };
const MAIN = { id: "1", name: "Main", country: "US", region: "NY", zip: null, active: true };

const house = () => {
  const { dates, held } = fakeDates();
  held.locations = [MAIN];
  const planned: PlannedIntent[] = [];
  const woken: string[] = [];
  const time = { now: at(0) };
  const store = { outbox: { add: async (_shop: string, intents: readonly PlannedIntent[]) => void planned.push(...intents) } } as unknown as Store;
  const shops = { find: async () => ({ uninstalledAt: null, zone: NEW_YORK }) as ShopRecord, settings: async () => ({ policy }) as ShopSettings };
  const ports = {
    dates, shops, models: createShopModels({ holidays: fakeHolidays }), holidays: fakeHolidays, admin: { locations: async () => ({ outcome: "found", locations: [MAIN] }) as const }, refit: async (past: Parameters<typeof learnShop>[0]) => learnShop(past),
    transact: (<T>(work: (store: Store) => Promise<T>) => work(store)), clock: () => time.now, jobs: { wake: async (job: string) => void woken.push(job) }, log: silent, appUrl: "https://app.example.com",
  };
  return { held, planned, woken, time, measure: () => measureDates(ports)(SHOP), refit: () => refitDates(ports)(SHOP) };
};

/** A location that hands over thirty pieces every working day, with so many waiting. */
const load = (now: Instant, waiting: number, location: string | null = "1"): LoadFacts => ({
  location, waiting: Array.from({ length: waiting }, (_, n) => ({ orderedAt: minus(now, hours(1 + (waiting - n) / 60)), items: 1 })),
  handedOver: location === null ? [] : Array.from({ length: 28 }, (_, n) => ({ on: addDays(dateIn(now, NEW_YORK), -n - 1), items: 30 })),
});

describe("measuring a shop", () => {
  it("publishes a first table by what the merchant states, before anything was learned", async () => {
    const { held, planned, measure } = house();
    await measure();
    expect(held.tables).toHaveLength(1);
    expect(held.tables[0]).toMatchObject({ v: 2, apiUrl: "https://app.example.com", style: "range", busy: false });
    expect(held.tables[0]?.days.map((one) => one.day)).not.toContain("2026-11-26");
    expect(planned.map((one) => one.intent.kind)).toEqual(["publish_dates"]);
  });

  it("publishes nothing again while nothing changes, until half a day has passed", async () => {
    const { held, time, measure } = house();
    await measure();
    time.now = plus(time.now, hours(0.25));
    await measure();
    expect(held.tables).toHaveLength(1);
    time.now = plus(time.now, hours(6));
    await measure();
    expect(held.tables).toHaveLength(2);
  });

  it("says that much is waiting, wakes the orders that wait, and takes it back by itself", async () => {
    const { held, woken, time, measure } = house();
    held.load = [load(time.now, 12)];
    await measure();
    expect([held.tables.at(-1)?.busy, held.woken]).toEqual([false, 0]);
    time.now = plus(time.now, hours(1));
    held.load = [load(time.now, 220)];
    await measure();
    expect([held.tables.at(-1)?.busy, held.woken]).toEqual([true, 1]);
    expect(woken).toContain("fire_timers");
    const ships = held.tables.at(-1)?.ships[0] ?? 0;
    expect(ships).toBeGreaterThan((held.tables[0]?.ships[0] ?? 0) + 2);
    time.now = plus(time.now, hours(1));
    held.load = [load(time.now, 5)];
    await measure();
    expect([held.tables.at(-1)?.busy, held.woken]).toEqual([false, 2]);
  });

  it("looks again at what a carrier has when it stands still no longer, and at nothing of the others", async () => {
    const { held, time, measure } = house();
    held.conditions = { measuredAt: time.now, backlogs: [], disturbances: [{ carrier: "ups", region: null, since: dateIn(time.now, NEW_YORK), lostDays: 2, expected: 30, arrived: 2 }] };
    await measure();
    time.now = plus(time.now, hours(1));
    await measure();
    expect(held.wokenCarriers).toEqual([["ups"]]);
  });

  it("lets orders of no stated location wait where most are packed", async () => {
    const { held, time, measure } = house();
    held.load = [load(time.now, 0), load(time.now, 220, null)];
    await measure();
    expect(held.conditions?.backlogs).toHaveLength(1);
    expect(held.conditions?.backlogs[0]).toMatchObject({ location: "1", queue: 220 });
    expect(held.tables.at(-1)?.busy).toBe(true);
  });

  it("asks Shopify for its places when one is named that nobody knows", async () => {
    const { held, measure } = house();
    held.locations = [];
    held.named = ["1"];
    await measure();
    expect(held.locations).toEqual([MAIN]);
  });
});

describe("learning a shop anew", () => {
  it("keeps what was learned under a version, and has the table follow", async () => {
    const { held, woken, time, refit, measure } = house();
    await measure();
    held.parcels = Array.from({ length: 120 }, (_, n) => {
      const ordered = minus(time.now, days(5 + (n % 60)));
      return { key: String(n), orderedAt: ordered, handedOverAt: plus(ordered, hours(20)), nearAt: plus(ordered, hours(60)), arrivedAt: plus(ordered, days(4)), location: "1", carrier: "ups", service: "standard", country: "US", region: "CA", zip: "94110", items: 1 };
    });
    await refit();
    expect(held.model?.learned.parcels.arrivals).toBeGreaterThan(100);
    expect(held.model?.version).toMatch(/^learned \d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    expect(woken).toContain("measure_dates");
    time.now = plus(time.now, hours(1));
    await measure();
    expect(held.tables).toHaveLength(2);
    const width = (table: number) => { const [from = 0, to = 0] = held.tables[table]?.lanes["US"]?.["*"] ?? []; return to - from; };
    expect(width(1)).toBeLessThan(width(0));
  });
});

it("keeps holidays of the whole country for carriers, and of the chosen calendar for whoever packs", () => {
  const calendars = calendarsOf({ ...policy, locations: [{ id: "2", name: "Abroad", zone: NEW_YORK, cutoff: "12:00", workingDays: [1, 2, 3], closedDates: [], holidays: null }] }, fakeHolidays, at(0));
  expect([calendars.main.closed.has("2026-11-26" as never), calendars.carrierHolidays.has("2026-11-26" as never), calendars.byLocation.get("2")?.closed.size]).toEqual([true, true, 0]);
});
