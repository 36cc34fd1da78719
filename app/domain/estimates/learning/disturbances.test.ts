import { describe, expect, test } from "vitest";
import type { Disturbance } from "../conditions.ts";
import { disturbancesOf, lostDaysOf } from "./disturbances.ts";
import { windowOf } from "./forecast-windows.ts";
import { learnShop } from "./learn-shop.ts";
import { shippedForecast } from "./shipped-forecast.ts";
import { CALENDARS, dateOf, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY, type ShopWorld } from "./synthetic-shop.fixture.ts";
import { widened } from "./widened.ts";
import { localDays } from "./zone-days.ts";

const WORLD: ShopWorld = { seed: 5, past: 6_000, pastDays: 120, future: 1_500, futureDays: 30, regions: 8, spread: 0.3 };
const localDay = localDays(RULES.zone);
const { learned } = learnShop({ parcels: parcelsOfShop(WORLD), rules: RULES, calendars: CALENDARS, today: TODAY });

type Share = { readonly bare: number; readonly wide: number; readonly bareDays: number; readonly wideDays: number };

/** Asks about every parcel under way on some mornings: how often 90 % windows hold, and how wide they are, with and without what is known to be wrong. */
const morningsIn = (world: ShopWorld, mornings: readonly number[], of: (carrier: string | null) => boolean): Share => {
  const parcels = parcelsOfShop(world);
  let [asked, bare, wide, bareDays, wideDays] = [0, 0, 0, 0, 0];
  for (const after of mornings) {
    const morning = TODAY_DAY + after;
    const found = disturbancesOf(parcels, learned, CALENDARS, dateOf(morning));
    for (const parcel of parcels) {
      const { handedOverAt, nearAt, arrivedAt, carrier, service, location, items, region } = parcel;
      if (!of(carrier) || !(localDay(handedOverAt) < morning && localDay(arrivedAt) >= morning)) continue;
      const now = instantOf(morning);
      const { arrived } = shippedForecast(learned, { place: parcel, carrier, service, location, items, handedOverAt: handedOverAt!, nearAt: nearAt! < now ? nearAt : null, now });
      const [plain, warned] = [arrived, widened(arrived, lostDaysOf(found, carrier, `US-${region}`))].map((forecast) => windowOf(forecast, learned.shipped, 0.9));
      const took = Math.floor(localDay(arrivedAt)) - morning;
      asked += 1;
      if (plain!.from <= took && took <= plain!.to) bare += 1;
      if (warned!.from <= took && took <= warned!.to) wide += 1;
      bareDays += plain!.to - plain!.from;
      wideDays += warned!.to - warned!.from;
    }
  }
  return { bare: bare / asked, wide: wide / asked, bareDays: bareDays / asked, wideDays: wideDays / asked };
};
const foundIn = (world: ShopWorld, after: number): readonly Disturbance[] => disturbancesOf(parcelsOfShop(world), learned, CALENDARS, dateOf(TODAY_DAY + after));

describe("a carrier that stands still for three days", () => {
  const stopped = { ...WORLD, outage: { carrier: "ups", from: TODAY_DAY, days: 3 } };
  const ups = (carrier: string | null): boolean => carrier === "ups";

  test("is noticed on the next morning, named with its first day, and no other is", () => {
    for (const after of [1, 2, 3]) {
      const found = foundIn(stopped, after);
      expect(found.map(({ carrier }) => carrier)).toEqual(["ups"]);
      expect(found[0]).toMatchObject({ region: null, since: TODAY, arrived: 0 });
    }
  });

  test("leaves 90 % windows worthless where nobody knows of it, and at least 87 % kept where they are widened", () => {
    const { bare, wide, bareDays, wideDays } = morningsIn(stopped, [1, 2, 3], ups);
    expect(bare).toBeLessThan(0.5);
    expect(wide).toBeGreaterThanOrEqual(0.87);
    expect(wideDays).toBeGreaterThan(bareDays + 2);
  });

  test("does not widen the windows of the other carrier", () => {
    const { bareDays, wideDays } = morningsIn(stopped, [1, 2, 3], (carrier) => !ups(carrier));
    expect(wideDays).toBe(bareDays);
  });

  test("is forgotten a week after it is over, and windows are as narrow again as without", () => {
    expect(foundIn(stopped, 10).reduce((most, { lostDays }) => Math.max(most, lostDays), 0)).toBeLessThan(0.5);
    const { bareDays, wideDays, wide } = morningsIn(stopped, [10, 11, 12], ups);
    expect(wideDays - bareDays).toBeLessThan(0.2);
    expect(wide).toBeGreaterThanOrEqual(0.87);
  });
});

test("a stop in one region alone is named with its region, and no other lane is widened", () => {
  const stopped = { ...WORLD, past: 12_000, future: 3_000, outage: { carrier: "usps", from: TODAY_DAY, days: 3, region: "S3" } };
  for (const after of [2, 3]) expect(foundIn(stopped, after).map(({ carrier, region }) => [carrier, region])).toEqual([["usps", "US-S3"]]);
  expect(lostDaysOf(foundIn(stopped, 3), "usps", "US-S3")).toBeGreaterThan(1);
  for (const [carrier, region] of [["usps", "US-S1"], ["ups", "US-S3"], [null, null]] as const) expect(lostDaysOf(foundIn(stopped, 3), carrier, region)).toBe(0);
});

test("in calm weeks nothing is out of the ordinary", () => {
  for (let after = -10; after < 14; after += 1) expect(foundIn(WORLD, after)).toEqual([]);
});

test("a holiday entered since the shop was learned is no disturbance", () => {
  const closed = { ...WORLD, outage: { carrier: "ups", from: TODAY_DAY, days: 1 } };
  const knowing = { ...CALENDARS, carrierHolidays: new Set([...CALENDARS.carrierHolidays, TODAY]) };
  expect(disturbancesOf(parcelsOfShop(closed), learned, knowing, dateOf(TODAY_DAY + 1))).toEqual([]);
});

test("what happened on the morning or later is not looked at", () => {
  const world = parcelsOfShop({ ...WORLD, outage: { carrier: "ups", from: TODAY_DAY, days: 3 } });
  const now = instantOf(TODAY_DAY + 2);
  const masked = world.filter(({ handedOverAt }) => handedOverAt! < now).map((parcel) => ({ ...parcel, arrivedAt: parcel.arrivedAt! < now ? parcel.arrivedAt : null }));
  expect(disturbancesOf(masked, learned, CALENDARS, dateOf(TODAY_DAY + 2))).toEqual(disturbancesOf(world, learned, CALENDARS, dateOf(TODAY_DAY + 2)));
});
