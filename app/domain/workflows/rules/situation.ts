import type { Estimate } from "../../estimates/estimate.ts";
import type { Order } from "../../orders/order.ts";
import type { TimeZone, Weekday } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import type { Shipment } from "../../shipments/shipment.ts";
import type { Case } from "../case.ts";
import type { News } from "../news.ts";

/** What rules ask of the past of an order and its shopper. Null: not known, because Shopify named no customer or no country. */
export type OrderPast = {
  readonly homeCountry: string | null; // the shop's own, ISO 3166-1 alpha-2
  readonly earlierOrders: number | null; // of the same customer, before this one
  readonly earlierTroubles: number | null; // of those, orders that had a case
  readonly reships: number; // acts that sent this order again, done or under way
};

/** Nothing of an order's past is known. */
export const NO_PAST: OrderPast = { homeCountry: null, earlierOrders: null, earlierTroubles: null, reships: 0 };

/** Everything a condition can ask about one happening. Null where there is none, or nobody knows. */
export type RuleSituation = {
  readonly news: News; readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly shipment: Shipment | null; readonly order: Order | null; readonly promised: Estimate | null; readonly case: Case | null; readonly past: OrderPast;
  readonly zone: TimeZone; readonly workingDays: readonly Weekday[]; // of the shop
  readonly now: Instant;
};
