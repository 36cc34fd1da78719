import type { CaseRow, HomeView, ImportView, ShipmentDetail, ShipmentPage, ShipmentTab } from "#app/contracts/admin-views.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { Journey } from "#app/domain/journeys/journey.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** A journey as a shopper's page needs it: with the first window ever computed per parcel, so that a change can be told. */
export type OrderForShopper = { readonly journey: Journey; readonly firstEstimates: Readonly<Record<ShipmentId, Estimate>> };

/** By what a shopper can name an order. The e-mail arrives as its keyed hash. */
export type Lookup = { readonly by: "id"; readonly orderId: OrderId } | { readonly by: "name_and_email"; readonly name: string; readonly emailHash: string };

/** Reads without a transaction. Lists are paged by cursor; a malformed cursor reads as the first page. */
export interface ReadModels {
  order(shop: ShopId, lookup: Lookup): Promise<OrderForShopper | null>;
  shipments(shop: ShopId, query: { readonly tab: ShipmentTab; readonly search: string; readonly after: string | null; readonly before: string | null; readonly limit: number }): Promise<ShipmentPage>;
  shipment(shop: ShopId, id: ShipmentId): Promise<Omit<ShipmentDetail, "trackingPageUrl" | "truth"> | null>;
  /** How many parcels of this carrier (as the merchant names it) were delivered since, and how many of those with a photo. Deliveries whose source says nothing about photos do not count. */
  photoNorm(shop: ShopId, carrier: string, since: Instant): Promise<{ readonly deliveries: number; readonly withPhoto: number }>;
  caseById(shop: ShopId, id: CaseId): Promise<CaseRow | null>;
  home(shop: ShopId, now: Instant): Promise<Omit<HomeView, "shopName" | "zone" | "setup" | "import">>;
  importState(shop: ShopId): Promise<ImportView>;
  /** E-mail, first name and locale of an order's shopper, read at the moment a message is sent. */
  contact(shop: ShopId, order: OrderId): Promise<{ readonly email: string | null; readonly firstName: string | null; readonly locale: string | null } | null>;
}
