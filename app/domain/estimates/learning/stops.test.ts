import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnShop } from "./learn-shop.ts";
import { caughtInAStop } from "./stops.ts";
import { CALENDARS, dateOf, parcelsOfShop, RULES, TODAY_DAY } from "./synthetic-shop.fixture.ts";

/** A Monday. */
const MONDAY = 20_000 - ((20_000 + 3) % 7);
const works = (day: number): boolean => (((day - MONDAY) % 7) + 7) % 7 < 5;
type Sent = { readonly handed: number; readonly arrived: number };

/** So many parcels every working day for `days` days, there after two or three working days, but on days on which the carrier stands. */
const sent = (perDay: number, days: number, stands: (day: number) => boolean = () => false, sends: (day: number) => boolean = () => true): readonly Sent[] => {
  const parcels: Sent[] = [];
  for (let day = MONDAY; day < MONDAY + days; day += 1) {
    if (!works(day) || !sends(day)) continue;
    for (let n = 0; n < perDay; n += 1) {
      let arrives = day;
      for (let left = 2 + (n % 2); left > 0;) { arrives += 1; if (works(arrives) && !stands(arrives)) left -= 1; }
      parcels.push({ handed: day + 0.7, arrived: arrives < MONDAY + days ? arrives + 0.5 : Number.NaN });
    }
  }
  return parcels;
};
const caughtOf = (parcels: readonly Sent[], holidays: readonly number[] = [], carrier = 0) => {
  const float = (of: (one: Sent) => number): Float64Array => Float64Array.from(parcels, of);
  return caughtInAStop({ size: parcels.length, handed: float((one) => one.handed), arrived: float((one) => one.arrived), keys: { carrier: new Int32Array(parcels.length).fill(carrier) } }, new Set(holidays));
};
const many = ({ caught }: ReturnType<typeof caughtOf>): number => caught.filter((day) => !Number.isNaN(day)).length;

describe("a stop of a carrier", () => {
  const begin = MONDAY + 63; // a Monday
  const stop = (day: number): boolean => day >= begin && day < begin + 4;

  it("catches what was under way, and counts the days it stood", () => {
    const parcels = sent(6, 90, stop);
    const { caught, stood } = caughtOf(parcels);
    const of = (handed: number) => parcels.flatMap((one, row) => (Math.floor(one.handed) === handed ? [[caught[row], stood[row]]] : []));
    expect(new Set(of(begin - 3).map(String))).toEqual(new Set([`${begin + 1},4`])); // sent on the Friday before; known once a day and a half's arrivals were missing
    expect(new Set(of(begin + 2).map(String))).toEqual(new Set([`${begin + 3},1`])); // sent on the third day of it
    expect(new Set([...of(begin - 7), ...of(begin + 4)].map(String))).toEqual(new Set(["NaN,0"]));
  });

  it("is none in ordinary weeks, over a holiday, on one quiet day of few parcels, when nobody sends, nor of a carrier nobody names", () => {
    expect(many(caughtOf(sent(6, 120)))).toBe(0);
    expect(many(caughtOf(sent(20, 90, (day) => day === begin), [begin]))).toBe(0);
    expect(many(caughtOf(sent(4, 90, (day) => day === begin + 1)))).toBe(0);
    expect(many(caughtOf(sent(6, 120, undefined, (day) => day < begin || day > begin + 20)))).toBe(0);
    expect(many(caughtOf(sent(6, 90, stop), [], -1))).toBe(0);
  });

  it("is known on no morning before it could be", () => {
    const parcels = sent(6, 90, stop);
    const whole = caughtOf(parcels);
    fc.assert(fc.property(fc.integer({ min: begin - 5, max: begin + 20 }), (morning) => {
      const then = caughtOf(parcels.map(({ handed, arrived }) => ({ handed: handed < morning ? handed : Number.NaN, arrived: arrived < morning ? arrived : Number.NaN })));
      expect([...then.caught]).toEqual([...whole.caught].map((day) => (day < morning ? day : Number.NaN)));
      const stoodOf = ({ stood }: typeof whole) => parcels.flatMap(({ arrived }, row) => (arrived < morning ? [stood[row]] : []));
      expect(stoodOf(then)).toEqual(stoodOf(whole));
    }));
  });

  it("does not make a shop's dates longer once its carrier moves again", () => {
    const world = { seed: 7, past: 3_000, pastDays: 200, future: 0, futureDays: 1, regions: 10, spread: 0.3 };
    const learned = (outage?: { carrier: string; from: number; days: number }) => {
      const { learned: { ordered, shipped }, rehearsal } = learnShop({ parcels: parcelsOfShop({ ...world, ...(outage ? { outage } : {}) }), rules: RULES, calendars: CALENDARS, today: dateOf(TODAY_DAY) });
      const last = rehearsal.parcels.slice(-200).map(({ remembered }) => remembered.to[50] ?? 0);
      return { held: [ordered.windows[50] ?? 0, shipped.windows[50] ?? 0], reach: last.reduce((sum, one) => sum + one, 0) / last.length };
    };
    const [calm, after] = [learned(), learned({ carrier: "ups", from: TODAY_DAY - 16, days: 6 })];
    expect(after.reach - calm.reach).toBeLessThan(0.5);
    for (const [at, share] of after.held.entries()) expect(share - (calm.held[at] ?? 0)).toBeGreaterThan(-0.03);
  });
});
