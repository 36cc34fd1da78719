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
