import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ShopChange, Store } from "../ports.ts";

/** Carries out what concerns a shop or a person: removal, scopes, details and the three compliance requests. */
export const applyShopChange = async (store: Store, shop: ShopId, change: ShopChange, now: Instant): Promise<void> => {
  switch (change.kind) {
    case "uninstalled": return store.shops.uninstall(shop, now);
    case "scopes_changed": return store.shops.setScopes(shop, change.scopes);
    case "shop_updated": return store.shops.update(shop, change.info);
    case "export_finished": return; // the import looks for itself; the message only comes sooner than its next look
    case "redact_customer": return store.privacy.redactOrders(shop, change.customerId, change.orderIds, now);
    case "redact_shop": return store.privacy.redactShop(shop);
    case "data_request": return store.privacy.fileDataRequest(shop, change.requestId, change.customerId, change.orderIds, now);
    default: return assertNever(change);
  }
};
