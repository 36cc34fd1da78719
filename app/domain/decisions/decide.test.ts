import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, circumstances, FULFILLMENT, fulfillmentFact, ORDER, orderFact, scan, scansFact, SHOP } from "../../../tests/builders/journey.ts";
import { rulesModel } from "../../../tests/builders/rules-model.ts";
import type { Estimate, EstimateModel } from "../estimates/estimate.ts";
import { advance, type Step } from "../journeys/advance.ts";
import { emptyJourney, unshippedId, type Journey } from "../journeys/journey.ts";
import { MILESTONES } from "../shipments/milestone.ts";
import type { Scan } from "../shipments/scan.ts";
import { addDays, type CalendarDate } from "../shared/calendar.ts";
import { shipmentId } from "../shared/ids.ts";

const PARCEL = shipmentId(FULFILLMENT, 1);
const REST = unshippedId(ORDER);
type More = Parameters<typeof circumstances>[1];
const tell = (journey: Journey, h: number, scans: readonly Scan[], more: More = {}): Step => advance(journey, scans.length === 0 ? [] : [scansFact(...scans)], circumstances(h, more));
const start = emptyJourney(SHOP, ORDER);
const shipped = (more: More = {}): Journey => advance(start, [orderFact(), fulfillmentFact()], circumstances(1, more)).after;
const onTheWay = (more: More = {}): Journey => tell(shipped(more), 9, [scan(2, "accepted"), scan(8, "in_transit")], more).after;
const rules = (step: Step): readonly string[] => step.decisions.map((one) => one.rule);
const mails = (step: Step): readonly string[] => step.intents.flatMap(({ intent }) => (intent.kind === "email_shopper" ? [intent.template] : intent.kind === "reassure_shopper" ? ["reassure"] : []));
const news = (step: Step): readonly string[] => [...new Set(step.intents.flatMap(({ intent }) => ("news" in intent ? [intent.news] : [])))];

const DAY = "2026-11-23" as CalendarDate;
/** A model that gives these days, and this chance of missing any. */
const says = (from: number, to: number, chance: number | null = null): EstimateModel => ({
  version: "m", answer: (): Estimate => ({ kind: "window", earliest: addDays(DAY, from), latest: addDays(DAY, to), rate: 0.9, basis: "learned", because: "So it is." }), chanceAfter: () => chance,
});

describe("noise and news", () => {
  it("gives every statement that is heard exactly one verdict of its own", () => {
    const kinds = fc.constantFrom(...MILESTONES.filter((one) => one !== "cancelled"));
    const trouble = fc.constantFrom(null, null, "delayed", "attempt_failed", "customs_hold", "carrier_exception", "address_problem");
    fc.assert(fc.property(fc.uniqueArray(fc.record({ h: fc.integer({ min: 2, max: 60 }), m: kinds, x: trouble }), { selector: (one) => one.h, maxLength: 12 }), (told) => {
      const scans = told.map(({ h, m, x }) => scan(h, m, { exception: x as Scan["exception"] }));
      const { decisions } = tell(shipped(), 61, scans);
      const ofStatements = decisions.filter(({ verdict, rule }) => ["noise", "progress", "exception", "recovered"].includes(verdict.kind) && !rule.startsWith("concluded.") && rule !== "late.vs_promise" && verdict.kind !== "date_moved");
      const judged = new Set([...ofStatements, ...decisions.filter(({ verdict }) => verdict.kind === "date_moved")].flatMap((one) => one.evidence));
      for (const one of scans) expect(judged, one.key).toContain(one.key);
      const noise = ofStatements.filter(({ rule }) => rule.startsWith("noise.")).flatMap((one) => one.evidence);
      const said = new Set(ofStatements.filter(({ rule }) => !rule.startsWith("noise.")).flatMap((one) => one.evidence));
      expect(noise.filter((key) => said.has(key)), "noise and news at once").toEqual([]);
      expect(new Set(noise).size, "called noise once").toBe(noise.length);
      expect(decisions.every((one) => one.because.length > 0 && one.otherwise.endsWith("."))).toBe(true);
    }), { numRuns: 150 });
  });

  it("says of a routine scan that breaks the promise that the date moved, and that it is late, and tells who listens", () => {
    const before = onTheWay({ model: says(0, 2) });
    const step = tell(before, 20, [scan(20, "in_transit")], { model: says(4, 6) });
    expect(rules(step)).toEqual(["date.moved", "late.vs_promise", "risk.of_missing_promise"]);
    expect(step.decisions[0]).toMatchObject({ verdict: { kind: "date_moved", days: 4 }, evidence: ["in_transit@20"], because: expect.stringContaining("4 days later") });
    expect(news(step)).toEqual(["shipment.date_changed", "shipment.at_risk"]);
    expect(rules(tell(step.after, 21, [scan(21, "in_transit")], { model: says(4, 6) }))).toEqual(["noise.no_change"]);
    expect(rules(tell(step.after, 21, [scan(21, "in_transit")], { model: says(0, 2) }))).toEqual(["date.moved", "recovered.late_vs_promise"]);
  });

  it("calls a date that only becomes more exact no news", () => expect(rules(tell(onTheWay({ model: says(0, 6) }), 20, [scan(20, "in_transit")], { model: says(1, 2) }))).toEqual(["noise.no_change"]));

  it("says of what it does not believe that it does not", () => {
    const old = scan(-900, "delivered", { receivedAt: at(10) });
    expect(tell(onTheWay(), 10, [old]).decisions).toMatchObject([{ rule: "noise.not_believed", evidence: [old.key] }]);
  });

  it("names stage, severity, who must act and until when", () => {
    const step = tell(onTheWay(), 30, [scan(30, "ready_for_pickup", { exception: "pickup_waiting" })]);
    expect(step.decisions.find((one) => one.rule === "exception.pickup_waiting")?.verdict).toMatchObject({ stage: "last_mile", severity: 1, actor: "shopper", deadline: "2026-11-25", needsCase: false });
  });
});

describe("one parcel, one problem", () => {
  it("keeps one case when vague trouble turns out to be a precise one", () => {
    const vague = tell(onTheWay(), 20, [scan(20, "in_transit", { exception: "action_required" })]);
    const precise = tell(vague.after, 24, [scan(24, "in_transit", { exception: "customs_docs" })]);
    expect([precise.resolved, precise.after.openCases.map(({ id, category }) => [id, category])]).toEqual([[], [[vague.opened[0]?.id, "customs_docs"]]]);
    expect(precise.events.map((one) => one.kind)).toEqual(["note"]);
  });

  it("opens no second case when a parcel in trouble falls silent, and writes no second mail", () => {
    const failed = tell(onTheWay(), 20, [scan(20, "in_transit", { exception: "address_problem" })]);
    const silent = tell(failed.after, 60, []);
    expect(rules(silent)).toContain("silence.no_scan");
    expect([silent.opened, mails(silent), news(silent)]).toEqual([[], [], ["shipment.silent"]]);
    expect(silent.events).toMatchObject([{ caseId: failed.opened[0]?.id, kind: "note" }]);
  });

  it("concludes from long silence that a parcel is lost, in the case it has, once, and takes it back with a scan", () => {
    const silent = tell(onTheWay(), 44, []);
    const lost = tell(silent.after, 8 + 7 * 24, []);
    expect(lost.decisions.find((one) => one.rule === "concluded.probably_lost")).toMatchObject({ verdict: { kind: "exception", category: "lost", severity: 2 }, evidence: ["in_transit@8"] });
    expect(lost.after.openCases).toMatchObject([{ id: silent.opened[0]?.id, category: "lost", severity: 2 }]);
    expect(mails(lost), "what we conclude is for the merchant first").toEqual([]);
    expect(rules(tell(lost.after, 8 + 8 * 24, []))).not.toContain("concluded.probably_lost");
    const found = tell(lost.after, 200, [scan(200, "in_transit")]);
    expect([found.resolved.map((one) => one.category), found.after.openCases]).toEqual([["lost"], []]);
  });

  it("does not take a failed attempt for over because a second one follows", () => {
    const failed = tell(onTheWay(), 20, [scan(20, "in_transit", { exception: "attempt_failed" })]);
    const forgotten = tell(failed.after, 20 + 24 * 3 + 12, []);
    expect(rules(forgotten)).toContain("concluded.attempt_without_follow_up");
    expect(forgotten.after.openCases).toHaveLength(1);
    const again = tell(forgotten.after, 110, [scan(110, "in_transit", { exception: "attempt_failed" })]);
    expect([again.resolved, again.after.openCases.length]).toEqual([[], 1]);
  });

  it("writes of a further silence only when there is something new to say", () => {
    const first = tell(onTheWay(), 44, []);
    expect(mails(first)).toEqual(["no_movement"]);
    const heard = tell(first.after, 46, [scan(46, "in_transit")]).after;
    const second = tell(heard, 82, []);
    expect([rules(second)[0], mails(second), second.opened.map((one) => [one.id, one.reopened])]).toEqual(["silence.no_scan", [], [[first.opened[0]?.id, 1]]]);
    const out = tell(tell(second.after, 84, [scan(84, "out_for_delivery")]).after, 121, []);
    expect(mails(out)).toEqual(["no_movement"]);
  });

  it("writes to nobody about the silence of a parcel on its way back", () => {
    const back = tell(onTheWay(), 20, [scan(20, "returning", { exception: "returning_to_sender" })]);
    expect(mails(back)).toEqual(["delivery_problem"]);
    const silent = tell(back.after, 60, []);
    expect([rules(silent).includes("silence.returning"), mails(silent), silent.opened]).toEqual([true, [], []]);
  });
});

describe("what has not left", () => {
  const waiting = (more: More = {}) => advance(start, [orderFact()], circumstances(-23, more));
  const promised: EstimateModel = { version: "m", answer: () => ({ kind: "window", earliest: addDays(DAY, 0), latest: addDays(DAY, 3), rate: 0.9, basis: "learned", because: "So it is.", shipsBy: "2026-11-20" as CalendarDate }), chanceAfter: () => 0.1 };

  it("is called late when the promised day has passed without it, never on a weekend, and no more once it left", () => {
    const first = waiting({ model: promised });
    const friday = (Date.parse("2026-11-20T23:00:00Z") - at(0)) / 3_600_000;
    const saturday = (Date.parse("2026-11-21T12:00:00Z") - at(0)) / 3_600_000;
    const monday = (Date.parse("2026-11-23T05:00:00Z") - at(0)) / 3_600_000;
    for (const h of [friday, saturday]) expect(tell(first.after, h, [], { model: promised }).decisions).toEqual([]);
    const late = tell(first.after, monday, [], { model: promised });
    expect(late.decisions).toMatchObject([{ shipmentId: REST, rule: "silence.not_shipped", verdict: { kind: "silence", stage: "before_label" } }]);
    expect(late.opened).toMatchObject([{ category: "not_shipped", shipmentId: REST }]);
    expect(mails(late)).toEqual(["delivery_problem"]);
    expect(tell(late.after, monday + 24, [], { model: promised }).decisions).toEqual([]);
    const left = advance(late.after, [fulfillmentFact({ createdAt: at(monday + 2), updatedAt: at(monday + 2) })], circumstances(monday + 2, { model: promised }));
    expect(left.resolved).toMatchObject([{ category: "not_shipped", resolvedBy: "carrier" }]);
  });

  it("is asked again when its day ends", () => {
    const due = waiting({ model: promised }).timers.find((one) => one.shipmentId === REST)?.dueAt;
    expect(due).toBe(Date.parse("2026-11-17T05:00:00Z"));
  });
});

describe("the promise at risk", () => {
  it("enters at the threshold, stays while the chance wavers, and leaves below half of it", () => {
    const calm = onTheWay({ model: says(0, 3, 0.3) });
    const look = (journey: Journey, h: number, chance: number) => tell(journey, h, [scan(h, "in_transit")], { model: says(0, 3, chance) });
    const risky = look(calm, 20, 0.6);
    expect(risky.decisions.find((one) => one.rule === "risk.of_missing_promise")?.verdict).toMatchObject({ kind: "at_risk", probability: 0.6, promised: "2026-11-26" });
    expect(news(risky)).toEqual(["shipment.at_risk"]);
    const wavers = look(risky.after, 21, 0.3);
    expect(rules(wavers)).toEqual(["noise.no_change"]);
    expect(rules(look(wavers.after, 22, 0.7))).toEqual(["noise.no_change"]);
    const safe = look(wavers.after, 23, 0.2);
    expect(rules(safe)).toContain("risk.over");
    expect(rules(look(safe.after, 24, 0.55))).toContain("risk.of_missing_promise");
  });

  it("says nothing of a parcel that arrived, and nothing where no distribution is known", () => {
    const risky = tell(onTheWay({ model: says(0, 3, 0.3) }), 20, [scan(20, "in_transit")], { model: says(0, 3, 0.9) }).after;
    expect(rules(tell(risky, 30, [scan(30, "delivered")], { model: says(0, 3, 0.9) }))).toEqual(["progress.delivered"]);
    expect(rules(tell(onTheWay(), 20, [scan(20, "in_transit")], { model: rulesModel }))).toEqual(["noise.no_change"]);
  });
});

describe("trust debt", () => {
  it("gives an early word to who waited in vain before, once, and leaves the case where it was", () => {
    const burnt: Journey = { ...onTheWay(), lateBefore: 1 };
    const heard = tell(burnt, 10, [scan(10, "in_transit")]);
    const due = heard.timers.find((one) => one.shipmentId === PARCEL)?.dueAt ?? 0;
    expect(due).toBe(at(10 + 36 * 0.6));
    const early = tell(heard.after, 10 + 36 * 0.6, []);
    expect(early.decisions).toMatchObject([{ rule: "reassure.trust_debt", because: expect.stringContaining("came late") }]);
    expect([mails(early), early.opened]).toEqual([["reassure"], []]);
    expect(tell(early.after, 40, []).decisions).toEqual([]);
    expect(tell(early.after, 46, []).opened).toMatchObject([{ category: "no_movement" }]);
  });

  it("is nobody's without a reason", () => expect(tell(onTheWay(), 8 + 30, []).decisions).toEqual([]));
});
