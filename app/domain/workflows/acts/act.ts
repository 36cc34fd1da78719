import type { ActId, CaseId, LineId, OrderId, ShipmentId, ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";

/** A postal address a parcel or an order is to go to. Personal data: sealed at rest, never in the outbox or a log. */
export type PostalAddress = {
  readonly firstName: string | null; readonly lastName: string | null; readonly company: string | null; readonly address1: string; readonly address2: string | null;
  readonly city: string; readonly provinceCode: string | null; readonly zip: string | null; readonly countryCode: string; readonly phone: string | null;
};

/** Which pieces; null: all of the parcel the act is about, or of the order where it is about no parcel. */
export type Pieces = readonly { readonly lineId: LineId; readonly quantity: number }[] | null;

/** What is to be done at Shopify. Amounts in the order's currency, in its smallest unit. */
export type ActRequest =
  | { readonly kind: "correct_address"; readonly address: PostalAddress }
  | { readonly kind: "hold"; readonly reason: "incorrect_address" | "unknown_delivery_date" | "other"; readonly note: string }
  | { readonly kind: "release" }
  | { readonly kind: "reship"; readonly pieces: Pieces; readonly tellShopper: boolean }
  /** `amountMinor` null: what Shopify suggests for the pieces. */
  | { readonly kind: "refund"; readonly pieces: Pieces; readonly shipping: boolean; readonly amountMinor: number | null; readonly asStoreCredit: boolean; readonly note: string; readonly tellShopper: boolean }
  | { readonly kind: "store_credit"; readonly amountMinor: number; readonly expiresAfterDays: number | null; readonly tellShopper: boolean }
  | { readonly kind: "discount"; readonly worth: { readonly percent: number } | { readonly amountMinor: number }; readonly expiresAfterDays: number }
  | { readonly kind: "open_return"; readonly pieces: Pieces; readonly reason: string }
  | { readonly kind: "cancel_order"; readonly refund: boolean; readonly restock: boolean; readonly note: string; readonly tellShopper: boolean }
  | { readonly kind: "tag"; readonly tags: readonly string[] }
  | { readonly kind: "note"; readonly text: string };
/** One kind of act at Shopify. */
export type ActKind = ActRequest["kind"];

/**
 * `waiting`: it can still be taken back. `running`: handed to Shopify, answer unknown; a repeat finds out first what came of it.
 * `refused`: a guard or Shopify said no. `undone`: taken back in time, or reversed.
 */
export type ActState = "waiting" | "running" | "done" | "refused" | "undone";

/** Who asked: `merchant:<name>`, `rule:<id>`, `flow:<run>`, `slack:<user>` or `hither`. */
export type AskedBy = `merchant:${string}` | `rule:${string}` | `flow:${string}` | `slack:${string}` | "hither";

/** Something done, or to be done, at Shopify for one order. */
export type Act = {
  readonly shop: ShopId; readonly id: ActId; readonly orderId: OrderId; readonly shipmentId: ShipmentId | null; readonly caseId: CaseId | null;
  readonly request: ActRequest; readonly by: AskedBy; readonly state: ActState; readonly askedAt: Instant;
  readonly dueAt: Instant; // until then it can be taken back
  readonly endedAt: Instant | null;
  readonly costMinor: number | null; readonly currency: string | null; // what it gave away; null: nothing, or not known yet
  readonly result: string | null; // what came of it, one plain sentence
  readonly made: { readonly label: string; readonly gid: string } | null; // what it made at Shopify
};
