import { randomHex } from "../world/random.ts";
import type { CarrierScan, Clock, Random } from "../world/types.ts";

/** A parcel a vendor watches. `scans` stand in the order they happened, however late they were told. */
export type WatchedParcel = {
  readonly id: string; readonly number: string; carrier: string; readonly country: string | null; readonly zip: string | null;
  readonly createdAt: Date; updatedAt: Date; scans: CarrierScan[];
};

/** What a vendor knows: every scan of every carrier, and which parcels it was asked to watch. */
export type FeedParcels = {
  readonly all: readonly WatchedParcel[];
  find(number: string): WatchedParcel | undefined;
  byId(id: string): WatchedParcel | undefined;
  /** The scans of a number, watched or not, oldest first. */
  past(number: string): readonly CarrierScan[];
  /** Begins to watch; a parcel watched late knows its past. */
  watch(number: string, wishes: { carrier: string | null; country?: string | null; zip?: string | null }): WatchedParcel;
  stop(number: string): void;
  /** Remembers a scan, or that one it knows was corrected; answers the parcel it changed, or null when nobody asked to watch it. */
  heard(scan: CarrierScan): WatchedParcel | null;
};

const inOrder = (scans: readonly CarrierScan[]): CarrierScan[] => scans.toSorted((one, other) => one.at.getTime() - other.at.getTime());

/** A memory without parcels. */
export function createFeedParcels({ clock, random }: { clock: Clock; random: Random }): FeedParcels {
  const parcels = new Map<string, WatchedParcel>();
  const scans = new Map<string, CarrierScan[]>();
  const past = (number: string): readonly CarrierScan[] => inOrder(scans.get(number) ?? []);
  return {
    get all() {
      return [...parcels.values()];
    },
    find: (number) => parcels.get(number),
    byId: (id) => [...parcels.values()].find((one) => one.id === id),
    past,
    watch(number, { carrier, country = null, zip = null }) {
      const known = parcels.get(number);
      if (known !== undefined) return known;
      const now = clock.now();
      const parcel: WatchedParcel = { id: randomHex(random, 32), number, carrier: carrier ?? past(number)[0]?.carrier ?? "Unknown", country, zip, createdAt: now, updatedAt: now, scans: [...past(number)] };
      parcels.set(number, parcel);
      return parcel;
    },
    stop(number) {
      parcels.delete(number);
    },
    heard(scan) {
      const known = scans.get(scan.trackingNumber) ?? [];
      if (!known.includes(scan)) scans.set(scan.trackingNumber, [...known, scan]);
      const parcel = parcels.get(scan.trackingNumber);
      if (parcel === undefined) return null;
      parcel.scans = [...past(scan.trackingNumber)];
      parcel.updatedAt = clock.now();
      return parcel;
    },
  };
}
