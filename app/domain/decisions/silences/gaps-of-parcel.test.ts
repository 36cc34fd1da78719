import fc from "fast-check";
import { expect, it } from "vitest";
import { at, scan, shipment } from "../../../../tests/builders/journey.ts";
import type { ExceptionCategory } from "../../shipments/exception.ts";
import { MILESTONES, type Milestone } from "../../shipments/milestone.ts";
import { gapsOfParcel, type PastScan, type ScannedParcel } from "./gaps-of-parcel.ts";
import { roadStepOf, stageOf } from "./quiet.ts";

const TO_NEW_YORK = { country: "US", region: "NY", city: "New York", zip: "10001" };
const past = (h: number, milestone: Milestone, more: Partial<PastScan> = {}): PastScan => ({ at: at(h), milestone, exception: null, reason: null, city: null, region: null, country: null, zip: null, ...more });
const parcel = (scans: readonly PastScan[], more: Partial<ScannedParcel> = {}): ScannedParcel =>
  ({ orderedAt: at(-24), createdAt: at(0), location: "17", carrier: "UPS Ground", number: "1Z999AA10123456784", destination: TO_NEW_YORK, scans, ...more });
const told = (one: ScannedParcel) => gapsOfParcel(one).map(({ stage, step, since, until }) => [stage, step, (since - at(0)) / 3_600_000, until === null ? null : (until - at(0)) / 3_600_000]);

it("a delivered parcel teaches every wait of its way", () => {
  expect(told(parcel([
    past(1, "label_created"), past(8, "accepted", { city: "Dallas", region: "TX", country: "US" }), past(20, "in_transit", { city: "Memphis", region: "TN", country: "US" }),
    past(44, "in_transit", { city: "Albany", region: "NY", country: "US" }), past(56, "out_for_delivery"), past(61, "out_for_delivery", { exception: "attempt_failed" }), past(80, "out_for_delivery"), past(84, "delivered"),
  ]))).toEqual([
    ["before_label", "any", -24, 0], ["label", "any", 0, 1], ["label", "any", 1, 8], ["in_transit", "collected", 8, 20], ["in_transit", "moving", 20, 44], ["in_transit", "near", 44, 56],
    ["out_for_delivery", "any", 56, 61], ["after_attempt", "any", 61, 80], ["out_for_delivery", "any", 80, 84],
  ]);
  expect(gapsOfParcel(parcel([past(1, "label_created")]))).toMatchObject([{ holder: "17" }, { holder: "ups", country: "US", region: "NY" }, { holder: "ups" }]);
});

it("one that is under way is still quiet, and scans of one moment are one", () => {
  expect(told(parcel([past(5, "accepted"), past(5.2, "in_transit")], { orderedAt: null }))).toEqual([["label", "any", 0, 5], ["in_transit", "moving", 5.2, null]]);
  expect(told(parcel([past(5, "accepted"), past(9, "ready_for_pickup")], { orderedAt: null }))).toEqual([["label", "any", 0, 5], ["in_transit", "collected", 5, 9]]);
  expect(told(parcel([], { orderedAt: null, number: null }))).toEqual([]);
});

it("stands in customs until a release or a scan beyond", () => {
  expect(told(parcel([past(5, "accepted"), past(30, "in_transit", { exception: "customs_hold" }), past(70, "in_transit", { reason: "customs_cleared" })], { orderedAt: null })).map(([stage]) => stage)).toEqual(["label", "in_transit", "customs", "in_transit"]);
});

it("reads where a parcel is as the parcel itself is read", () => {
  const one = fc.record({ milestone: fc.constantFrom(...MILESTONES.filter((milestone) => milestone !== "unknown" && milestone !== "cancelled" && milestone !== "label_created")), exception: fc.option(fc.constantFrom<ExceptionCategory>("attempt_failed"), { nil: null }) });
  fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (steps) => {
    const scans = [scan(2, "accepted"), ...steps.map(({ milestone, exception }, index) => scan(10 * (index + 1), milestone, { exception: milestone === "delivered" ? null : exception }))];
    const whole = shipment(scans);
    // What comes after a delivery teaches nothing, and a way that runs backwards is judged by the timeline: only ways that go on are compared.
    fc.pre(steps.slice(0, -1).every(({ milestone }) => milestone !== "delivered"));
    fc.pre(whole.timeline.events.every(({ standing }) => standing === "believed"));
    const last = gapsOfParcel(parcel(scans.map(({ occurredAt, milestone, exception }) => ({ ...past(0, milestone), at: occurredAt, exception })), { orderedAt: null })).at(-1);
    fc.pre(whole.timeline.milestone === scans.at(-1)!.milestone);
    const stage = stageOf(whole);
    const open = last?.until === null ? [last.stage, last.step] : null;
    expect(open).toEqual(stage === null ? null : [stage, stage === "in_transit" ? roadStepOf(whole, TO_NEW_YORK) : "any"]);
  }));
});
