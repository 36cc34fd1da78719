import { SHOWN_ATTRIBUTE } from "#app/contracts/date-table.ts";
import { text, type JsonObject } from "./json.ts";

const SHOWN = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\/[^/\s]{1,64}$/;

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day); // 31 February is no day
};

/**
 * What checkout showed, `<first>/<last>/<table id>`, from the attributes of an order. Anybody can write attributes into a cart, so a value of any other
 * shape counts as none. `under`: what Shopify calls the name of an attribute (`name` in webhooks, `key` in GraphQL).
 */
export const shownAtCheckout = (attributes: readonly JsonObject[], under: "name" | "key"): string | null => {
  const value = text(attributes.find((one) => text(one, under) === SHOWN_ATTRIBUTE) ?? null, "value");
  const [, first = "", last = ""] = SHOWN.exec(value ?? "") ?? [];
  return isDay(first) && isDay(last) && first <= last ? value : null;
};
