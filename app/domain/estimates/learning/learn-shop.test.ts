import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { medianDay } from "../engine/forecast-dates.ts";
import { calendarOf, countsOn } from "../work-calendar.ts";
import { windowOf } from "./forecast-windows.ts";
import { calibrationOf, shippedCalibrationOf } from "./lane-calibrations.ts";
import { laneIn, type Lane } from "./lane.ts";
import { learnShop } from "./learn-shop.ts";
import type { Learned } from "./learned.ts";
import { orderForecast } from "./order-forecast.ts";
import type { PastParcel } from "./past-parcel.ts";
import { shippedForecast } from "./shipped-forecast.ts";
import { CALENDARS, dateOf, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY, type ShopWorld } from "./synthetic-shop.fixture.ts";
import { dayOfDate, localDays } from "./zone-days.ts";

const WORLD: ShopWorld = { seed: 8, past: 1_200, pastDays: 150, future: 0, futureDays: 14, regions: 10, spread: 0.3 };
const learn = (parcels: readonly PastParcel[], today = TODAY) => learnShop({ parcels, rules: RULES, calendars: CALENDARS, today });
const localDay = localDays(RULES.zone);

/** A shop's dates for one parcel: at the order by its lane, and at the hand-off by all that is known then. `took` in days after each first day. */
const asked = (learned: Learned, lanes: ReadonlySet<Lane>, parcel: PastParcel) => {
  const { service, location, items, carrier, handedOverAt } = parcel;
  const counted = countsOn(calendarOf(CALENDARS, location), parcel.orderedAt!);
  const lane = laneIn(lanes, parcel);
  const shipped = shippedForecast(learned, { place: parcel, carrier, service, location, items, handedOverAt: handedOverAt!, nearAt: null, now: handedOverAt! });
  const took = (from: string): number => Math.max(0, Math.floor(localDay(parcel.arrivedAt)) - dayOfDate(from as typeof TODAY));
  return [
    { forecast: orderForecast(learned, { countsOn: counted, lane, service, location, items, extraDays: 0, notBefore: null }, CALENDARS).arrived, took: took(counted), calibration: calibrationOf(learned, lane) },
    { forecast: shipped.arrived, took: took(shipped.from), calibration: shippedCalibrationOf(learned, lane) },
  ];
};

describe("windows hold what they promise, however little is known", () => {
  const rates = [0.8, 0.9, 0.95];
  test.each([[0, 0.3], [20, 0.3], [20, 0.5], [100, 0.3], [100, 0.5], [1_000, 0.3], [1_000, 0.5], [10_000, 0.3]])("after %i parcels, with a carrier whose days spread by %f", (past, spread) => {
    const parcels = parcelsOfShop({ ...WORLD, seed: 5, past, pastDays: past < 1_000 ? 120 : 300, future: 1_500, regions: 12, spread });
    const { learned } = learn(parcels);
    const lanes = new Set(learned.lanes.map(({ lane }) => lane));
    const held = [rates.map(() => 0), rates.map(() => 0)];
    for (const parcel of parcels.slice(past)) asked(learned, lanes, parcel).forEach(({ forecast, took, calibration }, at) => rates.forEach((rate, one) => {
      const { from, to } = windowOf(forecast, calibration, rate);
      if (from <= took && took <= to) held[at]![one]! += 1;
    }));
    for (const of of held) rates.forEach((rate, one) => expect(of[one]! / 1_500).toBeGreaterThanOrEqual(rate - 0.03));
  }, 120_000);
});

describe("what is learned", () => {
  const world = parcelsOfShop(WORLD);
  const { learned, rehearsal } = learn(world);

  test("counts what it rests on and names the destinations with dates of their own", () => {
    expect(learned.fittedOn).toBe(TODAY);
    const before = (at: (parcel: PastParcel) => Instant | null) => world.filter((parcel) => localDay(at(parcel)) < TODAY_DAY).length;
    expect(learned.parcels).toEqual({ handOffs: before((one) => one.handedOverAt), arrivals: before((one) => one.arrivedAt) });
    expect(learned.lanes[0]).toEqual({ lane: "US", parcels: learned.parcels.arrivals });
    expect(learned.lanes.map(({ lane }) => lane)).toEqual(expect.arrayContaining(["US-S1", "CA"]));
    expect(learned.usual.location).toBe("east");
    expect(learned.usual.carriers.get("*|US-S1")).toBe("usps");
    expect(learned.usual.carriers.has("*|US-S0")).toBe(false); // two carriers share it evenly
    expect(learned.collectedAt).toBeGreaterThan(0.6);
  });

  test("has no bias where the carrier is not known yet", () => {
    const future = parcelsOfShop({ ...WORLD, future: 1_500 }).slice(WORLD.past);
    const lanes = new Set(learned.lanes.map(({ lane }) => lane));
    const errors = future.map((parcel) => { const [{ forecast, took }] = asked(learned, lanes, parcel) as [ReturnType<typeof asked>[number]]; return took - medianDay(forecast); });
    expect(Math.abs(errors.reduce((sum, one) => sum + one, 0) / errors.length)).toBeLessThan(0.5);
  });

  test("rehearses every order of the weeks since thirty had arrived, with what is known of it by now", () => {
    const { weeks, parcels } = rehearsal;
    const begun = dayOfDate(weeks[0]!.from);
    expect(parcels.map(({ key }) => key).toSorted()).toEqual(world.filter(({ orderedAt }) => localDay(orderedAt) >= begun && localDay(orderedAt) < TODAY_DAY).map(({ key }) => key).toSorted());
    expect(world.filter(({ arrivedAt }) => localDay(arrivedAt) < begun).length).toBeGreaterThanOrEqual(30);
    const byKey = new Map(world.map((parcel) => [parcel.key, parcel]));
    for (const { key, countedOn, days, week } of parcels) {
      const { orderedAt, arrivedAt, location } = byKey.get(key)!;
      expect(countedOn).toBe(countsOn(calendarOf(CALENDARS, location), orderedAt!));
      expect(days).toBe(localDay(arrivedAt) < TODAY_DAY ? Math.floor(localDay(arrivedAt)) - dayOfDate(countedOn) : null);
      expect(localDay(orderedAt)).toBeGreaterThanOrEqual(dayOfDate(weeks[week]!.from));
    }
  });

  test("is the same to the last bit when learned twice, and does not depend on the order of the parcels", () => {
    expect(learn(world)).toEqual({ learned, rehearsal });
    const other = learn(world.toReversed()).learned;
    for (const parcel of world.slice(0, 30)) {
      const [one, two] = [learned, other].map((it) => asked(it, new Set(["US", "US-S1", "US-S2"]), parcel));
      one!.forEach(({ forecast }, at) => forecast.forEach((chance, day) => expect(two![at]!.forecast[day]).toBeCloseTo(chance, 9)));
    }
    expect([...other.ordered.windows].map((share) => share.toFixed(6))).toEqual([...learned.ordered.windows].map((share) => share.toFixed(6)));
  });

  test("does not know what happened on its morning or later, in the legs, the walk or the calibration", () => {
    const today = addDays(TODAY, -20);
    const morning = instantOf(TODAY_DAY - 20);
    const masked = world.filter(({ orderedAt }) => orderedAt! < morning).map((parcel): PastParcel => {
      const until = (at: Instant | null): Instant | null => (at !== null && at < morning ? at : null);
      return { ...parcel, handedOverAt: until(parcel.handedOverAt), nearAt: until(parcel.nearAt), arrivedAt: until(parcel.arrivedAt) };
    });
    const [whole, honest] = [learn(world, today), learn(masked, today)];
    expect(whole.learned.ordered).toEqual(honest.learned.ordered);
    expect(whole.learned.shipped).toEqual(honest.learned.shipped);
    expect(whole.learned.lanes).toEqual(honest.learned.lanes);
    expect(whole.rehearsal).toEqual(honest.rehearsal);
    for (const parcel of world.slice(0, 20)) {
      const shift = { ...parcel, orderedAt: instantOf(TODAY_DAY - 19.5), handedOverAt: instantOf(TODAY_DAY - 19.3) };
      const [one, two] = [whole, honest].map((it) => asked(it.learned, new Set(["US"]), shift).map(({ forecast }) => forecast));
      expect(one).toEqual(two);
    }
  });

  test("of an order's walk looks at nothing later than the morning of its week", () => {
    const { weeks, parcels } = rehearsal;
    const week = weeks.length - 3;
    const morning = dayOfDate(weeks[week]!.from);
    const other = learn(world.map((parcel) => (localDay(parcel.arrivedAt) >= morning ? { ...parcel, arrivedAt: (parcel.arrivedAt! + 5 * 86_400_000) as Instant } : parcel))).rehearsal;
    expect(other.weeks[week]).toEqual(weeks[week]);
    const remembered = (of: typeof parcels) => new Map(of.filter((one) => one.week === week).map((one) => [one.key, one.remembered]));
    expect(remembered(other.parcels)).toEqual(remembered(parcels));
  });

  test("reads parcels of which little is known", () => {
    const nothing = { orderedAt: null, handedOverAt: null, nearAt: null, arrivedAt: null, location: null, carrier: null, service: null, country: null, region: null, zip: null, items: 0 };
    const odd = world.slice(0, 60).flatMap((parcel, at): PastParcel[] => [
      { ...nothing, key: `nothing ${at}` }, { ...parcel, key: `no order ${at}`, orderedAt: null }, { ...parcel, key: `no hand-off ${at}`, handedOverAt: null },
      { ...parcel, key: `backwards ${at}`, handedOverAt: parcel.arrivedAt, arrivedAt: parcel.orderedAt }, { ...parcel, key: `nowhere ${at}`, country: null, region: null, zip: null, location: "elsewhere" },
    ]);
    const odder = learn([...world, ...odd]).learned;
    for (const parcel of world.slice(0, 10)) for (const { forecast } of asked(odder, new Set(["US"]), parcel)) expect(forecast.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });
});

test("a location that falls behind has later hand-offs within two weeks, the other does not", () => {
  const world = parcelsOfShop({ ...WORLD, past: 2_000 });
  const since = TODAY_DAY - 14;
  const behind = world.map((parcel) => (parcel.location === "east" && localDay(parcel.orderedAt) >= since ? { ...parcel, handedOverAt: (parcel.handedOverAt! + 4 * 86_400_000) as Instant, arrivedAt: (parcel.arrivedAt! + 4 * 86_400_000) as Instant } : parcel));
  const [calm, late] = [world, behind].map((parcels) => learn(parcels).learned);
  const chance = (learned: Learned, location: string) => orderForecast(learned, { countsOn: dateOf(TODAY_DAY), lane: "US", service: "standard", location, items: 1, extraDays: 0, notBefore: null }, CALENDARS).handedOver[1]!;
  expect(chance(late!, "east")).toBeLessThan(chance(calm!, "east") - 0.2);
  expect(chance(late!, "west")).toBeGreaterThan(chance(calm!, "west") - 0.2);
});
