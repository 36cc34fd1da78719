import type { MarketplaceOrder } from "./marketplace-orders.ts";

/** A forecast in days after the question, one number per quantile, not rounded. */
export type Forecast = (level: number) => number;
export type Scored = { readonly order: MarketplaceOrder; readonly forecast: Forecast };

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
const taken = ({ order }: Scored): number => order.deliveredDay - order.askedDay;

/** The loss whose expectation is least at the quantile itself. */
const pinball = (level: number) => (one: Scored): number => {
  const over = taken(one) - one.forecast(level);
  return over >= 0 ? level * over : (level - 1) * over;
};

/** The window between two quantiles, rounded outward to whole dates; its width is the days from its first date to its last. */
const window = (low: number, high: number) => (one: Scored) => ({ from: Math.floor(one.forecast(low)), to: Math.ceil(one.forecast(high)) });
const covers = (low: number, high: number) => (one: Scored): number => {
  const { from, to } = window(low, high)(one);
  return Number(from <= taken(one) && taken(one) <= to);
};
const width = (low: number, high: number) => (one: Scored): number => {
  const { from, to } = window(low, high)(one);
  return to - from;
};

/** On time: delivered on or before the date of the quantile rounded up. */
export const promise = (scored: readonly Scored[], level: number) => ({
  onTime: mean(scored.map((one) => Number(taken(one) <= Math.ceil(one.forecast(level))))),
  days: mean(scored.map((one) => Math.ceil(one.forecast(level)))),
});

export const scoreDates = (scored: readonly Scored[]) => {
  const at90 = promise(scored, 0.9);
  return {
    orders: scored.length,
    maeP50: mean(scored.map((one) => Math.abs(taken(one) - one.forecast(0.5)))),
    cover80: mean(scored.map(covers(0.1, 0.9))), width80: mean(scored.map(width(0.1, 0.9))),
    cover90: mean(scored.map(covers(0.05, 0.95))), width90: mean(scored.map(width(0.05, 0.95))),
    pinball10: mean(scored.map(pinball(0.1))), pinball50: mean(scored.map(pinball(0.5))), pinball90: mean(scored.map(pinball(0.9))),
    onTime90: at90.onTime, promisedDays90: at90.days,
  };
};

/** How the marketplace's own promises did on the same orders. */
export const scoreMarketplace = (orders: readonly MarketplaceOrder[]) => {
  const promised = orders.flatMap((one) => (one.promisedDay === null ? [] : [{ days: one.promisedDay - one.askedDay, slack: one.promisedDay - one.deliveredDay }]));
  return { onTime: mean(promised.map(({ slack }) => Number(slack >= 0))), promisedDays: mean(promised.map(({ days }) => days)), slackDays: mean(promised.map(({ slack }) => slack)) };
};
