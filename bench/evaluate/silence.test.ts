import { expect, it } from "vitest";
import { hours, plus, type Instant } from "#app/domain/shared/time.ts";
import { evaluateSilence } from "./silence.ts";
import { judgePolicy, type PolicyResult } from "./silence-score.ts";
import { silenceWorld, type TrueGap } from "./silence-world.ts";

const gap = (quiet: number | null, more: Partial<TrueGap> = {}): TrueGap => ({
  gap: { stage: "in_transit", step: "moving", since: 0 as Instant, until: quiet === null ? null : plus(0 as Instant, hours(quiet)), holder: "ups", country: "US", region: "TX" },
  carrier: "UPS", stopped: false, excused: false, ...more,
});
const counted = (...gaps: TrueGap[]) => judgePolicy("36 h", { parcels: gaps.length, gaps, from: 0 as Instant, to: plus(0 as Instant, hours(1_000)) }, ({ gap: { since } }) => plus(since, hours(36)));

it("counts what was found, missed and falsely raised, and excuses storms and strikes", () => {
  expect(counted(gap(20), gap(40), gap(40, { excused: true }), gap(null, { stopped: true }), gap(30, { stopped: true }), gap(90, { stopped: true }))).toEqual({
    name: "36 h", found: 2, missed: 1, falseAlarms: 1, excused: 1, medianDelayHours: 36, meanWaitHours: 34,
  });
  expect(counted(gap(null)), "what is merely not over at the year's end is no false alarm").toMatchObject({ found: 0, falseAlarms: 0 });
});

it("the made-up year is the same for the same seed, has its storms and stops, and never scans at once", () => {
  const world = silenceWorld(2_000, 5);
  expect(silenceWorld(2_000, 5)).toEqual(world);
  expect(silenceWorld(2_000, 6)).not.toEqual(world);
  const share = (fits: (one: TrueGap) => boolean): number => world.gaps.filter(fits).length / world.parcels;
  expect(share(({ stopped }) => stopped)).toBeGreaterThan(0.008);
  expect(share(({ stopped }) => stopped)).toBeLessThan(0.022);
  expect(share(({ excused }) => excused)).toBeGreaterThan(0.005);
  expect(new Set(world.gaps.map(({ gap: { stage } }) => stage))).toEqual(new Set(["label", "in_transit", "customs", "out_for_delivery", "after_attempt", "returning"]));
  expect(world.gaps.every(({ gap: { since, until } }) => until === null || until - since >= hours(1))).toBe(true);
});

it("at the same number of false alarms, learned silence is raised sooner than by fixed hours, even in a small shop's first year", () => {
  const said = evaluateSilence(["--parcels", "1000", "--seed", "11"]) as { parcels: number; policies: PolicyResult[]; learnedAtEqualFalseAlarms: Record<string, PolicyResult> };
  expect(said.policies.map(({ name }) => name)).toEqual(["fixed36h", "fixed48h", "fixed7d", "learned"]);
  const [day, days] = said.policies;
  const learned = said.policies[3]!;
  expect(learned.falseAlarms).toBeLessThan(0.25 * days!.falseAlarms);
  for (const fixed of [day!, days!]) {
    const equal = said.learnedAtEqualFalseAlarms[fixed.name]!;
    expect(equal.falseAlarms).toBeLessThanOrEqual(fixed.falseAlarms);
    expect(equal.found).toBe(fixed.found);
    expect(equal.medianDelayHours).toBeLessThan(fixed.medianDelayHours);
  }
}, 120_000);

it("refuses a number of parcels it cannot make a year of", () => {
  expect(() => evaluateSilence(["--parcels", "many"])).toThrow("whole number");
});
