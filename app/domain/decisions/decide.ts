import { movedNoticeably, type Estimate } from "../estimates/estimate.ts";
import { EXCEPTIONS, needsCase } from "../shipments/exception.ts";
import type { Scan } from "../shipments/scan.ts";
import { quietSince, type Judged, type Shipment } from "../shipments/shipment.ts";
import type { Instant } from "../shared/time.ts";
import type { Decision, Verdict } from "./decision.ts";
import type { Policy } from "./policy.ts";
import { quietOf } from "./silence.ts";

/** What was last decided about a parcel, the parcel with the news, and the date each led to. */
export type Change = {
  readonly judged: Judged;
  readonly silentBefore: Instant | null;
  readonly after: Shipment;
  readonly news: readonly Scan[]; // statements not known before
  readonly estimateBefore: Estimate | null;
  readonly estimateAfter: Estimate;
};

type Reasoned = Pick<Decision, "rule" | "because" | "evidence" | "otherwise"> & { readonly verdict: Verdict };

const HOUR = 3_600_000;

/** Why a parcel that counts as delivered is in trouble all the same. */
const IN_DOUBT = {
  elsewhere: "The carrier reports the delivery in another place than the address: somebody has to find out where the parcel is.",
  not_received: "The carrier says it was delivered, and the shopper says that it did not arrive: somebody has to find out who is right.",
} as const;

const newException = ({ judged, after }: Change): Reasoned[] => {
  const now = after.timeline.exception;
  if (!now || (judged.exception?.category === now.category && judged.exception.since === now.since)) return [];
  const { label, date } = EXCEPTIONS[now.category];
  const serious = needsCase(now.category);
  const arrived = after.timeline.deliveredAt !== null;
  return [{
    verdict: { kind: "exception", category: now.category, reason: now.reason, since: now.since, needsCase: serious },
    rule: `exception.${now.category}`,
    because: arrived ? IN_DOUBT[now.category === "delivered_elsewhere" ? "elsewhere" : "not_received"] : serious
      ? `${label}: ${date === "withdraws" ? "no date can be kept until somebody acts" : "the date moves and somebody has to act"}.`
      : `${label}: recorded; it needs nobody to act.`,
    evidence: [now.scanKey],
    otherwise: arrived ? "The shopper's word that it arrived, or a delivery at the address, would settle it." : serious ? "A clean scan after it would have cleared it." : "It would become a case if the shopper or the merchant had to act.",
  }];
};

/** The quiet stretch that was judged as silence is the one these scans end; a later scan ends nothing. */
const endsSilence = ({ judged, silentBefore, after }: Change): boolean =>
  silentBefore !== null && judged.lastScanAt !== after.timeline.lastScanAt && silentBefore === quietSince(judged.lastScanAt, after);

const recovery = (change: Change): Reasoned[] => {
  const { judged: { exception: was }, after, news } = change;
  const evidence = news.map((scan) => scan.key);
  const found: Reasoned[] = [];
  if (was && after.timeline.exception === null) {
    found.push({
      verdict: { kind: "recovered", from: was.category }, rule: `recovered.${was.category}`,
      because: `A clean scan followed: ${EXCEPTIONS[was.category].label.toLowerCase()} is over.`, evidence, otherwise: "Another report of the same problem would have kept it open.",
    });
  }
  const now = after.timeline.exception;
  if (was && now && now.category !== was.category && needsCase(was.category)) {
    found.push({
      verdict: { kind: "recovered", from: was.category }, rule: `superseded.${was.category}`,
      because: `${EXCEPTIONS[now.category].label} has taken the place of ${EXCEPTIONS[was.category].label.toLowerCase()}: one parcel, one problem.`, evidence: [now.scanKey], otherwise: "It would have stayed open as long as nothing else was wrong.",
    });
  }
  if (endsSilence(change)) {
    found.push({
      verdict: { kind: "recovered", from: "no_movement" }, rule: "recovered.no_movement",
      because: "The parcel was scanned again after its silence.", evidence, otherwise: "Without this scan the case would stay open.",
    });
  }
  return found;
};

const silence = ({ after }: Change, policy: Policy, now: Instant, catchingUp: Instant | null): Reasoned[] => {
  const quiet = quietOf(after, policy, catchingUp);
  if (!quiet || now < quiet.until || after.silentSince === quiet.since) return [];
  const hoursQuiet = Math.floor((now - quiet.since) / HOUR);
  const labelOnly = after.timeline.acceptedAt === null;
  return [{
    verdict: { kind: "silence", stage: labelOnly ? "label" : "in_transit", since: quiet.since, expectedBy: quiet.until },
    rule: labelOnly ? "silence.label_not_scanned" : "silence.no_scan",
    because: labelOnly
      ? `A label exists, but the carrier has not scanned the parcel for ${hoursQuiet} hours.`
      : `No scan for ${hoursQuiet} hours; one was expected within ${Math.round(policy.silenceAfter / HOUR)}.`,
    evidence: after.timeline.scans.slice(-1).map((scan) => scan.key),
    otherwise: `A scan before ${new Date(quiet.until).toISOString()} would have kept it quiet.`,
  }];
};

const progress = ({ judged, after, news }: Change): Reasoned[] => {
  const { milestone } = after.timeline;
  if (milestone === "unknown" || judged.milestone === milestone) return [];
  return [{
    verdict: { kind: "progress", milestone }, rule: `progress.${milestone}`,
    because: `The parcel reached "${milestone.replaceAll("_", " ")}".`, evidence: news.slice(-1).map((scan) => scan.key),
    otherwise: "A scan of the same milestone would have been noise.",
  }];
};

const noise = ({ news, estimateBefore, estimateAfter }: Change): Reasoned[] => {
  if (news.length === 0) return [];
  const moved = movedNoticeably(estimateBefore, estimateAfter);
  return [{
    verdict: { kind: "noise" }, rule: "noise.no_change",
    because: moved ? "No milestone changed and nobody has to act; the date was refreshed." : "The date did not move, no milestone changed and nobody has to act.",
    evidence: news.map((scan) => scan.key),
    otherwise: "A new milestone, an exception or a date that moves by a day would have been news.",
  }];
};

/**
 * What a change to one parcel means. Empty only when nothing was said and nothing fell silent. An app that is catching up
 * (until `catchingUp`) decides about neither trouble nor silence: what it heard last may be over.
 */
export const decide = (change: Change, policy: Policy, now: Instant, catchingUp: Instant | null): readonly Decision[] => {
  const trouble = catchingUp === null ? newException(change) : [];
  const telling = [...trouble, ...recovery(change), ...silence(change, policy, now, catchingUp), ...progress(change)];
  const spoken = telling.length > 0 ? telling : noise(change);
  return spoken.map((one) => ({ shipmentId: change.after.id, at: now, ...one }));
};
