import { describe, expect, it } from "vitest";
import { calibrate, remember, windowLevelFor, type Calibration, type PastForecast } from "../engine/calibration.ts";
import { shortestWindow } from "../engine/forecast-dates.ts";
import { DAYS } from "../engine/model.ts";
import { evenFrom } from "../engine/synthetic-world.fixture.ts";
import { calibrateLanes, calibrationOf } from "./lane-calibrations.ts";

const TODAY = 20_600;
const logistic = (day: number, spread: number): number => 1 / (1 + Math.exp(-(day + 0.5 - 6) / spread));
/** One forecast for everybody: six days, give or take. */
const FORECAST = Float64Array.from({ length: DAYS }, (_, day) => (day === DAYS - 1 ? 1 : logistic(day, 1)));
const even = evenFrom(11);
/** What a parcel really takes, in days, where the way is so uncertain. */
const took = (spread: number): number => { const chance = even(); return Math.max(0, Math.round(6 + spread * Math.log(chance / (1 - chance)) - 0.5 + even())); };
const remembered = remember(FORECAST);
const ledger = (lane: string, spread: number, many: number): (PastForecast & { lane: string })[] => Array.from({ length: many }, (_, at) => ({ lane, askedDay: TODAY - 20 - (at % 60), days: took(spread), remembered }));
const covers = (calibration: Calibration, spread: number): number => {
  const { from, to } = shortestWindow(FORECAST, windowLevelFor(calibration, 0.9));
  return Array.from({ length: 4_000 }, () => took(spread)).filter((days) => days >= from && days <= to).length / 4_000;
};

describe("a lane's own calibration", () => {
  const past = [...ledger("US-CA-941", 0.4, 500), ...ledger("US-NY", 1.6, 500), ...ledger("CA", 1, 20)];
  const all = calibrate(past, TODAY);
  const lanes = calibrateLanes(past, TODAY, all);
  const learned = { ordered: all, orderedBy: lanes };

  it("holds where that of all is too wide for one and too narrow for another", () => {
    expect(covers(all, 1.6)).toBeLessThan(0.86);
    expect(covers(calibrationOf(learned, "US-NY-100"), 1.6)).toBeGreaterThan(0.86);
    expect(covers(calibrationOf(learned, "US-CA"), 0.4)).toBeGreaterThanOrEqual(0.87);
    const width = (calibration: Calibration): number => { const { from, to } = shortestWindow(FORECAST, windowLevelFor(calibration, 0.9)); return to - from; };
    expect(width(calibrationOf(learned, "US-CA"))).toBeLessThan(width(all));
  });

  it("is that of all where too little came of it, and where nothing did", () => {
    expect(calibrationOf(learned, "CA")).toBe(all);
    expect(calibrationOf(learned, "*")).toBe(all);
  });

  it("stays near that of all while its parcels are few", () => {
    const few = calibrateLanes([...ledger("US-NY", 1.6, 60)], TODAY, all).get("US-NY");
    const many = lanes.get("US-NY");
    const level = (calibration: Calibration | undefined): number => (calibration ? windowLevelFor(calibration, 0.9) : 0);
    expect(level(few)).toBeGreaterThan(level(all));
    expect(level(few)).toBeLessThan(level(many));
  });
});
