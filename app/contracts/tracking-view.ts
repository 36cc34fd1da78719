import type { ParcelStatus, WindowJson } from "./order-status.ts";

/** One line of a parcel's history on the tracking page. Times are shown in `zone`. */
export type TrackingEventView = {
  readonly at: string; // ISO 8601, UTC
  readonly sentence: string; // our words
  readonly carrierText: string | null; // the carrier's own, shown on demand; never a bare code
  readonly place: string | null;
};

/** Something a history does not explain by itself: a detour, a hand-over, days in customs. `question`: what a shopper would ask. */
export type StoryView = { readonly question: string | null; readonly text: string };

/** One parcel with its history. Carrier, number and link of its status are those of whoever carries it now. */
export type TrackedParcel = ParcelStatus & {
  readonly events: readonly TrackingEventView[];
  readonly stories: readonly StoryView[];
  readonly otherNumbers: readonly { readonly carrier: string | null; readonly number: string }[]; // under which it travelled or will travel besides
  readonly linkNote: string | null; // why there is no link to the carrier's page
  readonly itemsNote: string | null; // where nobody knows in which of several parcels the items are
  readonly deniable: string | null; // the parcel's id, where its shopper can say that it did not arrive
  readonly heardAt: string | null; // when a carrier or a source was last heard or asked; ISO 8601, UTC
};

/** One line of the order and what it is doing; a line split over parcels has several. */
export type TrackedItem = { readonly title: string; readonly quantity: number; readonly says: string };

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
  readonly items: readonly TrackedItem[]; // empty where all are in one parcel, whose card says it
  readonly parcels: readonly TrackedParcel[];
  readonly notShipped: readonly { readonly title: string; readonly quantity: number }[];
  readonly checkedAt: string; // ISO 8601, UTC
};
