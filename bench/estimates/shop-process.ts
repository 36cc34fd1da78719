import { refitInAThread } from "#app/adapters/refit/in-a-thread.ts";
import { windowOf } from "#app/domain/estimates/learning/forecast-windows.ts";
import { orderForecast } from "#app/domain/estimates/learning/order-forecast.ts";
import { packer } from "#app/domain/estimates/learning/packed-parcels.ts";
import { CALENDARS, dateOf, eachParcelOfShop, RULES, TODAY, TODAY_DAY } from "#app/domain/estimates/learning/synthetic-shop.fixture.ts";
import { regionLanesOf } from "#app/domain/estimates/learning/distances.ts";
import type { ShopFigures } from "./learn-a-shop.ts";

// One process that learns one shop as the app does: parcels come one by one, are packed, move to a thread, and what was learned comes back.
const ASKING_MS = 2_000;
const [shopParcels, seed] = process.argv.slice(2, 4).map(Number) as [number, number];
const [thread] = process.argv.slice(4) as [string];
const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const shopIdleRssMiB = peakMiB();
const { add, packed } = packer(shopParcels);
const places = regionLanesOf("US").map((lane, at) => ({ region: lane.slice(3), days: 1.5 + (at % 9) / 2 }));
for (const parcel of eachParcelOfShop({ seed, past: shopParcels, pastDays: 540, future: 0, futureDays: 1, regions: 0, places, spread: 0.3 })) add(parcel);
const parcels = packed();
const packedRssMiB = peakMiB();
const origins = new Map([["east", { country: "US", region: "NJ" }], ["west", { country: "US", region: "NV" }]]);
const learning = performance.now();
const { learned } = await refitInAThread(thread)({ parcels, origins, rules: RULES, calendars: CALENDARS, today: TODAY });
const seconds = (performance.now() - learning) / 1_000;
const shopRefitPeakRssMiB = peakMiB();

const questions = learned.lanes.flatMap(({ lane }) => ["standard", "express"].flatMap((service) => ["east", "west"].map((location, at) => ({ lane, service, location, countsOn: dateOf(TODAY_DAY + at), items: 1, extraDays: 0, notBefore: null }))));
const began = performance.now();
let [asked, sum] = [0, 0];
while (performance.now() - began < ASKING_MS) {
  for (const question of questions) sum += windowOf(orderForecast(learned, question, CALENDARS).arrived, learned.ordered, 0.9).to;
  asked += questions.length;
}
console.log(`A shop of ${shopParcels.toLocaleString("en")} parcels: ${learned.lanes.length} lanes, mean latest date ${(sum / asked).toFixed(2)} days. Memory: ${shopIdleRssMiB} MiB idle, ${packedRssMiB} MiB with its parcels, ${shopRefitPeakRssMiB} MiB while it learned.`);
process.send?.({
  shopParcels, shopRefitSeconds: Math.round(seconds * 100) / 100, shopRefitPeakRssMiB, shopIdleRssMiB, orderDatesPerSecond: Math.round(asked / ((performance.now() - began) / 1_000)),
} satisfies ShopFigures);
