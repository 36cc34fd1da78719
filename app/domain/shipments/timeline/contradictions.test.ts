import { describe, expect, it } from "vitest";
import { at, scan } from "../../../../tests/builders/journey.ts";
import { iso } from "../../shared/time.ts";
import type { Scan } from "../scan.ts";
import { NO_CONTEXT, timelineOf, type TimelineContext } from "../timeline.ts";

const place = (city: string | null, region: string | null, country = "US", zip: string | null = null) => ({ city, region, country, zip });
const [newark, boston, losAngeles] = [place("Newark", "NJ"), place("Boston", "MA", "US", "02108"), place("Los Angeles", "CA")];
const ups = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source: "ups", key: `ups:${milestone}@${h}`, ...more });
const context = (more: Partial<TimelineContext> = {}): TimelineContext => ({ ...NO_CONTEXT, orderedAt: at(-24), sentAt: at(0), destination: boston, carrier: "UPS", ...more });
const standings = (scans: readonly Scan[], given: TimelineContext = NO_CONTEXT) => timelineOf(scans, given).events.map(({ standing }) => standing);

describe("a clock that is ahead", () => {
  it("counts from the receipt, and says so", () => {
    const timeline = timelineOf([ups(10, "in_transit", { receivedAt: at(6) })]);
    expect(timeline).toMatchObject({ lastScanAt: at(6), events: [{ at: at(6), standing: "believed" }], findings: [{ kind: "dated_in_future", weight: "note", details: { hours: 4 } }] });
    expect(timeline.scans[0]?.occurredAt).toBe(at(10));
  });

  it("is not believed beyond 36 hours, and not mentioned within what its timing may be off", () => {
    expect(timelineOf([ups(0, "accepted"), ups(50, "delivered", { receivedAt: at(13) })])).toMatchObject({ milestone: "accepted", findings: [{ kind: "dated_in_future", weight: "doubt" }] });
    for (const [timing, h] of [["exact", 0.05], ["local", 1], ["assumed", 13], ["day", 20]] as const) expect(timelineOf([ups(h, "in_transit", { timing, receivedAt: at(0) })]).findings, timing).toEqual([]);
  });
});

describe("a number that was used before", () => {
  const old = [ups(-24 * 90, "accepted"), ups(-24 * 88, "delivered")];

  it("does not tell of this parcel", () => {
    const timeline = timelineOf([...old, ups(2, "accepted")], context());
    expect(timeline).toMatchObject({ milestone: "accepted", acceptedAt: at(2), deliveredAt: null, lastScanAt: at(2) });
    expect(timeline.findings).toMatchObject([{ kind: "number_reused", evidence: ["ups:accepted@-2160", "ups:delivered@-2112"], details: { days: 87 } }]);
    expect(timelineOf(old, context())).toMatchObject({ milestone: "unknown", acceptedAt: null, lastScanAt: null });
  });

  it("belongs to the first parcel when a new one begins a month after its end, unless ours was sent since", () => {
    const cycles = [ups(2, "accepted"), ups(50, "delivered"), ups(50 + 24 * 40, "label_created"), ups(51 + 24 * 40, "in_transit")];
    expect(timelineOf(cycles)).toMatchObject({ milestone: "delivered", deliveredAt: at(50), lastScanAt: at(50) });
    expect(timelineOf(cycles, context({ sentAt: at(24 * 40) }))).toMatchObject({ milestone: "in_transit", deliveredAt: null });
    expect(standings([ups(2, "accepted"), ups(50, "delivered"), ups(50 + 24 * 20, "label_created")])).not.toContain("rejected");
  });
});

describe("possession before its time", () => {
  it("is not believed a day before the order", () => {
    const timeline = timelineOf([ups(-60, "accepted"), ups(2, "accepted")], context());
    expect(timeline).toMatchObject({ acceptedAt: at(2), findings: [{ kind: "before_order", evidence: ["ups:accepted@-60"] }] });
    expect(standings([ups(-40, "accepted")], context())).toEqual(["believed"]);
  });

  it("is believed, and worth a note, a day before the order was marked as sent", () => {
    expect(timelineOf([ups(2, "accepted")], context({ sentAt: at(40) }))).toMatchObject({ acceptedAt: at(2), findings: [{ kind: "before_label", weight: "note", details: { hours: 38 } }] });
    expect(timelineOf([ups(2, "accepted")], context({ sentAt: at(20) })).findings).toEqual([]);
  });
});

describe("a speed no vehicle reaches", () => {
  it("rejects the scan that fits neither neighbour", () => {
    const timeline = timelineOf([ups(2, "accepted", { place: newark }), ups(3, "in_transit", { place: losAngeles }), ups(4, "in_transit", { place: newark, key: "back" })]);
    expect(timeline.events.map(({ standing }) => standing)).toEqual(["believed", "rejected", "believed"]);
    expect(timeline.findings).toMatchObject([{ kind: "impossible_speed", details: { rejected: 1 } }]);
  });

  it("doubts both where only two contradict each other", () => {
    const timeline = timelineOf([ups(2, "accepted", { place: newark }), ups(3, "in_transit", { place: losAngeles })]);
    expect(timeline).toMatchObject({ milestone: "in_transit", findings: [{ kind: "impossible_speed", weight: "doubt", details: { rejected: 0 } }] });
  });

  it("does not accuse a flight, a near region, papers, or a clock of an unknown zone", () => {
    const then = (h: number, more: Partial<Scan>) => timelineOf([ups(2, "accepted", { place: newark }), ups(h, "in_transit", more)]).findings.map(({ kind }) => kind);
    expect(then(8, { place: losAngeles })).not.toContain("impossible_speed");
    expect(then(2.5, { place: place("Philadelphia", "PA") })).toEqual([]);
    expect(then(3, { place: losAngeles, reason: "customs_started" })).toEqual([]);
    expect(then(3, { place: losAngeles, timing: "assumed" })).toEqual([]);
  });
});

describe("a correction by the carrier", () => {
  it("counts for nothing, and is told with what changed", () => {
    const timeline = timelineOf([ups(2, "accepted"), ups(20, "delivered", { withdrawn: true, place: boston }), ups(21, "delivered", { place: boston })]);
    expect(timeline).toMatchObject({ milestone: "delivered", deliveredAt: at(21) });
    expect(timeline.findings).toMatchObject([{ kind: "withdrawn", believes: `The carrier moved the delivery from ${iso(at(20))} to ${iso(at(21))}.`, evidence: ["ups:delivered@20", "ups:delivered@21"] }]);
    const gone = timelineOf([ups(2, "accepted"), ups(20, "delivered", { withdrawn: true })]);
    expect(gone).toMatchObject({ milestone: "accepted", deliveredAt: null, lastScanAt: at(2), findings: [{ kind: "withdrawn" }] });
    expect(gone.findings[0]?.believes).toMatch(/^There was no delivery/);
  });

  it("clears a trouble that never was, and leaves what another source still tells", () => {
    expect(timelineOf([ups(2, "accepted"), ups(5, "in_transit", { exception: "lost", withdrawn: true })]).exception).toBeNull();
    expect(timelineOf([ups(2, "delivered", { withdrawn: true }), scan(2, "delivered", { source: "easypost" })])).toMatchObject({ milestone: "delivered" });
  });
});

describe("a delivery in another place than the address", () => {
  const delivered = (where: Scan["place"]) => timelineOf([ups(20, "delivered", { place: where })], context()).findings.map(({ kind, weight }) => [kind, weight]);

  it("is a contradiction in another region or country, and a note in another town", () => {
    expect(delivered(place("Newark", "NJ"))).toEqual([["delivered_elsewhere", "contradiction"]]);
    expect(delivered(place("Toronto", "ON", "CA"))).toEqual([["delivered_elsewhere", "contradiction"]]);
    expect(delivered(place("Brookline", "Massachusetts"))).toEqual([["delivered_elsewhere", "note"]]);
  });

  it("is none when the post code, its area or the spelling says the same", () => {
    expect(delivered(place("BOSTON", "MA"))).toEqual([]);
    expect(delivered(place("Charlestown", "MA", "US", "02129"))).toEqual([]);
    expect(delivered(place(null, null))).toEqual([]);
    expect(delivered(null)).toEqual([]);
  });
});

describe("scans nobody made", () => {
  it("are noticed between a label and a round", () => {
    expect(timelineOf([ups(0, "label_created"), ups(20, "out_for_delivery")]).findings).toMatchObject([{ kind: "missed_scan", weight: "note", details: { missed: "pickup" } }]);
    expect(timelineOf([ups(20, "delivered")]).findings).toEqual([]);
    expect(timelineOf([ups(0, "label_created"), ups(2, "in_transit"), ups(20, "delivered")]).findings).toEqual([]);
  });

  it("are noticed at a border, except within a customs union or after papers", () => {
    const cross = (from: string, to: string, ...between: Scan[]) => timelineOf([ups(2, "accepted", { place: place(null, null, from) }), ...between, ups(90, "in_transit", { place: place(null, null, to) })]).findings.map(({ details }) => details["missed"]);
    expect(cross("CN", "US")).toEqual(["export"]);
    expect(cross("DE", "FR")).toEqual([]);
    expect(cross("CN", "US", ups(30, "in_transit", { reason: "customs_started", place: place(null, null, "CN") }))).toEqual([]);
  });
});
