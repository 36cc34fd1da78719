import type { HistoryView, ReplayView, RulesView, RuleRow, RuleView, TryView, VersionView } from "#app/contracts/rules-views.ts";
import { latest, type Instant } from "#app/domain/shared/time.ts";
import type { RuleId, ShopId } from "#app/domain/shared/ids.ts";
import { policyChanges, workChanges } from "#app/domain/workflows/rules/describe-change.ts";
import { readRule, ruleInWords } from "#app/domain/workflows/rules/read-rule.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";
import { DEFAULT_WORK } from "#app/domain/workflows/work-settings.ts";
import { teamsOf } from "../commands/rules/save-rule.ts";
import type { ReplayRun, RuleCount, RuleDesk, SettingsVersion, Transact } from "../ports.ts";

/** What reading rules needs of the outside. */
export type RulesPorts = { readonly transact: Transact; readonly desk: RuleDesk };

const HOUR = 3_600_000;
const RUNS = 30;
const VERSIONS = 30;

const settingsOf = ({ transact }: RulesPorts, shop: ShopId) => transact(async (store) => ({ work: await store.work.of(shop), policy: await store.policies.of(shop), currency: (await store.shops.find(shop))?.currency ?? "" }));

const rowOf = (rule: Rule, count: RuleCount | undefined, currency: string): RuleRow => {
  const read = readRule(rule);
  const { did = 0, would = 0, lastDid = null, lastWould = null } = count ?? {};
  const last = lastDid === null || lastWould === null ? (lastDid ?? lastWould) : latest(lastDid, lastWould);
  return { rule, sentence: ruleInWords(rule, currency), unreadable: read.outcome === "unreadable" ? read.because : [], did, would, last };
};

/** Every rule of a shop, in words, with how often it fired. */
export const rules =
  (ports: RulesPorts) =>
  async (shop: ShopId): Promise<RulesView> => {
    const { work, currency } = await settingsOf(ports, shop);
    const counts = await ports.desk.counts(shop);
    return { rows: work.rules.map((rule) => rowOf(rule, counts.get(rule.id), currency)), currency, undoMinutes: work.acts.undoMinutes, automaticPerDay: work.acts.automaticPerDay };
  };

/** One rule with what it did or would have done. Without an id, what a new one needs. */
export const ruleById =
  (ports: RulesPorts) =>
  async (shop: ShopId, id: RuleId | null): Promise<RuleView> => {
    const { work, currency } = await settingsOf(ports, shop);
    const rule = work.rules.find((one) => one.id === id) ?? null;
    const [counts, runs] = rule === null ? [null, []] : [await ports.desk.counts(shop), await ports.desk.runs(shop, rule.id, RUNS)];
    return { row: rule && rowOf(rule, counts?.get(rule.id), currency), runs, teams: teamsOf(work), currency };
  };

const replayView = (run: ReplayRun): ReplayView => {
  const { id, what, by, askedAt, state, done, total, result, because, proposed } = run;
  return { id, what, by, askedAt, state, done, total, result, because, ruleNames: Object.fromEntries(proposed.work.rules.map((rule) => [rule.id, rule.name])) };
};

/** What can be tried on the past as it is now, and the newest replay. */
export const trying =
  (ports: RulesPorts) =>
  async (shop: ShopId): Promise<TryView> => {
    const { policy } = await settingsOf(ports, shop);
    const run = await ports.desk.newestReplay(shop);
    const percent = (share: number): number => Math.round(share * 1_000) / 10;
    return {
      falseAlarmPercent: percent(policy.silence.falseAlarmRate), silenceHours: Math.round(policy.silenceAfter / HOUR), atRiskPercent: percent(policy.atRisk), emailShoppers: policy.emailShoppers, newsHours: Math.round(policy.newsFor / HOUR),
      replay: run && replayView(run),
    };
  };

const changesOf = (is: SettingsVersion, was: SettingsVersion | null, currency: string): readonly string[] => {
  if (was === null) return [];
  if (is.part === "policy") return was.part === "policy" ? policyChanges(was.body, is.body) : [];
  return was.part === "work" ? workChanges({ ...DEFAULT_WORK, ...was.body }, { ...DEFAULT_WORK, ...is.body }, currency) : [];
};

/** Who changed what of policy and rules, newest first, each version against the one before it. */
export const settingsHistory =
  (ports: RulesPorts) =>
  async (shop: ShopId, before: Instant | null): Promise<HistoryView> => {
    const { desk } = ports;
    const { currency } = await settingsOf(ports, shop);
    const found = await desk.versions(shop, { part: null, before, limit: VERSIONS });
    const newest = new Map<string, number>();
    for (const part of ["policy", "work"] as const) newest.set(part, (await desk.versions(shop, { part, before: null, limit: 1 }))[0]?.version ?? 0);
    const versions: VersionView[] = [];
    for (const one of found) {
      const earlier = found.find((other) => other.part === one.part && other.version === one.version - 1) ?? (one.version > 1 ? await desk.version(shop, one.part, one.version - 1) : null);
      versions.push({ part: one.part, version: one.version, at: one.at, by: one.by, what: one.what, changes: changesOf(one, earlier, currency), isPresent: newest.get(one.part) === one.version });
    }
    return { versions, older: found.length < VERSIONS ? null : (found.at(-1)?.at ?? null) };
  };
