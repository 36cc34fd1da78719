import { courierNamed } from "../carriers/courier-named.ts";
import type { Destination } from "../orders/order.ts";
import { lastBelieved } from "../shipments/inference-loss.ts";
import type { Shipment } from "../shipments/shipment.ts";
import type { IncidentId, ShopId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** What the parcels of an incident have in common; null where it does not matter. `hub`: the city of the last scan. */
export type Sharing = { readonly carrier: string | null; readonly country: string | null; readonly region: string | null; readonly hub: string | null };

/** Many parcels that fell silent or late together, far more than on an ordinary day. */
export type Incident = {
  readonly shop: ShopId; readonly id: IncidentId; readonly kind: "silent" | "late"; readonly sharing: Sharing;
  readonly label: string; // "UPS into Texas", for a merchant
  readonly beganAt: Instant; readonly foundAt: Instant; readonly endedAt: Instant | null;
  readonly parcels: number; readonly expected: number; // on an ordinary day
  readonly because: string;
};

/** A carrier's name as incidents know it: the courier's code where it is known, else the name in small letters. */
export const carrierKey = (name: string | null): string | null => (name === null ? null : (courierNamed(name)?.code ?? name.trim().toLowerCase()));

/** A city as incidents know it. */
export const hubKey = (city: string | null): string | null => (city === null || city.trim() === "" ? null : city.trim().toLowerCase());

/** What a parcel has that it can share with others. */
export const sharedBy = (shipment: Pick<Shipment, "tracking" | "timeline">, destination: Destination | null): Sharing => ({
  carrier: carrierKey(shipment.tracking.carrier), country: destination?.country ?? null, region: destination?.region ?? null, hub: hubKey(lastBelieved(shipment)?.place?.city ?? null),
});

/** Whether what one parcel has is what all of an incident share. */
export const partakes = (incident: Sharing, parcel: Sharing): boolean =>
  (["carrier", "country", "region", "hub"] as const).every((trait) => incident[trait] === null || incident[trait] === parcel[trait]);
