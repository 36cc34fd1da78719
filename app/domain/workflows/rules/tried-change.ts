import type { Policy } from "../../decisions/policy.ts";
import { hours } from "../../shared/time.ts";
import type { WorkSettings } from "../work-settings.ts";
import type { Rule } from "./rule.ts";

/** What a merchant wants to try on the past before it holds. Null: as it is. A rule is tried as if it were on. */
export type TriedChange = {
  readonly rule: Rule | null;
  readonly falseAlarmPercent: number | null; // share of quiet stretches called silence although a scan follows
  readonly silenceHours: number | null; // where nothing is learned yet
  readonly atRiskPercent: number | null; readonly emailShoppers: boolean | null; readonly newsHours: number | null;
};

/** Nothing is changed. */
export const NO_CHANGE: TriedChange = { rule: null, falseAlarmPercent: null, silenceHours: null, atRiskPercent: null, emailShoppers: null, newsHours: null };

/** Field → what is wrong with it, in plain words. */
export const changeFaults = (change: TriedChange): Readonly<Record<string, string>> => {
  const faults: Record<string, string> = {};
  const within = (field: keyof TriedChange, value: number | null, least: number, most: number, words: string): void => { if (value !== null && !(value >= least && value <= most)) faults[field] = words; };
  within("falseAlarmPercent", change.falseAlarmPercent, 0.1, 20, "Choose a share from 0.1 to 20 %.");
  within("silenceHours", change.silenceHours, 6, 720, "Choose between 6 and 720 hours.");
  within("atRiskPercent", change.atRiskPercent, 5, 99, "Choose a chance from 5 to 99 %.");
  within("newsHours", change.newsHours, 1, 720, "Choose between 1 and 720 hours.");
  return faults;
};

/** The settings as they would be. */
export const withChange = ({ policy, work }: { readonly policy: Policy; readonly work: WorkSettings }, change: TriedChange): { readonly policy: Policy; readonly work: WorkSettings } => {
  const { rule } = change;
  const tried: Rule | null = rule && { ...rule, mode: "on" };
  return {
    policy: {
      ...policy, ...(change.falseAlarmPercent === null ? {} : { silence: { ...policy.silence, falseAlarmRate: change.falseAlarmPercent / 100 } }), ...(change.silenceHours === null ? {} : { silenceAfter: hours(change.silenceHours) }),
      ...(change.atRiskPercent === null ? {} : { atRisk: change.atRiskPercent / 100 }), ...(change.emailShoppers === null ? {} : { emailShoppers: change.emailShoppers }), ...(change.newsHours === null ? {} : { newsFor: hours(change.newsHours) }),
    },
    work: tried === null ? work : { ...work, rules: work.rules.some((one) => one.id === tried.id) ? work.rules.map((one) => (one.id === tried.id ? tried : one)) : [...work.rules, tried] },
  };
};
