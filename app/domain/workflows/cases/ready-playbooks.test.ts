import { expect, it } from "vitest";
import { EXCEPTIONS } from "../../shipments/exception.ts";
import { CASE_CATEGORIES, playbookFor, READY_PLAYBOOKS } from "./ready-playbooks.ts";

it("there is a ready-made playbook for every category, with steps, words and acts", () => {
  expect([...CASE_CATEGORIES].toSorted()).toEqual([...Object.keys(EXCEPTIONS), "incident"].toSorted());
  for (const category of CASE_CATEGORIES) {
    const { steps, acts, toShopper, toCarrier } = READY_PLAYBOOKS[category];
    expect(new Set(steps).size, category).toBe(steps.length);
    expect([steps.length > 1, acts.length > 0, /[.?]$/.test(toShopper), /[.?]$/.test(toCarrier)], category).toEqual([true, true, true, true]);
  }
});

it("a shop's own playbook stands instead of the ready-made one", () => {
  const own = { steps: ["Call us."], acts: [], toShopper: "Wait.", toCarrier: "Look." };
  expect([playbookFor("lost", { lost: own }), playbookFor("damaged", { lost: own })]).toEqual([own, READY_PLAYBOOKS.damaged]);
});
