import { describe, expect, it } from "vitest";
import { at, circumstances, fulfillmentFact, ORDER, orderFact, scan, scansFact, SHOP } from "../../../tests/builders/journey.ts";
import { addDays, type CalendarDate } from "../shared/calendar.ts";
import { defaultPolicy } from "../decisions/policy.ts";
import type { Estimate, EstimateModel } from "../estimates/estimate.ts";
import { NEW_YORK } from "../../../tests/builders/journey.ts";
import type { Fact } from "./fact.ts";
import { advance, type Step } from "./advance.ts";
import { checkoutDateOf } from "./dates.ts";
import { emptyJourney, unshippedId, type Journey } from "./journey.ts";

const DAY = "2026-11-23" as CalendarDate;
/** A model that says what it is told to, so many days from a Monday. */
const says = (from: number, to: number, version = "m1"): EstimateModel => ({ version, answer: () => ({ kind: "window", earliest: addDays(DAY, from), latest: addDays(DAY, to), rate: 0.9, basis: "learned", because: `${version}: ${from} to ${to}.` }) });
const silentModel: EstimateModel = { version: "m0", answer: () => ({ kind: "none", because: "Too little is known." }) };
const go = (journey: Journey, facts: readonly Fact[], h: number, model: EstimateModel, more: Parameters<typeof circumstances>[1] = {}): Step => advance(journey, facts, circumstances(h, { model, ...more }));
const start = emptyJourney(SHOP, ORDER);
const restOf = (step: Step): Estimate | undefined => step.after.estimates[unshippedId(ORDER)];
const parcelOf = (step: Step): Estimate | undefined => step.after.estimates[step.after.shipments[0]?.id ?? unshippedId(ORDER)];

describe("the date of what has not left yet", () => {
  it("is given with the order, kept with its version, and asked for again the next morning", () => {
    const step = go(start, [orderFact()], -23, says(2, 4));
    expect(restOf(step)).toMatchObject({ earliest: "2026-11-25", latest: "2026-11-27", model: "m1" });
    expect(step.estimates).toEqual([expect.objectContaining({ shipmentId: unshippedId(ORDER), model: "m1" })]);
    expect(step.timers).toEqual([{ shipmentId: unshippedId(ORDER), dueAt: expect.any(Number) }]);
    expect(step.timers[0]?.dueAt).toBeGreaterThan(at(-23));
  });

  it("is at first what checkout showed, and only a noticeable difference replaces it", () => {
    const order = orderFact({ checkoutDate: "2026-11-25/2026-11-28/t1" });
    const first = go(start, [order], -23, says(3, 9));
    expect(restOf(first)).toMatchObject({ earliest: "2026-11-25", latest: "2026-11-28", model: "t1", because: "As checkout said when it was ordered." });
    const later = go(first.after, [], 1, says(3, 8, "m2"));
    expect(restOf(later)).toMatchObject({ latest: "2026-12-01", model: "m2" });
  });

  it("keeps its days and its reason while a new answer hardly differs, and adds nothing to the record", () => {
    const first = go(start, [orderFact()], -23, says(4, 8));
    const again = go(first.after, [], 1, says(5, 8, "m2"));
    expect(restOf(again)).toEqual(restOf(first));
    expect(again.estimates).toEqual([]);
  });

  it("ends when everything has left or the order is cancelled, with its timer", () => {
    const first = go(start, [orderFact()], -23, says(2, 4));
    const sent = go(first.after, [fulfillmentFact()], 1, says(2, 4));
    expect(restOf(sent)).toBeUndefined();
    expect(sent.timers).toContainEqual({ shipmentId: unshippedId(ORDER), dueAt: null });
    expect(restOf(go(first.after, [orderFact({ cancelledAt: at(1), updatedAt: at(1) })], 1, says(2, 4)))).toBeUndefined();
  });
});

describe("the date of a parcel", () => {
  it("is the order's while it hardly differs: a label is no news", () => {
    const ordered = go(start, [orderFact()], -23, says(4, 8));
    const sent = go(ordered.after, [fulfillmentFact()], 1, says(5, 8, "m2"));
    expect(parcelOf(sent)).toMatchObject({ earliest: "2026-11-27", latest: "2026-12-01", model: "m1" });
    expect(parcelOf(go(ordered.after, [fulfillmentFact()], 1, says(5, 10, "m2")))).toMatchObject({ latest: "2026-12-03", model: "m2" });
  });

  it("vanishes and comes back at once, whatever was kept", () => {
    const dated = go(start, [orderFact(), fulfillmentFact()], 1, says(4, 8));
    const none = go(dated.after, [scansFact(scan(3, "accepted"))], 4, silentModel);
    expect(parcelOf(none)).toEqual({ kind: "none", because: "Too little is known." });
    expect(parcelOf(go(none.after, [], 5, says(4, 8)))).toMatchObject({ kind: "window" });
  });

  it("is told to Shopify when it moved and the merchant wants it, and only then", () => {
    const wants = { policy: { ...defaultPolicy(NEW_YORK), promise: { ...defaultPolicy(NEW_YORK).promise, publishToShopify: true } } };
    const kinds = (step: Step) => step.intents.map((one) => one.intent.kind).filter((kind) => kind === "publish_estimate");
    const first = go(start, [orderFact(), fulfillmentFact()], 1, says(4, 8), wants);
    expect(kinds(first)).toEqual(["publish_estimate"]);
    expect(kinds(go(first.after, [], 2, says(5, 8), wants))).toEqual([]);
    expect(kinds(go(first.after, [], 2, says(7, 8), wants))).toEqual([]); // Shopify shows the last day alone
    expect(kinds(go(first.after, [], 2, says(5, 12), wants))).toEqual(["publish_estimate"]);
    expect(kinds(go(start, [orderFact(), fulfillmentFact()], 1, says(4, 8)))).toEqual([]);
    // Each move has a key of its own, also those of one moment: a key known to the outbox is not told again.
    const later = go(first.after, [], 2, says(5, 12), wants);
    const back = go(later.after, [], 2, says(4, 8), wants);
    const told = [first, later, back].flatMap(({ intents }) => intents.flatMap(({ key, intent }) => (intent.kind === "publish_estimate" ? [{ key, last: intent.last }] : [])));
    expect(told.map(({ last }) => last)).toEqual([8, 12, 8].map((days) => addDays(DAY, days)));
    expect(new Set(told.map(({ key }) => key)).size).toBe(3);
    expect(kinds(go(start, [orderFact(), fulfillmentFact()], 1, says(4, 8), { ...wants, mode: "history" }))).toEqual([]);
  });
});

describe("what checkout wrote on an order", () => {
  it("is two days in order and a table's name, or nothing", () => {
    expect(checkoutDateOf({ checkoutDate: "2026-11-25/2026-11-28/t1" })).toEqual({ earliest: "2026-11-25", latest: "2026-11-28", table: "t1" });
    for (const odd of [null, "", "2026-11-28/2026-11-25/t1", "2026-11-25/2026-11-28", "soon/later/t1", "2026-11-25/2026-11-28/<script>"]) expect(checkoutDateOf({ checkoutDate: odd })).toBeNull();
  });
});
