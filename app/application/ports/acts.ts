import type { Act, ActKind, ActRequest } from "#app/domain/workflows/acts/act.ts";
import type { OrderAtShopify, RefundSuggestion, WantedLine } from "#app/domain/workflows/acts/order-at-shopify.ts";
import type { ActId, CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { KeptAct } from "./act-store.ts";
import type { AdminFailure } from "./admin-api.ts";

/** An act with the name of its order, as lists show it. */
export type ListedAct = KeptAct & { readonly orderName: string | null };

/** Acts read without a transaction, newest first. */
export interface ActReads {
  byId(shop: ShopId, id: ActId): Promise<ListedAct | null>;
  ofOrder(shop: ShopId, orderId: OrderId): Promise<readonly ListedAct[]>;
  page(shop: ShopId, query: { readonly after: string | null; readonly before: string | null; readonly limit: number }): Promise<{ readonly rows: readonly ListedAct[]; readonly next: string | null; readonly previous: string | null }>;
  /** What was given away since the shop's day began, and how many acts no person confirmed. */
  used(shop: ShopId, today: Instant): Promise<{ readonly dayMinor: number; readonly automaticToday: number }>;
  /** What a parcel holds and which order it belongs to; null when it is not known. */
  parcel(shop: ShopId, id: ShipmentId): Promise<{ readonly orderId: OrderId; readonly items: readonly WantedLine[] } | null>;
  /** Acts that still wait, of a wish for many orders; `key`: the wish's. */
  waitingOf(shop: ShopId, key: string): Promise<readonly ActId[]>;
  /** The order and parcel a case is about; nulls for an incident's. */
  aboutCase(shop: ShopId, id: CaseId): Promise<{ readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly category: string } | null>;
}

/** Everything an act's call to Shopify needs. `tag`, `code` and `mark` name it there, so that it can be found again. */
export type Errand = {
  readonly act: Pick<Act, "id" | "orderId" | "made" | "askedAt" | "by"> & { readonly request: ActRequest };
  readonly startedAt: Instant;
  readonly order: OrderAtShopify;
  readonly lines: readonly WantedLine[]; // the pieces it is about
  readonly suggestion: RefundSuggestion | null; // of a refund
  readonly othersMade: readonly string[]; // what other acts made for this shopper
};

/** What an act made at Shopify. */
export type Made = { readonly label: string; readonly gid: string };

/**
 * `begun`: the first of two steps is done and made this; it is kept before the second is taken.
 * `unavailable` after a call means that nobody knows whether Shopify did it.
 */
export type CarriedOut = { readonly outcome: "done"; readonly result: string; readonly made: Made | null } | { readonly outcome: "begun"; readonly made: Made } | AdminFailure;

/** What acts ask of Shopify. */
export interface ActsAtShopify {
  /** How the order stands as far as an act of this kind needs it, read from Shopify itself; null when it does not exist. Reads only. */
  order(shop: ShopId, id: OrderId, kind: ActKind): Promise<{ readonly outcome: "found"; readonly order: OrderAtShopify | null } | AdminFailure>;
  /** What Shopify would give back for these lines; without lines, for everything left. Reads only. */
  suggestRefund(shop: ShopId, id: OrderId, wanted: { readonly lines: readonly WantedLine[] | null; readonly shipping: boolean; readonly currency: string }): Promise<{ readonly outcome: "suggested"; readonly suggestion: RefundSuggestion } | AdminFailure>;
  carryOut(shop: ShopId, errand: Errand): Promise<CarriedOut>;
  /** After a lost answer: what came of the act. Reads only. */
  findOut(shop: ShopId, errand: Errand): Promise<CarriedOut | { readonly outcome: "not_done" }>;
  /** Reverses a hold, tags or an unused discount. Doing it twice is harmless. */
  takeBack(shop: ShopId, errand: Pick<Errand, "act" | "order">): Promise<{ readonly outcome: "taken_back"; readonly result: string } | AdminFailure>;
}
