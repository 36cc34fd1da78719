import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf, type CalendarDate } from "../shared/calendar.ts";
import { keptBy, keptOf, weekOf, wilson, type PromiseRow } from "./reliability.ts";

const DAY = "2026-11-17" as CalendarDate;
const on = (n: number): CalendarDate => addDays(DAY, n);
const row = (more: Partial<PromiseRow> = {}): PromiseRow => ({ shownOn: DAY, stage: "before_purchase", earliest: on(3), latest: on(5), lane: "US-CA", service: "standard", carrier: "ups", handedOverOn: on(1), deliveredOn: on(4), over: false, ...more });
const JUDGING = { tooEarlyDays: null, today: on(30) };

describe("kept promises", () => {
  it("are counted among those decided, with width and days promised of all", () => {
    const rows = [row(), row({ deliveredOn: on(6) }), row({ deliveredOn: null, latest: on(40) }), row({ deliveredOn: null, over: true, handedOverOn: null }), row({ earliest: null, latest: null })];
    expect(keptOf("all", rows, JUDGING)).toMatchObject({ promises: 4, decided: 2, kept: 1, share: 0.5, widthDays: (2 + 2 + 37 + 2) / 4, promisedDays: (5 + 5 + 40 + 5) / 4 });
  });

  it("have no share while none is decided", () => expect(keptOf("none", [], JUDGING)).toEqual({ name: "none", promises: 0, decided: 0, kept: 0, share: null, low: null, high: null, widthDays: null, promisedDays: null }));

  it("are grouped by week, in order, and by lane, the largest first; parcels without a service have a name of their own", () => {
    const rows = [row({ shownOn: on(7), lane: "US" }), row(), row({ service: null })];
    expect(keptBy("week", rows, JUDGING).map(({ name, promises }) => `${name} ${promises}`)).toEqual(["2026-11-16 2", "2026-11-23 1"]);
    expect(keptBy("lane", rows, JUDGING).map(({ name }) => name)).toEqual(["US-CA", "US"]);
    expect(keptBy("service", rows, JUDGING).map(({ name }) => name)).toEqual(["standard", "–"]);
  });

  it("name weeks by their Mondays", () => {
    fc.assert(fc.property(fc.nat(3_000), (n) => {
      const [monday, day] = [weekOf(on(n)), on(n)];
      expect([weekdayOf(monday), monday <= day, day <= addDays(monday, 6)]).toEqual([1, true, true]);
    }));
  });

  it("have an interval that holds the share, within 0 and 1, narrower with more of them", () => {
    expect(wilson(9, 10)).toMatchObject({ low: expect.closeTo(0.5958, 3) as number, high: expect.closeTo(0.9821, 3) as number }); // as in Brown, Cai & DasGupta 2001, by their formula (4)
    fc.assert(fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (a, decided) => {
      const kept = Math.min(a, decided);
      const [one, ten] = [wilson(kept, decided)!, wilson(10 * kept, 10 * decided)!];
      expect(one.low).toBeGreaterThanOrEqual(0);
      expect(one.high).toBeLessThanOrEqual(1);
      expect(one.low).toBeLessThanOrEqual(kept / decided);
      expect(one.high).toBeGreaterThanOrEqual(kept / decided);
      expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
    }));
  });
});
