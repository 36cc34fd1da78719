import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { DateKnowledge } from "#app/domain/estimates/date-knowledge.ts";
import { compileTable } from "#app/domain/estimates/date-table.ts";
import type { DeliveryRules } from "#app/domain/estimates/delivery-rules.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import { CALENDARS, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "#app/domain/estimates/learning/synthetic-shop.fixture.ts";
import { DEFAULT_PROMISE, type DateStyle } from "#app/domain/estimates/promise-settings.ts";
import type { Calendars } from "#app/domain/estimates/work-calendar.ts";
import { plus, hours } from "#app/domain/shared/time.ts";

const STYLES: readonly DateStyle[] = ["range", "latest", "arrives_by"];
const row = (country: string, method: string | null, minDays: number, maxDays: number): DeliveryRules["transit"][number] => ({ country, method, minDays, maxDays });

/** What one made-up shop knows on the morning its parcels end: shops without parcels, with few and with many, by their number. */
const knowledgeOf = (shop: number): DateKnowledge => {
  const rules: DeliveryRules = { ...RULES, transit: [row("US", null, 2, 5), row("CA", "express", 2, 3), row("CA", null, 4, 9), ...(shop % 2 === 0 ? [row("*", null, 8, 20)] : [])] };
  const calendars: Calendars = { ...CALENDARS, main: { ...CALENDARS.main, cutoff: `${String((shop * 5) % 24).padStart(2, "0")}:30`, ...(shop % 4 === 3 ? { workingDays: [0, 1, 2, 3, 4, 5, 6] } : {}) } };
  const past = [0, 40, 1_500][shop % 3] ?? 0;
  const parcels = parcelsOfShop({ seed: shop, past, pastDays: 120, future: 0, futureDays: 0, regions: 6, spread: 0.3 });
  const { learned } = learnShop({ parcels, rules, calendars, today: TODAY });
  const waiting = { location: null, queue: 400, perDay: 60, atBest: 60, usualDays: 1, waiting: [{ before: instantOf(TODAY_DAY), items: 400 }] };
  return {
    version: "m1", learned, rules, calendars, table: null, conditions: shop % 2 === 1 ? { measuredAt: instantOf(TODAY_DAY), backlogs: [waiting], disturbances: [] } : null,
    promise: { ...DEFAULT_PROMISE, rate: [0.8, 0.9, 0.95][shop % 3] ?? 0.9, style: STYLES[shop % 3] ?? "range", overrides: shop % 2 === 0 ? [{ method: "economy", rate: 0.8, floorDays: 5, ceilingDays: null }] : [] },
  };
};

/** Tables that the engine itself wrote, of twelve unlike shops at several moments of their week. */
export const compiledTables = (): readonly PublishedDateTable[] =>
  Array.from({ length: 12 }, (_, shop) => ({ shop, knowledge: knowledgeOf(shop) })).flatMap(({ shop, knowledge }) =>
    [10, 40, 90, 130].map((later) => compileTable({ id: `shop-${shop}-${later}`, apiUrl: "https://hither.example", now: plus(instantOf(TODAY_DAY), hours(later)), knowledge })));
