import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import { firstIssue } from "../feed/read-json.ts";
import { placeOf, placeOfLine } from "../feed/read-place.ts";
import { readEstimate, readTime } from "../feed/read-time.ts";
import { historyOf, newestOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { normaliser, notFound, trackingFacts, type NextLeg } from "../feed/tracking-facts.ts";
import { statusMeaning } from "./status-codes.ts";
import { trackingSchema, webhookSchema, type Checkpoint, type Tracking } from "./tracking.ts";

const EVENTS: ReadonlySet<string> = new Set(["tracking_update", "edd_revise", "tracking_pending_time"]);

const placeAt = (told: Checkpoint): Place | null => {
  const country = told.country_region ?? told.country_iso3 ?? told.country_region_name ?? told.country_name;
  const line = placeOfLine(told.location);
  return placeOf({ city: told.city ?? line?.city, region: told.state ?? line?.region, country: country ?? line?.country, zip: told.zip ?? line?.zip });
};

/** What AfterShip says of a proof: a name is a signature, and its list of proofs names photos. Silence is not "none". */
const proofOf = ({ signed_by, proof_of_delivery }: Tracking): Proof | null => {
  const proofs = Array.isArray(proof_of_delivery) && proof_of_delivery.length > 0 ? JSON.stringify(proof_of_delivery) : "";
  const photo = /photo|image|picture/i.test(proofs) ? true : null;
  const signature = signed_by !== null || /signature/i.test(proofs) ? true : null;
  return photo === null && signature === null ? null : { photo, signature };
};

/** The carrier's own date; AfterShip's prediction and the shop's own rules are no word of the carrier. */
const etaOf = ({ courier_estimated_delivery_date: courier, latest_estimated_delivery: newest, expected_delivery }: Tracking): Instant | null =>
  readEstimate(courier?.estimated_delivery_date ?? null) ?? (newest !== null && /carrier|courier/i.test(newest.source ?? "") ? readEstimate(newest.datetime_max ?? newest.datetime) : null) ?? readEstimate(expected_delivery);

const scansOf = (tracking: Tracking, teller: Teller): readonly Scan[] => tracking.checkpoints.flatMap((told): Scan[] => {
  const place = placeAt(told);
  const time = readTime(told.checkpoint_time, place);
  if (time === null) return [];
  const meaning = statusMeaning(told.tag, told.subtag, told.message);
  return [scanOf(teller, {
    ...time, code: told.subtag ?? told.tag ?? "none", text: told.message, meaning, place, apart: told.message ?? "",
    carrier: told.slug === tracking.slug ? null : told.slug, proof: meaning.milestone === "delivered" ? proofOf(tracking) : null,
  })];
});

const nextOf = ({ last_mile }: Tracking, scans: readonly Scan[], updatedAt: Instant | null): NextLeg | null => {
  const byThem = scans.filter((scan) => scan.carrier !== null && scan.carrier === last_mile?.slug).map((scan) => scan.occurredAt);
  const at = byThem.length > 0 ? (Math.min(...byThem) as Instant) : (newestOf(scans) ?? updatedAt);
  return last_mile === null || last_mile.tracking_number === null || at === null ? null : { number: last_mile.tracking_number, carrier: last_mile.slug, at };
};

const fromTracking = (body: unknown, receivedAt: Instant): Normalised => {
  const read = trackingSchema.safeParse(body);
  if (!read.success) return { outcome: "unreadable", because: `AfterShip's tracking cannot be read: ${firstIssue(read.error)}.` };
  const tracking = read.data;
  const teller: Teller = { source: "aftership", number: tracking.tracking_number, receivedAt };
  const updatedAt = instant(tracking.updated_at);
  const rows = scansOf(tracking, teller);
  const { tag, subtag, subtag_message: text } = tracking;
  // Pending: AfterShip has not heard from the courier yet, which says nothing about the parcel.
  const standing = { code: subtag ?? tag ?? "none", text, meaning: tag === "Pending" ? statusMeaning(null, null, null) : statusMeaning(tag, subtag, null) };
  return trackingFacts(teller, { scans: historyOf(teller, rows, standing, etaOf(tracking), updatedAt), whole: updatedAt, next: nextOf(tracking, rows, updatedAt) });
};

/** Messages of the source `aftership`: webhooks carry the whole tracking, and so does each answer we asked for; `null` is a number AfterShip does not have. */
export const normaliseAftership: Normalise = normaliser({
  push: (json, receivedAt) => {
    const webhook = webhookSchema.safeParse(json);
    if (!webhook.success) return { outcome: "unreadable", because: "The body is not an AfterShip webhook." };
    return EVENTS.has(webhook.data.event) ? fromTracking(webhook.data.msg, receivedAt) : { outcome: "ignored", because: `Nothing handles the event "${webhook.data.event}".` };
  },
  answer: (answer, { number, polledAt }, receivedAt) =>
    answer === null ? notFound({ source: "aftership", number, receivedAt }, "not_found", null, polledAt) : fromTracking(answer, receivedAt),
});
