import { alignClocks } from "./timeline/align-clocks.ts";
import { byText, distinctScans } from "./timeline/distinct-scans.ts";
import type { Instant } from "../shared/time.ts";
import { customsStayOf, type CustomsStay } from "./timeline/customs-stay.ts";
import { proofOf } from "./timeline/delivery-proof.ts";
import { destinationOf, exceptionOfDelivery, type ExceptionState } from "./timeline/exception-state.ts";
import { findDetours } from "./timeline/find-detour.ts";
import { findElsewhere } from "./timeline/find-elsewhere.ts";
import { findHandovers } from "./timeline/find-handover.ts";
import { findMissedScans } from "./timeline/find-missed-scans.ts";
import { findWithdrawn } from "./timeline/find-withdrawn.ts";
import { foldEvents } from "./timeline/fold-events.ts";
import type { Happening } from "./timeline/happening.ts";
import { joinTellings } from "./timeline/join-tellings.ts";
import { judgeClocks } from "./timeline/judge-clocks.ts";
import { judgeEnds } from "./timeline/judge-ends.ts";
import { judgeReuse } from "./timeline/judge-reuse.ts";
import { judgeSpeed } from "./timeline/judge-speed.ts";
import { statementOf } from "./timeline/statement.ts";
import { NO_CONTEXT, type TimelineContext, type TimelineEvent } from "./timeline/timeline-event.ts";
import type { Finding } from "./finding.ts";
import type { Milestone } from "./milestone.ts";
import type { Proof, Scan } from "./scan.ts";

export { NO_CONTEXT, type ExceptionStage, type Standing, type TimelineContext, type TimelineEvent } from "./timeline/timeline-event.ts";

/** What a set of scans adds up to. */
export type Timeline = {
  readonly scans: readonly Scan[]; // every statement once, oldest first
  readonly events: readonly TimelineEvent[]; // the same, with tellings of one event joined and judged, oldest first
  readonly milestone: Milestone;
  readonly exception: ExceptionState | null;
  readonly lastScanAt: Instant | null; // the newest believed statement of a carrier
  readonly acceptedAt: Instant | null; // first possession by the carrier
  readonly deliveredAt: Instant | null;
  readonly carrierEta: Instant | null;
  readonly customs: CustomsStay | null; // the newest stay; until null: still there
  readonly proof: Proof | null; // of the delivery
  readonly findings: readonly Finding[]; // oldest first
};

export const EMPTY_TIMELINE: Timeline = {
  scans: [], events: [], milestone: "unknown", exception: null, lastScanAt: null, acceptedAt: null, deliveredAt: null, carrierEta: null, customs: null, proof: null, findings: [],
};

const eventOf = ({ at, milestone, exception, reason, place, told, standing, because }: Happening): TimelineEvent =>
  ({ at, milestone, exception, reason, place, told: told.map(({ scan }) => scan), standing, because });

const findingsInOrder = (a: Finding, b: Finding): number => a.at - b.at || byText(a.kind, b.kind) || byText(a.evidence.join(), b.evidence.join());

/**
 * Folds a set of scans, in whatever order and however often they arrived, to one timeline: joins what several sources tell of one event, rejects what cannot
 * be, settles the milestone, and says what it noticed. The same set and context always give the same timeline.
 */
export const timelineOf = (scans: readonly Scan[], context: TimelineContext = NO_CONTEXT): Timeline => {
  if (scans.length === 0) return EMPTY_TIMELINE;
  const ordered = distinctScans(scans);
  const destination = destinationOf(context);
  const findings: Finding[] = [];
  const statements = alignClocks(ordered.map((scan) => statementOf(scan, destination.country)), findings);
  const events = joinTellings(statements);

  judgeClocks(events, findings);
  judgeReuse(events, context, findings);
  judgeEnds(events, findings);
  judgeSpeed(events, findings);
  const { delivery, dispute, ...folded } = foldEvents(events, context, destination, findings);

  const believed = events.filter((one) => one.standing === "believed" && one.telling && one.byCarrier);
  findWithdrawn(events, statements, findings);
  findMissedScans(believed, findings);
  findDetours(believed, destination, context.carrier, findings);
  findElsewhere(delivery, destination, context.destination, findings);
  findHandovers(believed, context, findings);

  return {
    ...folded, exception: delivery === null ? folded.exception : exceptionOfDelivery(delivery, dispute, findings.find((one) => one.kind === "delivered_elsewhere") ?? null),
    scans: ordered, events: events.map(eventOf), deliveredAt: delivery?.at ?? null,
    customs: customsStayOf(events), proof: proofOf(delivery, events), findings: findings.sort(findingsInOrder),
  };
};
