import { latest, type Instant } from "../shared/time.ts";
import { EXCEPTIONS, needsCase, type ExceptionCategory } from "./exception.ts";
import type { Finding } from "./finding.ts";
import { hasEnded, isWithCarrier, MILESTONES, type Milestone } from "./milestone.ts";
import type { Place, Proof, Scan } from "./scan.ts";

/** Where in its life a parcel was when trouble came: what shippers call the stage of an exception. */
export type ExceptionStage = "processing" | "packing" | "pickup" | "transit" | "last_mile";

/**
 * One thing that happened, told by one or more sources. `believed`: it counts. `trailing`: true but late, it moves nothing.
 * `rejected`: the timeline does not believe it, `because` says why. `withdrawn`: the carrier took it back.
 */
export type TimelineEvent = {
  readonly at: Instant; // of the statement that is most exact; never later than we heard of it
  readonly milestone: Milestone;
  readonly exception: ExceptionCategory | null;
  readonly reason: string | null;
  readonly place: Place | null; // the most detailed of what was told
  readonly told: readonly Scan[]; // at least one, the most telling first
  readonly standing: "believed" | "trailing" | "rejected" | "withdrawn";
  readonly because: string | null; // why it is not believed, in plain words
};

/** What a set of scans adds up to. */
export type Timeline = {
  readonly scans: readonly Scan[]; // every statement once, oldest first
  readonly events: readonly TimelineEvent[]; // the same, with tellings of one event joined and judged, oldest first
  readonly milestone: Milestone;
  readonly exception: { readonly category: ExceptionCategory; readonly reason: string | null; readonly since: Instant; readonly scanKey: string; readonly stage: ExceptionStage } | null;
  readonly lastScanAt: Instant | null; // the newest believed statement of a carrier
  readonly acceptedAt: Instant | null; // first possession by the carrier
  readonly deliveredAt: Instant | null;
  readonly carrierEta: Instant | null;
  readonly customs: { readonly since: Instant; readonly until: Instant | null; readonly country: string | null } | null; // the newest stay; until null: still there
  readonly proof: Proof | null; // of the delivery
  readonly findings: readonly Finding[]; // oldest first
};

/** What is known about a parcel besides its scans. Null and empty where it is not known. */
export type TimelineContext = {
  readonly orderedAt: Instant | null;
  readonly sentAt: Instant | null; // marked as fulfilled
  readonly destination: Place | null;
  readonly carrier: string | null; // as the merchant named it
};

/** Nothing is known besides the scans. */
export const NO_CONTEXT: TimelineContext = { orderedAt: null, sentAt: null, destination: null, carrier: null };

export const EMPTY_TIMELINE: Timeline = {
  scans: [], events: [], milestone: "unknown", exception: null, lastScanAt: null, acceptedAt: null, deliveredAt: null, carrierEta: null, customs: null, proof: null, findings: [],
};

const rank = (milestone: Milestone): number => MILESTONES.indexOf(milestone);

/** A total order, so that the same set always folds the same way: by time, then by progress, then by key. */
const inOrder = (a: Scan, b: Scan): number =>
  a.occurredAt - b.occurredAt || rank(a.milestone) - rank(b.milestone) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Two deliveries of one statement can differ in when they reached us; the earlier arrival is kept. */
const distinct = (scans: readonly Scan[]): Scan[] => {
  const byKey = new Map<string, Scan>();
  for (const scan of scans) {
    const known = byKey.get(scan.key);
    if (!known || scan.receivedAt < known.receivedAt) byKey.set(scan.key, scan);
  }
  return [...byKey.values()];
};

const step = (so: Timeline, scan: Scan): Timeline => {
  if (scan.milestone === "unknown" && !scan.exception) return { ...so, carrierEta: scan.carrierEta ?? so.carrierEta };
  const milestone = next(so.milestone, scan.milestone);
  return {
    ...so,
    milestone,
    exception: exceptionAfter(so, scan, milestone),
    lastScanAt: so.lastScanAt === null ? scan.occurredAt : latest(so.lastScanAt, scan.occurredAt),
    acceptedAt: so.acceptedAt ?? (isWithCarrier(scan.milestone) ? scan.occurredAt : null),
    deliveredAt: milestone === "delivered" ? (so.deliveredAt ?? scan.occurredAt) : null,
    carrierEta: scan.carrierEta ?? so.carrierEta,
  };
};

/** A delivered parcel stays delivered on routine scans that trail behind; only a return or a correction reopens it. */
const next = (from: Milestone, to: Milestone): Milestone => {
  if (to === "unknown") return from;
  if (from === "delivered") return to === "returning" || to === "returned" ? to : from;
  if (from === "returning" && (to === "accepted" || to === "in_transit" || to === "label_created")) return from;
  if (hasEnded(from) && !hasEnded(to) && to === "label_created") return from;
  if (to === "label_created" && isWithCarrier(from)) return from;
  return to;
};

/** How much a category says: whether somebody must act, then how bad it is. */
const gravity = (category: ExceptionCategory): number => (needsCase(category) ? 10 : 0) + EXCEPTIONS[category].severity;

/**
 * An exception lasts until a clean scan; the same one reported again keeps its first time. Two sources often tell of one
 * moment in different detail: there the graver word stands, whichever of them is read first.
 */
const exceptionAfter = (so: Timeline, scan: Scan, milestone: Milestone): Timeline["exception"] => {
  if (milestone === "delivered") return null;
  const ofThisMoment = so.exception !== null && so.exception.since === scan.occurredAt;
  if (!scan.exception) return ofThisMoment || milestone === "returning" || milestone === "returned" || milestone === "undeliverable" ? so.exception : null;
  if (so.exception?.category === scan.exception) return { ...so.exception, reason: scan.reason ?? so.exception.reason };
  if (so.exception !== null && ofThisMoment && gravity(so.exception.category) >= gravity(scan.exception)) return so.exception;
  return { category: scan.exception, reason: scan.reason, since: scan.occurredAt, scanKey: scan.key, stage: so.acceptedAt === null ? "pickup" : "transit" };
};

/** Folds a set of scans, in whatever order and however often they arrived, to one timeline. */
export const timelineOf = (scans: readonly Scan[], _context: TimelineContext = NO_CONTEXT): Timeline => {
  const ordered = distinct(scans).sort(inOrder);
  const events = ordered.map((scan): TimelineEvent => ({
    at: scan.occurredAt, milestone: scan.milestone, exception: scan.exception, reason: scan.reason, place: scan.place, told: [scan], standing: "believed", because: null,
  }));
  return { ...ordered.reduce(step, EMPTY_TIMELINE), scans: ordered, events };
};
