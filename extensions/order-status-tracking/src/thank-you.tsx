import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { apiUrlFrom } from "./api-url.ts";
import { OrderStatusBlock } from "./order-status-block.tsx";

// Shopify calls each target's default export.
export default async function thankYou(): Promise<void> {
  render(<ThankYou />, document.body);
}

function ThankYou() {
  return (
    <OrderStatusBlock
      source={{
        apiUrl: apiUrlFrom(shopify.appMetafields.value),
        orderId: shopify.orderConfirmation.value?.order.id ?? null,
        checkoutToken: shopify.checkoutToken.value ?? null,
        locale: shopify.localization.language.value.isoCode,
        token: () => shopify.sessionToken.get(),
      }}
      translate={(key, values) => shopify.i18n.translate(key, values)}
    />
  );
}
