import type { Proof, Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import { firstIssue } from "../feed/read-json.ts";
import { placeOfLine } from "../feed/read-place.ts";
import { readEstimate } from "../feed/read-time.ts";
import { historyOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { eventMeaning, STATUS } from "./status-codes.ts";
import { trackerSchema, webhookSchema, type Tracker } from "./tracker.ts";
import { eventTime } from "./wall-clock.ts";
import { rowOf, UNKNOWN } from "../feed/status-meaning.ts";

/** A link to a picture is a proof, a name a signature. Karrio fills them only for some carriers, so their absence says nothing. */
const proofOf = ({ delivery_image_url, signature_image_url, info }: Tracker): Proof | null => {
  const photo = delivery_image_url === null ? null : true;
  const signature = signature_image_url === null && (info?.signed_by ?? null) === null ? null : true;
  return photo === null && signature === null ? null : { photo, signature };
};

const scansOf = (tracker: Tracker, teller: Teller): readonly Scan[] => tracker.events.flatMap((told): Scan[] => {
  const place = placeOfLine(told.location);
  const time = eventTime(told, place);
  if (time === null) return [];
  const meaning = eventMeaning(told.status, told.reason, told.description);
  const code = told.status !== null && told.code !== null ? `${told.status}/${told.code}` : (told.code ?? told.status ?? "none");
  return [scanOf(teller, { ...time, code, text: told.description, meaning, place, apart: told.description ?? "", proof: meaning.milestone === "delivered" ? proofOf(tracker) : null })];
});

const fromTracker = (body: unknown, receivedAt: Instant, polledAt: Instant | null): Normalised => {
  const read = trackerSchema.safeParse(body);
  if (!read.success) return { outcome: "unreadable", because: `Karrio's tracker cannot be read: ${firstIssue(read.error)}.` };
  const tracker = read.data;
  const teller: Teller = { source: "karrio", number: tracker.tracking_number, receivedAt };
  const rows = scansOf(tracker, teller);
  const [message] = tracker.messages;
  // A tracker without events beside the carrier's refusal: the carrier does not know the number.
  if (rows.length === 0 && polledAt !== null && (tracker.status === "unknown" || message !== undefined)) return notFound(teller, message?.code ?? tracker.status ?? "unknown", message?.message ?? null, polledAt);
  const isVague = tracker.status === "unknown" || tracker.status === "pending";
  const standing = { code: tracker.status ?? "none", text: null, meaning: isVague || rows.length > 0 && tracker.status === "on_hold" ? UNKNOWN : (rowOf(STATUS, tracker.status) ?? UNKNOWN) };
  const updatedAt = instant(tracker.updated_at) ?? polledAt;
  return trackingFacts(teller, { scans: historyOf(teller, rows, standing, readEstimate(tracker.estimated_delivery), updatedAt), whole: updatedAt });
};

const EVENTS: ReadonlySet<string> = new Set(["tracker_created", "tracker_updated", "tracker.created", "tracker.updated"]);

/**
 * Messages of the source `karrio`: pushes and answers carry the whole tracker; `null` is a number Karrio does not have. A tracker
 * states no version of its own, so a push only counts as news and an answer as the whole history at the time of asking.
 */
export const normaliseKarrio: Normalise = normaliser({
  push: (json, receivedAt) => {
    const webhook = webhookSchema.safeParse(json);
    if (!webhook.success) return { outcome: "unreadable", because: "The body is not a Karrio webhook." };
    return EVENTS.has(webhook.data.event) ? fromTracker(webhook.data.data, receivedAt, null) : { outcome: "ignored", because: `Nothing handles the event "${webhook.data.event}".` };
  },
  answer: (answer, { number, polledAt }, receivedAt) => (answer === null ? notFound({ source: "karrio", number, receivedAt }, "not_found", null, polledAt) : fromTracker(answer, receivedAt, polledAt)),
});
