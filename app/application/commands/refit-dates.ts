import { packer, type PackedParcels } from "#app/domain/estimates/learning/packed-parcels.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, hours, iso, minus, type Instant } from "#app/domain/shared/time.ts";
import type { Clock, DateStore, Holidays, Jobs, Log, Refit, ShopDirectory } from "../ports.ts";
import { calendarsOf } from "../queries/calendars-of.ts";

/** What learning needs of the outside. */
export type RefitPorts = {
  readonly dates: DateStore; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly holidays: Holidays; readonly refit: Refit;
  readonly clock: Clock; readonly jobs: Jobs; readonly log: Log;
};

/** Parcels older than this teach nothing any more: their weight has faded to a twentieth. */
export const LEARNS_FROM = days(420);
/**
 * Of more parcels an even sample is learned from, taken where they are kept: every lane that has dates of its own is in it many times. A
 * million keep the whole process below a gibibyte: 876 MiB at its peak, of which 88 before the first parcel was read (measured with PostgreSQL 15, 2026-11).
 */
export const MOST_PARCELS = 1_000_000;
/** How often each shop learns anew. */
export const REFIT_EVERY = hours(24);

/** Learns one shop's dates anew from its own parcels and those it imported, and keeps what was learned under a version of its own. */
export const refitDates =
  ({ dates, shops, holidays, refit, clock, jobs, log }: RefitPorts) =>
  async (shop: ShopId): Promise<void> => {
    const record = await shops.find(shop);
    if (!record || record.uninstalledAt !== null) return;
    const now = clock();
    const { policy } = await shops.settings(shop);
    const parcels = await pastOf(dates, shop, minus(now, LEARNS_FROM));
    const origins = new Map((await dates.locations(shop)).map(({ id, country, region }) => [id, { country, region }]));
    const { learned, rehearsal } = await refit({ parcels, origins, rules: policy.rules, calendars: calendarsOf(policy, holidays, now), today: dateIn(now, policy.rules.zone) });
    await dates.keepModel(shop, { version: `learned ${iso(now).slice(0, 16)}`, learned, rehearsal }, now);
    log.for(shop).info("dates.learned", { parcels: parcels.size, handOffs: learned.parcels.handOffs, arrivals: learned.parcels.arrivals, lanes: learned.lanes.length, rehearsed: rehearsal.parcels.length });
    await jobs.wake("measure_dates", shop);
  };

/** A shop's past, packed as it is read: a million parcels as objects would take half a gibibyte. */
const pastOf = async (dates: Pick<DateStore, "eachPastParcel">, shop: ShopId, since: Instant): Promise<PackedParcels> => {
  let packing = packer();
  await dates.eachPastParcel(shop, { since, most: MOST_PARCELS }, (expected) => { packing = packer(expected); return packing.add; });
  return packing.packed();
};

/** Wakes learning for every shop whose model is a day old. */
export const wakeRefits =
  ({ dates, clock, jobs }: Pick<RefitPorts, "dates" | "clock" | "jobs">) =>
  async (limit: number): Promise<void> => {
    for (const shop of await dates.dueForRefit(minus(clock(), REFIT_EVERY), limit)) await jobs.wake("refit_dates", shop);
  };
