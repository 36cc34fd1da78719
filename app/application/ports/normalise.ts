import type { Fact } from "#app/domain/journeys/fact.ts";
import type { OrderId } from "#app/domain/shared/ids.ts";
import type { ShopInfo } from "./shops.ts";
import type { InboxMessage } from "./store.ts";

/** Changes that concern the shop or a person rather than one order. */
export type ShopChange =
  | { readonly kind: "uninstalled" }
  | { readonly kind: "scopes_changed"; readonly scopes: readonly string[] }
  | { readonly kind: "shop_updated"; readonly info: Partial<ShopInfo> }
  | { readonly kind: "export_finished"; readonly bulkOperation: string }
  | { readonly kind: "redact_customer"; readonly customerId: string | null; readonly orderIds: readonly OrderId[] }
  | { readonly kind: "redact_shop" }
  | { readonly kind: "data_request"; readonly requestId: string; readonly customerId: string | null; readonly orderIds: readonly OrderId[] };

/** A vendor's message in our words, or why it is none. `unreadable` is kept and shown; it is never dropped. */
export type Normalised =
  | { readonly outcome: "order_facts"; readonly orderId: OrderId; readonly facts: readonly Fact[] }
  | { readonly outcome: "tracking_facts"; readonly trackingNumber: string; readonly facts: readonly Fact[] } // the order is found by the number
  | { readonly outcome: "named_order_facts"; readonly orderName: string; readonly facts: readonly Fact[] } // the order is found by its name
  | { readonly outcome: "shop_change"; readonly change: ShopChange }
  | { readonly outcome: "ignored"; readonly because: string }
  | { readonly outcome: "unreadable"; readonly because: string };

/** The anti-corruption layer. Pure: the same message always means the same. */
export type Normalise = (message: InboxMessage) => Normalised;
