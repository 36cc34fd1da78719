import { createHash } from "node:crypto";
import { PLAIN, type Place, type Scan } from "#app/domain/shipments/scan.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { instant, latest, type Instant } from "#app/domain/shared/time.ts";
import type { InboxMessage, Normalise, Normalised } from "#app/application/ports.ts";
import { statusMeaning } from "./status-codes.ts";
import { eventSchema, trackerSchema, type Tracker, type TrackingDetail } from "./tracker.ts";

/** The code of the statement that carries nothing but the carrier's estimate. */
export const ESTIMATE_CODE = "est_delivery_date";

const key = (number: string, code: string, at: Instant, place: string): string =>
  `easypost:${createHash("sha256").update(JSON.stringify([normalTrackingNumber(number), code, at, place])).digest("hex").slice(0, 32)}`;

const placeOf = ({ tracking_location: told }: TrackingDetail): Place | null =>
  told && (told.city ?? told.state ?? told.country ?? told.zip) ? { city: told.city, region: told.state, country: told.country, zip: told.zip } : null;

const codeOf = (status: string | null, detail: string | null): string => (detail === null ? (status ?? "none") : `${status ?? "none"}/${detail}`);

type Statement = { readonly at: Instant; readonly status: string | null; readonly detail: string | null; readonly text: string | null; readonly place: Place | null };

const scan = (number: string, { at, status, detail, text, place }: Statement, receivedAt: Instant): Scan => {
  const code = codeOf(status, detail);
  const where = place === null ? "" : [place.city, place.region, place.country, place.zip].join("|").toLowerCase();
  return { key: key(number, code, at, where), source: "easypost", occurredAt: at, receivedAt, code, text, ...statusMeaning(status, detail), place, carrierEta: null, ...PLAIN };
};

/**
 * EasyPost states a day: as a local date, or as midnight UTC of that day. Noon UTC is on that same day in every zone from
 * UTC-12 to UTC+11, so that a day never turns into the evening before it.
 */
const estimateOf = (tracker: Tracker): Instant | null => {
  const local = tracker.carrier_detail?.est_delivery_date_local ?? null;
  if (local !== null && /^\d{4}-\d{2}-\d{2}$/.test(local)) return instant(`${local}T12:00:00Z`);
  const stated = tracker.est_delivery_date;
  return stated !== null && /T00:00:00(?:\.0+)?(?:Z|[+]00:00)$/.test(stated) ? instant(`${stated.slice(0, 10)}T12:00:00Z`) : instant(stated);
};

/**
 * An estimate changes without a scan, so it is a statement of its own: made when the tracker changed, told once per newest
 * scan and day. The later statement wins, and nothing but the date moves.
 */
const estimateScan = (number: string, eta: Instant, newest: Instant, at: Instant, receivedAt: Instant): Scan => ({
  key: key(number, ESTIMATE_CODE, newest, String(eta)), source: "easypost", occurredAt: latest(newest, at), receivedAt, code: ESTIMATE_CODE, text: null,
  milestone: "unknown", exception: null, reason: null, place: null, carrierEta: eta, ...PLAIN,
});

/** What a tracker says: its rows, its own status where no row says the same, and its estimate. Rows without a time say nothing. */
const scansOf = (tracker: Tracker, receivedAt: Instant): readonly Scan[] => {
  const number = tracker.tracking_code;
  const rows = tracker.tracking_details.flatMap((row): Scan[] => {
    const at = instant(row.datetime);
    return at === null ? [] : [scan(number, { at, status: row.status, detail: row.status_detail, text: row.message, place: placeOf(row) }, receivedAt)];
  });
  const told = tracker.tracking_details.some((row) => row.status === tracker.status);
  const updatedAt = instant(tracker.updated_at);
  const own = !told && tracker.status !== null && tracker.status !== "unknown" && updatedAt !== null
    ? [scan(number, { at: updatedAt, status: tracker.status, detail: tracker.status_detail, text: null, place: null }, receivedAt)]
    : [];
  const scans = [...rows, ...own];
  const newest = scans.reduce<Instant | null>((so, one) => (so === null ? one.occurredAt : latest(so, one.occurredAt)), null) ?? updatedAt;
  const eta = estimateOf(tracker);
  return eta === null || newest === null ? scans : [...scans, estimateScan(number, eta, newest, updatedAt ?? newest, receivedAt)];
};

const fromTracker = (result: unknown, receivedAt: Instant): Normalised => {
  const tracker = trackerSchema.safeParse(result);
  if (!tracker.success) return { outcome: "unreadable", because: `The event's tracker cannot be read: ${tracker.error.issues[0]?.path.join(".") || "result"} is missing or of the wrong kind.` };
  const scans = scansOf(tracker.data, receivedAt);
  if (scans.length === 0) return { outcome: "ignored", because: "The carrier knows nothing about this parcel yet." };
  const trackingNumber = tracker.data.tracking_code;
  return { outcome: "tracking_facts", trackingNumber, facts: [{ kind: "tracking_scans", trackingNumber, scans, source: "easypost", heardAt: receivedAt, whole: instant(tracker.data.updated_at) }] };
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Messages of the source `easypost`: tracker.created and tracker.updated carry the whole tracker; other events concern nobody here. */
export const normaliseEasypost: Normalise = ({ body, receivedAt }: InboxMessage) => {
  const json = parsed(body);
  if (json === undefined) return { outcome: "unreadable", because: "The body is not JSON." };
  const event = eventSchema.safeParse(json);
  if (!event.success) return { outcome: "unreadable", because: "The body is not an EasyPost event." };
  const { description, result } = event.data;
  if (description !== "tracker.created" && description !== "tracker.updated") return { outcome: "ignored", because: `Nothing handles the event "${description}".` };
  return fromTracker(result, receivedAt);
};
