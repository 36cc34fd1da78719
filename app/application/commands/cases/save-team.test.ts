import { describe, expect, it } from "vitest";
import type { TeamDraft } from "#app/contracts/case-requests.ts";
import { playbookErrors } from "./save-playbook.ts";
import { teamErrors } from "./save-team.ts";

const person = (more: Partial<TeamDraft["members"][number]> = {}) => ({ id: "", name: "Ada", email: null, slackId: null, team: "Support", away: false, isMe: false, ...more });
const draft = (more: Partial<TeamDraft> = {}): TeamDraft => ({ members: [person()], assignment: [], dueHours: { critical: 8, warning: 24 }, escalateAfterHours: 8, escalateTo: null, ...more });
const rule = { categories: [], countries: [], carriers: [], team: "Support" };

describe("a team's form", () => {
  it("is sound with people, rules for teams that have members, and hours", () => {
    expect(teamErrors(draft({ members: [person({ email: "ada@example.com", slackId: "U012AB3CD" })], assignment: [{ ...rule, categories: ["lost"], countries: ["US"] }], escalateTo: "Support" }))).toEqual({});
    expect(teamErrors(draft({ members: [] }))).toEqual({});
  });

  it.each([
    ["members.0", draft({ members: [person({ name: " " })] })], ["members.0", draft({ members: [person({ team: "" })] })], ["members.0", draft({ members: [person({ email: "ada" })] })], ["members.0", draft({ members: [person({ slackId: "@ada" })] })],
    ["members.1", draft({ members: [person(), person({ name: "ADA" })] })], ["members", draft({ members: [person({ isMe: true }), person({ name: "Ben", isMe: true })] })], ["assignment.0", draft({ assignment: [{ ...rule, team: "Pirates" }] })],
    ["assignment.0", draft({ assignment: [{ ...rule, countries: ["Germany"] }] })], ["dueCritical", draft({ dueHours: { critical: Number.NaN, warning: 24 } })], ["dueWarning", draft({ dueHours: { critical: 8, warning: 0 } })],
    ["escalateAfterHours", draft({ escalateAfterHours: 721 })], ["escalateTo", draft({ escalateTo: "Pirates" })],
  ])("has its fault named at %s", (field, given) => {
    expect(Object.keys(teamErrors(given))).toEqual([field]);
  });
});

describe("a playbook's form", () => {
  it("has each fault named at its field", () => {
    const sound = { steps: ["Call."], acts: [], toShopper: "Wait.", toCarrier: "Look." };
    expect(playbookErrors(sound)).toEqual({});
    expect(Object.keys(playbookErrors({ steps: ["a", "a"], acts: ["explode" as never], toShopper: " ", toCarrier: "x".repeat(2_001) }))).toEqual(["steps", "acts", "toShopper", "toCarrier"]);
  });
});
