import type { BacklogView, KeptView, LedgerPage, MissView, ReliabilityView } from "#app/contracts/dates-views.ts";
import { extraDaysFor } from "#app/domain/estimates/backlog.ts";
import type { Backlog, Conditions } from "#app/domain/estimates/conditions.ts";
import { sayBacklog, saySlow } from "#app/domain/estimates/date-reasons.ts";
import { rehearsedBy, type Previewed } from "#app/domain/estimates/learning/preview.ts";
import type { Rehearsal, RehearsedParcel } from "#app/domain/estimates/learning/learned.ts";
import { faultOf } from "#app/domain/estimates/miss-reason.ts";
import type { PromiseSettings } from "#app/domain/estimates/promise-settings.ts";
import { keptBy, keptOf, weekOf, wilson, type Judging } from "#app/domain/estimates/reliability.ts";
import { dateIn, daysBetween, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, iso, minus, type Instant } from "#app/domain/shared/time.ts";
import type { Clock, DateStore, Holidays, PromiseLedger, PromiseOutcome, ShopDirectory } from "../ports.ts";
import type { ShopModels } from "./shop-model.ts";

/** What the pages about dates need of the outside. */
export type DatesPorts = {
  readonly dates: DateStore; readonly ledger: PromiseLedger; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly models: ShopModels;
  readonly holidays: Holidays; readonly clock: Clock;
};

/** Misses told one by one; the counts are of all. */
const MISSES_TOLD = 100;
/** Fewer past orders than this say nothing about what settings would keep. */
export const LEAST_REHEARSED = 30;

/** The reliability report: what was promised in the last so many days, what came of it, and what the past would have kept. */
export const reliability =
  ({ dates, ledger, shops, models, clock }: DatesPorts) =>
  async (shop: ShopId, lastDays: number): Promise<ReliabilityView> => {
    const now = clock();
    const [record, { policy }] = await Promise.all([shops.find(shop), shops.settings(shop)]);
    const zone = record?.zone ?? policy.rules.zone;
    const since = minus(now, days(lastDays));
    const [outcomes, rehearsal, facts, { knowledge }, places] = await Promise.all([ledger.outcomes(shop, since), dates.rehearsal(shop), dates.facts(shop), models(dates, shop, policy, now), dates.locations(shop)]);
    const judging: Judging = { tooEarlyDays: policy.promise.tooEarlyDays, today: dateIn(now, zone) };
    const rows = outcomes.map((one) => ({ ...one, shownOn: dateIn(one.shownAt, zone), lane: regionOf(one.lane) }));
    const firsts = firstOfEachOrder(rows);
    const usual = usualDaysBy(rehearsal, rows);
    const misses = firsts.flatMap((one) => missOf(one, judging, usual(one.service)) ?? []).toSorted((a, b) => (a.shownAt < b.shownAt ? 1 : -1));
    const faults = [...Map.groupBy(misses, (one) => one.fault)].map(([fault, of]) => ({ fault, misses: of.length })).toSorted((a, b) => b.misses - a.misses);
    return {
      zone, goal: policy.promise.rate, since: dateIn(since, zone),
      all: keptOf("all", firsts, judging), weeks: keptBy("week", firsts, judging), lanes: keptBy("lane", firsts, judging), services: keptBy("service", firsts, judging),
      carriers: keptBy("carrier", rows.filter((one) => one.carrier !== null), judging), stages: keptBy("stage", rows, judging),
      misses: misses.slice(0, MISSES_TOLD), faults,
      rehearsal: rehearsal && rehearsedView(rehearsal, policy.promise),
      model: facts.learned && { version: facts.version, fittedOn: facts.learned.fittedOn, handOffs: facts.learned.parcels.handOffs, arrivals: facts.learned.parcels.arrivals, lanes: facts.learned.lanes.length },
      now: {
        ...presentOf(facts.conditions, new Map(places.map((one) => [one.id, one.name])), now),
        tablePublishedAt: knowledge.table && iso((knowledge.table.published * 1_000) as Instant), tableExpiresAt: knowledge.table && iso((knowledge.table.expires * 1_000) as Instant),
      },
    };
  };

type Row = PromiseOutcome & { readonly shownOn: CalendarDate };

/** Lanes are told by region: a postal prefix has too few parcels to say anything. */
const regionOf = (lane: string): string => lane.split("-").slice(0, 2).join("-");

/** What each shopper was told first: with the order, or of a parcel where nothing was said of its order before. */
const firstOfEachOrder = (rows: readonly Row[]): readonly Row[] =>
  [...Map.groupBy(rows, (one) => one.orderId ?? one.subject)].flatMap(([, ofOrder]) => {
    const whole = ofOrder.filter((one) => one.shipmentId === null).toSorted((a, b) => a.shownAt - b.shownAt)[0];
    return whole ? [whole] : ofOrder;
  });

/** Within which nine of ten came; null of too few. */
const nineOfTen = (took: readonly number[]): number | null => (took.length < LEAST_REHEARSED ? null : (took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.9)] ?? null));

/**
 * Within how many days nine of ten parcels come from hand-over to door, by service: what is slow for express is usual for economy. From the rehearsed past, or from
 * what was promised where there is none; of a service few came by, the days of all count. Null while too few have come.
 */
const usualDaysBy = (rehearsal: Rehearsal | null, rows: readonly Row[]): ((service: string | null) => number | null) => {
  const past = (rehearsal?.parcels ?? []).flatMap(({ service, days: whole, handOffDays }) => (whole === null || handOffDays === null ? [] : [{ service, took: whole - handOffDays }]));
  const told = rows.flatMap(({ service, handedOverOn, deliveredOn }) => (handedOverOn === null || deliveredOn === null ? [] : [{ service, took: daysBetween(handedOverOn, deliveredOn) }]));
  const came = past.length < LEAST_REHEARSED ? told : past;
  const all = nineOfTen(came.map(({ took }) => took));
  const by = new Map([...Map.groupBy(came, ({ service }) => service)].map(([service, of]) => [service, nineOfTen(of.map(({ took }) => took))]));
  return (service) => by.get(service) ?? all;
};

const missOf = (row: Row, { tooEarlyDays, today }: Judging, usual: number | null): MissView | null => {
  const { earliest, latest, orderId, orderName, shipmentId, shipsBy, shownAt, lane, service, carrier, deliveredOn } = row;
  if (earliest === null || latest === null || orderId === null) return null;
  const blame = faultOf({ earliest, latest, shipsBy }, { ...row, usualDays: usual }, tooEarlyDays, today);
  return blame && { orderId, orderName, shipmentId, promised: { from: earliest, to: latest }, shownAt: iso(shownAt), deliveredOn, daysLate: Math.max(0, daysBetween(latest, deliveredOn ?? today)), lane, service, carrier, ...blame };
};

const viewOf = (name: string, { sample, kept, widthDays, promisedDays }: Previewed): KeptView => {
  const held = Math.round(kept * sample);
  const interval = wilson(held, sample);
  return { name, promises: sample, decided: sample, kept: held, share: interval && kept, low: interval?.low ?? null, high: interval?.high ?? null, widthDays: sample === 0 ? null : widthDays, promisedDays: sample === 0 ? null : promisedDays };
};

/** What settings would have kept of the past, told apart like real promises; null where too little is known of it. */
const rehearsedView = (rehearsal: Rehearsal, settings: PromiseSettings): ReliabilityView["rehearsal"] => {
  const by = (key: (parcel: RehearsedParcel) => string): KeptView[] => [...rehearsedBy(rehearsal, settings, key)].map(([name, one]) => viewOf(name, one)).filter((one) => one.promises > 0);
  const largest = (views: KeptView[]): KeptView[] => views.toSorted((a, b) => b.promises - a.promises);
  const [all] = by(() => "all");
  if (!all || all.promises < LEAST_REHEARSED) return null;
  return { all, weeks: by((one) => weekOf(one.countedOn)).toSorted((a, b) => (a.name < b.name ? -1 : 1)), lanes: largest(by((one) => regionOf(one.lane))), services: largest(by((one) => one.service ?? "–")) };
};

const presentOf = (conditions: Conditions | null, names: ReadonlyMap<string, string>, now: Instant) => ({
  backlogs: (conditions?.backlogs ?? []).map((one) => backlogView(one, one.location === null ? "Not yet assigned" : (names.get(one.location) ?? one.location), now)),
  disturbances: (conditions?.disturbances ?? []).map((one) => ({ what: [one.carrier, one.region].filter((part) => part !== null).join(", ") || "All carriers", since: one.since, says: saySlow(one) })),
});

const backlogView = (one: Backlog, location: string, now: Instant): BacklogView => ({ location, queue: one.queue, perDay: one.perDay, extraDays: extraDaysFor(one, now), says: sayBacklog(one) });

/** A page of the ledger, newest first. What has not come by the last day promised is missed, before anybody says so. */
export const ledgerPage =
  ({ ledger, shops, clock }: DatesPorts) =>
  async (shop: ShopId, query: { readonly search: string; readonly after: string | null; readonly before: string | null }): Promise<LedgerPage> => {
    const [record, page] = await Promise.all([shops.find(shop), ledger.page(shop, { ...query, limit: 50 })]);
    const today = record && dateIn(clock(), record.zone);
    return { ...page, rows: page.rows.map((one) => (today !== null && one.outcome === "waiting" && one.orderId !== null && one.window !== null && one.window.to < today ? { ...one, outcome: "missed" } : one)) };
  };
