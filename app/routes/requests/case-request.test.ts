import { describe, expect, it } from "vitest";
import type { CaseChange } from "#app/contracts/case-requests.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { hours, plus, type Instant } from "#app/domain/shared/time.ts";
import { answerCaseRequest, readCaseRequest } from "./case-request.ts";
import { readPlaybook, readTeamDraft } from "./case-settings-request.ts";

const NOW = Date.parse("2026-11-17T15:00:00Z") as Instant;
const SHOP = "hearth-and-wool.myshopify.com" as ShopId;
const body = (wish: object, more: object = {}) => ({ intent: "change", ids: ["a"], key: "request-1", wish, ...more });

const asked = async (given: object): Promise<CaseChange | null> => {
  const read = readCaseRequest(given);
  let change: CaseChange | null = null;
  if (read !== null) await answerCaseRequest(read, { shop: SHOP, userId: "42", now: NOW }, { changeCases: async (one) => { change = one; return []; }, messageShopper: async () => ({ outcome: "queued" }) });
  return change;
};

describe("what pages ask of cases", () => {
  it("is read with its hours as moments, and says who asks", async () => {
    expect(await asked(body({ kind: "due", hours: 4 }))).toEqual({ shop: SHOP, ids: ["a"], wish: { kind: "due", dueAt: plus(NOW, hours(4)) }, userId: "42", key: "request-1" });
    expect((await asked(body({ kind: "snooze", hours: 24 })))?.wish).toEqual({ kind: "snooze", until: plus(NOW, hours(24)) });
    expect((await asked(body({ kind: "resolve", resolution: "Done" })))?.wish).toEqual({ kind: "resolve", resolution: "Done", as: "merchant" });
  });

  it.each([
    body({ kind: "explode" }), body({ kind: "status", status: "resolved" }), body({ kind: "due", hours: -1 }), body({ kind: "take" }, { ids: [] }), body({ kind: "take" }, { key: "x" }), body({ kind: "take" }, { ids: Array(201).fill("a") }), null, "text",
  ])("is refused where it is none: %j", (given) => {
    expect(readCaseRequest(given)).toBeNull();
  });
});

describe("the forms of team and playbook", () => {
  it("keep what is no number as none, so that it is refused beside its field", () => {
    const draft = readTeamDraft({ members: [], assignment: [], dueHours: { critical: null, warning: 24 }, escalateAfterHours: 8, escalateTo: null });
    expect([draft?.dueHours.critical, draft?.dueHours.warning]).toEqual([Number.NaN, 24]);
    expect(readTeamDraft({ members: "all" })).toBeNull();
  });

  it("know only categories and acts there are", () => {
    const playbook = { steps: ["a"], acts: ["refund"], toShopper: "a", toCarrier: "b" };
    expect(readPlaybook({ category: "lost", playbook })).toEqual({ category: "lost", playbook });
    expect(readPlaybook({ category: "lost", playbook: null })).toEqual({ category: "lost", playbook: null });
    expect([readPlaybook({ category: "nonsense", playbook }), readPlaybook({ category: "lost", playbook: { ...playbook, acts: ["explode"] } })]).toEqual([null, null]);
  });
});
