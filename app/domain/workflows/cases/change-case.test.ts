import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOne, caseSettings, member } from "../../../../tests/builders/case.ts";
import { at } from "../../../../tests/builders/journey.ts";
import type { MemberId } from "../../shared/ids.ts";
import { days, plus } from "../../shared/time.ts";
import type { Case, CaseStatus } from "../case.ts";
import { CASE_STATUSES, MOVES } from "./case-moves.ts";
import { changeCase, REOPEN_WITHIN, type CaseAuthor, type CaseWish } from "./change-case.ts";

const author = (h: number, more: Partial<CaseAuthor> = {}): CaseAuthor => ({ by: "merchant:Ada", at: at(h), key: `k${h}`, settings: caseSettings(), ...more });
const ada = "ada" as MemberId;
const changed = (one: Case, wish: CaseWish, as = author(1)): Case => {
  const result = changeCase(one, wish, as);
  if (result.outcome !== "changed") throw new Error(result.because);
  return result.case;
};
const resolved = (more: Partial<Case> = {}): Case => caseOne({ status: "resolved", resolvedAt: at(1), resolution: "Sent again", resolvedBy: "merchant", movedAt: at(1), ...more });

describe("the statuses of a case", () => {
  it("can each be reached from the first, and each be left", () => {
    const reached = new Set<CaseStatus>(["open"]);
    for (const status of reached) for (const next of MOVES[status]) reached.add(next); // a set also visits what is added on the way
    expect([...reached].toSorted()).toEqual([...CASE_STATUSES].toSorted());
    for (const status of CASE_STATUSES) expect(MOVES[status], status).not.toEqual([]);
  });

  it("change exactly as the table of moves says", () => {
    for (const from of CASE_STATUSES) for (const to of ["open", "in_progress", "waiting"] as const) {
      const one = from === "resolved" ? resolved() : caseOne({ status: from });
      const expected = from === to ? "unchanged" : from === "resolved" ? "refused" : MOVES[from].includes(to) ? "changed" : "refused";
      expect(changeCase(one, { kind: "status", status: to }, author(2)).outcome, `${from} to ${to}`).toBe(expected);
    }
  });
});

describe("changing a case", () => {
  it("gives it to a person with their team, to a team alone, or to nobody, and says so in the story", () => {
    const given = changeCase(caseOne(), { kind: "assign", memberId: ada, team: null }, author(1));
    expect(given).toMatchObject({ outcome: "changed", case: { ownerId: "ada", team: "Support", movedAt: at(1), status: "open" }, events: [{ kind: "assigned", by: "merchant:Ada", text: "Given to Ada." }] });
    expect(changed(caseOne({ ownerId: ada, team: "Support" }), { kind: "assign", memberId: null, team: "Warehouse" })).toMatchObject({ ownerId: null, team: "Warehouse" });
    expect(changeCase(caseOne({ ownerId: ada, team: "Support" }), { kind: "assign", memberId: ada, team: null }, author(1)).outcome).toBe("unchanged");
    expect(changeCase(caseOne(), { kind: "assign", memberId: "gone" as MemberId, team: null }, author(1))).toMatchObject({ outcome: "refused", because: expect.stringMatching(/not of the team/) as string });
    expect(changeCase(caseOne(), { kind: "assign", memberId: null, team: "Pirates" }, author(1)).outcome).toBe("refused");
  });

  it("is taken only by somebody the team knows, and is then in progress", () => {
    expect(changed(caseOne(), { kind: "take", memberId: ada })).toMatchObject({ ownerId: "ada", status: "in_progress" });
    expect(changeCase(caseOne(), { kind: "take", memberId: null }, author(1))).toMatchObject({ outcome: "refused", because: "Say who you are on the team page first." });
  });

  it("moves the due time only into the next 60 days, and waits when it is put off", () => {
    expect(changed(caseOne(), { kind: "due", dueAt: at(30) })).toMatchObject({ dueAt: at(30), status: "open" });
    expect(changed(caseOne(), { kind: "snooze", until: at(72) })).toMatchObject({ dueAt: at(72), status: "waiting" });
    for (const dueAt of [at(1), at(0), plus(at(1), days(61))]) expect(changeCase(caseOne(), { kind: "due", dueAt }, author(1)).outcome).toBe("refused");
  });

  it("keeps notes and ticks, also of a resolved case a note, and refuses empty words", () => {
    expect(changeCase(resolved(), { kind: "note", text: " Called them. " }, author(2))).toMatchObject({ outcome: "changed", case: { status: "resolved" }, events: [{ kind: "note", text: "Called them." }] });
    expect(changeCase(caseOne(), { kind: "step", step: "File the claim.", done: true }, author(2))).toMatchObject({ events: [{ text: "Done: File the claim.", body: { step: "File the claim.", done: true } }] });
    expect(changeCase(caseOne(), { kind: "note", text: " \0 " }, author(2)).outcome).toBe("refused");
    expect(changeCase(caseOne(), { kind: "note", text: "x".repeat(2_001) }, author(2)).outcome).toBe("refused");
  });

  it("is opened again within 14 days as the same case, due anew, and not later", () => {
    const again = changed(resolved({ escalations: 3 }), { kind: "reopen", because: "It came back." }, author(5));
    expect(again).toMatchObject({ id: resolved().id, status: "open", reopened: 1, escalations: 0, resolvedAt: null, resolution: null, resolvedBy: null, dueAt: at(13) });
    expect(changeCase(resolved(), { kind: "reopen", because: "Late." }, { ...author(0), at: plus(at(1), REOPEN_WITHIN) }).outcome).toBe("changed");
    expect(changeCase(resolved(), { kind: "reopen", because: "Late." }, { ...author(0), at: plus(plus(at(1), REOPEN_WITHIN), 1 as never) }).outcome).toBe("refused");
    expect(changeCase(caseOne(), { kind: "reopen", because: "Why?" }, author(2)).outcome).toBe("unchanged");
  });

  it("resolves once, with who and what", () => {
    expect(changeCase(caseOne(), { kind: "resolve", resolution: "Refunded", as: "merchant" }, author(3))).toMatchObject({ outcome: "changed", case: { status: "resolved", resolvedAt: at(3), resolvedBy: "merchant" }, events: [{ key: "resolved:0", kind: "resolved", text: "Refunded" }] });
    expect(changeCase(resolved(), { kind: "resolve", resolution: "Refunded", as: "merchant" }, author(3)).outcome).toBe("unchanged");
  });

  it("never leaves a case that says two things about its end, whatever is wanted in whatever order", () => {
    const wish: fc.Arbitrary<CaseWish> = fc.oneof(
      fc.constantFrom<CaseWish>({ kind: "take", memberId: ada }, { kind: "resolve", resolution: "Done", as: "merchant" }, { kind: "reopen", because: "Not done" }, { kind: "assign", memberId: null, team: null }),
      fc.constantFrom("open", "in_progress", "waiting").map((status): CaseWish => ({ kind: "status", status: status as "open" })),
      fc.integer({ min: -5, max: 2_000 }).map((h): CaseWish => ({ kind: "snooze", until: at(h) })),
    );
    fc.assert(fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
      let one = caseOne();
      for (const [index, each] of wishes.entries()) {
        const result = changeCase(one, each, author(index + 1));
        if (result.outcome !== "changed") continue;
        expect(result.events.length).toBeGreaterThan(0);
        expect(result.case.reopened).toBeGreaterThanOrEqual(one.reopened);
        one = result.case;
        expect([one.resolvedAt === null, one.resolution === null, one.resolvedBy === null]).toEqual(Array(3).fill(one.status !== "resolved"));
      }
    }));
  });
});

describe("somebody signed in", () => {
  it("is named by the team, by Shopify's number until the team knows them, and is the merchant where nobody says who", async () => {
    const { authorOf } = await import("./case-settings.ts");
    const settings = caseSettings({ members: [member("Ada", { userId: "42" })] });
    expect([authorOf(settings, "42"), authorOf(settings, "7"), authorOf(settings, null)]).toEqual(["merchant:Ada", "merchant:Staff 7", "merchant"]);
  });
});
