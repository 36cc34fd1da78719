import { describe, expect, it } from "vitest";
import { seededRandom } from "../../simulator/world/random.ts";
import { timelineOf } from "../../app/domain/shipments/timeline.ts";
import { digestOf } from "./digest.ts";
import { historiesFrom } from "./random-history.ts";

const drawn = (seed: number, count: number) => Array.from({ length: count }, historiesFrom(seededRandom(seed, "test")));

describe("the digest of a timeline", () => {
  it("is that of no other timeline", () => {
    const timelines = drawn(1, 400).map(({ scans, context }) => timelineOf(scans, context));
    expect(new Set(timelines.map(digestOf)).size).toBe(new Set(timelines.map((one) => JSON.stringify(one))).size);
  });

  it("changes with every part of what a timeline says", () => {
    const [timeline] = drawn(2, 200).map(({ scans, context }) => timelineOf(scans, context)).filter((one) => one.findings.length > 1 && one.events.length > 3);
    if (!timeline) throw new Error("No such history was drawn");
    const [event, ...events] = timeline.events;
    const [finding, ...findings] = timeline.findings;
    const others = [
      { ...timeline, milestone: "cancelled" as const }, { ...timeline, lastScanAt: null }, { ...timeline, carrierEta: timeline.events[0]?.at ?? null }, { ...timeline, scans: timeline.scans.toReversed() }, { ...timeline, findings },
      { ...timeline, events: [{ ...event, standing: "rejected" as const }, ...events] }, { ...timeline, findings: [{ ...finding, believes: "otherwise" }, ...findings] },
    ];
    expect(others.filter((one) => digestOf(one as typeof timeline) === digestOf(timeline))).toEqual([]);
    expect(digestOf({ ...timeline })).toBe(digestOf(timeline));
  });
});

describe("random histories", () => {
  it("are the same for the same seed, and meet every rule", () => {
    expect(drawn(3, 20)).toEqual(drawn(3, 20));
    const timelines = drawn(4, 3_000).map(({ scans, context }) => timelineOf(scans, context));
    const kinds = new Set(timelines.flatMap((one) => one.findings.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual([
      "before_label", "before_order", "clock_off", "dated_in_future", "delivered_elsewhere", "delivery_retracted", "detour", "handed_over", "impossible_speed", "missed_scan", "number_reused", "scanned_after_delivery", "sources_disagree", "withdrawn",
    ]);
    expect(timelines.some((one) => one.events.some(({ told }) => told.length > 2))).toBe(true);
  });
});
