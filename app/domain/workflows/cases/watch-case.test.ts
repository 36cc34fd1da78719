import { describe, expect, it } from "vitest";
import { caseOne, caseSettings } from "../../../../tests/builders/case.ts";
import { at, NEW_YORK } from "../../../../tests/builders/journey.ts";
import { defaultPolicy } from "../../decisions/policy.ts";
import type { MemberId } from "../../shared/ids.ts";
import type { Case } from "../case.ts";
import { MOST_ESCALATIONS, watchCase, type CaseTrail, type Watching } from "./watch-case.ts";

const untold: CaseTrail = { quiet: false, toldAt: null, updates: 0, escalatedAt: null };
const watching = (h: number, more: Partial<Watching> = {}): Watching => ({
  settings: caseSettings({ escalateTo: "Warehouse" }), policy: defaultPolicy(NEW_YORK), load: new Map(), about: { country: "US", carrier: "UPS" }, trail: untold, now: at(h), ...more,
});
const owned = (more: Partial<Case> = {}): Case => caseOne({ ownerId: "ada" as MemberId, team: "Support", ...more });
const keys = (one: Case, when: Watching) => watchCase(one, when).intents.map(({ key }) => key.replace(one.id, "case"));

describe("a new case", () => {
  it("begins its story, gets an owner, and is looked at again when it is due", () => {
    const watched = watchCase(caseOne(), watching(0));
    expect(watched).toMatchObject({ case: { ownerId: "ada" }, events: [{ key: "opened" }, { kind: "assigned" }], intents: [], lookAgainAt: at(8) });
  });

  it("is looked at within the hour again while nobody can have it", () => {
    const settings = caseSettings();
    expect(watchCase(caseOne(), watching(0, { settings: { ...settings, members: settings.members.map((one) => ({ ...one, away: true })) } })).lookAgainAt).toBe(at(1));
  });
});

describe("a case nobody moves", () => {
  it("is passed on when it becomes overdue, told outside once for each time, and again after the hours set", () => {
    expect(watchCase(owned(), watching(7.9)).case.escalations).toBe(0);
    const first = watchCase(owned(), watching(8));
    expect(first).toMatchObject({ case: { escalations: 1, ownerId: "cid", team: "Warehouse", movedAt: at(0) }, lookAgainAt: at(16) });
    expect(first.intents.map(({ key, intent }) => [key, intent.kind, "news" in intent && intent.news])).toEqual([
      ["parcel.lost.1:overdue:1:flow", "trigger_flow", "case.overdue"], ["parcel.lost.1:overdue:1:webhook", "post_webhook", "case.overdue"], ["parcel.lost.1:overdue:1:chat", "post_slack", "case.overdue"],
    ]);
    expect(watchCase(first.case, watching(15, { trail: { ...untold, escalatedAt: at(8) } })).case.escalations).toBe(1);
    expect(watchCase(first.case, watching(16, { trail: { ...untold, escalatedAt: at(8) } })).case).toMatchObject({ escalations: 2, ownerId: "cid" });
  });

  it("is left alone as long after it was moved, and in the end for good", () => {
    const moved = owned({ movedAt: at(10) });
    expect(watchCase(moved, watching(17.9))).toMatchObject({ case: { escalations: 0 }, lookAgainAt: at(18) });
    expect(watchCase(moved, watching(18)).case.escalations).toBe(1);
    expect(watchCase(owned({ escalations: MOST_ESCALATIONS }), watching(900))).toMatchObject({ case: { escalations: MOST_ESCALATIONS }, lookAgainAt: null });
  });

  it("of the imported past is passed on inside, and told to nobody outside", () => {
    const watched = watchCase(owned(), watching(8, { trail: { ...untold, quiet: true } }));
    expect([watched.case.escalations, watched.intents]).toEqual([1, []]);
  });
});

describe("the shopper of a case", () => {
  const told: CaseTrail = { ...untold, toldAt: at(0) }; // a Tuesday, 10:00

  it("hears again on the morning of the third working day, three times at most", () => {
    expect(watchCase(owned({ dueAt: at(900) }), watching(1, { trail: told })).lookAgainAt, "Friday, 10:00").toBe(at(72));
    expect(keys(owned({ dueAt: at(900) }), watching(71.9, { trail: told }))).toEqual([]);
    expect(keys(owned({ dueAt: at(900) }), watching(72, { trail: told }))).toEqual(["case:email:still:1"]);
    const friday = { ...told, toldAt: at(72), updates: 1 };
    expect(watchCase(owned({ dueAt: at(900) }), watching(73, { trail: friday })).lookAgainAt, "Wednesday, over the weekend").toBe(at(72 + 120));
    expect(keys(owned({ dueAt: at(900) }), watching(400, { trail: { ...told, updates: 3 } }))).toEqual([]);
  });

  it("hears nothing who was told nothing, or whose shop writes to nobody", () => {
    expect(keys(owned({ dueAt: at(900) }), watching(72))).toEqual([]);
    expect(keys(owned({ dueAt: at(900) }), watching(72, { trail: told, policy: { ...defaultPolicy(NEW_YORK), emailShoppers: false } }))).toEqual([]);
  });

  it("is told of the end once and asked two days later, for each life of the case", () => {
    const ended = owned({ status: "resolved", resolvedAt: at(20), movedAt: at(20), resolution: "Refunded", resolvedBy: "merchant" });
    const watched = watchCase(ended, watching(20, { trail: told }));
    expect(watched.intents).toMatchObject([{ key: "parcel.lost.1:email:resolved", intent: { template: "case_resolved" } }, { key: "parcel.lost.1:email:feedback", intent: { template: "feedback" }, notBefore: at(68) }]);
    expect(watched.lookAgainAt).toBeNull();
    expect(keys({ ...ended, reopened: 1 }, watching(20, { trail: told }))).toEqual(["case:again1:email:resolved", "case:again1:email:feedback"]);
    expect(keys(ended, watching(20))).toEqual([]);
    expect(keys({ ...ended, mergedInto: "other" as Case["id"] }, watching(20, { trail: told }))).toEqual([]);
    expect(keys(ended, watching(20 + 73, { trail: told })), "no news any more").toEqual([]);
  });

  it("is not written to about an incident's case", () => {
    expect(keys(owned({ dueAt: at(900), orderId: null, shipmentId: null, category: "incident" }), watching(72, { trail: told }))).toEqual([]);
  });
});
