import type { PreviewSide, PreviewView, PromiseDraft, PromiseSettingsView } from "#app/contracts/dates-views.ts";
import { preview, type Previewed } from "#app/domain/estimates/learning/preview.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import { promiseErrors, promiseOfDraft } from "../commands/save-promise.ts";
import { LEAST_REHEARSED, type DatesPorts } from "./reliability.ts";

const percent = (share: number): number => Math.round(share * 1_000) / 10;

/** The promise settings as the form shows them. */
export const promiseSettings =
  ({ dates, shops, holidays }: DatesPorts) =>
  async (shop: ShopId): Promise<PromiseSettingsView> => {
    const [{ policy: { promise, holidays: chosen, locations, rules } }, places, imports] = await Promise.all([shops.settings(shop), dates.locations(shop), dates.pastImports(shop)]);
    const { rate, overrides, ...rest } = promise;
    return {
      ...rest, ratePercent: percent(rate), overrides: overrides.map(({ rate: own, ...one }) => ({ ...one, ratePercent: percent(own) })), holidays: chosen, holidayCalendars: holidays.codes, zone: rules.zone,
      locations: places.map(({ id, name, country, region, active }) => {
        const set = locations.find((one) => one.id === id);
        return { id, name, place: [region, country].filter((part) => part !== null).join(", ") || null, active, own: set ? { zone: set.zone, cutoff: set.cutoff, workingDays: set.workingDays, closedDates: set.closedDates, holidays: set.holidays } : null };
      }),
      imports: imports.map((one) => ({ ...one, at: iso(one.at) })),
    };
  };

/** What a draft would have done on past orders, beside what the present settings would have: by what was known on each day, and before anything is saved. */
export const previewPromise =
  ({ dates, shops, holidays }: DatesPorts) =>
  async (shop: ShopId, draft: PromiseDraft): Promise<PreviewView> => {
    const errors = promiseErrors(draft, new Set(holidays.codes.map((one) => one.code)));
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const [rehearsal, { policy }] = await Promise.all([dates.rehearsal(shop), shops.settings(shop)]);
    const present = rehearsal && preview(rehearsal, policy.promise);
    const [first, last] = [rehearsal?.parcels[0], rehearsal?.parcels.at(-1)];
    if (!rehearsal || !present || !first || !last || present.sample < LEAST_REHEARSED) return { outcome: "too_few", says: `Too few past orders to say what these settings would do; ${LEAST_REHEARSED} delivered ones are needed.` };
    const proposed = preview(rehearsal, promiseOfDraft(draft));
    return { outcome: "previewed", sample: proposed.sample, from: first.countedOn, to: last.countedOn, present: side(present), proposed: side(proposed), says: sayPreview(present, proposed) };
  };

const side = ({ kept, promisedDays, widthDays, none }: Previewed): PreviewSide => ({ kept, promisedDays, widthDays, none });

/** "Would have kept 93.1 % (now 90.4 %) and promised 0.8 days later." */
const sayPreview = (present: Previewed, proposed: Previewed): string => {
  if (proposed.sample === 0) return "Would have shown no date on any past order.";
  const later = proposed.promisedDays - present.promisedDays;
  const moved = Math.abs(later) < 0.05 ? "promised the same days" : `promised ${Math.abs(later).toFixed(1)} days ${later > 0 ? "later" : "earlier"}`;
  const bare = proposed.none > 0 ? ` ${percent(proposed.none).toFixed(1)} % of orders would have been shown no date.` : "";
  return `Would have kept ${percent(proposed.kept).toFixed(1)} % (now ${percent(present.kept).toFixed(1)} %) and ${moved}.${bare}`;
};
