import type { LocationView, PromiseDraft, PromiseSettingsView } from "#app/contracts/dates-views.ts";

/** One exception for a shipping option while it is typed. `key` only tells rows apart. */
export type OverrideForm = { readonly key: string; readonly method: string; readonly ratePercent: string; readonly floorDays: string; readonly ceilingDays: string };
/** One location while it is typed: the shop's hours, or its own. Its own stay in the form when they are switched off. */
export type LocationForm = { readonly id: string; readonly isOwn: boolean; readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[]; readonly closedDates: string; readonly holidays: string };

/** The promise settings while they are typed: texts as they stand in the fields; an empty text is none. */
export type PromiseForm = {
  readonly ratePercent: string; readonly style: PromiseDraft["style"]; readonly tooEarlyDays: string; readonly floorDays: string; readonly ceilingDays: string;
  readonly overrides: readonly OverrideForm[]; readonly publishToShopify: boolean; readonly holidays: string; readonly locations: readonly LocationForm[];
};

/** When the shop as a whole packs: what a location's own hours begin with. */
export type ShopHours = { readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[] };

const inOrder = (days: readonly number[]): readonly number[] => [...days].sort((a, b) => a - b);
const textOf = (value: number | null): string => (value === null ? "" : String(value));

const locationOf = ({ id, own }: LocationView, shop: ShopHours): LocationForm => ({
  id, isOwn: own !== null, zone: own?.zone ?? shop.zone, cutoff: own?.cutoff ?? shop.cutoff, workingDays: inOrder(own?.workingDays ?? shop.workingDays), closedDates: own?.closedDates.join("\n") ?? "", holidays: own?.holidays ?? "",
});

/** The form as the stored settings fill it. */
export const formOf = (view: PromiseSettingsView, shop: ShopHours): PromiseForm => ({
  ratePercent: String(view.ratePercent), style: view.style, tooEarlyDays: textOf(view.tooEarlyDays), floorDays: textOf(view.floorDays), ceilingDays: textOf(view.ceilingDays),
  overrides: view.overrides.map((one, index) => ({ key: `stored-${index}`, method: one.method, ratePercent: String(one.ratePercent), floorDays: textOf(one.floorDays), ceilingDays: textOf(one.ceilingDays) })),
  publishToShopify: view.publishToShopify, holidays: view.holidays ?? "", locations: view.locations.map((one) => locationOf(one, shop)),
});

/** What a form says as one text, so that two forms can be compared. Row keys say nothing, nor do hours that are switched off. */
export const plainForm = (form: PromiseForm): string =>
  JSON.stringify({ ...form, overrides: form.overrides.map(({ key: _key, ...row }) => row), locations: form.locations.map((one) => (one.isOwn ? one : { id: one.id })) });

/** The form read into plain values, or what in it is no number, by field. */
export type FormRead = { readonly kind: "read"; readonly draft: PromiseDraft } | { readonly kind: "unreadable"; readonly errors: Readonly<Record<string, string>> };

const asNumber = (text: string): number => Number(text.trim().replace(",", "."));

/** Reads the form. An empty limit is none; what is no number is named here and never taken for zero or for none. */
export const readForm = (form: PromiseForm): FormRead => {
  const errors: Record<string, string> = {};
  const number = (field: string, text: string, what: string): number => {
    const value = asNumber(text);
    if (text.trim() === "") errors[field] ??= `Enter ${what}.`;
    else if (!Number.isFinite(value)) errors[field] ??= `“${text.trim()}” is not a number.`;
    return value;
  };
  const limit = (field: string, text: string): number | null => (text.trim() === "" ? null : number(field, text, "a number of days"));
  const draft: PromiseDraft = {
    ratePercent: number("ratePercent", form.ratePercent, "a share in percent"), style: form.style,
    tooEarlyDays: limit("tooEarlyDays", form.tooEarlyDays), floorDays: limit("floorDays", form.floorDays), ceilingDays: limit("ceilingDays", form.ceilingDays),
    overrides: form.overrides.map((row, index) => ({ method: row.method.trim(), ratePercent: number(`overrides.${index}`, row.ratePercent, "a share in percent"), floorDays: limit(`overrides.${index}`, row.floorDays), ceilingDays: limit(`overrides.${index}`, row.ceilingDays) })),
    publishToShopify: form.publishToShopify, holidays: form.holidays || null,
    locations: form.locations.map(({ id, isOwn, zone, cutoff, workingDays, closedDates, holidays }) => ({
      id, own: isOwn ? { zone, cutoff: cutoff.trim(), workingDays: [...workingDays], closedDates: closedDates.split(/[\s,;]+/).filter(Boolean), holidays: holidays || null } : null,
    })),
  };
  return Object.keys(errors).length > 0 ? { kind: "unreadable", errors } : { kind: "read", draft };
};
