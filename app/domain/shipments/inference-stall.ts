import { addWorkingDays, dateIn, type CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import { since } from "../shared/time.ts";
import { lossAfter } from "./inference-loss-after.ts";
import { isInternational, isOwedAScan, lastBelieved, sayPlace, wholeDays } from "./inference-loss.ts";
import type { Inference, InferenceContext } from "./inference.ts";
import type { Shipment } from "./shipment.ts";
import { presentStretch } from "./tracking-link.ts";

/** Working days a label may lie before somebody should look; other products warn after 24 to 72 hours, and call a week abandoned. */
const LABEL_WAIT = { doubt: 2, contradiction: 5 };
/** Working days within which the next scan is due, at home and across borders. The product's own figures, 2026-11. */
const NEXT_SCAN = { domestic: 2, international: 5 };
/** Calendar days in customs. Most parcels leave within a few days; after ten, papers or a payment are usually missing. The product's own figures, 2026-11. */
const CUSTOMS = { note: 2, doubt: 5, contradiction: 10 };

/** The last day of a patience of `n` of the carrier's working days. */
export const patienceEnds = (at: Instant, n: number, { zone, works }: Pick<InferenceContext, "zone" | "works">): CalendarDate => addWorkingDays(dateIn(at, zone), n, works);

/** Whether that patience is over today. */
export const isOver = (at: Instant, n: number, context: InferenceContext): boolean => dateIn(context.now, context.zone) > patienceEnds(at, n, context);

/** Parcels that should move and do not: labels nobody handed over, missing scans, borders. */
export const stallInferences = (shipment: Shipment, context: InferenceContext): readonly Inference[] => [...phantomLabel(shipment, context), ...scanOverdue(shipment, context), ...customsStuck(shipment, context)];

const phantomLabel = ({ timeline, tracking, createdAt }: Shipment, context: InferenceContext): Inference[] => {
  const { milestone, acceptedAt, events, scans } = timeline;
  if (acceptedAt !== null || tracking.number === null || (milestone !== "unknown" && milestone !== "label_created")) return [];
  const label = events.find((one) => one.milestone === "label_created" && one.standing !== "withdrawn") ?? null;
  const from = label?.at ?? createdAt;
  if (!isOver(from, LABEL_WAIT.doubt, context)) return [];
  const unread = scans.filter((scan) => scan.milestone === "unknown" && scan.exception === null && !scan.withdrawn);
  const old = wholeDays(from, context.now);
  return [{
    kind: "phantom_label", weight: unread.length > 0 ? "note" : isOver(from, LABEL_WAIT.contradiction, context) ? "contradiction" : "doubt", at: from,
    believes: "The label was printed, but the carrier does not have the parcel.",
    because: `${old} days after the label no carrier has scanned it.${unread.length > 0 ? ` ${unread.length} of its statements could not be read.` : ""}`,
    evidence: [...(label?.told ?? []), ...unread].map(({ key }) => key), details: { days: old, unread: unread.length },
    otherwise: "A first scan by the carrier would show that it has it.",
  }];
};

const scanOverdue = (shipment: Shipment, context: InferenceContext): Inference[] => {
  const { timeline } = shipment;
  const quietSince = timeline.lastScanAt;
  if (quietSince === null || !isOwedAScan(shipment) || timeline.milestone === "out_for_delivery") return [];
  const abroad = isInternational(shipment, context.destination);
  const allowed = abroad ? NEXT_SCAN.international : NEXT_SCAN.domestic;
  if (!isOver(quietSince, allowed, context) || since(quietSince, context.now) >= lossAfter(presentStretch(shipment).carrier, abroad).wait) return [];
  const last = lastBelieved(shipment);
  const quietDays = wholeDays(quietSince, context.now);
  return [{
    kind: "scan_overdue", weight: "note", at: quietSince, believes: "The next scan is overdue: it left and has not arrived anywhere.",
    because: `It was last seen in ${sayPlace(last?.place ?? null)} ${quietDays} days ago; the next scan was due within ${allowed} working days.`,
    evidence: last?.told.map(({ key }) => key) ?? [], details: { days: quietDays, place: sayPlace(last?.place ?? null), allowed }, otherwise: "The next scan, wherever it is, would end this.",
  }];
};

const customsStuck = ({ timeline }: Shipment, { now }: InferenceContext): Inference[] => {
  const { customs, exception, milestone, events } = timeline;
  if (customs === null || customs.until !== null || milestone === "delivered" || milestone === "returned") return [];
  const stay = wholeDays(customs.since, now);
  if (stay < CUSTOMS.note) return [];
  const waitsFor = exception?.category === "payment_due" ? "a payment" : exception?.category === "customs_docs" ? "documents" : null;
  return [{
    kind: "customs_stuck", weight: stay >= CUSTOMS.contradiction ? "contradiction" : stay >= CUSTOMS.doubt || waitsFor !== null ? "doubt" : "note", at: customs.since,
    believes: `The parcel has been in customs${customs.country ? ` (${customs.country})` : ""} for ${stay} days.`,
    because: waitsFor === null ? "No scan since says that it was released." : `No scan since says that it was released, and customs waits for ${waitsFor}.`,
    evidence: events.filter((one) => one.at === customs.since).flatMap(({ told }) => told.map(({ key }) => key)), details: { days: stay, country: customs.country ?? "", waitsFor: waitsFor ?? "" },
    otherwise: waitsFor === null ? "A release, or a scan beyond the border, would end it." : `${waitsFor === "a payment" ? "The payment" : "The documents"} and a release would end it.`,
  }];
};
