import type { EvidencePack } from "#app/contracts/evidence.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import type { ClaimKind } from "#app/domain/workflows/claims/claim-rule.ts";
import type { Claim } from "#app/domain/workflows/claims/claim.ts";

/** Claims within a transaction. Their orders are locked as cases' are. */
export interface ClaimStore {
  /** Begins the claim of each case, to be looked at once at once. One that is known and still to be filed is only looked at anew. */
  begin(shop: ShopId, claims: readonly { readonly caseId: CaseId; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly kind: ClaimKind }[], now: Instant): Promise<void>;
  /** Its case must be locked. */
  find(shop: ShopId, caseId: CaseId): Promise<Claim | null>;
  save(claims: readonly Claim[]): Promise<void>;
  /** Looks at every claim that is still to be filed, because the table of deadlines changed. */
  lookAtAll(shop: ShopId, now: Instant): Promise<void>;
  /** Takes claims whose time to be looked at has come, longest due first, with their orders locked for this transaction; other workers skip them. */
  takeDue(limit: number, now: Instant): Promise<readonly Claim[]>;
}

/** One tab of the list of claims: to be filed, waiting for the carrier, or over. */
export type ClaimTab = "open" | "filed" | "ended";
/** A claim as a list shows it. */
export type ListedClaim = Claim & { readonly orderName: string | null; readonly carrier: string | null; readonly trackingNumber: string | null };
/** The most urgent of a tab; `total`: how many it has. */
export type ClaimPage = { readonly rows: readonly ListedClaim[]; readonly total: Readonly<Record<ClaimTab, number>> };

/** Claims as pages show them. Reads without a transaction. */
export interface ClaimReads {
  /** The last day that comes first stands first; of what is over, the last one. */
  list(shop: ShopId, tab: ClaimTab, limit: number): Promise<ClaimPage>;
  byCase(shop: ShopId, caseId: CaseId): Promise<Claim | null>;
  ofOrder(shop: ShopId, order: OrderId): Promise<readonly Claim[]>;
}

/** A message to the shopper as the outbox keeps it: that it was to be sent, when, and what came of it. */
export type ToldLine = { readonly at: Instant; readonly what: string; readonly state: "pending" | "sent" | "failed" | "skipped"; readonly detail: string | null };

/** What only the database knows of an order's past. */
export interface EvidenceReads {
  /** Every date shown about the order and its parcels, every message to its shopper, and the stories of its cases; oldest first. */
  of(shop: ShopId, order: OrderId): Promise<{ readonly dates: readonly ShownDate[]; readonly told: readonly ToldLine[]; readonly stories: readonly (CaseEvent & { readonly category: string })[] }>;
}

/** Writes evidence down. The same pack always gives the same bytes. */
export interface EvidenceFiles {
  pdf(pack: EvidencePack): Promise<Uint8Array>;
  /** The PDF with the data behind it: JSON, and a table per list. */
  zip(pack: EvidencePack): Promise<Uint8Array>;
}
