import type { ExceptionCategory, Severity } from "../shipments/exception.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** A case is being worked on, or it is not. */
export type CaseStatus = "open" | "resolved";

/** One real problem of one parcel, from the decision that opened it to its resolution. */
export type Case = {
  readonly shop: ShopId;
  readonly id: CaseId;
  readonly shipmentId: ShipmentId;
  readonly orderId: OrderId;
  readonly category: ExceptionCategory;
  readonly severity: Severity;
  readonly status: CaseStatus;
  readonly because: string; // the decision's sentence
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly resolution: string | null; // what was done, in words
  readonly resolvedBy: "merchant" | "flow" | "carrier" | null; // carrier: a later scan cleared it
};

/** Who closed a case, when, and what was done. */
export type Resolution = { readonly by: NonNullable<Case["resolvedBy"]>; readonly resolution: string; readonly at: Instant };
/** What became of closing a case. */
export type ResolveOutcome = { readonly outcome: "resolved"; readonly case: Case } | { readonly outcome: "already_resolved"; readonly case: Case };

/** The same trouble found twice names the same case. */
export const caseId = (shipment: ShipmentId, category: ExceptionCategory, since: Instant): CaseId =>
  `${shipment}.${category}.${Math.floor(since / 1000).toString(36)}` as CaseId;

/** Closing a closed case changes nothing and says so. */
export const resolve = (one: Case, { by, resolution, at }: Resolution): ResolveOutcome =>
  one.status === "resolved"
    ? { outcome: "already_resolved", case: one }
    : { outcome: "resolved", case: { ...one, status: "resolved", resolvedAt: at, resolution, resolvedBy: by } };
