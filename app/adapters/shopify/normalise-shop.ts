import { isTimeZone } from "#app/domain/shared/calendar.ts";
import { legacyId, type OrderId } from "#app/domain/shared/ids.ts";
import type { Normalised, ShopChange, ShopInfo } from "#app/application/ports.ts";
import { child, text, texts, type JsonObject } from "./json.ts";

const changed = (change: ShopChange): Normalised => ({ outcome: "shop_change", change });

/** shop/update. What the body leaves empty, or a zone this runtime does not know, stays as it was. */
export const normaliseShopUpdate = (body: JsonObject): Normalised => {
  const id = text(body, "id");
  const zone = text(body, "iana_timezone");
  const domain = text(body, "domain");
  const stated: { [Key in keyof ShopInfo]: ShopInfo[Key] | null } = {
    gid: id === null ? null : `gid://shopify/Shop/${id}`, name: text(body, "name"), email: text(body, "email"), currency: text(body, "currency"),
    zone: zone !== null && isTimeZone(zone) ? zone : null, country: text(body, "country_code"), primaryUrl: domain === null ? null : `https://${domain}`,
  };
  const info: Partial<ShopInfo> = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
  return Object.keys(info).length === 0 ? { outcome: "unreadable", because: "The shop's details are all empty." } : changed({ kind: "shop_updated", info });
};

/** app/scopes_update. */
export const normaliseScopes = (body: JsonObject): Normalised =>
  Array.isArray(body["current"])
    ? changed({ kind: "scopes_changed", scopes: texts(body, "current") })
    : { outcome: "unreadable", because: "The scopes' change does not list the current scopes." };

/** bulk_operations/finish. How it ended is asked of Shopify; here only which one. Exports are the only bulk operations Hither runs. */
export const normaliseExportFinished = (body: JsonObject): Normalised => {
  const bulkOperation = text(body, "admin_graphql_api_id");
  return bulkOperation === null ? { outcome: "unreadable", because: "The bulk operation has no id." } : changed({ kind: "export_finished", bulkOperation });
};

const orderIds = (body: JsonObject, key: string): readonly OrderId[] => texts(body, key).flatMap((id) => (legacyId(id) as OrderId | null) ?? []);
const customerId = (body: JsonObject): string | null => legacyId(text(child(body, "customer"), "id") ?? "");

/** customers/redact. */
export const normaliseRedactCustomer = (body: JsonObject): Normalised => {
  const change = { kind: "redact_customer", customerId: customerId(body), orderIds: orderIds(body, "orders_to_redact") } as const;
  return change.customerId === null && change.orderIds.length === 0 ? { outcome: "unreadable", because: "The request names neither a customer nor an order." } : changed(change);
};

/** customers/data_request. */
export const normaliseDataRequest = (body: JsonObject): Normalised => {
  const requestId = text(child(body, "data_request"), "id");
  const change = { kind: "data_request", requestId: requestId ?? "", customerId: customerId(body), orderIds: orderIds(body, "orders_requested") } as const;
  if (requestId === null) return { outcome: "unreadable", because: "The data request has no id." };
  return change.customerId === null && change.orderIds.length === 0 ? { outcome: "unreadable", because: "The request names neither a customer nor an order." } : changed(change);
};

/** app/uninstalled: the header says which shop, the body adds nothing. */
export const normaliseUninstalled = (): Normalised => changed({ kind: "uninstalled" });

/** shop/redact: 48 hours after an uninstallation. */
export const normaliseRedactShop = (): Normalised => changed({ kind: "redact_shop" });
