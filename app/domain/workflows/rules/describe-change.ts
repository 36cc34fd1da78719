import type { Policy } from "../../decisions/policy.ts";
import type { WorkSettings } from "../work-settings.ts";
import { ruleInWords } from "./read-rule.ts";
import type { Rule } from "./rule.ts";

const HOUR = 3_600_000;
const hoursWords = (value: unknown): string => (typeof value === "number" ? `${Math.round((value / HOUR) * 10) / 10} hours` : String(value));
const percentWords = (value: unknown): string => (typeof value === "number" ? `${Math.round(value * 1_000) / 10} %` : String(value));

/** How settings are called where a version is compared with another, and how their values are said. */
const NAMES: Readonly<Record<string, { readonly label: string; readonly say?: (value: unknown) => string }>> = {
  silenceAfter: { label: "Silence until anything is learned", say: hoursWords }, newsFor: { label: "What counts as news", say: hoursWords }, emailShoppers: { label: "E-mails to shoppers" }, atRisk: { label: "At risk from", say: percentWords }, "silence.falseAlarmRate": { label: "Silence raised falsely", say: percentWords },
  "rules.zone": { label: "Time zone" }, "rules.cutoff": { label: "Cut-off" }, "rules.workingDays": { label: "Days on which you pack" }, "rules.carrierWorkingDays": { label: "Days on which carriers deliver" },
  "rules.closedDates": { label: "Closed dates" }, "rules.transit": { label: "Transit times" }, "rules.handlingDays.min": { label: "Shortest handling" }, "rules.handlingDays.max": { label: "Longest handling" },
  holidays: { label: "Public holidays" }, locations: { label: "Hours of locations" }, "promise.rate": { label: "Promises to keep", say: percentWords }, "promise.style": { label: "How dates are said" },
  "cases.members": { label: "People" }, "cases.assignment": { label: "Who gets which cases" }, "cases.dueHours.critical": { label: "Critical cases are due after hours" }, "cases.dueHours.warning": { label: "Other cases are due after hours" },
  "cases.escalateAfterHours": { label: "Passed on after hours" }, "cases.escalateTo": { label: "Passed on to" }, "acts.undoMinutes": { label: "Minutes to undo" }, "acts.automaticPerDay": { label: "Acts a day without a person" },
};

type Leaves = ReadonlyMap<string, unknown>;

/** Every single value of a settings object by its path; lists count as one value. */
const leavesOf = (value: unknown, path = ""): [string, unknown][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === "" ? key : `${path}.${key}`)) : [[path, value]];

const spaced = (path: string): string => {
  const words = path.replaceAll(".", ": ").replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const said = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return value.every((one) => typeof one !== "object") && value.length <= 8 ? (value.length === 0 ? "none" : value.join(", ")) : `${value.length} entries`;
  return String(value);
};

const changesOf = (before: Leaves, after: Leaves): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const { label = spaced(path), say = said } = NAMES[path] ?? {};
    const words = (value: unknown): string => (value === undefined || value === null ? "none" : say(value));
    return words(was) === words(is) ? [`${label}: changed.`] : [`${label}: ${words(was)} → ${words(is)}.`];
  });

const ruleChanges = (before: readonly Rule[], after: readonly Rule[], currency: string): readonly string[] => {
  const [was, is] = [new Map(before.map((rule) => [rule.id, rule])), new Map(after.map((rule) => [rule.id, rule]))];
  return [
    ...after.flatMap((rule) => {
      const old = was.get(rule.id);
      if (old === undefined) return [`Rule “${rule.name}” added (${rule.mode}): ${ruleInWords(rule, currency)}`];
      const parts = [...(old.mode === rule.mode ? [] : [`${old.mode} → ${rule.mode}`]), ...(old.name === rule.name ? [] : [`called “${old.name}” before`]), ...(JSON.stringify([old.trigger, old.when, old.acts]) === JSON.stringify([rule.trigger, rule.when, rule.acts]) ? [] : [`now: ${ruleInWords(rule, currency)}`])];
      return parts.length === 0 ? [] : [`Rule “${rule.name}”: ${parts.join("; ")}`];
    }),
    ...before.flatMap((rule) => (is.has(rule.id) ? [] : [`Rule “${rule.name}” removed.`])),
  ];
};

/** What differs between two versions of how trouble is worked on, one sentence each. `currency`: the shop's. */
export const workChanges = (before: WorkSettings, after: WorkSettings, currency: string): readonly string[] => {
  const { rules: old, ...was } = before;
  const { rules, ...is } = after;
  return [...ruleChanges(old, rules, currency), ...changesOf(new Map(leavesOf(was)), new Map(leavesOf(is)))];
};

/** What differs between two versions of the policy, one sentence each. */
export const policyChanges = (before: Policy, after: Policy): readonly string[] => changesOf(new Map(leavesOf(before)), new Map(leavesOf(after)));
