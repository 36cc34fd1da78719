import type { Found, TroubleCounts } from "#app/domain/decisions/find-incidents.ts";
import type { Incident } from "#app/domain/decisions/incident.ts";
import type { IncidentId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import type { IncidentRow, IncidentView } from "#app/contracts/incident-views.ts";

/** Incidents within a transaction. */
export interface Incidents {
  /** Those that have not ended. */
  running(shop: ShopId): Promise<readonly Incident[]>;
  /** What is wrong in a shop now and what was ordinary, by set-based counts; locks the shop's incidents for this transaction. */
  counts(shop: ShopId, now: Instant): Promise<TroubleCounts>;
  /** Writes what was found, with the parcels of each, and that the shop was looked at. */
  save(shop: ShopId, found: Found, now: Instant): Promise<void>;
  /** Cases of these parcels about silence or lateness, locked for this transaction; resolved ones only where they became part of `mergedOf`. */
  casesOf(shop: ShopId, parcels: readonly ShipmentId[], mergedOf: IncidentId | null): Promise<readonly Case[]>;
  /** Of each order with parcels that are still in it the first, longest in it first. */
  stillIn(shop: ShopId, id: IncidentId): Promise<readonly { readonly shipmentId: ShipmentId; readonly orderId: OrderId }[]>;
}

/** Incidents for pages and for waking the job, outside a transaction. */
export interface IncidentReads {
  /** Shops where parcels fell silent or late, or whose incidents run, not looked at since `before`. */
  due(before: Instant, limit: number): Promise<readonly ShopId[]>;
  /** Running ones first, then the newest ended. */
  list(shop: ShopId, limit: number): Promise<readonly IncidentRow[]>;
  one(shop: ShopId, id: IncidentId): Promise<IncidentView | null>;
}
