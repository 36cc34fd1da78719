import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { OrderStatusBlock } from "./order-status-block.tsx";
import { promisedAtCheckout } from "./promised-at-checkout.ts";
import { tableFacts } from "./published-table.ts";
import type { Translate } from "./translate.ts";

// Shopify calls each target's default export.
export default async function thankYou(): Promise<void> {
  render(<ThankYou />, document.body);
}

function ThankYou() {
  const { apiUrl, style } = tableFacts(shopify.appMetafields.value);
  const translate: Translate = (key, values) => shopify.i18n.translate(key, values);
  return (
    <OrderStatusBlock
      source={{
        surface: "thank_you",
        apiUrl,
        orderId: shopify.orderConfirmation.value?.order.id ?? null,
        checkoutToken: shopify.checkoutToken.value ?? null,
        locale: shopify.localization.language.value.isoCode,
        token: () => shopify.sessionToken.get(),
      }}
      promised={promisedAtCheckout({ attributes: shopify.attributes.value, style, formatDate: (date, options) => shopify.i18n.formatDate(date, options), translate })}
      translate={translate}
    />
  );
}
