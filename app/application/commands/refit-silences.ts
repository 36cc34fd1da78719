import type { ScanGap } from "#app/domain/decisions/silences/scan-gap.ts";
import { rhythmsOf } from "#app/domain/decisions/silences/rhythm.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, hours, iso, minus } from "#app/domain/shared/time.ts";
import type { Clock, FitSilences, Holidays, Jobs, Log, ShopDirectory, SilenceStore } from "../ports.ts";
import { calendarsOf } from "../queries/calendars-of.ts";

/** What learning how long quiet lasts needs of the outside. */
export type RefitSilencePorts = {
  readonly silences: SilenceStore; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly holidays: Holidays; readonly fit: FitSilences;
  readonly clock: Clock; readonly log: Log;
};

/** Parcels made longer ago teach next to nothing: their weight has faded to a tenth. */
const LEARNS_FROM = days(420);
/** Parcels that are read: about eight stretches each, some tens of megabytes while they are learned from. */
const MOST_PARCELS = 30_000;
const REFIT_EVERY = hours(24);

/** Learns one shop's silences anew from its own parcels. Timers that wait are not moved: a parcel is asked again when its timer fires. */
export const refitSilences =
  ({ silences, shops, holidays, fit, clock, log }: RefitSilencePorts) =>
  async (shop: ShopId): Promise<void> => {
    const record = await shops.find(shop);
    if (!record || record.uninstalledAt !== null) return;
    const now = clock();
    const { policy } = await shops.settings(shop);
    const gaps: readonly ScanGap[] = await silences.gaps(shop, minus(now, LEARNS_FROM), now, MOST_PARCELS);
    const learned = await fit({ gaps, now, zone: policy.rules.zone, ...rhythmsOf(policy, calendarsOf(policy, holidays, now)) });
    await silences.keep(shop, { version: `silences ${iso(now).slice(0, 16)}`, learned, gaps: gaps.length }, now);
    log.for(shop).info("silences.learned", { gaps: gaps.length, stages: Object.keys(learned.stages).length });
  };

/** Wakes learning for every shop whose model of silence is a day old. */
export const wakeSilenceRefits =
  ({ silences, clock, jobs }: Pick<RefitSilencePorts, "silences" | "clock"> & { readonly jobs: Jobs }) =>
  async (limit: number): Promise<void> => {
    for (const shop of await silences.dueForSilences(minus(clock(), REFIT_EVERY), limit)) await jobs.wake("refit_silences", shop);
  };
