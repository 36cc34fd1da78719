import type { CalendarDate } from "../../shared/calendar.ts";
import type { Disturbance } from "../conditions.ts";
import { addDay, DAYS_BACK, underWayOn, type DailyArrivals, type UnderWay } from "./arrivals-expected.ts";
import type { Calendars } from "../work-calendar.ts";
import type { Fitted } from "./learned.ts";
import type { PastParcel } from "./past-parcel.ts";
import { dateOfDay, dayOfDate, daysOfDates } from "./zone-days.ts";

/** One to three days on which at least `expected` parcels were due and fewer than `share` of them came, by more than `deviations` standard deviations: one false alarm in a thousand. */
const ALARM = { days: 3, expected: 8, share: 0.6, deviations: 3.1 };
/** A lost day of so many expected parcels is believed by half. */
const DOUBT = 8;
/** From this share of the expected on the carrier is taken to be back; every such day halves what is lost. */
const BACK = 0.8;
/** While it goes on, so many more days are expected to be lost: hardly any disturbance ends on the day it is noticed. */
const STILL_TO_COME = 1.5;
/** Less than this is no news. */
const LEAST_LOST = 0.25;
/** A region is named beside its disturbed carrier only if it lost so many days more. */
const WORSE = 1;

type Judged = { readonly lostDays: number; readonly since: number; readonly expected: number; readonly arrived: number };

const lastDays = (of: Float64Array, until: number, many: number): number => of.subarray(Math.max(0, until - many + 1), until + 1).reduce((sum, one) => sum + one, 0);

/** Plays the last days one after the other: what was lost on one makes the parcels younger on the next, or else every carrier would seem to fail for weeks after a stop. */
const judge = (parcels: readonly UnderWay[], today: number, holidays: ReadonlySet<number>): Judged => {
  const daily: DailyArrivals = { expected: new Float64Array(DAYS_BACK), variance: new Float64Array(DAYS_BACK), arrived: new Float64Array(DAYS_BACK) };
  const { expected, variance, arrived } = daily;
  const lost = new Float64Array(DAYS_BACK);
  let [sum, since, ongoing] = [0, -1, false];
  for (let at = 0; at < DAYS_BACK; at += 1) {
    addDay(parcels, today, at, lost, daily);
    if (holidays.has(today - DAYS_BACK + at)) expected[at] = variance[at] = arrived[at] = 0;
    const fails = expected[at]! >= 1 && arrived[at]! < ALARM.share * expected[at]!;
    for (let many = 1; fails && many <= ALARM.days; many += 1) {
      const [due, came] = [lastDays(expected, at, many), lastDays(arrived, at, many)];
      if (due < ALARM.expected || came >= ALARM.share * due || due - came <= ALARM.deviations * Math.sqrt(lastDays(variance, at, many))) continue;
      for (let day = Math.max(0, at - many + 1); day <= at; day += 1) {
        if (lost[day]! > 0 || arrived[day]! >= BACK * expected[day]!) continue;
        lost[day] = (1 - arrived[day]! / expected[day]!) * (expected[day]! / (expected[day]! + DOUBT));
        sum += lost[day]!;
        if (since < 0) since = day;
        ongoing = true;
      }
    }
    if (lost[at] === 0 && expected[at]! >= 1 && arrived[at]! >= BACK * expected[at]!) [sum, ongoing] = [sum / 2, false];
    if (sum < LEAST_LOST) [sum, since, ongoing] = [0, -1, false];
  }
  const told = since < 0 ? ALARM.days : Math.min(ALARM.days, DAYS_BACK - since);
  const lately = (of: Float64Array): number => lastDays(of, DAYS_BACK - 1, told);
  return { lostDays: ongoing ? sum + STILL_TO_COME : sum, since: today - DAYS_BACK + since, expected: lately(expected), arrived: lately(arrived) };
};

/**
 * Carriers, and their lanes into single regions, that deliver far less than was to be expected of the parcels still under way: an outage, a storm, a peak. Known on the
 * morning of `today`; later things may be in the parcels and are not looked at. A day on which carriers rest, even by a calendar
 * entered since the shop was learned, is no sign of anything. The worst first.
 */
export const disturbancesOf = (parcels: readonly PastParcel[], fitted: Fitted, calendars: Calendars, today: CalendarDate): readonly Disturbance[] => {
  const morning = dayOfDate(today);
  const seen = underWayOn(fitted, morning);
  const holidays = daysOfDates(calendars.carrierHolidays);
  const carriers = new Map<string, Map<string, UnderWay[]>>();
  for (const parcel of parcels) {
    const { carrier, country, region } = parcel;
    const one = carrier === null ? null : seen(parcel);
    if (carrier === null || !one) continue;
    const regions = carriers.get(carrier) ?? new Map<string, UnderWay[]>();
    carriers.set(carrier, regions);
    const name = country === null || region === null ? "" : `${country}-${region}`;
    const own = regions.get(name);
    if (own) own.push(one); else regions.set(name, [one]);
  }
  return [...carriers].flatMap(([carrier, regions]) => {
    const named = (region: string | null, { lostDays, since, expected, arrived }: Judged): Disturbance => ({ carrier, region, since: dateOfDay(since), lostDays, expected, arrived });
    const single = [...regions].filter(([region]) => region !== "").map(([region, own]) => ({ region, judged: judge(own, morning, holidays) })).filter(({ judged }) => judged.lostDays > 0);
    const whole = judge([...regions.values()].flat(), morning, holidays);
    const hit = new Set(single.map(({ region }) => region));
    const rest = judge([...regions].flatMap(([region, own]) => (hit.has(region) ? [] : own)), morning, holidays);
    const everywhere = whole.lostDays > 0 && (rest.lostDays > 0 || rest.expected < ALARM.expected);
    const worse = single.filter(({ judged }) => !everywhere || judged.lostDays > whole.lostDays + WORSE);
    return [...(everywhere ? [named(null, whole)] : []), ...worse.map(({ region, judged }) => named(region, judged))];
  }).sort((a, b) => b.lostDays - a.lostDays);
};

/** How far parcels of a carrier into a region (`US-CA`) fell behind: 0 where nothing is known to be wrong. */
export const lostDaysOf = (disturbances: readonly Disturbance[], carrier: string | null, region: string | null): number =>
  disturbances.reduce((most, one) => ((one.carrier === null || one.carrier === carrier) && (one.region === null || one.region === region) ? Math.max(most, one.lostDays) : most), 0);
