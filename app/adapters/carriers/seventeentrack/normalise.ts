import { z } from "zod";
import type { Place, Scan } from "#app/domain/shipments/scan.ts";
import { instant, latest, type Instant } from "#app/domain/shared/time.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import { words } from "../feed/read-json.ts";
import { placeOf, placeOfLine } from "../feed/read-place.ts";
import { onWallClock, readEstimate, readTime, type ReadTime } from "../feed/read-time.ts";
import { historyOf, newestOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { normaliser, notFound, trackingFacts, type NextLeg } from "../feed/tracking-facts.ts";
import { eventMeaning, statusMeaning } from "./status-codes.ts";
import { trackSchema, webhookSchema, type Track, type TrackEvent } from "./track-info.ts";

const placeAt = ({ address, location }: TrackEvent): Place | null =>
  (address === null ? null : placeOf({ city: address.city, region: address.state, country: address.country, zip: address.postal_code })) ?? placeOfLine(location);

/**
 * When it happened. 17TRACK adds an offset to clocks whose carrier gave none, by the place: `time_raw` without a zone says so, and
 * then the time is no more exact than our own reading of the wall clock.
 */
const timeOf = ({ time_iso, time_utc, time_raw: raw }: TrackEvent, place: Place | null): ReadTime | null => {
  const stated = readTime(time_utc, place) ?? readTime(time_iso, place);
  const isGuess = raw !== null && raw.timezone === null;
  if (stated === null) return raw === null || raw.date === null ? null : onWallClock(raw.time === null ? raw.date : `${raw.date} ${raw.time}`, place);
  return isGuess && stated.timing === "exact" ? { at: stated.at, timing: raw.time === null ? "day" : "local" } : stated;
};

const scansOf = ({ tracking }: Track, teller: Teller): readonly Scan[] => (tracking?.providers ?? []).flatMap(({ provider, events }, leg) => events.flatMap((told): Scan[] => {
  const place = placeAt(told);
  const time = timeOf(told, place);
  return time === null ? [] : [scanOf(teller, {
    ...time, code: told.sub_status ?? told.stage ?? "none", text: told.description, meaning: eventMeaning(told.sub_status, told.stage, told.description), place, apart: told.description ?? "",
    carrier: leg === 0 ? null : (provider?.name ?? null), // 17TRACK lists the carrier that took the parcel in first
  })];
}));

const syncedAt = ({ tracking }: Track): Instant | null =>
  (tracking?.providers ?? []).reduce<Instant | null>((so, { latest_sync_time }) => { const at = instant(latest_sync_time); return at === null ? so : so === null ? at : latest(so, at); }, null);

/** The number the parcel goes on under. Since when: the next carrier's first word, or the newest of all. */
const nextOf = ({ misc_info, tracking }: Track, scans: readonly Scan[], updatedAt: Instant | null): NextLeg | null => {
  const next = tracking?.providers[1];
  const byThem = scans.filter((scan) => scan.carrier !== null).map((scan) => scan.occurredAt);
  const at = byThem.length > 0 ? (Math.min(...byThem) as Instant) : (newestOf(scans) ?? updatedAt);
  return misc_info === null || misc_info.local_number === null || at === null ? null : { number: misc_info.local_number, carrier: misc_info.local_provider ?? next?.provider?.name ?? null, at };
};

const fromTrack = (body: unknown, receivedAt: Instant, saidAt: Instant): Normalised => {
  const read = trackSchema.safeParse(body);
  if (!read.success) return { outcome: "unreadable", because: "17TRACK's tracked number cannot be read: number is missing or of the wrong kind." };
  const track = read.data;
  const teller: Teller = { source: "seventeentrack", number: track.number, receivedAt };
  const rows = scansOf(track, teller);
  const { status = null, sub_status = null, sub_status_descr: text = null } = track.latest_status ?? {};
  if (rows.length === 0 && status === "NotFound") return notFound(teller, sub_status ?? status, text, saidAt);
  const updatedAt = syncedAt(track);
  // NotFound beside a history: the carrier forgot the number, which takes nothing back.
  const standing = { code: sub_status ?? status ?? "none", text, meaning: statusMeaning(...(status === "NotFound" ? ([null, null] as const) : ([status, sub_status] as const))) };
  const eta = track.time_metrics?.estimated_delivery_date ?? null;
  return trackingFacts(teller, { scans: historyOf(teller, rows, standing, readEstimate(eta?.to ?? eta?.from ?? null), updatedAt), whole: updatedAt, next: nextOf(track, rows, updatedAt) });
};

const rejected = z.object({ number: z.string().min(1), error: z.object({ code: z.number(), message: words }) });

/**
 * Messages of the source `seventeentrack`: TRACKING_UPDATED carries the whole history, and so does each answer we asked for.
 * TRACKING_STOPPED only says that 17TRACK looks no further.
 */
export const normaliseSeventeentrack: Normalise = normaliser({
  push: (json, receivedAt) => {
    const webhook = webhookSchema.safeParse(json);
    if (!webhook.success) return { outcome: "unreadable", because: "The body is not a 17TRACK webhook." };
    return webhook.data.event === "TRACKING_UPDATED" ? fromTrack(webhook.data.data, receivedAt, receivedAt) : { outcome: "ignored", because: `Nothing handles the event "${webhook.data.event}".` };
  },
  answer: (answer, { number, polledAt }, receivedAt) => {
    const no = rejected.safeParse(answer);
    return no.success ? notFound({ source: "seventeentrack", number, receivedAt }, String(no.data.error.code), no.data.error.message, polledAt) : fromTrack(answer, receivedAt, polledAt);
  },
});
