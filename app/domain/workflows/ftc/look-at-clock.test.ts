import { describe, expect, it } from "vitest";
import { answerNotice } from "./answer-notice.ts";
import { clockOf, day, LAST, noticeOf, on, ORDERED, toShip, ZONE } from "./clock.fixture.ts";
import { followOrder } from "./follow-order.ts";
import { lookAtClock, type ClockLooked } from "./look-at-clock.ts";
import { noteSent, offerDelay, type DelayOffer } from "./offer-delay.ts";
import { owedRequest } from "./owed-request.ts";
import { DEFAULT_SHIP_BY, shipByApplies } from "./ship-by-settings.ts";
import type { ShipClock } from "./ship-clock.ts";
import type { LineId } from "../../shared/ids.ts";

const look = (clock: ShipClock, at: ReturnType<typeof on>, more: Partial<Parameters<typeof lookAtClock>[1]> = {}): ClockLooked => lookAtClock(clock, { settings: DEFAULT_SHIP_BY, mayWrite: true, zone: ZONE, now: at, ...more });
const offer = (clock: ShipClock, given: Partial<DelayOffer>, at = on("2026-12-10")) => offerDelay(clock, { revisedOn: null, reason: "", told: false, ...given }, ZONE, at);

describe("the clock of an order", () => {
  it("runs by itself in the United States, and elsewhere where it is switched on", () => {
    expect([shipByApplies({ on: null }, "US"), shipByApplies({ on: null }, "DE"), shipByApplies({ on: null }, null), shipByApplies({ on: true }, "DE"), shipByApplies({ on: false }, "US")]).toEqual([true, false, false, true, false]);
  });

  it("begins with the paid order: thirty days, or the time that was stated", () => {
    expect(followOrder(null, toShip(), ZONE, ORDERED)).toMatchObject({ state: "running", basis: "thirty_days", shipBy: LAST, lookAt: on("2026-12-12", 9) });
    expect(followOrder(null, toShip({ statedOn: day("2026-11-19") }), ZONE, ORDERED)).toMatchObject({ basis: "stated", shipBy: "2026-11-19", lookAt: on("2026-11-18", 9) });
    expect(followOrder(null, toShip({ paid: null }), ZONE, ORDERED)).toMatchObject({ state: "running" });
  });

  it("waits for the payment, and then gives the stated time from there", () => {
    const unpaid = followOrder(null, toShip({ paid: false, statedOn: day("2026-11-19") }), ZONE, ORDERED);
    expect(unpaid).toMatchObject({ state: "unpaid", shipBy: null, lookAt: null });
    expect(followOrder(unpaid, toShip({ statedOn: day("2026-11-19"), updatedAt: on("2026-12-01") }), ZONE, on("2026-12-01"))).toMatchObject({ state: "running", beganAt: on("2026-12-01"), shipBy: "2026-12-03" });
  });

  it("is not begun for what is sent, cancelled, or was over before anybody knew of it", () => {
    expect([followOrder(null, toShip({ unsent: 0 }), ZONE, ORDERED), followOrder(null, toShip({ cancelled: true }), ZONE, ORDERED), followOrder(null, toShip(), ZONE, on("2026-12-18", 0))]).toEqual([null, null, null]);
    expect(followOrder(null, toShip(), ZONE, on("2026-12-17", 23))).not.toBeNull();
  });

  it("ends when nothing waits any more, and runs on when something does again", () => {
    const ended = followOrder(clockOf(), toShip({ unsent: 0 }), ZONE, on("2026-12-01"));
    expect(ended).toMatchObject({ state: "ended", lookAt: null });
    expect(followOrder(ended, toShip(), ZONE, on("2026-12-02"))).toMatchObject({ state: "running", shipBy: LAST, lookAt: on("2026-12-02") });
    expect(followOrder(clockOf({ state: "owed" }), toShip({ cancelled: true }), ZONE, on("2026-12-20"))).toMatchObject({ state: "ended" });
    const running = clockOf();
    expect(followOrder(running, toShip({ unsent: 2 }), ZONE, on("2026-12-01"))).toBe(running);
  });
});

describe("looking at a clock", () => {
  it("reminds five days before, asks two days before, and owes when the day is over; each look names the next", () => {
    expect(look(clockOf(), on("2026-12-01"))).toMatchObject({ line: null, notice: null, refund: false, clock: { lookAt: on("2026-12-12", 9) } });
    expect(look(clockOf(), on("2026-12-12", 9))).toMatchObject({ line: { key: "ship_by:reminds:2026-12-17" }, notice: null, clock: { lookAt: on("2026-12-15", 10) } });
    const asks = look(clockOf(), on("2026-12-15", 10));
    expect(asks).toMatchObject({ line: { key: "ship_by:asks:2026-12-17" }, notice: { number: 1, shipBy: LAST, revisedOn: null }, clock: { lookAt: on("2026-12-18", 0) } });
    expect(look(asks.clock, on("2026-12-15", 11))).toMatchObject({ notice: null, line: null });
    expect(look(asks.clock, on("2026-12-18", 0))).toMatchObject({ refund: true, clock: { state: "owed", lookAt: null } });
    expect(look(look(asks.clock, on("2026-12-18", 0)).clock, on("2026-12-19"))).toMatchObject({ refund: false, line: null });
  });

  it("names a date by itself only where the shop says which, and asks nobody where e-mails are switched off", () => {
    expect(look(clockOf(), on("2026-12-15", 10), { settings: { ...DEFAULT_SHIP_BY, reviseByDays: 14 } }).notice).toMatchObject({ revisedOn: "2026-12-31" });
    const silent = look(clockOf(), on("2026-12-15", 10), { mayWrite: false });
    expect(silent).toMatchObject({ notice: null, clock: { notices: [], lookAt: on("2026-12-18", 0) } });
    expect(silent.line?.text).toMatch(/^Nobody asked the shopper yet/);
  });

  it("asks about a short time in the afternoon of its last day, and about a second delay early enough to be answered", () => {
    const short = clockOf({ shipBy: day("2026-11-18"), basis: "stated" });
    expect(look(short, on("2026-11-18", 10))).toMatchObject({ line: null, clock: { lookAt: on("2026-11-18", 15) } });
    expect(look(short, on("2026-11-18", 18)).notice).not.toBeNull();
    const renewed = clockOf({ notices: [noticeOf({ revisedOn: day("2027-01-06") })] });
    expect(look(renewed, on("2026-12-29", 10))).toMatchObject({ notice: null, clock: { lookAt: on("2026-12-30", 9) } });
    expect(look(renewed, on("2027-01-01", 10)).notice).toMatchObject({ number: 2, shipBy: "2027-01-06" });
  });
});

describe("a merchant's question", () => {
  it("goes out once, before the day is over, with a date that lies after it", () => {
    const asked = offer(clockOf(), { revisedOn: day("2026-12-30"), reason: " The wool is late. " });
    expect(asked).toMatchObject({ outcome: "offered", notice: { number: 1, revisedOn: "2026-12-30", reason: "The wool is late.", sentAt: null } });
    if (asked.outcome !== "offered") throw new Error("it can be asked");
    expect(offer(asked.clock, {})).toMatchObject({ outcome: "refused", because: expect.stringContaining("on its way") });
    expect(look(asked.clock, on("2026-12-15", 10)).notice).toBeNull();
    const sent = noteSent(asked.clock, 1, { sentAt: on("2026-12-10") }, on("2026-12-10"));
    expect(noteSent(sent, 1, { sentAt: on("2026-12-11") }, on("2026-12-11"))).toBe(sent);
    expect(look(sent, on("2026-12-11")).clock.lookAt).toBe(on("2026-12-24", 9));
  });

  it.each<[string, Partial<DelayOffer>, ReturnType<typeof on>]>([["a date before", { revisedOn: LAST }, on("2026-12-10")], ["a far date", { revisedOn: day("2028-01-01") }, on("2026-12-10")], ["a long reason", { reason: "x".repeat(301) }, on("2026-12-10")], ["too late", {}, on("2026-12-18", 0)]])("is refused in plain words: %s", (_, given, at) => {
    expect(offer(clockOf(), given, at)).toMatchObject({ outcome: "refused", because: expect.stringMatching(/\.$/) });
  });

  it("told by telephone counts at once, and after a message that failed it can be asked again", () => {
    expect(offer(clockOf(), { told: true })).toMatchObject({ outcome: "offered", notice: { sentAt: on("2026-12-10") } });
    expect(offer(clockOf({ notices: [noticeOf({ sentAt: null, failed: "No address." })] }), { told: true }, on("2026-12-16"))).toMatchObject({ outcome: "offered", notice: { number: 2 } });
  });
});

describe("a shopper's answer", () => {
  const asked = clockOf({ notices: [noticeOf()] });
  const says = (clock: ShipClock, answer: "wait" | "cancel" | null, at = on("2026-12-20"), number = 1) => answerNotice(clock, { number, answer }, ZONE, at);

  it("is kept with its time and looked at at once; the same again changes nothing; opening the page is no answer", () => {
    expect(says(asked, null)).toMatchObject({ outcome: "asked" });
    expect(says(asked, "wait", on("2026-12-20"), 7)).toMatchObject({ outcome: "asked" });
    const waits = says(asked, "wait");
    if (waits.outcome !== "answered") throw new Error("it can be answered");
    expect(waits.clock).toMatchObject({ lookAt: on("2026-12-20"), notices: [{ answer: "wait", answeredAt: on("2026-12-20") }] });
    expect(says(waits.clock, "wait", on("2026-12-21"))).toMatchObject({ outcome: "answered", clock: waits.clock });
    const cancels = says(waits.clock, "cancel", on("2027-02-01"));
    if (cancels.outcome !== "answered") throw new Error("who waits without a date may cancel");
    expect(look(cancels.clock, on("2027-02-01"))).toMatchObject({ refund: true, clock: { state: "owed", owedSince: on("2027-02-01") } });
    expect(says(cancels.clock, "wait", on("2027-02-02"))).toMatchObject({ outcome: "cancelled", refundBy: "2027-02-10" });
  });

  it("comes too late once it counts as cancelled, and is not needed when it has left or nobody asked", () => {
    expect(says(asked, "wait", on("2027-01-17", 0))).toMatchObject({ outcome: "cancelled" });
    expect(says({ ...asked, state: "ended" }, "cancel")).toEqual({ outcome: "left" });
    expect(says(clockOf(), "cancel", on("2026-12-10"))).toEqual({ outcome: "none" });
  });
});

it("what is owed is the whole order, or of one that left in part the pieces that did not", () => {
  const pieces = [{ lineId: "1" as LineId, quantity: 2 }];
  expect(owedRequest({ pieces, someLeft: false })).toMatchObject({ kind: "cancel_order", refund: true });
  expect(owedRequest({ pieces, someLeft: true })).toMatchObject({ kind: "refund", pieces, amountMinor: null });
});
