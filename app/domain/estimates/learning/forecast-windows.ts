import { priceFor, windowLevelFor, type Calibration } from "../engine/calibration.ts";
import { shortestWindow, type DayWindow } from "../engine/forecast-dates.ts";
import type { Forecast } from "../engine/model.ts";
import { PRICES, promisedDay, promiseSteps } from "../engine/promise-price.ts";

/** The shortest window that holds `rate` of parcels as forecasts have held of late; days after the forecast's first. */
export const windowOf = (forecast: Forecast, calibration: Calibration, rate: number): DayWindow => shortestWindow(forecast, windowLevelFor(calibration, rate));

/** The day to promise so that `rate` of promises are kept at the least total waiting promised; days after the forecast's first. */
export const promiseOfForecast = (forecast: Forecast, calibration: Calibration, rate: number): number => promisedDay(promiseSteps(forecast), PRICES[priceFor(calibration, rate)]!);
