import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, circumstances, FULFILLMENT, fulfillment, fulfillmentFact, NEW_YORK, ORDER, order, orderFact, scan, scansFact, SHOP, TUESDAY } from "../../../tests/builders/journey.ts";
import { addDays, startOfDay, type CalendarDate } from "../shared/calendar.ts";
import { UNJUDGED } from "../shipments/shipment.ts";
import { shipmentId } from "../shared/ids.ts";
import { advance } from "./advance.ts";
import type { Fact } from "./fact.ts";
import { emptyJourney, unshippedId, type Journey } from "./journey.ts";

const midnightAfter = (date: string) => startOfDay(addDays(date as CalendarDate, 1), NEW_YORK);
const PARCEL = shipmentId(FULFILLMENT, 1);
/** What goes out when a case opens: to the shopper, and as `case.opened` and `shipment.exception` to whoever listens. */
const OF_A_CASE = ["email_shopper", "trigger_flow", "post_webhook", "post_slack", "open_ticket", "trigger_flow", "post_webhook"];
const fresh = emptyJourney(SHOP, ORDER);
const after = (facts: readonly Fact[], h = 1, from: Journey = fresh) => advance(from, facts, circumstances(h));
const shipped = after([orderFact(), fulfillmentFact()]).after;
const onTheWay = advance(shipped, [scansFact(scan(2, "accepted"), scan(8, "in_transit"))], circumstances(9)).after;

describe("advancing a journey", () => {
  it("gives a new parcel a date, a timer and a place to watch it", () => {
    const step = after([orderFact(), fulfillmentFact()]);
    expect(step.after.estimates[PARCEL]).toMatchObject({ kind: "window", earliest: "2026-11-19", latest: "2026-11-23" });
    expect(step.timers).toEqual([{ shipmentId: PARCEL, dueAt: at(36) }]);
    expect(step.intents.map((one) => one.intent.kind)).toEqual(["register_tracker"]);
    expect(step.opened).toEqual([]);
  });

  it("asks for the order when its parcel was heard of first, and keeps early scans until the parcel is known", () => {
    const early = after([scansFact(scan(2, "accepted"))], 3);
    expect(early.intents).toEqual([{ key: `order:${ORDER}:fetch`, intent: { kind: "fetch_order", orderId: ORDER } }]);
    const whole = advance(early.after, [fulfillmentFact(), orderFact()], circumstances(4));
    expect(whole.after.shipments[0]?.timeline.milestone).toBe("accepted");
    expect(whole.after.early).toEqual([]);
  });

  it("believes the same thing whatever the order of the facts", () => {
    const facts = [orderFact(), fulfillmentFact(), scansFact(scan(2, "accepted")), scansFact(scan(8, "in_transit", { exception: "delayed" })), scansFact(scan(20, "out_for_delivery")), orderFact({ updatedAt: at(5), shippingMethod: "Express" })];
    const expected = advance(fresh, facts, circumstances(21)).after;
    fc.assert(fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      const one = advance(fresh, [...shuffled, ...shuffled.slice(2)], circumstances(21)).after;
      expect({ order: one.order, shipments: one.shipments, estimates: one.estimates }).toEqual({ order: expected.order, shipments: expected.shipments, estimates: expected.estimates });
    }));
  });

  it("does nothing the second time it is told the same", () => {
    const facts = [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))];
    const once = advance(onTheWay, facts, circumstances(30));
    const twice = advance(once.after, facts, circumstances(31));
    expect(once.opened).toHaveLength(1);
    expect(twice).toMatchObject({ opened: [], resolved: [], intents: [], decisions: [] });
  });

  it("opens one case for a failed delivery and tells shopper, Flow and webhook", () => {
    const step = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(30));
    expect(step.opened).toMatchObject([{ category: "attempt_failed", status: "open", shipmentId: PARCEL }]);
    expect(step.intents.map((one) => one.intent.kind)).toEqual(OF_A_CASE);
    expect(step.decisions.map((one) => one.verdict.kind)).toEqual(["exception"]);
    expect(step.decisions[0]?.evidence).toHaveLength(1);
  });

  it("calls a delay that changes nothing noise, and keeps what the carrier said of it", () => {
    const step = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "delayed", reason: "weather" }))], circumstances(30));
    expect(step).toMatchObject({ opened: [], intents: [] });
    expect(step.decisions).toMatchObject([{ verdict: { kind: "noise", category: "delayed", reason: "weather" }, rule: "exception.delayed" }]);
  });

  it("calls a routine scan noise and says why", () => {
    expect(advance(onTheWay, [scansFact(scan(12, "in_transit"))], circumstances(12)).decisions).toMatchObject([{ verdict: { kind: "noise" }, rule: "noise.no_change" }]);
  });

  it("notices silence after 36 hours, once, and clears it with the next scan", () => {
    expect(advance(onTheWay, [], circumstances(43)).decisions).toEqual([]);
    const silent = advance(onTheWay, [], circumstances(44));
    expect(silent.opened).toMatchObject([{ category: "no_movement" }]);
    expect(silent.timers).toContainEqual({ shipmentId: PARCEL, dueAt: midnightAfter("2026-11-23") });
    expect(advance(silent.after, [], circumstances(90)).opened).toEqual([]);

    const heard = advance(silent.after, [scansFact(scan(91, "in_transit"))], circumstances(91));
    expect(heard.resolved).toMatchObject([{ category: "no_movement", status: "resolved", resolvedBy: "carrier" }]);
    expect(heard.after.openCases).toEqual([]);
    expect(heard.timers).toEqual([{ shipmentId: PARCEL, dueAt: at(91 + 36) }]);
    const later = advance(heard.after, [scansFact(scan(95, "in_transit"))], circumstances(95));
    expect(later.decisions.map((one) => one.rule)).toEqual(["noise.no_change"]);
  });

  it("hears no silence while it catches up, and judges what is left of trouble only afterwards", () => {
    const catching = { catchingUp: at(61) };
    const back = advance(onTheWay, [], circumstances(60, catching));
    expect(back).toMatchObject({ opened: [], intents: [], decisions: [] });
    expect(back.timers).toContainEqual({ shipmentId: PARCEL, dueAt: at(61) });
    const failed = advance(back.after, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(60, catching));
    expect(failed).toMatchObject({ opened: [], intents: [], timers: [{ shipmentId: PARCEL, dueAt: at(61) }] });
    expect(failed.after.shipments[0]?.timeline.exception).toMatchObject({ category: "attempt_failed" });

    const still = advance(failed.after, [], circumstances(61));
    expect(still.opened.map((one) => one.category)).toEqual(["attempt_failed"]);
    expect(still.intents.map((one) => one.intent.kind)).toEqual(OF_A_CASE);
    const over = advance(failed.after, [scansFact(scan(50, "delivered"))], circumstances(60.5, catching));
    expect(advance(over.after, [], circumstances(61))).toMatchObject({ opened: [], intents: [] });
    expect([...over.opened, ...over.resolved, ...over.intents.filter((one) => !one.key.includes("shipment.delivered"))]).toEqual([]);
  });

  it("closes a case at once, even while it catches up", () => {
    const failed = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(30)).after;
    expect(advance(failed, [scansFact(scan(50, "delivered"))], circumstances(100, { catchingUp: at(101) })).resolved).toMatchObject([{ category: "attempt_failed", resolvedBy: "carrier" }]);
  });

  it("opens a case for what happened more than three days ago, tells who works on it, and writes to no shopper", () => {
    const attempt = scansFact(scan(9, "in_transit", { exception: "attempt_failed" }));
    const toldAt = (h: number) => advance(onTheWay, [attempt], circumstances(h)).intents.filter((one) => one.key.includes("attempt_failed") && !one.key.includes("shipment.exception"));
    expect(advance(onTheWay, [attempt], circumstances(82)).opened.map((one) => one.category)).toContain("attempt_failed");
    const kinds = (h: number) => toldAt(h).map((one) => one.intent.kind);
    expect(kinds(81)).toEqual(["email_shopper", "trigger_flow", "post_webhook", "post_slack", "open_ticket"]);
    expect(kinds(82)).toEqual(["trigger_flow", "post_webhook", "post_slack", "open_ticket"]);
  });

  it("moves a date on when its last day has passed without a word, day by day, for a month", () => {
    const silent = advance(onTheWay, [], circumstances(44)).after;
    expect(silent.estimates[PARCEL]).toMatchObject({ latest: "2026-11-23" });
    const hoursTo = (date: string) => (midnightAfter(date) - TUESDAY) / 3_600_000;
    const late = advance(silent, [], circumstances(hoursTo("2026-11-23")));
    expect(late.after.estimates[PARCEL]).toMatchObject({ earliest: "2026-11-24", latest: "2026-11-26" });
    expect(late.estimates).toHaveLength(1);
    expect(late.decisions.map((one) => one.rule)).toEqual(["date.moved", "late.vs_promise"]);
    const lost = advance(late.after, [], circumstances(8 + 7 * 24));
    expect(late.timers).toContainEqual({ shipmentId: PARCEL, dueAt: at(8 + 7 * 24) });
    expect(lost.timers).toContainEqual({ shipmentId: PARCEL, dueAt: midnightAfter("2026-11-26") });
    expect(advance(late.after, [], circumstances(8 + 24 * 31)).timers).toContainEqual({ shipmentId: PARCEL, dueAt: null });
  });

  it("takes the clock away from an order of which nothing waits, whoever set it", () => {
    expect(shipped.estimates[unshippedId(ORDER)]).toBeUndefined();
    expect(advance(shipped, [], circumstances(2)).timers).toContainEqual({ shipmentId: unshippedId(ORDER), dueAt: null });
  });

  it("does not reopen a silence that a person closed", () => {
    const silent = advance(onTheWay, [], circumstances(44)).after;
    expect(advance({ ...silent, openCases: [] }, [orderFact({ updatedAt: at(50) })], circumstances(60)).opened).toEqual([]);
  });

  it("expects nothing of a parcel that arrived, and closes its cases", () => {
    const failed = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(30)).after;
    const arrived = advance(failed, [scansFact(scan(50, "delivered"))], circumstances(50));
    expect(arrived.resolved).toHaveLength(1);
    expect(arrived.timers).toEqual([{ shipmentId: PARCEL, dueAt: null }]);
    expect(arrived.after.estimates[PARCEL]).toMatchObject({ kind: "window", earliest: "2026-11-19", basis: "arrived" });
  });

  it("opens cases for trouble found in an import, and tells nobody", () => {
    const step = advance(fresh, [orderFact(), fulfillmentFact(), scansFact(scan(2, "accepted"), scan(30, "in_transit", { exception: "address_problem" }))], circumstances(40, { mode: "history" }));
    expect(step.opened).toMatchObject([{ category: "address_problem" }]);
    expect(step.intents).toEqual([]);
  });

  it("judges scans that were written before anybody looked at them, once", () => {
    const known = advance(fresh, [orderFact(), fulfillmentFact(), scansFact(scan(2, "accepted"), scan(30, "in_transit", { exception: "address_problem" }))], circumstances(40)).after;
    const imported = { ...known, openCases: [], shipments: known.shipments.map((one) => ({ ...one, judged: UNJUDGED })) };
    for (const mode of ["history", "live"] as const) {
      const first = advance(imported, [], circumstances(41, { mode }));
      expect(first.opened).toMatchObject([{ category: "address_problem" }]);
      expect(advance(first.after, [], circumstances(42, { mode }))).toMatchObject({ opened: [], decisions: [] });
    }
  });

  it("sends no message for trouble that is long past, and tells who works on it of the case", () => {
    const step = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "address_problem" }))], circumstances(30 + 24 * 10));
    expect(step.opened.map((one) => one.category)).toContain("address_problem");
    expect(step.intents.filter((one) => one.intent.kind === "email_shopper" && one.key.includes("address_problem"))).toEqual([]);
    expect(step.intents.flatMap(({ intent }) => (intent.kind === "post_webhook" && intent.caseId !== null ? [intent.news] : []))).toContain("case.opened");
    expect(step.events.filter((one) => one.kind === "opened")).toMatchObject([{ body: { quiet: false } }]);
    const imported = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "address_problem" }))], circumstances(30 + 24 * 10, { mode: "history" }));
    expect(imported).toMatchObject({ opened: [{ category: "address_problem" }], intents: [] });
    expect(imported.events.filter((one) => one.kind === "opened")).toMatchObject([{ body: { quiet: true } }]);
  });

  it("has one case for trouble that comes, goes and comes back, whether it hears of each as it happens or of all at once, in whatever order", () => {
    const scans = [scan(30, "in_transit", { exception: "attempt_failed" }), scan(44, "out_for_delivery"), scan(54, "in_transit", { exception: "attempt_failed" })];
    const [first, over, again] = scans.map((one) => scansFact(one));
    if (!first || !over || !again) throw new Error("three facts were made");
    const live = [first, over, again].reduce(({ journey, opened }, fact, index) => {
      const step = advance(journey, [fact], circumstances([30, 44, 54][index] ?? 0));
      return { journey: step.after, opened: [...opened, ...step.opened] };
    }, { journey: onTheWay, opened: [] as readonly ReturnType<typeof advance>["opened"][number][] });
    expect(new Set(live.opened.map(({ id }) => id)).size).toBe(1);
    expect(live.opened.map(({ reopened }) => reopened)).toEqual([0, 1]);
    fc.assert(fc.property(fc.shuffledSubarray([first, over, again], { minLength: 3 }), fc.constantFrom(60, 90, 120), (facts, h) => {
      const { opened } = advance(onTheWay, facts, circumstances(h));
      expect(opened.map(({ id }) => id)).toEqual(live.journey.openCases.map(({ id }) => id));
    }));
  });

  it("opens a new case for the second time of a trouble whose first time a person has dealt with", () => {
    const first = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(30));
    const [open] = first.after.openCases;
    if (!open) throw new Error("a case was opened");
    const dealtWith: Journey = { ...first.after, openCases: [], endedCases: [{ ...open, status: "resolved", resolvedAt: at(32), resolution: "Called the shopper.", resolvedBy: "merchant" }] };
    const second = advance(dealtWith, [scansFact(scan(44, "out_for_delivery"), scan(54, "in_transit", { exception: "attempt_failed" }))], circumstances(54));
    expect(second.opened).toMatchObject([{ category: "attempt_failed", status: "open", reopened: 0 }]);
    expect(second.opened[0]?.id).not.toBe(open.id);
  });

  it("after an absence tells of what is still quiet when it has caught up, however long it was quiet", () => {
    const back = 8 + 36 + 24 * 5;
    const listens = at(back + 1);
    expect(advance(onTheWay, [], circumstances(back, { catchingUp: listens, listeningFrom: listens }))).toMatchObject({ opened: [], intents: [] });
    const step = advance(onTheWay, [], circumstances(back + 1, { listeningFrom: listens }));
    expect(step.decisions[0]?.verdict).toMatchObject({ kind: "silence", since: at(8), expectedBy: at(44) }); // incidents count what fell silent when it did
    expect(step.opened).toMatchObject([{ category: "no_movement" }]);
    expect(step.intents.filter(({ intent }) => intent.kind === "email_shopper")).toHaveLength(1);
  });

  it("opens a case for a parcel that its shopper has not got, and closes it with the delivery that settles it", () => {
    const delivered = advance(onTheWay, [scansFact(scan(30, "delivered"))], circumstances(30)).after;
    const missing = scan(40, "unknown", { source: "merchant", exception: "not_received", key: "merchant:1" });
    const step = advance(delivered, [{ kind: "shipment_scans", shipmentId: PARCEL, scans: [missing] }], circumstances(40));
    expect(step.opened).toMatchObject([{ category: "not_received", because: expect.stringContaining("the shopper says that it did not arrive") }]);
    expect(step.intents.map((one) => one.intent.kind)).toEqual(OF_A_CASE);
    const settled = advance(step.after, [scansFact(scan(60, "delivered"))], circumstances(60));
    expect(settled.resolved.map((one) => one.category)).toEqual(["not_received"]);
  });

  it("has one open case per parcel: graver trouble takes the place of what was wrong before, lesser trouble does not", () => {
    const tried = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], circumstances(30)).after;
    const back = advance(tried, [scansFact(scan(50, "returning", { exception: "returning_to_sender" }))], circumstances(50));
    expect([back.opened.map((one) => one.category), back.resolved.map((one) => one.category)]).toEqual([["returning_to_sender"], ["attempt_failed"]]);
    expect(back.after.openCases.map((one) => one.category)).toEqual(["returning_to_sender"]);
    const late = advance(tried, [scansFact(scan(40, "in_transit", { exception: "delayed" }))], circumstances(40));
    expect([late.opened, late.resolved]).toEqual([[], []]);
    expect(late.after.shipments[0]?.timeline.exception?.category).toBe("attempt_failed");
  });

  it("writes to nobody when the merchant has switched e-mails off, and still opens the case", () => {
    const quiet = circumstances(30);
    const step = advance(onTheWay, [scansFact(scan(30, "in_transit", { exception: "attempt_failed" }))], { ...quiet, policy: { ...quiet.policy, emailShoppers: false } });
    expect(step.opened).toHaveLength(1);
    expect(step.intents.map((one) => one.intent.kind)).toEqual(OF_A_CASE.slice(1));
  });

  it("keeps two parcels of one fulfillment apart and lets a dropped number go", () => {
    const number = (text: string) => ({ carrier: "UPS", number: text, url: null });
    const two = after([orderFact(), fulfillmentFact({ tracking: [number("A1"), number("B2")] })]).after;
    const told = advance(two, [{ kind: "tracking_scans", trackingNumber: "b2", scans: [scan(5, "delivered")], source: "easypost", heardAt: at(5), whole: null }], circumstances(6)).after;
    expect(told.shipments.map((one) => one.timeline.milestone)).toEqual(["unknown", "delivered"]);
    const dropped = advance(told, [{ kind: "fulfillment", fulfillment: fulfillment({ tracking: [number("A1")], updatedAt: at(7) }) }], circumstances(8)).after;
    expect(dropped.shipments.map((one) => one.cancelled)).toEqual([false, true]);
  });

  it("never lets an older version of an order replace a newer one", () => {
    const newer = after([orderFact({ updatedAt: at(5), name: "#1001-A" })]).after;
    expect(advance(newer, [orderFact({ updatedAt: at(4), name: "#old" })], circumstances(6)).after.order).toEqual(order({ updatedAt: at(5), name: "#1001-A" }));
  });
});
