import { describe, expect, test } from "vitest";
import { MILESTONES, PROGRESS_STEP } from "#app/domain/shipments/milestone.ts";
import { parcelSteps } from "./parcel-step-list.ts";
import { trackingTexts } from "./texts/languages.ts";

const words = trackingTexts("en").steps;
const steps = (milestone: keyof typeof PROGRESS_STEP) => parcelSteps({ milestone, step: PROGRESS_STEP[milestone] }, words);
const now = (milestone: keyof typeof PROGRESS_STEP) => steps(milestone).find((step) => step.state === "now");

describe("the steps of a parcel", () => {
  test.each(MILESTONES)("a parcel that is %s stands on exactly one step", (milestone) => {
    expect(steps(milestone).filter((step) => step.state === "now")).toHaveLength(1);
  });

  test.each([
    ["label_created", "Ordered", "Getting ready for the carrier"], ["accepted", "Shipped", "Now"], ["in_transit", "Shipped", "Now"], ["out_for_delivery", "Out for delivery", "Now"],
    ["ready_for_pickup", "Ready for pickup", "Now"], ["delivered", "Delivered", "Done"], ["returning", "On its way back", "Now"], ["returned", "Returned", "Done"],
    ["undeliverable", "Could not be delivered", "Now"], ["cancelled", "Cancelled", "Now"], ["unknown", "Ordered", "Now"],
  ] as const)("%s is %s: %s", (milestone, label, note) => expect(now(milestone)).toMatchObject({ label, note }));

  test("what lies behind is done and what lies ahead is still to come", () => {
    expect(steps("in_transit").map((step) => step.state)).toEqual(["done", "now", "later", "later"]);
  });
});
