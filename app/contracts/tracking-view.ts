import type { ParcelStatus, WindowJson } from "./order-status.ts";

/** One line of a parcel's history on the tracking page. Times are shown in `zone`. */
export type TrackingEventView = {
  readonly at: string; // ISO 8601, UTC
  readonly sentence: string; // our words
  readonly carrierText: string | null; // the carrier's own, shown on demand
  readonly place: string | null;
};

/** One parcel with its history. */
export type TrackedParcel = ParcelStatus & { readonly events: readonly TrackingEventView[] };

/** Everything the tracking page shows for one order. Item titles and city are shown only after the shopper proved the order is theirs. */
export type TrackingView = {
  readonly shopName: string;
  readonly orderName: string;
  readonly orderedAt: string; // ISO 8601, UTC
  readonly zone: string; // IANA, for showing times
  readonly headline: string; // the answer
  readonly window: WindowJson | null;
  readonly was: WindowJson | null; // the first window shown, when it differs from the present one
  readonly why: string | null; // why it changed, in plain words
  readonly cancelled: boolean;
  readonly parcels: readonly TrackedParcel[];
  readonly notShipped: readonly { readonly title: string; readonly quantity: number }[];
  readonly checkedAt: string; // ISO 8601, UTC
};
