import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, NEW_YORK, order, scan, shipment } from "../../../../tests/builders/journey.ts";
import { defaultPolicy } from "../../decisions/policy.ts";
import { fixedSilence } from "../../decisions/silence-model.ts";
import type { CalendarDate } from "../../shared/calendar.ts";
import { hours } from "../../shared/time.ts";
import type { RuleId } from "../../shared/ids.ts";
import { EMPTY_TIMELINE } from "../../shipments/timeline.ts";
import type { Scan } from "../../shipments/scan.ts";
import { NO_PAST } from "../../workflows/rules/situation.ts";
import { DEFAULT_WORK } from "../../workflows/work-settings.ts";
import { playOrders } from "./play-orders.ts";
import { momentsOf } from "./moments.ts";
import type { PastOrder } from "./past-order.ts";
import { replayOrder } from "./replay-order.ts";
import type { ReplaySide } from "./replay-side.ts";

const UNTIL = at(24 * 40);
const bought = order({ createdAt: at(-24), lines: order().lines.map((line) => ({ ...line, unfulfilled: 0 })) });

const past = (scans: readonly Scan[], more: Partial<PastOrder> = {}): PastOrder => ({
  shop: bought.shop, orderId: bought.id, order: bought, steps: [], dates: [], past: NO_PAST,
  shipments: [{
    shipment: { ...shipment(), timeline: EMPTY_TIMELINE, silentSince: at(99), judged: { milestone: "delivered", exception: null, lastScanAt: at(99) } }, heard: scans.map((one) => ({ at: one.receivedAt, scan: one })),
    dates: [{ at: at(0), estimate: { kind: "window", earliest: "2026-11-19" as CalendarDate, latest: "2026-11-23" as CalendarDate, rate: 0.9, basis: "learned", because: "Usual." } }],
  }], ...more,
});
const side = (h: number, more: Partial<ReplaySide> = {}): ReplaySide => ({ policy: defaultPolicy(NEW_YORK, "US"), work: DEFAULT_WORK, silences: fixedSilence(hours(h)), dates: null, ...more });

const BEGUN = [scan(1, "label_created"), scan(10, "accepted"), scan(20, "in_transit")];
/** Quiet for 40 hours, then there in time. */
const calm = past([...BEGUN, scan(60, "in_transit"), scan(80, "out_for_delivery"), scan(84, "delivered")]);
/** Said to be lost after two days. */
const lost = past([...BEGUN, scan(48, "in_transit", { exception: "lost" })]);
/** Scanned again and again, and three days later than promised. */
const late = past([...BEGUN, ...Array.from({ length: 10 }, (_, n) => scan(40 + n * 20, "in_transit")), scan(230, "delivered")]);
/** Nobody ever heard of it again. */
const gone = past(BEGUN);

const compared = (one: PastOrder, before: ReplaySide, after: ReplaySide) => playOrders([one], [before, after], UNTIL);

describe("playing the past", () => {
  it("begins with nothing decided, whatever is known today, and hears everything when it was heard", () => {
    const moments = momentsOf(calm, UNTIL);
    expect(moments.map((one) => one.at)).toEqual([at(-24), at(0), at(1), at(10), at(20), at(60), at(80), at(84)]);
    expect(moments[1]?.known.shipments).toMatchObject([{ silentSince: null, judged: { milestone: "unknown" }, timeline: { scans: [] } }]);
    expect(moments.at(-1)?.known.shipments[0]?.timeline.milestone).toBe("delivered");
  });

  it("finds the silence at its hour, and its end", () => {
    const { played: [one] } = replayOrder(calm, [side(36)], UNTIL);
    const verdicts = one?.decisions.filter(({ verdict }) => verdict.kind === "silence" || verdict.kind === "recovered").map(({ at: when, verdict }) => [verdict.kind, when]);
    expect(verdicts).toEqual([["silence", at(56)], ["recovered", at(60)]]);
    expect(one?.messages).toHaveLength(1);
  });

  it("counts a silence that ended by itself as a false alarm, with the parcel as example", () => {
    const result = compared(calm, side(48), side(36));
    expect(result.before).toMatchObject({ alarms: 0, falseAlarms: 0, cases: 0, messages: 0 });
    expect(result.after).toMatchObject({ alarms: 1, falseAlarms: 1, cases: 1, messages: 1 });
    expect(result.changes).toMatchObject({ false_alarm_new: 1, case_new: 1, message_new: 1, message_gone: 0 });
    expect(result.examples.find(({ kind }) => kind === "false_alarm")).toMatchObject({ change: "new", orderName: bought.name, at: at(56) });
    expect(compared(calm, side(36), side(48)).changes).toMatchObject({ false_alarm_gone: 1, case_gone: 1 });
  });

  it("counts trouble as missed only where nothing was said in time", () => {
    expect(compared(late, side(36), side(12))).toMatchObject({ troubles: 1, before: { missed: 1 }, after: { missed: 0, falseAlarms: 0 }, changes: { missed_gone: 1 } });
    expect(compared(lost, side(36), side(36))).toMatchObject({ troubles: 1, before: { missed: 0, cases: 1 } });
    expect(compared(gone, side(36), side(36))).toMatchObject({ troubles: 1, before: { missed: 0 } });
    expect(compared(gone, side(36), side(24 * 60)).after.missed).toBe(0); // what follows from so long a quiet is concluded without any threshold
  });

  it("plays a rule that is tried as if it were on, and says what kept it from firing", () => {
    const rules = [{ id: "r" as RuleId, name: "R", mode: "on" as const, trigger: "shipment.exception" as const, when: [{ field: "category", operator: "is", value: "lost" }], acts: [{ kind: "act" as const, request: { kind: "tag" as const, tags: ["lost"] } }] }];
    const with_rule = side(36, { work: { ...DEFAULT_WORK, rules } });
    expect(compared(lost, side(36), with_rule)).toMatchObject({ acts: { tag: 1 }, changes: { act_new: 1 }, rules: [{ ruleId: "r", fired: 1, kept: [] }] });
    const damaged = past([...BEGUN, scan(30, "in_transit", { exception: "damaged" }), scan(50, "in_transit"), scan(70, "delivered")]);
    expect(compared(damaged, side(36), with_rule).rules).toEqual([{ ruleId: "r", fired: 0, kept: [{ clause: "the parcel is lost", times: 1, example: `${bought.name}: is damaged` }] }]);
  });

  it("tells nobody when e-mails are off, and decides the same", () => {
    const quiet = side(36, { policy: { ...defaultPolicy(NEW_YORK, "US"), emailShoppers: false } });
    expect(compared(calm, side(36), quiet)).toMatchObject({ before: { messages: 1, cases: 1 }, after: { messages: 0, cases: 1 }, changes: { message_gone: 1, case_new: 0, case_gone: 0 } });
  });

  it("answers the same byte for byte, and leaves the past as it was", () => {
    const all = [calm, lost, late, gone];
    const before = JSON.stringify(all);
    const play = () => JSON.stringify(playOrders(all, [side(36), side(24)], UNTIL));
    expect(play()).toBe(play());
    expect(JSON.stringify(all)).toBe(before);
  });

  it("counts the same in whatever order the past is read", () => {
    fc.assert(fc.property(fc.shuffledSubarray([calm, lost, late, gone], { minLength: 4 }), (orders) => {
      expect(playOrders(orders, [side(36), side(20)], UNTIL)).toEqual(playOrders([calm, lost, late, gone], [side(36), side(20)], UNTIL));
    }), { numRuns: 10 });
  });
});
