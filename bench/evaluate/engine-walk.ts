import { calibrate, priceFor, remember, windowLevelFor, type PastForecast, type Remembered } from "../../app/domain/estimates/engine/calibration.ts";
import { medianDay, quantileOf, shortestWindow } from "../../app/domain/estimates/engine/forecast-dates.ts";
import { fitModel, forecastOf, settingWith } from "../../app/domain/estimates/engine/model.ts";
import { promisedDay, promiseSteps, type PromiseSteps } from "../../app/domain/estimates/engine/promise-price.ts";
import { brazilHolidays } from "./brazil-holidays.ts";
import type { CsvRow } from "./csv.ts";
import { dateOf, type MarketplaceOrder, type Mode } from "./marketplace-orders.ts";
import { parcelsOf } from "./marketplace-parcels.ts";
import type { Answer } from "./score-dates.ts";

/** The engine's answer, and the days worth promising, so that its one knob can be turned afterwards. */
export type EngineAnswer = Answer & { readonly steps: PromiseSteps };

const REFIT_DAYS = 7;
/** Weeks forecast before the first scored day, so that the windows and promises of that day are already calibrated. */
const WARM_UP_WEEKS = 12;
const HOLIDAYS = brazilHolidays(2015, 2032);

type Asked = { readonly row: number; readonly askedDay: number; readonly remembered: Remembered };

/**
 * Walks from 12 weeks before `from` to `to` (days since 1970). Every seventh morning the engine learns anew and is calibrated on its own forecasts so far; what
 * happened on that morning or later is masked, by the engine and in the ledger. Every order of the file is asked about, delivered or not: the ledger must not
 * know who arrives. Answers come for the `wanted` orders, in their order.
 */
export const walkEngine = (rows: readonly CsvRow[], wanted: readonly MarketplaceOrder[], mode: Mode, from: number, to: number): EngineAnswer[] => {
  const { parcels, questionAbout } = parcelsOf(rows);
  const { bought, handedOver, arrived } = parcels;
  const askedAt = mode === "checkout" ? bought : handedOver;
  const begin = from - REFIT_DAYS * WARM_UP_WEEKS;
  const asked = [...askedAt.keys()].filter((row) => askedAt[row]! >= begin && askedAt[row]! < to).sort((a, b) => askedAt[a]! - askedAt[b]!);
  const ledger: Asked[] = [];
  const answers = new Map<number, Omit<EngineAnswer, "order">>();
  const isWanted = new Set(wanted.map(({ row }) => row));
  let next = 0;
  for (let today = begin; today < to; today += REFIT_DAYS) {
    const known = ({ row, askedDay, remembered }: Asked): PastForecast => ({ askedDay, days: arrived[row]! < today ? Math.floor(arrived[row]!) - askedDay : null, remembered });
    const model = fitModel(parcels, today, settingWith(HOLIDAYS));
    const calibration = calibrate(ledger.map(known), today);
    const [level80, level90, price] = [windowLevelFor(calibration, 0.8), windowLevelFor(calibration, 0.9), priceFor(calibration, 0.9)];
    for (; next < asked.length && askedAt[asked[next]!]! < Math.min(today + REFIT_DAYS, to); next += 1) {
      const row = asked[next]!;
      const forecast = forecastOf(model, questionAbout(row, mode === "handoff"));
      const remembered = remember(forecast);
      ledger.push({ row, askedDay: Math.floor(askedAt[row]!), remembered });
      if (!isWanted.has(row)) continue;
      answers.set(row, {
        median: medianDay(forecast), window80: shortestWindow(forecast, level80), window90: shortestWindow(forecast, level90),
        promised90: remembered.promised[price]!, quantile: (at) => quantileOf(forecast, at), steps: promiseSteps(forecast),
      });
    }
    console.error(`${dateOf(today)}: learned from ${model.merchant.parcels} purchases and ${model.carrier.parcels} hand-offs; windows at ${level80.toFixed(3)} and ${level90.toFixed(3)}`);
  }
  return wanted.flatMap((order) => { const answer = answers.get(order.row); return answer ? [{ order, ...answer }] : []; });
};

/** Promises of all orders at one price: the engine's single knob. */
export const promiseAtPrice = (answers: readonly EngineAnswer[], price: number): { readonly onTime: number; readonly days: number } => {
  let [kept, days] = [0, 0];
  for (const { order, steps } of answers) {
    const day = promisedDay(steps, price);
    days += day;
    if (order.deliveredDay - order.askedDay <= day) kept += 1;
  }
  return { onTime: kept / Math.max(1, answers.length), days: days / Math.max(1, answers.length) };
};
