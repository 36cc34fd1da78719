import type { LineId, OrderId, ShopId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** Where the order goes. Without access to protected address fields `zip` is null and the rest still works. */
export type Destination = {
  readonly country: string | null; // ISO 3166-1 alpha-2
  readonly region: string | null; // Shopify's province code
  readonly city: string | null;
  readonly zip: string | null;
};

/** One line of an order. */
export type OrderLine = {
  readonly id: LineId;
  readonly title: string;
  readonly sku: string | null;
  readonly quantity: number; // ordered, whatever became of it
  readonly unfulfilled: number | null; // of these, what Shopify still counted as to be sent when it told us; null: it did not say
  readonly requiresShipping: boolean;
};

/** How to reach the shopper. Absent when the shop has not been granted these protected fields. */
export type Contact = {
  readonly email: string | null;
  readonly firstName: string | null;
  readonly locale: string | null; // BCP 47, the language of the order
};

/** The facts about an order the core needs; nothing else of it is stored. */
export type Order = {
  readonly shop: ShopId;
  readonly id: OrderId;
  readonly name: string; // "#1001", as the shopper knows it
  readonly createdAt: Instant;
  readonly updatedAt: Instant; // Shopify's own version of the facts: an older snapshot never replaces a newer one
  readonly cancelledAt: Instant | null;
  readonly currency: string;
  readonly totalMinor: number; // in the currency's smallest unit
  readonly customerId: string | null;
  readonly checkoutToken: string | null;
  readonly shippingMethod: string | null; // what the shopper chose at checkout, as presented
  readonly locationId: string | null; // where Shopify has it packed, by its fulfillment order; null: it did not say
  readonly checkoutDate: string | null; // the date checkout showed, as our extension wrote it on the order: `<first>/<last>/<table>`
  readonly destination: Destination;
  readonly contact: Contact;
  readonly lines: readonly OrderLine[];
  readonly paid?: boolean; // whether it is paid in part or whole, or its payment is authorised; absent: nobody said
};
