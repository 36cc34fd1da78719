import { seededRandom } from "../world/random.ts";
import type { Kernel } from "../world/kernel.ts";
import type { SlowSpell } from "./carrier-speeds.ts";
import { everydayStory, planParcel, type EverydayShop } from "./everyday.ts";
import { siteOf } from "./packing-sites.ts";
import type { Story } from "./story.ts";
import { addDays } from "./us-calendar.ts";

const DAY_MS = 86_400_000;
/** Shopify shows an app the orders of sixty days; the last days belong to the stories of the past month. */
const FROM_DAYS = 55;
const TO_DAYS = 6;
/** The former system's year ends where Shopify's begins. */
const YEAR_DAYS = 365;

/** Weeks in which storms kept the lorries in: the first and the last day, in days before now. */
const STORMS: readonly (readonly [from: number, to: number, slips: number])[] = [[33, 29, 0.3], [150, 144, 0.3], [301, 294, 0.35]];

/** The shop of a world at `now`, with its slow weeks behind it. */
export const everydayShop = (kernel: Pick<Kernel, "packsAt">, now: Date): EverydayShop => {
  const today = now.toISOString().slice(0, 10);
  const slow = STORMS.map(([from, to, slips]): SlowSpell => ({ from: addDays(today, -from), to: addDays(today, -to), slips }));
  return { slow, siteFor: (address) => siteOf(kernel.packsAt(address)) };
};

/** `count` ordinary orders of the eight weeks before `now`, evenly spread; nearly all of them have arrived. */
export const everydayHistory = (now: Date, count: number, seed: string | number, products: number, shop: EverydayShop): Story[] => {
  const random = seededRandom(seed, "everyday history");
  const stepMs = ((FROM_DAYS - TO_DAYS) * DAY_MS) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => {
    const placedAt = new Date(now.getTime() - FROM_DAYS * DAY_MS + Math.floor((index + random()) * stepMs));
    return everydayStory(`${seed}/history/${index}`, placedAt, products, shop);
  });
};

/** The columns of the former system's export, in order. */
export const PAST_SHIPMENT_COLUMNS = ["order", "ordered_at", "shipped_at", "delivered_at", "carrier", "service", "location", "country", "region", "zip", "items"] as const;

const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** What the shop's former shipping software exports: `count` parcels of the year before Shopify's sixty days, as CSV with a head line. Instants are ISO 8601. */
export const pastShipmentsCsv = (now: Date, count: number, seed: string | number, shop: EverydayShop): string => {
  const random = seededRandom(seed, "past shipments");
  const stepMs = (YEAR_DAYS * DAY_MS) / Math.max(1, count);
  const rows = Array.from({ length: count }, (_, index) => {
    const placedAt = new Date(Math.floor((now.getTime() - (YEAR_DAYS + FROM_DAYS + 20) * DAY_MS + (index + random()) * stepMs) / 1_000) * 1_000);
    const { pickedUpAt, deliveredAt, carrier, service, site, destination: { address } } = planParcel(`${seed}/former/${index}`, placedAt, shop);
    const items = 1 + Math.floor(random() * 3);
    return [`P-${10_001 + index}`, placedAt.toISOString(), pickedUpAt.toISOString(), deliveredAt.toISOString(), carrier, service.charAt(0).toUpperCase() + service.slice(1), site.name, address.country_code, address.province_code ?? "", address.zip, items];
  });
  return [PAST_SHIPMENT_COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
};
