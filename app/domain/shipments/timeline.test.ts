import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, scan } from "../../../tests/builders/journey.ts";
import { MILESTONES } from "./milestone.ts";
import type { Scan } from "./scan.ts";
import { timelineOf } from "./timeline.ts";

const anyScan: fc.Arbitrary<Scan> = fc.record({ h: fc.integer({ min: 0, max: 200 }), milestone: fc.constantFrom(...MILESTONES), exception: fc.constantFrom(null, "delayed" as const, "attempt_failed" as const, "address_problem" as const), lag: fc.integer({ min: 0, max: 50 }) })
  .map(({ h, milestone, exception, lag }) => scan(h, milestone, { exception, receivedAt: at(h + lag) }));

const permutations = <T>(all: readonly T[]): T[][] => (all.length <= 1 ? [[...all]] : all.flatMap((one, index) => permutations([...all.slice(0, index), ...all.slice(index + 1)]).map((rest) => [one, ...rest])));

describe("a timeline", () => {
  it("is the same for every order of arrival and any repetition", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (scans, picks) => {
      const shuffled = [...scans, ...scans.slice(0, 5)].map((one) => [picks.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      expect(timelineOf(shuffled)).toEqual(timelineOf(scans));
    }));
  });

  it("is the same for all 5,040 orders of a seven-event history", () => {
    const history = [scan(0, "label_created"), scan(5, "accepted"), scan(9, "in_transit"), scan(30, "in_transit", { exception: "delayed" }), scan(40, "in_transit"), scan(50, "out_for_delivery"), scan(55, "delivered")];
    const expected = timelineOf(history);
    expect(permutations(history).every((one) => JSON.stringify(timelineOf(one)) === JSON.stringify(expected))).toBe(true);
    expect(expected).toMatchObject({ milestone: "delivered", exception: null, acceptedAt: at(5), deliveredAt: at(55) });
  });

  it("can be folded in two parts", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 8 }), fc.array(anyScan, { maxLength: 8 }), (first, second) => {
      expect(timelineOf([...timelineOf(first).scans, ...second])).toEqual(timelineOf([...first, ...second]));
    }));
  });

  it("stays delivered when routine scans trail behind", () => {
    expect(timelineOf([scan(10, "delivered"), scan(12, "in_transit")])).toMatchObject({ milestone: "delivered", deliveredAt: at(10) });
  });

  it("is reopened by a return after the delivery", () => {
    expect(timelineOf([scan(10, "delivered"), scan(30, "returning", { exception: "returning_to_sender" })])).toMatchObject({ milestone: "returning", deliveredAt: null });
  });

  it("goes back from out for delivery after a failed attempt and keeps the problem until a clean scan", () => {
    const failed = [scan(1, "out_for_delivery"), scan(5, "in_transit", { exception: "attempt_failed" })];
    expect(timelineOf(failed)).toMatchObject({ milestone: "in_transit", exception: { category: "attempt_failed", since: at(5) } });
    expect(timelineOf([...failed, scan(20, "out_for_delivery")]).exception).toBeNull();
  });

  it("lets the graver word stand when two sources tell of one moment", () => {
    const fine = scan(5, "in_transit", { key: "easypost:1", exception: "address_problem" });
    const coarse = scan(5, "in_transit", { key: "shopify:1", exception: "delayed" });
    const silent = scan(5, "in_transit", { key: "shopify:2" });
    for (const told of [[fine, coarse, silent], [silent, coarse, fine]]) expect(timelineOf(told).exception).toMatchObject({ category: "address_problem", since: at(5) });
    expect(timelineOf([fine, coarse, scan(6, "in_transit")]).exception).toBeNull();
  });

  it("keeps the first time of a problem that is reported again", () => {
    expect(timelineOf([scan(5, "in_transit", { exception: "delayed" }), scan(9, "in_transit", { exception: "delayed", reason: "weather" })]).exception).toMatchObject({ since: at(5), reason: "weather" });
  });

  it("learns nothing about progress from a code nobody knows", () => {
    expect(timelineOf([scan(1, "accepted"), scan(9, "unknown")])).toMatchObject({ milestone: "accepted", lastScanAt: at(1) });
  });
});
