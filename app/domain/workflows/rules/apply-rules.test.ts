import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../../../tests/builders/journey.ts";
import { minutes, plus } from "../../shared/time.ts";
import { DEFAULT_WORK } from "../work-settings.ts";
import type { CaseId } from "../../shared/ids.ts";
import { applyRules, tellingsOf } from "./apply-rules.ts";
import type { Rule } from "./rule.ts";
import { LOST, LOST_CASE, rule, surroundings } from "../../../../tests/builders/rule-situation.ts";

const ruled = (rules: readonly Rule[], tellings = [LOST], more = {}) => applyRules(tellings, surroundings({ work: { ...DEFAULT_WORK, rules }, ...more }));
const TEAM = { ...DEFAULT_WORK.cases, members: [{ id: "m1" as never, name: "Ada", email: null, slackId: null, team: "Claims", away: false }] };

describe("a merchant's rule", () => {
  it("asks for its act under an id made of rule and case, to be done when nobody can take it back any more", () => {
    const { acts, intents, events, runs } = ruled([rule("r1")]);
    const dueAt = plus(at(41), minutes(DEFAULT_WORK.acts.undoMinutes));
    expect(acts).toMatchObject([{ id: `rule:r1.${LOST_CASE.id}`, by: "rule:r1", state: "waiting", dueAt, caseId: LOST_CASE.id, request: { kind: "tag", tags: ["r1"] } }]);
    expect(intents).toEqual([{ key: `act:rule:r1.${LOST_CASE.id}`, notBefore: dueAt, intent: { kind: "carry_out_act", actId: acts[0]?.id, orderId: LOST.orderId, shipmentId: LOST.shipmentId } }]);
    expect(events).toMatchObject([{ kind: "act", by: "rule:r1", caseId: LOST_CASE.id }]);
    expect(runs).toMatchObject([{ ruleId: "r1", live: true, key: `did:${LOST_CASE.id}` }]);
  });

  it("gives the same ids when the same is told again, so that twice is once", () => {
    const rules = [rule("r1", { acts: [{ kind: "act", request: { kind: "tag", tags: ["a"] } }, { kind: "act", request: { kind: "note", text: "Lost." } }, { kind: "email_shopper" }] })];
    const [once, again] = [ruled(rules), ruled(rules, [LOST], { now: at(60) })];
    expect(again.acts.map(({ id }) => id)).toEqual(once.acts.map(({ id }) => id));
    expect(again.intents.map(({ key }) => key)).toEqual(once.intents.map(({ key }) => key));
    expect(new Set(once.acts.map(({ id }) => id)).size).toBe(2);
  });

  it("in shadow mode is written down and does nothing", () => {
    const { acts, intents, events, cases, runs } = ruled([rule("r1", { mode: "shadow", when: [{ field: "order_value", operator: "over", value: 100 }], acts: [{ kind: "act", request: { kind: "tag", tags: ["a"] } }, { kind: "resolve_case", resolution: "Done." }] })]);
    expect({ acts, intents, events, cases }).toEqual({ acts: [], intents: [], events: [], cases: [] });
    expect(runs).toMatchObject([{ live: false, key: `would:${LOST_CASE.id}`, what: "tag the order “a” and close the case as “Done.” (order value: $120)" }]);
  });

  it("that is off, listens to something else or cannot be read does nothing at all", () => {
    const { acts, runs } = ruled([rule("off", { mode: "off" }), rule("other", { trigger: "shipment.delivered" }), rule("odd", { when: [{ field: "aura", operator: "is", value: "x" }] })]);
    expect({ acts, runs }).toEqual({ acts: [], runs: [] });
  });

  it("that did not fire says by which clause, and what was so instead", () => {
    const { explained } = ruled([rule("r1", { when: [{ field: "category", operator: "is", value: "lost" }, { field: "order_value", operator: "over", value: 500 }] })]);
    expect(explained).toEqual([{ ruleId: "r1", subject: LOST_CASE.id, fired: false, clause: "the order is over $500", actual: "$120", what: "" }]);
  });

  it("writes to the shopper under the key the case itself writes under: nobody hears twice of one trouble", () => {
    expect(ruled([rule("r1", { acts: [{ kind: "email_shopper" }] }), rule("r2", { acts: [{ kind: "email_shopper" }] })]).intents.map(({ key }) => key)).toEqual([`${LOST_CASE.id}:email`, `${LOST_CASE.id}:email`]);
  });

  it("changes a case after another rule changed it, each seeing it as the one before left it", () => {
    const { cases, events } = ruled([rule("r1", { acts: [{ kind: "assign_case", team: "Claims" }] }), rule("r2", { acts: [{ kind: "resolve_case", resolution: "Sent again." }] })], [LOST], { work: { ...DEFAULT_WORK, cases: TEAM, rules: [rule("r1", { acts: [{ kind: "assign_case", team: "Claims" }] }), rule("r2", { acts: [{ kind: "resolve_case", resolution: "Sent again." }] })] } });
    expect(cases).toMatchObject([{ id: LOST_CASE.id, team: "Claims", status: "resolved", resolution: "Sent again.", resolvedBy: "rule" }]);
    expect(events.map(({ kind }) => kind)).toEqual(["assigned", "resolved"]);
  });

  it("about a case does nothing to it where there is none", () => {
    const { intents, cases } = ruled([rule("r1", { trigger: "shipment.at_risk", acts: [{ kind: "email_shopper" }, { kind: "resolve_case", resolution: "x" }, { kind: "open_ticket" }] })], [{ ...LOST, news: "shipment.at_risk", caseId: null }]);
    expect({ intents, cases }).toEqual({ intents: [], cases: [] });
  });

  it("does the same whatever the order of the rules, as long as each is about its own", () => {
    const many = ["a", "b", "c", "d"].map((id) => rule(id));
    fc.assert(fc.property(fc.shuffledSubarray(many, { minLength: 4 }), fc.shuffledSubarray([LOST, { ...LOST, caseId: "other" as CaseId }], { minLength: 2 }), (rules, tellings) => {
      const ids = (all: readonly Rule[], told: typeof tellings) => new Set(ruled(all, told).acts.map(({ id }) => id));
      expect(ids(rules, tellings)).toEqual(ids(many, [LOST, { ...LOST, caseId: "other" as CaseId }]));
    }));
  });
});

it("one happening told to several outlets is one", () => {
  const intents = (["trigger_flow", "post_webhook", "post_slack"] as const).map((kind) => ({ key: kind, intent: { kind, ...LOST } }));
  expect(tellingsOf(intents)).toMatchObject([LOST]);
});
