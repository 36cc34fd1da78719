import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { windowOf } from "../../app/domain/estimates/learning/forecast-windows.ts";
import type { Learned } from "../../app/domain/estimates/learning/learned.ts";
import { orderForecast } from "../../app/domain/estimates/learning/order-forecast.ts";
import { CALENDARS, dateOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "../../app/domain/estimates/learning/synthetic-shop.fixture.ts";

const ASKING_MS = 2_000;

/** What a shop's nightly refit takes, its walk through 20 weeks and its calibration included, and how many dates of an order it then answers in a second. */
export type ShopFigures = { readonly shopParcels: number; readonly shopRefitSeconds: number; readonly orderDatesPerSecond: number };

/** Learns a made-up shop in a worker thread, as the app does, then asks for dates before purchase: every lane, service and location, each answered with its 90 % window. */
export const learnAShop = async (shopParcels: number, seed: number): Promise<ShopFigures> => {
  const parcels = parcelsOfShop({ seed, past: shopParcels, pastDays: 540, future: 0, futureDays: 1, regions: 40, spread: 0.3 });
  const worker = new Worker(new URL("./learn-shop-worker.ts", import.meta.url), { workerData: { parcels, rules: RULES, calendars: CALENDARS, today: TODAY } });
  const [{ learned, seconds }] = (await once(worker, "message")) as [{ readonly learned: Learned; readonly seconds: number }];
  await worker.terminate();
  const questions = learned.lanes.flatMap(({ lane }) => ["standard", "express"].flatMap((service) => ["east", "west"].map((location, at) => ({ lane, service, location, countsOn: dateOf(TODAY_DAY + at), items: 1, extraDays: 0, notBefore: null }))));
  const began = performance.now();
  let [asked, sum] = [0, 0];
  while (performance.now() - began < ASKING_MS) {
    for (const question of questions) sum += windowOf(orderForecast(learned, question, CALENDARS).arrived, learned.ordered, 0.9).to;
    asked += questions.length;
  }
  console.log(`A shop of ${shopParcels.toLocaleString("en")} parcels: ${learned.lanes.length} lanes, mean latest date ${(sum / asked).toFixed(2)} days.`);
  return { shopParcels, shopRefitSeconds: Math.round(seconds * 100) / 100, orderDatesPerSecond: Math.round(asked / ((performance.now() - began) / 1_000)) };
};
