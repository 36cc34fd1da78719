import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Source } from "#app/domain/shipments/scan.ts";

/** How a source's word arrives. Minutes from event to hearing of it, over scans with an exact time heard since `since`; backdated history is left out. */
export type SourceLag = { readonly source: Source; readonly scans: number; readonly p50: number; readonly p90: number; readonly p99: number; readonly heardAt: Instant | null; readonly checkedAt: Instant | null; readonly watching: number; readonly callsToday: number };

/** A status nothing could read: counted per source, carrier, code and text. */
export type UnknownStatus = {
  readonly id: string; readonly source: Source; readonly carrier: string | null; readonly code: string; readonly text: string | null; readonly scans: number;
  readonly firstSeenAt: Instant; readonly lastSeenAt: Instant; readonly shipmentId: ShipmentId; readonly reportedAt: Instant | null;
};

/** A shop's key for the events API. */
export type EventsKey = { readonly keyId: string; readonly secret: string; readonly madeAt: Instant };

/** What is known about the sources themselves. */
export interface SourceReads {
  lags(shop: ShopId, now: Instant): Promise<readonly SourceLag[]>;
  unknownStatuses(shop: ShopId, limit: number): Promise<{ readonly rows: readonly UnknownStatus[]; readonly total: number }>;
  /** Notes that a merchant reported it; null when this shop has none of that id. */
  markReported(shop: ShopId, id: string, now: Instant): Promise<UnknownStatus | null>;
  eventsKey(shop: ShopId): Promise<EventsKey | null>;
  /** The shop a key id belongs to, with its secret. */
  ownerOfEventsKey(keyId: string): Promise<(EventsKey & { readonly shop: ShopId }) | null>;
  saveEventsKey(shop: ShopId, key: EventsKey | null): Promise<void>;
}
