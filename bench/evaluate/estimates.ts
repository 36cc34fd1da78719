import { readCsv } from "./csv.ts";
import { promiseAtPrice, walkEngine } from "./engine-walk.ts";
import { CannotRun, operand, option, type Evaluation } from "./evaluation.ts";
import { quantileTable } from "./learned-quantiles.ts";
import { dateOf, ordersAmong, readDay } from "./marketplace-orders.ts";
import { readText } from "./read-file.ts";
import { answerOf, promise, scoreDates, scoreMarketplace } from "./score-dates.ts";

const USE = "estimates <csv or csv.gz> --from 2018-01-01 --to 2018-04-01 --mode checkout|handoff";

type Promised = { readonly onTime: number; readonly days: number };

/** The least of the given settings whose promises are kept as often as asked; null when none is. */
const daysAt = (settings: readonly (() => Promised)[], onTime: number): number | null => {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle]?.().onTime ?? 0) >= onTime) high = middle; else low = middle + 1;
  }
  return settings[low]?.().days ?? null;
};

/** The single knob of a table of quantiles is the quantile; of the engine it is the price of a promised day, here from the dearest to the cheapest. */
const THOUSANDTHS = Array.from({ length: 1_000 }, (_, at) => at / 1_000);
const FINE_PRICES = Array.from({ length: 1_000 }, (_, at) => 0.3 * (0.0001 / 0.3) ** (at / 999));

/** `estimates <csv>`: dates forecast with nothing known that was not known then; the engine learns weekly, the baselines every morning. */
export const evaluateEstimates: Evaluation = (args) => {
  const text = readText(operand(args), USE);
  const mode = option(args, "mode");
  if (mode !== "checkout" && mode !== "handoff") throw new CannotRun(`--mode wants checkout or handoff. Use: npm run evaluate -- ${USE}`);
  const [from, to] = [readDay(option(args, "from"), "from"), readDay(option(args, "to"), "to")];
  const rows = readCsv(text);
  const all = ordersAmong(rows, mode);
  const wanted = all.filter((one) => one.askedDay >= from && one.askedDay < to);
  if (wanted.length === 0) throw new CannotRun(`No delivered order between ${dateOf(from)} and ${dateOf(to)}.`);

  const market = scoreMarketplace(wanted);
  console.log(`${wanted.length} delivered orders ${mode === "checkout" ? "bought" : "handed over"} from ${dateOf(from)} to ${dateOf(to)}, of ${all.length} in the file.`);
  console.log("The engine learns every seventh morning, from twelve weeks before the first scored day; windows and promises are calibrated on its own forecasts so far.");
  const earlier = (settings: readonly (() => Promised)[]): number | null => {
    const days = daysAt(settings, market.onTime);
    return days === null ? null : market.promisedDays - days;
  };
  const baseline = (window: number, by: "everything" | "lane") => {
    const table = quantileTable(all, window, by);
    const scored = wanted.flatMap((order) => { const forecast = table(order); return forecast ? [{ order, forecast }] : []; });
    return { ...scoreDates(scored.map(answerOf)), daysEarlierAtSameOnTime: earlier(THOUSANDTHS.map((level) => () => promise(scored, level))) };
  };
  const answers = walkEngine(rows, wanted, mode, from, to);
  const daysEarlierAtSameOnTime = earlier(FINE_PRICES.map((price) => () => promiseAtPrice(answers, price)));
  return { ...scoreDates(answers), marketplace: market, daysEarlierAtSameOnTime, baselines: { global60d: baseline(60, "everything"), statePair90d: baseline(90, "lane") } };
};
