import type { DayWindow } from "../../app/domain/estimates/engine/forecast-dates.ts";
import type { MarketplaceOrder } from "./marketplace-orders.ts";

/** A forecast in days after the question, one number per quantile, not rounded. */
export type Forecast = (level: number) => number;
export type Scored = { readonly order: MarketplaceOrder; readonly forecast: Forecast };

/** What a model says about one order, in days after the question: windows and promises are whole dates. */
export type Answer = {
  readonly order: MarketplaceOrder;
  readonly median: number;
  readonly window80: DayWindow;
  readonly window90: DayWindow;
  readonly promised90: number;
  readonly quantile: Forecast;
};

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
const taken = ({ order }: { readonly order: MarketplaceOrder }): number => order.deliveredDay - order.askedDay;

/** The window between two quantiles, rounded outward to whole dates. */
const between = (forecast: Forecast, low: number, high: number): DayWindow => ({ from: Math.floor(forecast(low)), to: Math.ceil(forecast(high)) });

/** How a table of quantiles answers: windows between quantiles, the promise is the quantile rounded up. */
export const answerOf = ({ order, forecast }: Scored): Answer => ({
  order, median: forecast(0.5), window80: between(forecast, 0.1, 0.9), window90: between(forecast, 0.05, 0.95), promised90: Math.ceil(forecast(0.9)), quantile: forecast,
});

/** The loss whose expectation is least at the quantile itself. */
const pinball = (level: number) => (one: Answer): number => {
  const over = taken(one) - one.quantile(level);
  return over >= 0 ? level * over : (level - 1) * over;
};

const covers = (window: (one: Answer) => DayWindow) => (one: Answer): number => Number(window(one).from <= taken(one) && taken(one) <= window(one).to);
/** Days from a window's first date to its last. */
const width = (window: (one: Answer) => DayWindow) => (one: Answer): number => window(one).to - window(one).from;

/** On time: delivered on or before the date of the quantile rounded up. */
export const promise = (scored: readonly Scored[], level: number) => ({
  onTime: mean(scored.map((one) => Number(taken(one) <= Math.ceil(one.forecast(level))))),
  days: mean(scored.map((one) => Math.ceil(one.forecast(level)))),
});

/** The first eleven figures of a model. */
export const scoreDates = (answers: readonly Answer[]) => {
  const [window80, window90] = [(one: Answer) => one.window80, (one: Answer) => one.window90];
  return {
    orders: answers.length,
    maeP50: mean(answers.map((one) => Math.abs(taken(one) - one.median))),
    cover80: mean(answers.map(covers(window80))), width80: mean(answers.map(width(window80))),
    cover90: mean(answers.map(covers(window90))), width90: mean(answers.map(width(window90))),
    pinball10: mean(answers.map(pinball(0.1))), pinball50: mean(answers.map(pinball(0.5))), pinball90: mean(answers.map(pinball(0.9))),
    onTime90: mean(answers.map((one) => Number(taken(one) <= one.promised90))), promisedDays90: mean(answers.map((one) => one.promised90)),
  };
};

/** How the marketplace's own promises did on the same orders. */
export const scoreMarketplace = (orders: readonly MarketplaceOrder[]) => {
  const promised = orders.flatMap((one) => (one.promisedDay === null ? [] : [{ days: one.promisedDay - one.askedDay, slack: one.promisedDay - one.deliveredDay }]));
  return { onTime: mean(promised.map(({ slack }) => Number(slack >= 0))), promisedDays: mean(promised.map(({ days }) => days)), slackDays: mean(promised.map(({ slack }) => slack)) };
};
