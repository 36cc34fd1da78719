import { backlogOf, extraDaysFor, usualDaysOf } from "#app/domain/estimates/backlog.ts";
import type { Conditions, Disturbance } from "#app/domain/estimates/conditions.ts";
import { compileTable } from "#app/domain/estimates/date-table.ts";
import { disturbancesOf } from "#app/domain/estimates/learning/disturbances.ts";
import { calendarOf } from "#app/domain/estimates/work-calendar.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, hours, iso, minus, minutes, since, type Instant } from "#app/domain/shared/time.ts";
import type { AdminApi, Clock, DateStore, Jobs, LoadFacts, Log, ShopDirectory, Transact } from "../ports.ts";
import type { ShopModel, ShopModels } from "../queries/shop-model.ts";

/** What measuring needs of the outside. */
export type MeasurePorts = {
  readonly dates: DateStore; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly models: ShopModels; readonly transact: Transact;
  readonly admin: Pick<AdminApi, "locations">; readonly clock: Clock; readonly jobs: Jobs; readonly log: Log; readonly appUrl: string;
};

/** How often each shop is measured. */
export const MEASURE_EVERY = minutes(15);
/** A table that changed nothing is renewed this often; it lives for 72 hours. */
const RENEW_EVERY = hours(6);
/** A parcel older than this says nothing about how its carrier fares now. */
const UNDER_WAY_FOR = days(45);

/**
 * Counts what waits and what leaves, compares arrivals with what was to be expected, and publishes the table of dates when it says something new or is
 * half a day old. When a backlog or a carrier changed, every order that still waits is looked at again, and every parcel on its way with that carrier.
 */
export const measureDates =
  ({ dates, shops, admin, models, transact, clock, jobs, log, appUrl }: MeasurePorts) =>
  async (shop: ShopId): Promise<void> => {
    const record = await shops.find(shop);
    if (!record || record.uninstalledAt !== null) return;
    const now = clock();
    await learnLocations({ dates, admin, log }, shop);
    const { policy } = await shops.settings(shop);
    const before = await models(dates, shop, policy, now);
    const conditions = await measured({ dates, shop, now, known: before });
    const knowledge = { ...before.knowledge, conditions };
    const table = compileTable({ id: `t${iso(now).replaceAll(/[-:]|\.\d+/g, "")}`, apiUrl: appUrl, now, knowledge });
    const held = knowledge.table;
    const saysTheSame = held !== null && JSON.stringify([held.style, held.services, held.lanes, held.ships, held.busy, held.days]) === JSON.stringify([table.style, table.services, table.lanes, table.ships, table.busy, table.days]);
    if (held === null || !saysTheSame || since((held.published * 1_000) as Instant, now) >= RENEW_EVERY) {
      await dates.keepTable(shop, table);
      await transact((store) => store.outbox.add(shop, [{ key: `publish_dates:${table.id}`, intent: { kind: "publish_dates" } }], now));
      await jobs.wake("dispatch_outbox");
    }

    // After the table: what is told to who waits must not be told by the one before.
    await dates.keepConditions(shop, conditions);
    if (changed(before.knowledge.conditions, conditions, now)) {
      log.for(shop).info("dates.conditions_changed", { backlogs: conditions.backlogs.length, disturbances: conditions.disturbances.length });
      const carriers = changedCarriers(before.knowledge.conditions, conditions);
      const woken = (await dates.wakeWaiting(shop, now)) + (carriers === null || carriers.length > 0 ? await dates.wakeUnderWay(shop, carriers, now) : 0);
      if (woken > 0) await jobs.wake("fire_timers");
    }
  };

/** Where the shop sends from, asked once a place is named that we do not know; without an answer dates go on without names. */
const learnLocations = async ({ dates, admin, log }: Pick<MeasurePorts, "dates" | "admin" | "log">, shop: ShopId): Promise<void> => {
  const known = new Set((await dates.locations(shop)).map((one) => one.id));
  const named = await dates.namedLocations(shop);
  if (known.size > 0 && named.every((one) => known.has(one))) return;
  const asked = await admin.locations(shop);
  if (asked.outcome === "found") await dates.keepLocations(shop, asked.locations);
  else log.for(shop).warn("dates.locations_unknown", { because: asked.because });
};

const measured = async ({ dates, shop, now, known: { knowledge } }: { readonly dates: DateStore; readonly shop: ShopId; readonly now: Instant; readonly known: ShopModel }): Promise<Conditions> => {
  const { learned, calendars, rules } = knowledge;
  const today = dateIn(now, rules.zone);
  const load = withoutStrays(await dates.load(shop, now));
  const parcels = await dates.pastParcels(shop, minus(now, UNDER_WAY_FOR));
  return {
    measuredAt: now,
    backlogs: load.map((one) => backlogOf(one, calendarOf(calendars, one.location), usualDaysOf(knowledge, one.location), today)),
    disturbances: disturbancesOf(parcels, learned, calendars, today),
  };
};

/** Until Shopify says where an order is packed, it waits where most are: a queue of nowhere would have no pace. */
const withoutStrays = (load: readonly LoadFacts[]): readonly LoadFacts[] => {
  const stray = load.find((one) => one.location === null);
  const sent = ({ handedOver }: LoadFacts): number => handedOver.reduce((sum, one) => sum + one.items, 0);
  const main = load.filter((one) => one.location !== null).toSorted((a, b) => sent(b) - sent(a))[0];
  if (!stray || !main) return load;
  const joined = { ...main, waiting: [...main.waiting, ...stray.waiting].toSorted((a, b) => a.orderedAt - b.orderedAt), handedOver: [...main.handedOver, ...stray.handedOver] };
  return load.flatMap((one) => (one === stray ? [] : [one === main ? joined : one]));
};

/** Whether somebody's date may move: the extra days of a location, or what is told of a carrier. */
const changed = (before: Conditions | null, after: Conditions, now: Instant): boolean => said(before, now) !== said(after, now);
const said = (conditions: Conditions | null, now: Instant): string =>
  JSON.stringify([
    (conditions?.backlogs ?? []).map((one) => [one.location, extraDaysFor(one, now)]).filter(([, extra]) => extra !== 0),
    (conditions?.disturbances ?? []).map(told),
  ]);

/** What is told of a carrier: half days count. */
const told = ({ carrier, region, lostDays }: Disturbance) => [carrier, region, Math.round(lostDays * 2)] as const;

/** The carriers of which something else is told than before; null where one of them is all. */
const changedCarriers = (before: Conditions | null, after: Conditions): readonly string[] | null => {
  const [was, is] = [before?.disturbances ?? [], after.disturbances];
  const without = (these: readonly Disturbance[], those: readonly Disturbance[]) => these.filter((one) => !those.some((other) => told(other).every((part, at) => part === told(one)[at])));
  const carriers = [...without(was, is), ...without(is, was)].map(({ carrier }) => carrier);
  return carriers.includes(null) ? null : [...new Set(carriers.filter((one) => one !== null))];
};

/** Wakes measuring for every shop that is due. */
export const wakeMeasures =
  ({ dates, clock, jobs }: Pick<MeasurePorts, "dates" | "clock" | "jobs">) =>
  async (limit: number): Promise<void> => {
    for (const shop of await dates.dueForMeasure(minus(clock(), MEASURE_EVERY), limit)) await jobs.wake("measure_dates", shop);
  };
