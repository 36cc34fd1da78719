import type { FulfillmentId, LineId } from "../../shared/ids.ts";
import type { PostalAddress } from "./act.ts";

/** So many of one line. */
export type WantedLine = { readonly lineId: LineId; readonly quantity: number };

/** One line of an order with what acts ask of it. Amounts in the smallest unit of the order's currency. */
export type LineAtShopify = {
  readonly lineId: LineId; readonly title: string;
  readonly quantity: number; // still part of the order
  readonly refundable: number; readonly unshipped: number; readonly requiresShipping: boolean;
  readonly unitMinor: number; // after all discounts
  readonly variantGid: string | null; // null: a line without a product, or the product is gone
  readonly stock: number | null; // what can be sold now; null: not counted, or sold beyond zero
};

/** What still waits to be packed, and who holds it. */
export type UnshippedAtShopify = {
  readonly gid: string; readonly status: string;
  readonly holds: readonly { readonly gid: string; readonly handle: string | null; readonly reason: string; readonly ours: boolean }[];
};

/** Pieces that Shopify lets come back. */
export type ReturnableAtShopify = { readonly itemGid: string; readonly fulfillmentId: FulfillmentId | null; readonly lineId: LineId; readonly quantity: number };

/** How an order stands at Shopify, as far as acts need it. Read when an act is looked at, never stored. */
export type OrderAtShopify = {
  readonly gid: string; readonly name: string; readonly currency: string; readonly cancelled: boolean;
  readonly tags: readonly string[]; readonly note: string | null;
  readonly email: string | null; readonly customer: { readonly gid: string; readonly name: string | null } | null;
  readonly shippingTitle: string | null; // how it was sent, as the shopper chose it
  readonly shipTo: PostalAddress | null; // null: none, or the shop has not let us read it
  readonly anyShipped: boolean;
  readonly lines: readonly LineAtShopify[];
  readonly unshipped: readonly UnshippedAtShopify[];
  readonly returnable: readonly ReturnableAtShopify[];
  readonly outstandingMinor: number; readonly refundableMinor: number; // what the shopper still owes; what can still be given back
};

/** A payment money can go back to. `paid`: the amount as it was paid, in the currency the shopper paid in. */
export type RefundTransaction = { readonly gateway: string; readonly parentGid: string; readonly amountMinor: number; readonly paid: { readonly amount: string; readonly currency: string }; readonly words: string };

/** What Shopify would give back. Amounts in the smallest unit of the shop's currency. */
export type RefundSuggestion = { readonly amountMinor: number; readonly maximumMinor: number; readonly paidIn: string; readonly transactions: readonly RefundTransaction[] };
