import type { RuleId, ShopId } from "#app/domain/shared/ids.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { checkRule, type RuleFaults } from "#app/domain/workflows/rules/check-rule.ts";
import { workChanges } from "#app/domain/workflows/rules/describe-change.ts";
import type { Rule, RuleMode } from "#app/domain/workflows/rules/rule.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { Clock, Store, Transact } from "../../ports.ts";

/** A rule as the form has it; without an id it is a new one. */
export type RuleDraft = Omit<Rule, "id"> & { readonly id: RuleId | null };
/** What became of a rule that was to be saved. */
export type RuleSaved = { readonly outcome: "saved"; readonly id: RuleId } | { readonly outcome: "invalid"; readonly errors: RuleFaults } | { readonly outcome: "not_found" };

type Ports = { readonly transact: Transact; readonly clock: Clock };

/** More than a merchant can keep an eye on. */
const MOST_RULES = 100;

const keep = async (store: Store, shop: ShopId, before: WorkSettings, rules: readonly Rule[], userId: string | null, at: ReturnType<Clock>): Promise<void> => {
  const currency = (await store.shops.find(shop))?.currency ?? "";
  const what = workChanges(before, { ...before, rules }, currency).join(" ");
  if (what !== "") await store.work.save(shop, { ...before, rules }, { by: authorOf(before.cases, userId), what, at });
};

/** The teams a rule can give cases to. */
export const teamsOf = ({ cases }: Pick<WorkSettings, "cases">): readonly string[] => [...new Set(cases.members.map((one) => one.team))].toSorted();

/** Saves a rule, whole and sound, as a new version of the settings. An id is never given twice: what a rule did is kept under it. */
export const saveRule =
  ({ transact, clock, newId }: Ports & { readonly newId: () => string }) =>
  (shop: ShopId, draft: RuleDraft, userId: string | null): Promise<RuleSaved> => transact(async (store): Promise<RuleSaved> => {
    const work = await store.work.of(shop);
    if (draft.id !== null && !work.rules.some((rule) => rule.id === draft.id)) return { outcome: "not_found" };
    const rule: Rule = { ...draft, id: draft.id ?? (newId() as RuleId), name: draft.name.trim() };
    const errors = checkRule(rule, teamsOf(work));
    if (draft.id === null && work.rules.length >= MOST_RULES) return { outcome: "invalid", errors: { name: `No more than ${MOST_RULES} rules.` } };
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    await keep(store, shop, work, draft.id === null ? [...work.rules, rule] : work.rules.map((one) => (one.id === rule.id ? rule : one)), userId, clock());
    return { outcome: "saved", id: rule.id };
  });

/** Switches a rule off, to shadow or on. One that cannot be read any more can only be switched off. */
export const setRuleMode =
  ({ transact, clock }: Ports) =>
  (shop: ShopId, id: RuleId, mode: RuleMode, userId: string | null): Promise<RuleSaved> => transact(async (store): Promise<RuleSaved> => {
    const work = await store.work.of(shop);
    const rule = work.rules.find((one) => one.id === id);
    if (rule === undefined) return { outcome: "not_found" };
    const errors = mode === "off" ? {} : checkRule(rule, teamsOf(work));
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    await keep(store, shop, work, work.rules.map((one) => (one.id === id ? { ...one, mode } : one)), userId, clock());
    return { outcome: "saved", id };
  });

/** Removes a rule. What it did stays on record, and its version can be restored. */
export const removeRule =
  ({ transact, clock }: Ports) =>
  (shop: ShopId, id: RuleId, userId: string | null): Promise<RuleSaved> => transact(async (store): Promise<RuleSaved> => {
    const work = await store.work.of(shop);
    if (!work.rules.some((rule) => rule.id === id)) return { outcome: "not_found" };
    await keep(store, shop, work, work.rules.filter((rule) => rule.id !== id), userId, clock());
    return { outcome: "saved", id };
  });
