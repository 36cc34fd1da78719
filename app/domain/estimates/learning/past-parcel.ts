import type { Instant } from "../../shared/time.ts";

/**
 * A parcel of the shop's past, finished or under way, as far as it teaches. What is not known is null. Parcels that turned back, were cancelled or
 * came without ever having been sent are left out by whoever reads them.
 */
export type PastParcel = {
  readonly key: string; // a shipment id, or the row of an imported file
  readonly orderedAt: Instant | null;
  readonly handedOverAt: Instant | null; // the carrier's first scan; its absence: when the merchant marked it sent
  readonly nearAt: Instant | null; // first scan in the destination's region
  readonly arrivedAt: Instant | null;
  readonly location: string | null; // Shopify's id of where it was packed
  readonly carrier: string | null; // as the merchant names it, lower case
  readonly service: string | null; // the shipping option the shopper chose, lower case
  readonly country: string | null; // ISO 3166-1 alpha-2, of the destination
  readonly region: string | null; // Shopify's province code
  readonly zip: string | null;
  readonly items: number;
};
