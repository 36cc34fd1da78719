import { CannotRun, operand, option, type Evaluation } from "./evaluation.ts";
import { quantileTable } from "./learned-quantiles.ts";
import { dateOf, readDay, readOrders, type MarketplaceOrder, type Mode } from "./marketplace-orders.ts";
import { readText } from "./read-file.ts";
import { rulesForecast } from "./rules-forecast.ts";
import { promise, scoreDates, scoreMarketplace, type Forecast, type Scored } from "./score-dates.ts";

const USE = "estimates <csv or csv.gz> --from 2018-01-01 --to 2018-04-01 --mode checkout|handoff";

/** The least of the given settings whose promises are kept as often as asked; null when none is. */
const daysAt = (settings: readonly (() => { readonly onTime: number; readonly days: number })[], onTime: number): number | null => {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle]?.().onTime ?? 0) >= onTime) high = middle; else low = middle + 1;
  }
  return settings[low]?.().days ?? null;
};

const THOUSANDTHS = Array.from({ length: 1_000 }, (_, at) => at / 1_000);
const DAYS_LATER = Array.from({ length: 91 }, (_, at) => at - 30);

/** The single knob of a table of quantiles is the quantile; of the rules it is how many days later than their latest date the promise is set. */
const quantileKnob = (scored: readonly Scored[]) => THOUSANDTHS.map((level) => () => promise(scored, level));
const shiftKnob = (scored: readonly Scored[]) =>
  DAYS_LATER.map((later) => () => promise(scored.map(({ order, forecast }) => ({ order, forecast: (level: number) => forecast(level) + later })), 0.9));

const forecasts = (orders: readonly MarketplaceOrder[], model: (order: MarketplaceOrder) => Forecast | null): Scored[] =>
  orders.flatMap((order) => { const forecast = model(order); return forecast ? [{ order, forecast }] : []; });

/** `estimates <csv>`: dates forecast one morning at a time, with nothing known that was not known then. */
export const evaluateEstimates: Evaluation = (args) => {
  const text = readText(operand(args), USE);
  const mode = option(args, "mode");
  if (mode !== "checkout" && mode !== "handoff") throw new CannotRun(`--mode wants checkout or handoff. Use: npm run evaluate -- ${USE}`);
  const [from, to] = [readDay(option(args, "from"), "from"), readDay(option(args, "to"), "to")];
  const all = readOrders(text, mode satisfies Mode);
  const wanted = all.filter((one) => one.askedDay >= from && one.askedDay < to);
  if (wanted.length === 0) throw new CannotRun(`No delivered order between ${dateOf(from)} and ${dateOf(to)}.`);

  const market = scoreMarketplace(wanted);
  console.log(`${wanted.length} delivered orders ${mode === "checkout" ? "bought" : "handed over"} from ${dateOf(from)} to ${dateOf(to)}, of ${all.length} in the file.`);
  console.log("The present model is a new shop's delivery table: it learns nothing from the file. Its one window stands for every level, its middle for the median.");
  const evaluated = (model: (order: MarketplaceOrder) => Forecast | null, knob: (scored: readonly Scored[]) => readonly (() => { onTime: number; days: number })[]) => {
    const scored = forecasts(wanted, model);
    const days = daysAt(knob(scored), market.onTime);
    return { ...scoreDates(scored), daysEarlierAtSameOnTime: days === null ? null : market.promisedDays - days };
  };
  const baseline = (window: number, by: "everything" | "lane") => evaluated(quantileTable(all, window, by), quantileKnob);
  const { daysEarlierAtSameOnTime, ...model } = evaluated(rulesForecast(mode), shiftKnob);
  return { ...model, marketplace: market, daysEarlierAtSameOnTime, baselines: { global60d: baseline(60, "everything"), statePair90d: baseline(90, "lane") } };
};
