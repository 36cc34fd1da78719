import { DEFAULT_RULES, type DeliveryRules } from "../../app/domain/estimates/delivery-rules.ts";
import { rulesModel } from "../../app/domain/estimates/rules-model.ts";
import type { TimeZone } from "../../app/domain/shared/calendar.ts";
import type { Instant } from "../../app/domain/shared/time.ts";
import { EMPTY_TIMELINE } from "../../app/domain/shipments/timeline.ts";
import { dayOf, type MarketplaceOrder, type Mode } from "./marketplace-orders.ts";
import type { Forecast } from "./score-dates.ts";

/** The table a new shop starts with. Local times are read as UTC, so UTC is the marketplace's own wall clock. */
const rules: DeliveryRules = { ...DEFAULT_RULES, zone: "UTC" as TimeZone };
const destination = { country: "BR", region: null, city: null, zip: null };

/**
 * The app's present model, asked as the app asks it. It states one window and no probabilities, so its earliest date stands
 * for every low quantile, its latest for every high one, and the middle for the median.
 */
export const rulesForecast = (mode: Mode) => (order: MarketplaceOrder): Forecast | null => {
  const at = order.askedAt as Instant;
  const shipped = { ...EMPTY_TIMELINE, milestone: "accepted", acceptedAt: at, lastScanAt: at } as const;
  const estimate = rulesModel.answer(
    mode === "checkout"
      ? { stage: "before_purchase", at, destination, method: null }
      : { stage: "shipped", at, shippedAt: at, destination, method: null, carrier: null, timeline: shipped },
    { rules, zone: rules.zone },
  );
  if (estimate.kind === "none") return null;
  const days = (date: string) => dayOf(Date.parse(`${date}T00:00:00Z`)) - order.askedDay;
  const [from, to] = [days(estimate.earliest), days(estimate.latest)];
  return (level) => (level < 0.5 ? from : level > 0.5 ? to : (from + to) / 2);
};
