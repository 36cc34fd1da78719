import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import { placeOf } from "../feed/read-place.ts";
import { estimateScan, newestOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { normaliser, notFound, trackingFacts, type NextLeg } from "../feed/tracking-facts.ts";
import { statusMeaning } from "./status-codes.ts";
import { eventSchema, trackerSchema, type Tracker, type TrackingDetail } from "./tracker.ts";

const placeAt = ({ tracking_location: told }: TrackingDetail): Place | null => (told ? placeOf({ city: told.city, region: told.state, country: told.country, zip: told.zip }) : null);

const codeOf = (status: string | null, detail: string | null): string => (detail === null ? (status ?? "none") : `${status ?? "none"}/${detail}`);

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

/** A signature is named on the tracker; photos EasyPost does not tell of. */
const proofOf = ({ signed_by }: Tracker): Proof | null => (signed_by === null ? null : { photo: null, signature: true });

/** What a tracker says: its rows, its own status where no row says the same, and its estimate. Rows without a time say nothing. */
const scansOf = (tracker: Tracker, teller: Teller): readonly Scan[] => {
  const statement = (at: Instant, status: string | null, detail: string | null, text: string | null, place: Place | null): Scan => {
    const meaning = statusMeaning(status, detail, text);
    return scanOf(teller, { at, code: codeOf(status, detail), text, meaning, place, proof: meaning.milestone === "delivered" ? proofOf(tracker) : null });
  };
  const rows = tracker.tracking_details.flatMap((row): Scan[] => {
    const at = instant(row.datetime);
    return at === null ? [] : [statement(at, row.status, row.status_detail, row.message, placeAt(row))];
  });
  const told = tracker.tracking_details.some((row) => row.status === tracker.status);
  const updatedAt = instant(tracker.updated_at);
  const own = !told && tracker.status !== null && tracker.status !== "unknown" && updatedAt !== null ? [statement(updatedAt, tracker.status, tracker.status_detail, null, null)] : [];
  const scans = [...rows, ...own];
  const newest = newestOf(scans) ?? updatedAt;
  const eta = estimateOf(tracker);
  return eta === null || newest === null ? scans : [...scans, estimateScan(teller, eta, newest, updatedAt ?? newest)];
};

/** The number the last carrier gave the parcel, where EasyPost tells one; since the transfer it reports, or else its newest word. */
const nextOf = ({ carrier_detail, tracking_details, updated_at }: Tracker): NextLeg | null => {
  const number = carrier_detail?.alternate_identifier ?? null;
  const transfer = tracking_details.find((row) => row.status_detail === "transferred_to_destination_carrier");
  const at = instant(transfer?.datetime) ?? instant(updated_at);
  return number === null || transfer === undefined || at === null || !/^[A-Z0-9 -]{8,40}$/i.test(number) ? null : { number, carrier: null, at };
};

const fromTracker = (result: unknown, receivedAt: Instant): Normalised => {
  const read = trackerSchema.safeParse(result);
  if (!read.success) return { outcome: "unreadable", because: `The event's tracker cannot be read: ${read.error.issues[0]?.path.join(".") || "result"} is missing or of the wrong kind.` };
  const tracker = read.data;
  const teller: Teller = { source: "easypost", number: tracker.tracking_code, receivedAt };
  return trackingFacts(teller, { scans: scansOf(tracker, teller), whole: instant(tracker.updated_at), next: nextOf(tracker) });
};

/**
 * Messages of the source `easypost`: tracker.created and tracker.updated carry the whole tracker, and so does each answer we asked
 * for; other events concern nobody here. `null` is a number EasyPost has no tracker of.
 */
export const normaliseEasypost: Normalise = normaliser({
  push: (json, receivedAt) => {
    const event = eventSchema.safeParse(json);
    if (!event.success) return { outcome: "unreadable", because: "The body is not an EasyPost event." };
    const { description, result } = event.data;
    if (description !== "tracker.created" && description !== "tracker.updated") return { outcome: "ignored", because: `Nothing handles the event "${description}".` };
    return fromTracker(result, receivedAt);
  },
  answer: (answer, { number, polledAt }, receivedAt) => (answer === null ? notFound({ source: "easypost", number, receivedAt }, "not_found", null, polledAt) : fromTracker(answer, receivedAt)),
});
