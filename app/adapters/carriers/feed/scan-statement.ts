import { createHash } from "node:crypto";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { FeedSource, Place, Proof, Scan, Timing } from "#app/domain/shipments/scan.ts";
import { latest, type Instant } from "#app/domain/shared/time.ts";
import type { StatusMeaning } from "./status-meaning.ts";

/** What one feed says of one parcel: what all of its statements share. */
export type Teller = { readonly source: FeedSource; readonly number: string; readonly receivedAt: Instant };

/** One statement as read from a vendor's answer, before it becomes a scan. */
export type Statement = {
  readonly at: Instant; readonly timing?: Timing; readonly code: string; readonly text: string | null; readonly meaning: StatusMeaning;
  readonly place?: Place | null; readonly carrier?: string | null; readonly proof?: Proof | null; readonly eta?: Instant | null;
  /** What else tells two statements apart where the vendor gives many of them one code: its words, or its own id. */
  readonly apart?: string;
};

/** A place as part of a key: the same place told twice is the same text. */
export const placeText = (place: Place | null): string => (place === null ? "" : [place.city, place.region, place.country, place.zip].join("|").toLowerCase());

/** The key of a statement: a hash of source, number, code, time and place, so that repeats, pushed or asked for, share it. */
export const scanKey = ({ source, number }: Pick<Teller, "source" | "number">, ...parts: readonly (string | number)[]): string =>
  `${source}:${createHash("sha256").update(JSON.stringify([normalTrackingNumber(number), ...parts])).digest("hex").slice(0, 32)}`;

/** The scan of a statement made under the shipment's own number. */
export const scanOf = (teller: Teller, { at, timing = "exact", code, text, meaning, place = null, carrier = null, proof = null, eta = null, apart }: Statement): Scan => ({
  key: scanKey(teller, code, at, placeText(place), ...(apart === undefined ? [] : [apart])), source: teller.source, occurredAt: at, timing, receivedAt: teller.receivedAt,
  carrier, trackingNumber: null, code, text, ...meaning, place, carrierEta: eta, proof, withdrawn: false,
});

/** The code of the statement that carries nothing but the carrier's estimate. */
export const ESTIMATE_CODE = "est_delivery_date";

/**
 * An estimate changes without a scan, so it is a statement of its own: made when the vendor's record changed (`at`), told once per
 * newest scan and day. The later statement wins, and nothing but the date moves.
 */
export const estimateScan = (teller: Teller, eta: Instant, newest: Instant, at: Instant): Scan => ({
  key: scanKey(teller, ESTIMATE_CODE, newest, String(eta)), source: teller.source, occurredAt: latest(newest, at), timing: "exact", receivedAt: teller.receivedAt,
  carrier: null, trackingNumber: null, code: ESTIMATE_CODE, text: null, milestone: "unknown", exception: null, reason: null, place: null, carrierEta: eta, proof: null, withdrawn: false,
});

/** What a vendor says of the whole parcel beside its history. */
export type Standing = { readonly code: string; readonly text: string | null; readonly meaning: StatusMeaning };

/**
 * A parcel's own status, where no row of its history says the same. Trouble is told as of the vendor's last change, progress as of the
 * newest row. It is one statement per newest row, however often the vendor changes something else.
 */
export const standingScans = (teller: Teller, rows: readonly Scan[], { code, text, meaning }: Standing, updatedAt: Instant | null): readonly Scan[] => {
  const says = meaning.milestone !== "unknown" || meaning.exception !== null;
  const isTold = rows.some((row) => row.milestone === meaning.milestone && row.exception === meaning.exception);
  const newest = newestOf(rows);
  const changed = newest === null || updatedAt === null ? (newest ?? updatedAt) : latest(newest, updatedAt);
  const at = meaning.exception === null ? (newest ?? updatedAt) : changed;
  return !says || isTold || at === null ? [] : [{ ...scanOf(teller, { at, code, text, meaning }), key: scanKey(teller, code, newest ?? at, "standing") }];
};

/** A vendor's rows with the parcel's own status and the carrier's estimate, each told where the rows do not tell it. */
export const historyOf = (teller: Teller, rows: readonly Scan[], standing: Standing, eta: Instant | null, updatedAt: Instant | null): readonly Scan[] => {
  const scans = [...rows, ...standingScans(teller, rows, standing, updatedAt)];
  const newest = newestOf(rows) ?? updatedAt;
  return eta === null || newest === null ? scans : [...scans, estimateScan(teller, eta, newest, updatedAt ?? newest)];
};

/** The newest of some statements; null when there are none. */
export const newestOf = (scans: readonly Scan[]): Instant | null => scans.reduce<Instant | null>((so, { occurredAt }) => (so === null ? occurredAt : latest(so, occurredAt)), null);

/** The vendor answered that it knows no such number. Its key has no time: said twice it is one statement, from the first time on. */
export const notFoundScan = (teller: Teller, code: string, text: string | null, at: Instant): Scan => ({
  ...scanOf(teller, { at, code, text, meaning: { milestone: "unknown", exception: "not_found", reason: null } }), key: scanKey(teller, "not found"),
});

