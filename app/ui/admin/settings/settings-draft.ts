import type { SettingsView } from "#app/contracts/admin-views.ts";

/** One row of the transit table while it is typed. `key` only tells rows apart. */
export type TransitDraft = { readonly key: string; readonly country: string; readonly method: string; readonly minDays: string; readonly maxDays: string };

/** The settings form while it is typed: texts as they stand in the fields. */
export type SettingsDraft = {
  readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[]; readonly carrierWorkingDays: readonly number[];
  readonly closedDates: string; readonly handlingMin: string; readonly handlingMax: string; readonly transit: readonly TransitDraft[];
  readonly silenceHours: string; readonly silenceRate: string; readonly riskPercent: string; readonly emailShoppers: boolean; readonly senderName: string; readonly replyTo: string;
};

/** The form as the stored settings fill it. */
export const draftOf = (view: SettingsView): SettingsDraft => ({
  zone: view.zone, cutoff: view.cutoff, workingDays: [...view.workingDays].sort((a, b) => a - b), carrierWorkingDays: [...view.carrierWorkingDays].sort((a, b) => a - b),
  closedDates: view.closedDates.join("\n"), handlingMin: String(view.handlingDays.min), handlingMax: String(view.handlingDays.max),
  transit: view.transit.map((row, index) => ({ key: `stored-${index}`, country: row.country, method: row.method ?? "", minDays: String(row.minDays), maxDays: String(row.maxDays) })),
  silenceHours: String(view.silenceHours), silenceRate: String(view.silenceRate), riskPercent: String(view.riskPercent), emailShoppers: view.emailShoppers, senderName: view.senderName ?? "", replyTo: view.replyTo ?? "",
});

/** A number, or NaN for an empty or wrong text: the command names the field and says what is wrong with it. */
const number = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));
const textOrNull = (text: string): string | null => text.trim() || null;

/** What the form says, as plain values. Nothing is corrected silently except space and letter case. */
export const settingsFrom = (draft: SettingsDraft) => ({
  zone: draft.zone, cutoff: draft.cutoff.trim(), workingDays: draft.workingDays, carrierWorkingDays: draft.carrierWorkingDays,
  closedDates: draft.closedDates.split(/[\s,;]+/).filter(Boolean), handlingDays: { min: number(draft.handlingMin), max: number(draft.handlingMax) },
  transit: draft.transit.map((row) => ({ country: row.country.trim().toUpperCase(), method: textOrNull(row.method), minDays: number(row.minDays), maxDays: number(row.maxDays) })),
  silenceHours: number(draft.silenceHours), silenceRate: number(draft.silenceRate), riskPercent: number(draft.riskPercent), emailShoppers: draft.emailShoppers, senderName: textOrNull(draft.senderName), replyTo: textOrNull(draft.replyTo),
});

/** Whether two drafts say the same; row keys say nothing. */
export const sameDraft = (a: SettingsDraft, b: SettingsDraft): boolean => {
  const plain = (draft: SettingsDraft) => JSON.stringify({ ...draft, transit: draft.transit.map(({ key: _key, ...row }) => row) });
  return plain(a) === plain(b);
};
