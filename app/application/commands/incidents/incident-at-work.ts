import type { IncidentId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { caseId, isUnresolved, type Case } from "#app/domain/workflows/case.ts";
import type { Store } from "../../ports.ts";

/** An incident whose case is open: that case, and of each order that is still in it one parcel. */
export type AtWork = { readonly outcome: "open"; readonly whole: Case; readonly parcels: readonly { readonly shipmentId: ShipmentId; readonly orderId: OrderId }[] };

/** An incident that something can be done about for all its orders, or why not. */
export const incidentAtWork = async (store: Store, shop: ShopId, incidentId: IncidentId): Promise<AtWork | { readonly outcome: "refused"; readonly because: string }> => {
  const incident = (await store.incidents.running(shop)).find(({ id }) => id === incidentId);
  if (incident === undefined) return { outcome: "refused", because: "The incident is over. Parcels still in trouble have cases of their own." };
  const whole = await store.cases.find(shop, caseId(incidentId, "incident", incident.beganAt));
  if (whole === null || !isUnresolved(whole)) return { outcome: "refused", because: "The case of the incident is resolved. Open it again first." };
  const parcels = await store.incidents.stillIn(shop, incidentId);
  return parcels.length === 0 ? { outcome: "refused", because: "None of its parcels is still in it." } : { outcome: "open", whole, parcels };
};
