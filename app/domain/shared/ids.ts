import type { Brand } from "./brand.ts";

/** A shop's permanent `*.myshopify.com` domain, lower case. Every row, query and log line carries it. */
export type ShopId = Brand<string, "ShopId">;
/** Shopify's numeric order id as decimal text: it exceeds 2^53, so it is never a number here. */
export type OrderId = Brand<string, "OrderId">;
/** Shopify's numeric line-item id as decimal text. */
export type LineId = Brand<string, "LineId">;
/** Shopify's numeric fulfillment id as decimal text. */
export type FulfillmentId = Brand<string, "FulfillmentId">;
/** One parcel: `<fulfillment id>.<position of its tracking number, from 1>`. */
export type ShipmentId = Brand<string, "ShipmentId">;
/** A case: `<shipment id>.<category>.<opened at, base 36>`, so that opening it twice gives the same row. */
export type CaseId = Brand<string, "CaseId">;

/** Something a person, a rule or a workflow had done at Shopify: named by what asked for it, so that asking twice is one act. */
export type ActId = Brand<string, "ActId">;
/** A merchant's own rule: trigger, conditions, acts. */
export type RuleId = Brand<string, "RuleId">;
/** Many parcels in the same trouble for the same reason: `<what they share>.<began, base 36>`. */
export type IncidentId = Brand<string, "IncidentId">;
/** Somebody who works on cases. */
export type MemberId = Brand<string, "MemberId">;

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,58}\.myshopify\.com$/;

/** The shop named by a header or token, or null when the text is not a shop's permanent domain. */
export const shopId = (text: string): ShopId | null => {
  const domain = text.trim().toLowerCase();
  return SHOP_DOMAIN.test(domain) ? (domain as ShopId) : null;
};

/** The number at the end of `gid://shopify/Type/123?x=y`, or of plain decimal text; null for anything else. */
export const legacyId = (gid: string): string | null => /^(?:gid:\/\/shopify\/\w+\/)?(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? null;

/** The id of the parcel at a position, from 1, of a fulfillment's tracking numbers. */
export const shipmentId = (fulfillment: FulfillmentId, position: number): ShipmentId => `${fulfillment}.${position}` as ShipmentId;
