/** Dates as `YYYY-MM-DD` at the destination, both ends included. */
export type WindowJson = { readonly from: string; readonly to: string };

/** One parcel as shoppers see it: no carrier code, no raw text, nothing personal. */
export type ParcelStatus = {
  readonly label: string; // "Package 1 of 2"
  readonly milestone: string;
  readonly step: 0 | 1 | 2 | 3 | 4;
  readonly headline: string; // "Arrives Tue, Nov 24"
  readonly detail: string | null; // what is wrong and what to do, in plain words
  readonly tone: "neutral" | "success" | "warning" | "critical";
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly window: WindowJson | null;
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
};

/** Answer of `GET /api/ext/order-status`. `not_yet`: Shopify has created the order but has not told us; ask again. */
export type OrderStatus =
  | {
      readonly state: "known"; readonly orderName: string; readonly headline: string; readonly window: WindowJson | null;
      readonly parcels: readonly ParcelStatus[]; readonly trackingPageUrl: string;
    }
  | { readonly state: "not_yet" };
