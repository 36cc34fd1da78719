import type { Case } from "../../workflows/case.ts";
import type { RuleId, ShipmentId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import { actInWords } from "../../workflows/rules/act-sentence.ts";
import type { Explained } from "../../workflows/rules/explain-rule.ts";
import type { PastOrder } from "./past-order.ts";
import { chosenExamples, joinResults } from "./join-results.ts";
import { nothingPlayed, type DifferenceKind, type ReplayExample, type ReplayResult, type RulePlayed, type SideCount } from "./replay-result.ts";
import { replayBoth, type OrderPlayed } from "./replay-order.ts";
import type { ReplaySide, ReplaySides } from "./replay-side.ts";
import { unitedOf } from "./united-sides.ts";
import { alarmsOf, isMissed, troubleOf } from "./trouble.ts";

/** Something one side led to, under a key both sides would give it. */
type Effect = { readonly key: string; readonly shipmentId: ShipmentId | null; readonly at: Instant | null; readonly what: string };
type Effects = Readonly<Record<DifferenceKind, readonly Effect[]>>;

const ofCase = (one: Case): Effect => ({ key: one.id, shipmentId: one.shipmentId, at: one.openedAt, what: one.because });

const effectsOf = (past: PastOrder, played: OrderPlayed, lasts: readonly Last[]): { readonly effects: Effects; readonly count: SideCount } => {
  const alarms = lasts.map((last) => ({ ...last, alarms: alarmsOf(played, last.shipment.id) }));
  const false_alarm = alarms.flatMap(({ trouble, shipment, alarms: raised }) => (trouble === null ? raised.map(({ key, at, what }): Effect => ({ key, shipmentId: shipment.id, at, what })) : []));
  const missed = alarms.flatMap(({ trouble, shipment, alarms: raised }) => (isMissed(trouble, shipment, played, raised) ? [{ key: shipment.id, shipmentId: shipment.id, at: null, what: trouble?.what ?? "" }] : []));
  const currency = past.order?.currency ?? "";
  const effects: Effects = {
    message: played.messages.map(({ key, shipmentId, at, template }) => ({ key, shipmentId, at, what: template })), case: played.cases.map(ofCase),
    act: played.acts.map((act) => ({ key: act.id, shipmentId: act.shipmentId, at: act.askedAt, what: actInWords({ kind: "act", request: act.request }, currency) })), false_alarm, missed,
  };
  return { effects, count: { messages: effects.message.length, cases: effects.case.length, acts: effects.act.length, alarms: alarms.reduce((sum, one) => sum + one.alarms.length, 0), falseAlarms: false_alarm.length, missed: missed.length } };
};

type Last = { readonly shipment: PastOrder["shipments"][number]["shipment"]; readonly trouble: ReturnType<typeof troubleOf> };

const KINDS = ["message", "case", "act", "false_alarm", "missed"] as const satisfies readonly DifferenceKind[];

const onlyIn = (these: readonly Effect[], those: readonly Effect[]): readonly Effect[] => {
  if (these.length === 0) return these;
  const known = new Set(those.map(({ key }) => key));
  return these.filter(({ key }) => !known.has(key));
};

/** What each rule did with one order: fired once per subject, or the clause that kept it from firing. */
const rulesOf = (explained: readonly Explained[], orderName: string | null): readonly RulePlayed[] => {
  if (explained.length === 0) return [];
  const rules = new Map<RuleId, { readonly fired: Set<string>; readonly kept: Map<string, RulePlayed["kept"][number]> }>();
  for (const { ruleId, clause, actual, subject, fired } of explained) {
    const rule = rules.get(ruleId) ?? { fired: new Set<string>(), kept: new Map<string, RulePlayed["kept"][number]>() };
    rules.set(ruleId, rule);
    if (fired) { rule.fired.add(subject); continue; }
    const name = clause ?? "";
    const known = rule.kept.get(name);
    rule.kept.set(name, known ? { ...known, times: known.times + 1 } : { clause: name, times: 1, example: `${orderName ?? "an order"}: ${actual ?? "not readable"}` });
  }
  return [...rules].map(([ruleId, { fired, kept }]) => ({ ruleId, fired: fired.size, kept: [...kept.values()] }));
};

/** What one order adds. `united`: both sides in one, where they can be. */
const resultOf = (past: PastOrder, sides: ReplaySides, united: ReplaySide | null, until: Instant): ReplayResult => {
  const nothing = nothingPlayed(until);
  const { moments, played: [was, is] } = replayBoth(past, sides, united, until);
  const known = moments.at(-1)?.known.shipments ?? [];
  if (known.length === 0) return { ...nothing, orders: 1 };
  const lasts = known.flatMap((shipment): Last[] => {
    const recorded = past.shipments.find((one) => one.shipment.id === shipment.id);
    return recorded ? [{ shipment, trouble: troubleOf(recorded, shipment, { zone: sides[0].policy.rules.zone, until }) }] : [];
  });
  const before = effectsOf(past, was, lasts);
  const after = was.decisions === is.decisions ? before : effectsOf(past, is, lasts); // played once
  const changes: Record<keyof ReplayResult["changes"], number> = { ...nothing.changes };
  const examples: ReplayExample[] = [];
  for (const kind of before === after ? [] : KINDS) {
    for (const [change, found] of [["new", onlyIn(after.effects[kind], before.effects[kind])], ["gone", onlyIn(before.effects[kind], after.effects[kind])]] as const) {
      for (const { shipmentId, at, what } of found) examples.push({ kind, change, orderId: past.orderId, orderName: past.order?.name ?? null, shipmentId, at, what });
      changes[`${kind}_${change}`] = found.length;
    }
  }
  const acts = is.acts.reduce<Record<string, number>>((so, { request }) => ({ ...so, [request.kind]: (so[request.kind] ?? 0) + 1 }), {});
  return {
    orders: 1, shipments: lasts.length, until, from: moments[0]?.at ?? null, troubles: lasts.filter((one) => one.trouble !== null).length,
    before: before.count, after: after.count, acts, changes, examples: examples.length > 1 ? chosenExamples(examples) : examples, rules: rulesOf(is.explained, past.order?.name ?? null),
  };
};

/** Plays orders under the settings of before and after. Parts of a past that were played apart are joined by `joinResults`. */
export const playOrders = (orders: readonly PastOrder[], sides: ReplaySides, until: Instant): ReplayResult => {
  const united = unitedOf(sides);
  return orders.reduce((so, past) => joinResults(so, resultOf(past, sides, united, until)), nothingPlayed(until));
};

/** The same the long way: each side played whole, whatever they share. What the short way is held against. */
export const playOrdersApart = (orders: readonly PastOrder[], sides: ReplaySides, until: Instant): ReplayResult =>
  orders.reduce((so, past) => joinResults(so, resultOf(past, sides, null, until)), nothingPlayed(until));
