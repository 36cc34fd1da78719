import type { ExceptionCategory, Severity } from "../shipments/exception.ts";
import type { CaseId, IncidentId, MemberId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** `waiting`: for a carrier or a shopper; nobody here can do more now. */
export type CaseStatus = "open" | "in_progress" | "waiting" | "resolved";
/** What a case is about: the trouble of a parcel or of an order nobody sent, or many parcels at once. */
export type CaseCategory = ExceptionCategory | "incident";

/** Who closed a case. `carrier`: a later scan cleared it; `hither`: it became part of another. */
export type Resolver = "merchant" | "flow" | "carrier" | "rule" | "slack" | "shopper" | "hither";

/** One real problem of one parcel, one order or many parcels at once, from the decision that opened it to its resolution. */
export type Case = {
  readonly shop: ShopId;
  readonly id: CaseId;
  /** Of an order that has not left `order.<id>`; null for an incident's. */
  readonly shipmentId: ShipmentId | null;
  readonly orderId: OrderId | null; // null for an incident's
  readonly incidentId: IncidentId | null; // the incident it is part of, or is
  readonly category: CaseCategory;
  readonly severity: Severity;
  readonly status: CaseStatus;
  readonly because: string; // the decision's sentence
  readonly ownerId: MemberId | null;
  readonly team: string | null;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly movedAt: Instant; // when somebody last did something about it
  readonly escalations: number; // how often it was passed on because nobody moved it
  readonly reopened: number;
  readonly mergedInto: CaseId | null;
  readonly resolvedAt: Instant | null;
  readonly resolution: string | null; // what was done, in words
  readonly resolvedBy: Resolver | null;
};

/** Who closed a case, when, and what was done. */
export type Resolution = { readonly by: Resolver; readonly resolution: string; readonly at: Instant };
/** What became of closing a case. */
export type ResolveOutcome = { readonly outcome: "resolved"; readonly case: Case } | { readonly outcome: "already_resolved"; readonly case: Case };

/** The same trouble found twice names the same case. */
export const caseId = (about: ShipmentId | IncidentId, category: CaseCategory, since: Instant): CaseId =>
  `${about}.${category}.${Math.floor(since / 1000).toString(36)}` as CaseId;

/** Whether somebody still has to do something about it. */
export const isUnresolved = ({ status }: Pick<Case, "status">): boolean => status !== "resolved";

/** Closing a closed case changes nothing and says so. */
export const resolve = (one: Case, { by, resolution, at }: Resolution): ResolveOutcome =>
  one.status === "resolved"
    ? { outcome: "already_resolved", case: one }
    : { outcome: "resolved", case: { ...one, status: "resolved", movedAt: at, resolvedAt: at, resolution, resolvedBy: by } };
