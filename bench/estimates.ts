import { once } from "node:events";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { medianDay, shortestWindow } from "../app/domain/estimates/engine/forecast-dates.ts";
import { forecastOf, type Model } from "../app/domain/estimates/engine/model.ts";
import type { Parcels } from "../app/domain/estimates/engine/parcels.ts";
import { FIRST_DAY, parcelsOfWorld, questionOf } from "../app/domain/estimates/engine/synthetic-world.fixture.ts";
import { learnAShop } from "./estimates/learn-a-shop.ts";
import { CannotRun } from "./evaluate/evaluation.ts";

const DAYS = 540;
const QUESTIONS = 5_000;
const ASKING_MS = 3_000;

/** Learns in a worker thread, as the product does, so that the web never waits. The columns move there without a copy. */
const refit = async (parcels: Parcels, today: number): Promise<{ readonly model: Model; readonly seconds: number }> => {
  const columns = [parcels.bought, parcels.handedOver, parcels.arrived, ...Object.values(parcels.keys), ...Object.values(parcels.measures)];
  const worker = new Worker(new URL("./estimates/refit-worker.ts", import.meta.url), { workerData: { parcels, today }, transferList: columns.map(({ buffer }) => buffer as ArrayBuffer) });
  const [answer] = (await once(worker, "message")) as [{ readonly model: Model; readonly seconds: number }];
  await worker.terminate();
  return answer;
};

/**
 * `estimates [--parcels N] [--shop-parcels N] [--seed n]`: one refit of both legs on N made-up parcels in a worker thread, then questions at checkout (both legs folded together) on
 * one core, each answered with the whole forecast, its median and a window. `refitPeakRssMiB` is the peak of the whole process while it learned, the parcels included. Then a whole shop is learned as every
 * night, in a process of its own (`shopRefitSeconds`: three legs, the walk through 20 weeks with a refit each, the calibrations; `shopRefitPeakRssMiB`: its peak, with the parcels), and asked as its product pages are.
 */
export const estimates = async (args: readonly string[]): Promise<object> => {
  const { values } = parseArgs({ args: [...args], options: { parcels: { type: "string", default: "1000000" }, "shop-parcels": { type: "string", default: "200000" }, seed: { type: "string", default: "7" } } });
  const [wanted, ofShop, seed] = [Number(values.parcels), Number(values["shop-parcels"]), Number(values.seed)];
  if (!Number.isInteger(wanted) || wanted < 100 || wanted > 5_000_000) throw new CannotRun("--parcels wants a whole number from 100 to 5,000,000.");
  if (!Number.isInteger(ofShop) || ofShop < 0 || ofShop > 1_000_000) throw new CannotRun("--shop-parcels wants a whole number from 0 to 1,000,000.");
  if (!Number.isInteger(seed)) throw new CannotRun("--seed wants a whole number.");
  const parcels = parcelsOfWorld({ seed, parcels: wanted, days: DAYS, regions: 27, zipsPerRegion: 37, locations: 3_000, spread: 0.4 });
  const questions = Array.from({ length: Math.min(QUESTIONS, wanted) }, (_, row) => ({ ...questionOf(parcels, row, false), bought: FIRST_DAY + DAYS + (row % 1_000) / 1_000 }));
  console.log(`${wanted.toLocaleString("en")} made-up parcels of ${DAYS} days; learning in a worker thread.`);
  const { model, seconds } = await refit(parcels, FIRST_DAY + DAYS);
  const refitPeakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`Learned from ${model.merchant.parcels.toLocaleString("en")} purchases and ${model.carrier.parcels.toLocaleString("en")} hand-offs.`);
  const began = performance.now();
  let [asked, sum] = [0, 0];
  while (performance.now() - began < ASKING_MS) {
    for (const question of questions) {
      const forecast = forecastOf(model, question);
      sum += medianDay(forecast) + shortestWindow(forecast, 0.9).to;
    }
    asked += questions.length;
  }
  const estimatesPerSecond = Math.round(asked / ((performance.now() - began) / 1_000));
  console.log(`Mean of median and latest date: ${(sum / asked / 2).toFixed(2)} days.`);
  return { estimatesPerSecond, refitParcels: wanted, refitSeconds: Math.round(seconds * 100) / 100, refitPeakRssMiB, ...(await learnAShop(ofShop, seed)) };
};
