import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { OrderStatusBlock } from "./order-status-block.tsx";
import { tableFacts } from "./published-table.ts";

// Shopify calls each target's default export.
export default async function orderStatus(): Promise<void> {
  render(<OrderStatus />, document.body);
}

function OrderStatus() {
  return (
    <OrderStatusBlock
      source={{
        surface: "order_status",
        apiUrl: tableFacts(shopify.appMetafields.value).apiUrl,
        orderId: shopify.order.value?.id ?? null,
        checkoutToken: shopify.checkoutToken.value ?? null,
        locale: shopify.localization.language.value.isoCode,
        token: () => shopify.sessionToken.get(),
      }}
      // Long after the purchase the promise of checkout may have been overtaken by events: without the app, nothing is said.
      promised={null}
      translate={(key, values) => shopify.i18n.translate(key, values)}
    />
  );
}
