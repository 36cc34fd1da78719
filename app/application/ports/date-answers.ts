import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { PromiseSettings } from "#app/domain/estimates/promise-settings.ts";
import type { ItemFacts, ItemParcel } from "#app/domain/journeys/items.ts";
import type { Order } from "#app/domain/orders/order.ts";
import type { Shipment, Tracking } from "#app/domain/shipments/shipment.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** Whose key was shown, and what proves it. An app that was uninstalled has no keys. */
export type KeyOwner = { readonly shop: ShopId; readonly secret: string; readonly zone: TimeZone; readonly promise: PromiseSettings };

/** A parcel as far as its date is concerned: the columns it was last judged by, not its history. */
export type DatedParcel = ItemParcel & Pick<Shipment, "locationId"> & { readonly tracking: Pick<Tracking, "carrier"> };

/** What of an order decides its dates and where they count; nothing of who ordered. */
export type DatedOrder = Omit<ItemFacts, "order" | "shipments"> & {
  readonly orderId: OrderId;
  readonly order: NonNullable<ItemFacts["order"]> & Pick<Order, "name" | "destination" | "shippingMethod" | "locationId">;
  readonly shipments: readonly DatedParcel[];
};

/** By what an order is named: Shopify's id, or the name it goes by in one of two spellings. */
export type OrderNamed = { readonly by: "order"; readonly id: OrderId | null; readonly names: readonly [plain: string, withSign: string] };
/** A parcel by its id. */
export type ShipmentNamed = { readonly by: "shipment"; readonly id: ShipmentId };

/**
 * Dates as they are stored, with the owner of the key that asks for them: one statement each. A key nobody has reads as null. `table`: the newest that
 * was published by then, expired or not.
 */
export interface DateAnswers {
  order(keyId: string, named: OrderNamed | ShipmentNamed, now: Instant): Promise<{ readonly owner: KeyOwner; readonly order: DatedOrder | null; readonly table: PublishedDateTable | null } | null>;
  table(keyId: string, at: Instant): Promise<{ readonly owner: KeyOwner; readonly table: PublishedDateTable | null } | null>;
}
