import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { isCurrent, readRules } from "./delivery-rules.ts";
import { deliveryWindow } from "./delivery-window.ts";

// Shopify calls each target's default export.
export default async function shippingOption(): Promise<void> {
  render(<DeliveryDate />, document.body);
}

/** A date has no zone: it is formatted as the UTC midnight it is stored as. */
const shown = (date: string): string =>
  shopify.i18n.formatDate(new Date(`${date}T00:00:00Z`), { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

function DeliveryDate() {
  const option = shopify.target.value;
  // A local delivery is brought by the shop itself; the carriers' table says nothing about it.
  if (!option || !("type" in option) || option.type !== "shipping") return null;

  const entry = shopify.appMetafields.value.find(({ target, metafield }) => target.type === "shop" && metafield.key === "delivery_rules");
  const rules = readRules(entry ? String(entry.metafield.value) : null);
  const now = new Date();
  if (!rules || !isCurrent(rules, now)) return null;

  // The address is absent without access to protected customer data; the market's country is then the best guess.
  const country = shopify.shippingAddress?.value?.countryCode ?? shopify.localization.country.value?.isoCode ?? null;
  const dates = deliveryWindow(rules, { now, country, method: option.title ?? null });
  if (!dates) return null;

  const from = shown(dates.from);
  const to = shown(dates.to);
  return (
    <s-text color="subdued">
      {from === to ? shopify.i18n.translate("arrives.day", { date: to }) : shopify.i18n.translate("arrives.range", { from, to })}
    </s-text>
  );
}
