import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { PANELS, weekChart } from "./week-chart-scale.ts";

const week = (name: string, share: number | null, change: Partial<KeptView> = {}): KeptView => ({ name, promises: 40, decided: share === null ? 0 : 40, kept: 0, share, low: share === null ? null : share - 0.04, high: share === null ? null : share + 0.03, widthDays: 3, promisedDays: 6, ...change });

describe("the chart of kept rate and width by week", () => {
  test("more kept stands higher, wider windows have taller bars", () => {
    const { weeks } = weekChart([week("2026-11-09", 0.88, { widthDays: 2 }), week("2026-11-16", 0.94, { widthDays: 4 })], 0.9);
    expect(weeks[0]?.rate?.y).toBeGreaterThan(weeks[1]?.rate?.y ?? 0);
    expect(weeks[0]?.bar?.height).toBeLessThan(weeks[1]?.bar?.height ?? 0);
  });

  test("a week below the goal is told apart", () => {
    expect(weekChart([week("a", 0.89), week("b", 0.9)], 0.9).weeks.map((one) => one.rate?.below)).toEqual([true, false]);
  });

  test("a week nothing is known of keeps its place and shows nothing", () => {
    const { weeks } = weekChart([week("a", null, { widthDays: null }), week("b", 0.9)], 0.9);
    expect(weeks[0]).toMatchObject({ name: "a", x: 25, rate: null, bar: null });
  });

  test("half a year of weeks names no more than fit a phone, the last always among them", () => {
    const { weeks } = weekChart(Array.from({ length: 26 }, (_, index) => week(String(index), 0.9)), 0.9);
    expect(weeks.filter((one) => one.labelled).length).toBeLessThanOrEqual(6);
    expect(weeks.at(-1)?.labelled).toBe(true);
  });

  test("a single week is no wall", () => expect(weekChart([week("a", 0.9)], 0.9).barWidth).toBeLessThanOrEqual(8));

  test("no week at all is no fault", () => expect(weekChart([], 0.9).weeks).toEqual([]));

  test("whatever the figures, everything stays within its panel", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const any = fc.record({ share, low: share, high: share, widthDays: fc.double({ min: 0, max: 90, noNaN: true }) });
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), fc.double({ min: 0.8, max: 0.99, noNaN: true }), (given, goal) => {
      const chart = weekChart(given.map((one, index) => week(String(index), one.share, one)), goal);
      for (const y of [chart.goalY, ...chart.rateTicks.map((one) => one.y), ...chart.weeks.flatMap(({ rate }) => (rate === null ? [] : [rate.y, rate.top, rate.bottom]))]) {
        expect(y).toBeGreaterThanOrEqual(PANELS.rateTop);
        expect(y).toBeLessThanOrEqual(PANELS.rateBottom);
      }
      for (const { x, bar } of chart.weeks) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(100);
        expect(bar?.y).toBeGreaterThanOrEqual(PANELS.widthTop);
        expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(PANELS.widthBottom, 1);
      }
    }));
  });
});
