import type { Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "./exception.ts";
import type { Milestone } from "./milestone.ts";

/** Feeds that tell of parcels: aggregators, carriers' own services, and a tracking engine a merchant hosts. */
export const FEED_SOURCES = ["easypost", "aftership", "shippo", "seventeentrack", "karrio", "dhl", "ups", "fedex", "usps"] as const;
/** One word per feed; the registry of carriers lists them. */
export type FeedSource = (typeof FEED_SOURCES)[number];

/** Who told us. `warehouse`: through the events API. `merchant`: a person in the admin, on behalf of the shopper. */
export type Source = "shopify" | "warehouse" | "merchant" | FeedSource;

/** Where a scan happened, as far as the source says. Country is ISO 3166-1 alpha-2 where the source can be read so. */
export type Place = { readonly city: string | null; readonly region: string | null; readonly country: string | null; readonly zip: string | null };

/**
 * How exactly the source stated the time. `exact`: with an offset. `local`: a wall clock, read in the zone of the place.
 * `assumed`: a wall clock of an unknown zone, read as UTC; it can be 14 hours off. `day`: only a date, read as noon UTC.
 */
export type Timing = "exact" | "local" | "assumed" | "day";

/** What a delivery scan proves: true, false, or null where this source never says. */
export type Proof = { readonly photo: boolean | null; readonly signature: boolean | null };

/** One thing a source says happened to a parcel, in our vocabulary, with the source's own words kept beside it. */
export type Scan = {
  /** Identifies the statement: the source's own id, or a hash of source, number, code, time and place. Repeats share it. */
  readonly key: string;
  readonly source: Source;
  readonly occurredAt: Instant;
  readonly timing: Timing;
  readonly receivedAt: Instant; // of the first telling
  readonly carrier: string | null; // who scanned it, in the source's words; null: the carrier of the shipment
  readonly trackingNumber: string | null; // the number it was said under; null: the shipment's own
  readonly code: string; // the source's code, verbatim
  readonly text: string | null; // the source's words, verbatim
  readonly milestone: Milestone;
  readonly exception: ExceptionCategory | null;
  readonly reason: string | null; // finer than the category, for example `weather`
  readonly place: Place | null;
  readonly carrierEta: Instant | null; // the carrier's own estimate, when this statement carried one
  readonly proof: Proof | null;
  readonly withdrawn: boolean; // the source's newer history has it no more: the carrier corrected itself
};

/** The reason of a withdrawn statement that its source deleted by name. */
export const DELETED = "deleted_at_source";

/** The parts of a statement that most sources have nothing to say about: said exactly, by the shipment's own carrier, under its own number. */
export const PLAIN = { timing: "exact", carrier: null, trackingNumber: null, proof: null, withdrawn: false } as const satisfies Partial<Scan>;
