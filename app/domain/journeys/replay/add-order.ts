import type { Case } from "../../workflows/case.ts";
import type { ShipmentId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import { actInWords } from "../../workflows/rules/act-sentence.ts";
import type { Explained } from "../../workflows/rules/explain-rule.ts";
import type { PastOrder } from "./past-order.ts";
import type { DifferenceKind, ReplayExample, ReplayResult, RulePlayed, SideCount } from "./replay-result.ts";
import { replayOrder, type OrderPlayed, type ReplaySide } from "./replay-order.ts";
import { alarmsOf, isMissed, troubleOf } from "./trouble.ts";

/** Examples kept of each kind of difference, and clauses of each rule. */
const EXAMPLES = 8;
const CLAUSES = 6;

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

const plus = (a: SideCount, b: SideCount): SideCount =>
  ({ messages: a.messages + b.messages, cases: a.cases + b.cases, acts: a.acts + b.acts, alarms: a.alarms + b.alarms, falseAlarms: a.falseAlarms + b.falseAlarms, missed: a.missed + b.missed });

const KINDS = ["message", "case", "act", "false_alarm", "missed"] as const satisfies readonly DifferenceKind[];

const onlyIn = (these: readonly Effect[], those: readonly Effect[]): readonly Effect[] => {
  const known = new Set(those.map(({ key }) => key));
  return these.filter(({ key }) => !known.has(key));
};

const rulesWith = (rules: readonly RulePlayed[], explained: readonly Explained[], orderName: string | null): readonly RulePlayed[] => {
  if (explained.length === 0) return rules;
  const played = new Map(rules.map((rule) => [rule.ruleId, rule]));
  const fired = new Set<string>();
  for (const { ruleId, clause, actual, subject, fired: did } of explained) {
    const rule = played.get(ruleId) ?? { ruleId, fired: 0, kept: [] };
    if (did) {
      const key = `${ruleId} ${subject}`;
      played.set(ruleId, fired.has(key) ? rule : { ...rule, fired: rule.fired + 1 });
      fired.add(key);
      continue;
    }
    const known = rule.kept.find((one) => one.clause === clause);
    const example = `${orderName ?? "an order"}: ${actual ?? "not readable"}`;
    const kept = known ? rule.kept.map((one) => (one === known ? { ...one, times: one.times + 1 } : one)) : rule.kept.length < CLAUSES ? [...rule.kept, { clause: clause ?? "", times: 1, example }] : rule.kept;
    played.set(ruleId, { ...rule, kept });
  }
  return [...played.values()];
};

/** Plays one more order under the settings of before and after, and adds what differs. */
export const addOrder = (result: ReplayResult, past: PastOrder, sides: readonly [ReplaySide, ReplaySide]): ReplayResult => {
  const { until } = result;
  const { moments, played: [was, is] } = replayOrder(past, sides, until);
  const known = moments.at(-1)?.known.shipments ?? [];
  if (was === undefined || is === undefined || known.length === 0) return { ...result, orders: result.orders + 1 };
  const lasts = known.flatMap((shipment): Last[] => {
    const recorded = past.shipments.find((one) => one.shipment.id === shipment.id);
    return recorded ? [{ shipment, trouble: troubleOf(recorded, shipment, { zone: sides[0].policy.rules.zone, until }) }] : [];
  });
  const [before, after] = [effectsOf(past, was, lasts), effectsOf(past, is, lasts)];
  const changes: Record<keyof ReplayResult["changes"], number> = { ...result.changes };
  const examples: ReplayExample[] = [];
  for (const kind of KINDS) {
    for (const [change, found] of [["new", onlyIn(after.effects[kind], before.effects[kind])], ["gone", onlyIn(before.effects[kind], after.effects[kind])]] as const) {
      const room = EXAMPLES - changes[`${kind}_${change}`];
      for (const { shipmentId, at, what } of found.slice(0, Math.max(0, room))) examples.push({ kind, change, orderId: past.orderId, orderName: past.order?.name ?? null, shipmentId, at, what });
      changes[`${kind}_${change}`] += found.length;
    }
  }
  const acts = is.acts.reduce<Record<string, number>>((so, { request }) => ({ ...so, [request.kind]: (so[request.kind] ?? 0) + 1 }), {});
  const from = moments[0]?.at ?? null;
  return {
    orders: result.orders + 1, shipments: result.shipments + lasts.length, until, from: from === null ? result.from : result.from === null || from < result.from ? from : result.from,
    troubles: result.troubles + lasts.filter((one) => one.trouble !== null).length, before: plus(result.before, before.count), after: plus(result.after, after.count),
    acts: Object.keys(acts).length === 0 ? result.acts : Object.fromEntries([...new Set([...Object.keys(result.acts), ...Object.keys(acts)])].map((kind) => [kind, (result.acts[kind] ?? 0) + (acts[kind] ?? 0)])),
    changes, examples: examples.length === 0 ? result.examples : [...result.examples, ...examples], rules: rulesWith(result.rules, is.explained, past.order?.name ?? null),
  };
};
