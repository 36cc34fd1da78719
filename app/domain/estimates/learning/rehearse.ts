import { calibrate, remember, type PastForecast, type Remembered } from "../engine/calibration.ts";
import { DAYS } from "../engine/model.ts";
import type { Calendars } from "../work-calendar.ts";
import { fitShop } from "./fit-shop.ts";
import { knownLanes, lanesWithDates } from "./known-lanes.ts";
import { laneIn, placeOfLane, type Lane } from "./lane.ts";
import { calibrateLanes } from "./lane-calibrations.ts";
import type { Fitted, Learned, Rehearsal, RehearsedParcel, RehearsedWeek } from "./learned.ts";
import { orderForecast } from "./order-forecast.ts";
import { parcelAt, type PackedParcels } from "./packed-parcels.ts";
import { evenSample } from "./even-sample.ts";
import { takeRows, type ShopCodes, type ShopColumns } from "./shop-columns.ts";
import { arrivalsSince } from "./shipped-forecast.ts";
import { questionAbout } from "./traits.ts";
import { dateOfDay } from "./zone-days.ts";

/** Four times the calibration's memory, so that the last week's is as steady as it gets. */
const WEEKS = 20;
/** Arrivals without which nothing is worth rehearsing. */
const LEAST_ARRIVALS = 30;
/** Of a large shop an even sample is learned from, and asked about; measured, so that a walk stays well under a minute. */
const SAMPLE = { learned: 60_000, asked: 20_000, shipped: 8_000 };
/** Parcels older than this weigh nothing in the first refit of the walk (days). */
const REACH = 560;

type Asked = { readonly row: number; readonly askedDay: number; readonly remembered: Remembered; readonly lane: Lane };
type Walk = { readonly rehearsal: Rehearsal } & Pick<Learned, "ordered" | "shipped" | "orderedBy" | "shippedBy">;

/** The calibration's own word before anything arrived: the forecasts of the merchant's stated destinations and services. */
const typical = (fitted: Fitted, today: number, calendars: Calendars): { readonly ordered: readonly Remembered[]; readonly shipped: readonly Remembered[] } => {
  const asked = fitted.rules.transit.map(({ country, method }) => ({ lane: country as Lane, service: method }));
  const all = asked.length === 0 ? [{ lane: "*", service: null }] : asked;
  return {
    ordered: all.map(({ lane, service }) => remember(orderForecast(fitted, { countsOn: dateOfDay(today), lane, service, location: null, items: 1, extraDays: 0, notBefore: null }, calendars).arrived)),
    shipped: all.map(({ lane, service }) => remember(arrivalsSince(fitted.carrier, questionAbout(fitted, { place: placeOfLane(lane), carrier: null, service, location: null, items: 1 }, null), today + fitted.collectedAt, today))),
  };
};

/**
 * Walks through the last 20 weeks up to the morning of `today` (days since 1970): every seventh morning the shop is learned anew and calibrated on its own forecasts so
 * far, then every order of the week is asked about, delivered or not. What a morning does not know yet is looked at by none of its answers. `last` answers on `today`.
 */
export const rehearse = (parcels: PackedParcels, all: ShopColumns, codes: ShopCodes, today: number, calendars: Calendars, last: Fitted): Walk => {
  const { rules, origins } = last;
  const begin = today - 7 * WEEKS;
  const recent = (days: Float64Array) => (row: number): boolean => days[row]! >= begin && days[row]! < today;
  const learnedFrom = evenSample(parcels, (row) => Math.max(all.ordered[row]! || 0, all.handed[row]! || 0) >= today - REACH, SAMPLE.learned);
  const columns = takeRows(all, learnedFrom);
  // What was measured in a rush is not kept: nobody can say any more what its orders would have been told.
  const askable = recent(all.ordered);
  const [askOrders, askShipped] = [evenSample(parcels, (row) => askable(row) && !all.rushed[row], SAMPLE.asked), evenSample(parcels, recent(all.handed), SAMPLE.shipped)];
  const byTime = (days: Float64Array, rows: Int32Array): number[] => [...rows].sort((a, b) => days[a]! - days[b]! || (parcelAt(parcels, a).key < parcelAt(parcels, b).key ? -1 : 1));
  const [orders, handOffs] = [byTime(all.ordered, askOrders), byTime(all.handed, askShipped)];
  const [ordered, shipped]: [Asked[], Asked[]] = [[], []];
  const [weeks, rehearsed]: [RehearsedWeek[], RehearsedParcel[]] = [[], []];
  const tookBy = (row: number, askedDay: number, morning: number): number | null => (all.arrived[row]! < morning ? Math.min(DAYS - 1, Math.max(0, Math.floor(all.arrived[row]!) - askedDay)) : null);
  // A stop of the carrier is told as a disturbance while it lasts: windows and promises are not made wider for it. What it caught counts without the days it stood.
  const isCaught = (row: number, morning: number): boolean => all.caught[row]! < morning;
  const known = (ledger: readonly Asked[], morning: number): (PastForecast & { readonly lane: Lane })[] =>
    ledger.filter(({ row }) => !isCaught(row, morning) || all.arrived[row]! < morning).map(({ row, askedDay, remembered, lane }) => {
      const took = tookBy(row, askedDay, morning);
      return { askedDay, days: took === null || !isCaught(row, morning) ? took : Math.max(0, took - all.stood[row]!), remembered, lane };
    });
  let [order, handOff] = [0, 0];
  for (let morning = begin; morning < today; morning += 7) {
    if (all.arrived.reduce((sum, at) => (at < morning ? sum + 1 : sum), 0) < LEAST_ARRIVALS) continue;
    while (order < orders.length && all.ordered[orders[order]!]! < morning) order += 1;
    while (handOff < handOffs.length && all.handed[handOffs[handOff]!]! < morning) handOff += 1;
    const until = Math.min(morning + 7, today);
    const fitted = fitShop(columns, codes, morning, rules, calendars, origins);
    const bare = typical(fitted, morning, calendars);
    const past = known(ordered, morning);
    const calibration = calibrate(past, morning, bare.ordered);
    const lanes = lanesWithDates({ lanes: knownLanes(all, codes, morning, rules), origins });
    const answers = new Map<string, Remembered>();
    for (; order < orders.length && all.ordered[orders[order]!]! < until; order += 1) {
      const row = orders[order]!;
      const parcel = parcelAt(parcels, row);
      const { service, carrier, key } = parcel;
      const [askedDay, lane] = [all.counted[row]!, laneIn(lanes, parcel)];
      // Asked as dates are offered: nobody knows yet who packs it, nor how much is in the cart.
      const same = JSON.stringify([askedDay, lane, service]);
      let remembered = answers.get(same);
      if (!remembered) answers.set(same, (remembered = remember(orderForecast(fitted, { countsOn: dateOfDay(askedDay), lane, service, location: null, items: 1, extraDays: 0, notBefore: null }, calendars).arrived)));
      ordered.push({ row, askedDay, remembered, lane });
      const handed = Math.floor(all.handed[row]!);
      rehearsed.push({
        key, countedOn: dateOfDay(askedDay), week: weeks.length, lane, carrier, service, days: tookBy(row, askedDay, today), handOffDays: handed < today ? Math.max(0, handed - askedDay) : null, remembered,
      });
    }
    for (; handOff < handOffs.length && all.handed[handOffs[handOff]!]! < until; handOff += 1) {
      const row = handOffs[handOff]!;
      const { country, region, zip, carrier, service, location, items } = parcelAt(parcels, row);
      const askedDay = Math.floor(all.handed[row]!);
      shipped.push({ row, askedDay, lane: laneIn(lanes, { country, region, zip }), remembered: remember(arrivalsSince(fitted.carrier, questionAbout(fitted, { place: { country, region, zip }, carrier, service, location, items }, null), all.handed[row]!, askedDay)) });
    }
    weeks.push({ from: dateOfDay(morning), calibration, lanes: calibrateLanes(past, morning, calibration) });
  }
  const bare = typical(last, today, calendars);
  const past = known(ordered, today);
  const general = calibrate(past, today, bare.ordered);
  const sent = known(shipped, today);
  const onTheWay = calibrate(sent, today, bare.shipped);
  return {
    rehearsal: { until: dateOfDay(today), weeks, parcels: rehearsed },
    ordered: general, orderedBy: calibrateLanes(past, today, general), shipped: onTheWay, shippedBy: calibrateLanes(sent, today, onTheWay),
  };
};
