import type { Scan } from "#app/domain/shipments/scan.ts";
import { instant, latest, type Instant } from "#app/domain/shared/time.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import { firstIssue } from "../feed/read-json.ts";
import { placeOf } from "../feed/read-place.ts";
import { readEstimate, readTime } from "../feed/read-time.ts";
import { historyOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { statusMeaning } from "./status-codes.ts";
import { trackSchema, webhookSchema, type Track, type TrackStatus } from "./track.ts";

const codeOf = ({ status, substatus }: TrackStatus): string => (substatus?.code ? `${status ?? "none"}/${substatus.code}` : (status ?? "none"));

const textOf = ({ status_details, substatus }: TrackStatus): string | null => status_details ?? substatus?.text ?? null;

const scansOf = ({ tracking_history }: Track, teller: Teller): readonly Scan[] => tracking_history.flatMap((told): Scan[] => {
  const at = told.location;
  const place = at === null ? null : placeOf({ city: at.city, region: at.state, country: at.country, zip: at.zip });
  const time = readTime(told.status_date, place);
  const text = textOf(told);
  return time === null ? [] : [scanOf(teller, { ...time, code: codeOf(told), text, meaning: statusMeaning(told.status, told.substatus?.code ?? null, text), place, apart: text ?? "" })];
});

/** When Shippo last wrote any of it. It states no version of the whole, but each row says when it was made. */
const writtenAt = ({ tracking_status, tracking_history }: Track): Instant | null =>
  [tracking_status, ...tracking_history].flatMap((one) => [instant(one?.object_created), instant(one?.object_updated)]).reduce<Instant | null>((so, at) => (at === null ? so : so === null ? at : latest(so, at)), null);

const fromTrack = (body: unknown, receivedAt: Instant, polledAt: Instant | null): Normalised => {
  const read = trackSchema.safeParse(body);
  if (!read.success) return { outcome: "unreadable", because: `Shippo's track cannot be read: ${firstIssue(read.error)}.` };
  const track = read.data;
  const teller: Teller = { source: "shippo", number: track.tracking_number, receivedAt };
  const rows = scansOf(track, teller);
  const now = track.tracking_status;
  // Shippo's UNKNOWN: "has not been found via the carrier's tracking system, or found but not yet scanned". Asked for, it is an answer.
  if (polledAt !== null && rows.length === 0 && now?.status === "UNKNOWN") return notFound(teller, codeOf(now), textOf(now), polledAt);
  const updatedAt = writtenAt(track);
  const standing = now === null || now.status === "UNKNOWN" ? { code: "none", text: null, meaning: statusMeaning(null, null, null) } : { code: codeOf(now), text: textOf(now), meaning: statusMeaning(now.status, now.substatus?.code ?? null, textOf(now)) };
  return trackingFacts(teller, { scans: historyOf(teller, rows, standing, readEstimate(track.eta), updatedAt ?? instant(now?.status_date)), whole: updatedAt });
};

/** Messages of the source `shippo`: `track_updated` carries the whole track, and so does each answer we asked for; `null` is a number Shippo does not have. */
export const normaliseShippo: Normalise = normaliser({
  push: (json, receivedAt) => {
    const webhook = webhookSchema.safeParse(json);
    if (!webhook.success) return { outcome: "unreadable", because: "The body is not a Shippo webhook." };
    return webhook.data.event === "track_updated" ? fromTrack(webhook.data.data, receivedAt, null) : { outcome: "ignored", because: `Nothing handles the event "${webhook.data.event}".` };
  },
  answer: (answer, { number, polledAt }, receivedAt) => (answer === null ? notFound({ source: "shippo", number, receivedAt }, "not_found", null, polledAt) : fromTrack(answer, receivedAt, polledAt)),
});
