import { describe, expect, test } from "vitest";
import { MILESTONES, type Milestone } from "#app/domain/shipments/milestone.ts";
import { milestonePath } from "./milestone-path.ts";

const said = (milestone: Milestone) => milestonePath(milestone).map(({ label, state }) => `${label}: ${state}`);

describe("the way of a parcel", () => {
  test.each(MILESTONES)("a parcel that is %s stands on one step", (milestone) => {
    expect(milestonePath(milestone).filter((step) => step.state === "now")).toHaveLength(1);
  });

  test("an ordinary way has five steps, and the one it stands on has its exact name", () => {
    expect(said("accepted")).toEqual(["Ordered: done", "Label created: done", "With the carrier: now", "Out for delivery: later", "Delivered: later"]);
    expect(said("unknown")[0]).toBe("Ordered: now");
  });

  test.each(["undeliverable", "returning", "returned", "cancelled"] as const)("a parcel that is %s is never said to have been out for delivery or delivered", (milestone) => {
    expect(milestonePath(milestone).map((step) => step.label)).not.toContain("Out for delivery");
    expect(milestonePath(milestone).map((step) => step.label)).not.toContain("Delivered");
  });
});
