import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../shared/calendar.ts";
import { calibrate, remember } from "../engine/calibration.ts";
import { DAYS } from "../engine/model.ts";
import { DEFAULT_PROMISE, type PromiseSettings } from "../promise-settings.ts";
import { learnShop } from "./learn-shop.ts";
import type { Rehearsal, RehearsedParcel } from "./learned.ts";
import { preview, rehearsedBy } from "./preview.ts";
import { CALENDARS, parcelsOfShop, RULES, TODAY } from "./synthetic-shop.fixture.ts";

const { rehearsal } = learnShop({ parcels: parcelsOfShop({ seed: 2, past: 3_000, pastDays: 150, future: 0, futureDays: 1, regions: 8, spread: 0.35 }), rules: RULES, calendars: CALENDARS, today: TODAY });
const settings = (over: Partial<PromiseSettings> = {}): PromiseSettings => ({ ...DEFAULT_PROMISE, ...over });

describe("by hand", () => {
  // One half on day 3, the other on day 5: the window of most is 3 to 5.
  const remembered = remember(Float64Array.from({ length: DAYS }, (_, day) => (day < 3 ? 0 : day < 5 ? 0.5 : 1)));
  const parcel = (key: string, days: number | null, countedOn = "2026-03-02", service: string | null = null): RehearsedParcel =>
    ({ key, countedOn: countedOn as CalendarDate, week: 0, lane: "US", carrier: null, service, days, handOffDays: 1, remembered });
  const by = (parcels: readonly RehearsedParcel[]): Rehearsal => ({ until: "2026-03-20" as CalendarDate, weeks: [{ from: "2026-03-01" as CalendarDate, calibration: calibrate([], 0, [remembered]), lanes: new Map() }], parcels });

  test("a parcel in time is kept, also before the window; one later or still under way after its last day is not", () => {
    const all = by([parcel("in", 4), parcel("early", 1), parcel("late", 6), parcel("waits", null)]);
    expect(preview(all, settings())).toEqual({ sample: 4, kept: 0.5, inside: 0.25, promisedDays: 5, widthDays: 2, none: 0 });
  });

  test("a parcel whose last day is still to come, or that was never heard of again, is not judged", () => {
    const all = by([parcel("in", 4), parcel("quick", 1, "2026-03-18"), parcel("waits", null, "2026-03-18"), parcel("lost", null, "2026-01-02")]);
    expect(preview(all, settings())).toMatchObject({ sample: 1, kept: 1 });
  });

  test("too early is not kept, where the merchant minds", () => {
    const all = by([parcel("two days early", 1), parcel("in", 3)]);
    expect(preview(all, settings({ tooEarlyDays: 1 })).kept).toBe(0.5);
    expect(preview(all, settings({ tooEarlyDays: 2 })).kept).toBe(1);
  });

  test("a floor makes promises later, a ceiling leaves them out", () => {
    const all = by([parcel("late", 6), parcel("in", 4)]);
    expect(preview(all, settings({ floorDays: 6 }))).toEqual({ sample: 2, kept: 1, inside: 0.5, promisedDays: 6, widthDays: 0, none: 0 });
    expect(preview(all, settings({ ceilingDays: 4 }))).toEqual({ sample: 0, kept: 0, inside: 0, promisedDays: 0, widthDays: 0, none: 1 });
  });

  test("a service has the figures of the first override that fits", () => {
    const all = by([parcel("slow", 4, undefined, "ground freight"), parcel("in", 4, undefined, "standard")]);
    expect(preview(all, settings({ overrides: [{ method: "freight", rate: 0.9, floorDays: null, ceilingDays: 2 }] })).none).toBe(0.5);
  });

  test("styles show the whole window, its last day or the day to promise", () => {
    const all = by([parcel("in", 5)]);
    expect(preview(all, settings({ style: "latest" }))).toMatchObject({ promisedDays: 5, widthDays: 0, inside: 1 });
    expect(preview(all, settings({ style: "arrives_by" })).widthDays).toBe(0);
  });

  test("nothing rehearsed says nothing", () => {
    expect(preview(by([]), settings())).toEqual({ sample: 0, kept: 0, inside: 0, promisedDays: 0, widthDays: 0, none: 0 });
  });
});

test("on a shop whose truth does not change, windows and promises keep about the rate asked for", () => {
  for (const rate of [0.8, 0.9, 0.95]) {
    expect(Math.abs(preview(rehearsal, settings({ rate })).inside - rate)).toBeLessThan(0.06);
    expect(Math.abs(preview(rehearsal, settings({ rate, style: "arrives_by" })).kept - rate)).toBeLessThan(0.06);
  }
});

test("a higher rate keeps no fewer promises and promises no earlier", () => {
  const rate = fc.double({ min: 0.5, max: 0.98, noNaN: true });
  fc.assert(fc.property(rate, rate, (one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)].map((wanted) => preview(rehearsal, settings({ rate: wanted, style: "arrives_by" })));
    expect(high!.promisedDays).toBeGreaterThanOrEqual(low!.promisedDays);
    expect(high!.kept).toBeGreaterThanOrEqual(low!.kept - 0.01); // later promises leave the youngest parcels undecided
  }), { numRuns: 30 });
});

test("groups add up to the whole", () => {
  const whole = preview(rehearsal, settings());
  for (const key of [({ lane }: RehearsedParcel) => lane, ({ service }: RehearsedParcel) => service ?? "", ({ week }: RehearsedParcel) => String(week)]) {
    const groups = [...rehearsedBy(rehearsal, settings(), key).values()];
    expect(groups.length).toBeGreaterThan(1);
    expect(groups.reduce((sum, { sample }) => sum + sample, 0)).toBe(whole.sample);
    expect(groups.reduce((sum, { sample, kept }) => sum + sample * kept, 0)).toBeCloseTo(whole.sample * whole.kept, 6);
  }
});
