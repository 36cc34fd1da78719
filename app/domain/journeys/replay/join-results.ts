import type { ReplayExample, ReplayResult, RulePlayed, SideCount } from "./replay-result.ts";

/** Examples kept of each kind of difference. */
const EXAMPLES = 8;

const KINDS = ["message", "case", "act", "false_alarm", "missed"] as const satisfies readonly ReplayExample["kind"][];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One order for all examples, whoever found them first. */
const inOrder = (a: ReplayExample, b: ReplayExample): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byText(b.change, a.change) || byText(a.orderId, b.orderId) || byText(a.shipmentId ?? "", b.shipmentId ?? "") || (a.at ?? 0) - (b.at ?? 0) || byText(a.what, b.what);

/** The first of each kind and change, in their order. */
export const chosenExamples = (all: readonly ReplayExample[]): readonly ReplayExample[] => {
  const many = new Map<string, number>();
  return all.toSorted(inOrder).filter(({ kind, change }) => {
    const before = many.get(`${kind} ${change}`) ?? 0;
    many.set(`${kind} ${change}`, before + 1);
    return before < EXAMPLES;
  });
};

/** Whether an example would be among the chosen: most orders of a long past bring none. */
const isWanted = (chosen: readonly ReplayExample[], one: ReplayExample): boolean => {
  const rivals = chosen.filter(({ kind, change }) => kind === one.kind && change === one.change);
  const last = rivals.at(-1);
  return rivals.length < EXAMPLES || last === undefined || inOrder(one, last) < 0;
};

const examplesOf = (a: readonly ReplayExample[], b: readonly ReplayExample[]): readonly ReplayExample[] => {
  if (a.length === 0) return b;
  const wanted = b.filter((one) => isWanted(a, one));
  return wanted.length === 0 ? a : chosenExamples([...a, ...wanted]);
};

const plus = (a: SideCount, b: SideCount): SideCount =>
  ({ messages: a.messages + b.messages, cases: a.cases + b.cases, acts: a.acts + b.acts, alarms: a.alarms + b.alarms, falseAlarms: a.falseAlarms + b.falseAlarms, missed: a.missed + b.missed });

/** Adds numbers under names; names stand in their own order. */
const summed = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
  if (Object.keys(b).length === 0) return a;
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted(byText).map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
};

type Kept = RulePlayed["kept"][number];

const keptOf = (a: readonly Kept[], b: readonly Kept[]): readonly Kept[] => {
  const kept = new Map(a.map((one) => [one.clause, one]));
  for (const one of b) {
    const known = kept.get(one.clause);
    kept.set(one.clause, known === undefined ? one : { ...known, times: known.times + one.times, example: byText(one.example, known.example) < 0 ? one.example : known.example });
  }
  return [...kept.values()].toSorted((one, other) => byText(one.clause, other.clause));
};

const rulesOf = (a: readonly RulePlayed[], b: readonly RulePlayed[]): readonly RulePlayed[] => {
  if (b.length === 0) return a;
  const rules = new Map(a.map((rule) => [rule.ruleId, rule]));
  for (const rule of b) {
    const known = rules.get(rule.ruleId);
    rules.set(rule.ruleId, known === undefined ? rule : { ruleId: rule.ruleId, fired: known.fired + rule.fired, kept: keptOf(known.kept, rule.kept) });
  }
  return [...rules.values()].toSorted((one, other) => byText(one.ruleId, other.ruleId));
};

/** Two parts of one replay as one. It does not matter which part was played first, by whom, or how the past was divided. */
export const joinResults = (a: ReplayResult, b: ReplayResult): ReplayResult => {
  const changes = { ...a.changes };
  for (const name of Object.keys(changes) as (keyof ReplayResult["changes"])[]) changes[name] += b.changes[name];
  return {
    orders: a.orders + b.orders, shipments: a.shipments + b.shipments, until: a.until, from: a.from === null || b.from === null ? (a.from ?? b.from) : a.from < b.from ? a.from : b.from,
    troubles: a.troubles + b.troubles, before: plus(a.before, b.before), after: plus(a.after, b.after), acts: summed(a.acts, b.acts), changes, examples: examplesOf(a.examples, b.examples), rules: rulesOf(a.rules, b.rules),
  };
};
