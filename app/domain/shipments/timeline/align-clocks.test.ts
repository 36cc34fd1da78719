import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, scan } from "../../../../tests/builders/journey.ts";
import type { Scan } from "../scan.ts";
import { timelineOf } from "../timeline.ts";

const ROAD = [[2, "accepted"], [9, "in_transit"], [26, "in_transit"], [50, "out_for_delivery"], [57, "delivered"]] as const;
const carrier = ROAD.map(([h, milestone]) => scan(h, milestone, { source: "easypost", key: `easypost@${h}` }));
/** The same road in a source whose clock is off by so many hours; it tells each step six minutes after the carrier. */
const labelApp = (off: number, more: Partial<Scan> = {}) => ROAD.map(([h, milestone]) => scan(h + off, milestone, { source: "shopify", key: `shopify@${h}`, receivedAt: at(h + 0.1), ...more }));
const clockFindings = (scans: readonly Scan[]) => timelineOf(scans).findings.filter(({ kind }) => kind === "clock_off");

describe("a source whose clock is off", () => {
  it("tells the same events as the weightier source, once its clock is set right", () => {
    for (const off of [-5, -8, 5.5, -9.5]) {
      const timeline = timelineOf([...carrier, ...labelApp(off, off > 0 ? { receivedAt: at(100) } : {})]);
      expect(timeline.events.map((event) => [event.at, event.told.length]), String(off)).toEqual(ROAD.map(([h]) => [at(h), 2]));
      expect(timeline).toMatchObject({ milestone: "delivered", deliveredAt: at(57), findings: [{ kind: "clock_off", weight: "note", details: { source: "shopify", hours: Math.abs(off), behind: off < 0 ? 1 : 0 } }] });
    }
  });

  it("keeps what it said", () => {
    const kept = timelineOf([...carrier, ...labelApp(-5)]).scans.filter(({ source }) => source === "shopify");
    expect(kept.map(({ occurredAt }) => occurredAt)).toEqual(ROAD.map(([h]) => at(h - 5)));
  });

  it("is believed as it is while too little shows that it is off", () => {
    expect(clockFindings([...carrier, ...labelApp(-5).slice(0, 2)])).toEqual([]);
    expect(clockFindings([...carrier, ...labelApp(0)])).toEqual([]);
    expect(clockFindings([...carrier, ...labelApp(-5, { timing: "local" })])).toEqual([]);
    expect(clockFindings(labelApp(-5))).toEqual([]);
    expect(clockFindings([...carrier, ...[2, 9, 26].map((h) => scan(h - 5, "in_transit", { source: "shopify", key: `shopify@${h}` }))])).toEqual([]);
  });

  it("is set right alike in whatever order the statements arrive", () => {
    const all = [...carrier, ...labelApp(-5)];
    const expected = timelineOf(all);
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(timelineOf(shuffled)).toEqual(expected);
    }));
  });
});
