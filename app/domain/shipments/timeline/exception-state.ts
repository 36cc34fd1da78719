import { whereaboutsOf, type Whereabouts } from "../../carriers/geography/whereabouts.ts";
import type { Instant } from "../../shared/time.ts";
import { EXCEPTIONS, isVague, needsCase, type ExceptionCategory } from "../exception.ts";
import type { Finding } from "../finding.ts";
import type { Milestone } from "../milestone.ts";
import type { Happening } from "./happening.ts";
import type { ExceptionStage, TimelineContext } from "./timeline-event.ts";

/** What is wrong now, since when, and where in its life the parcel was when it began. */
export type ExceptionState = { readonly category: ExceptionCategory; readonly reason: string | null; readonly since: Instant; readonly scanKey: string; readonly stage: ExceptionStage };

/** What was known of the parcel when trouble came. */
export type Before = { readonly milestone: Milestone; readonly hasPossession: boolean; readonly nearDoor: boolean; readonly exception: ExceptionState | null };

/** Trouble that only the last mile knows. */
const AT_THE_DOOR: ReadonlySet<ExceptionCategory> = new Set<ExceptionCategory>(["attempt_failed", "pickup_waiting", "unclaimed"]);
const LAST_MILE: ReadonlySet<Milestone> = new Set<Milestone>(["out_for_delivery", "ready_for_pickup"]);

/** Reads the destination of a context once. */
export const destinationOf = ({ destination }: TimelineContext): Whereabouts => whereaboutsOf(destination, null);

/** Whether a scan was made in the town or the post code the parcel goes to. */
export const isAtDestination = ({ where }: Happening, destination: Whereabouts): boolean =>
  (where.zip !== null && where.zip === destination.zip)
  || (where.city !== null && destination.city !== null && where.city === destination.city && (where.country === null || destination.country === null || where.country === destination.country) && (where.region === null || destination.region === null || where.region === destination.region));

const stageOf = (before: Before, event: Happening, context: TimelineContext): ExceptionStage => {
  const { milestone, exception, at } = event;
  if (LAST_MILE.has(before.milestone) || LAST_MILE.has(milestone) || before.nearDoor || (exception !== null && AT_THE_DOOR.has(exception))) return "last_mile";
  if (before.hasPossession || (milestone !== "unknown" && milestone !== "label_created" && milestone !== "cancelled")) return "transit";
  const isSent = context.sentAt !== null && at >= context.sentAt;
  if (before.milestone === "label_created" || milestone === "label_created") return context.sentAt === null || isSent ? "pickup" : "packing";
  return isSent ? "pickup" : "processing";
};

/** How much a category says: whether somebody must act, then how bad it is. */
const gravity = (category: ExceptionCategory): number => (needsCase(category) ? 10 : 0) + EXCEPTIONS[category].severity;

/** Words that say only that something is wrong, or what follows from it. */
const saysNoCause = (category: ExceptionCategory): boolean => isVague(category) || category === "delayed";

const RETURNS: ReadonlySet<Milestone> = new Set<Milestone>(["returning", "returned", "undeliverable"]);

/**
 * The trouble after one more event, of which `milestone` is the outcome. An exception lasts until a clean scan; the same one reported again keeps its first
 * time, and neither a word that says only that something is wrong nor trouble that needs nobody displaces what needs somebody. Two events of one moment are often one in different detail: there the graver word stands, whichever of them is read first.
 */
export const exceptionAfter = (before: Before, event: Happening, milestone: Milestone, context: TimelineContext): ExceptionState | null => {
  const { exception: known } = before;
  const ofThisMoment = known !== null && known.since === event.at;
  if (milestone === "delivered") return null;
  if (event.exception === null) return ofThisMoment || RETURNS.has(milestone) ? known : null;
  if (known?.category === event.exception) return { ...known, reason: event.reason ?? known.reason };
  if (known !== null && (ofThisMoment || saysNoCause(event.exception) || (needsCase(known.category) && !needsCase(event.exception))) && gravity(known.category) >= gravity(event.exception)) return known;
  return { category: event.exception, reason: event.reason, since: event.at, scanKey: event.told[0]?.scan.key ?? "", stage: stageOf(before, event, context) };
};

/**
 * What is wrong with a parcel that counts as delivered: the shopper has not got it, or the carrier left it in another region or country than its address. One
 * trouble, not two: where both are known, the place explains why nobody has it. Null: nobody doubts that it arrived.
 */
export const exceptionOfDelivery = (delivery: Happening, dispute: Happening | null, elsewhere: Finding | null): ExceptionState | null => {
  const of = (category: ExceptionCategory, { at, told }: Happening, reason: string | null): ExceptionState => ({ category, reason, since: at, scanKey: told[0]?.scan.key ?? "", stage: "last_mile" });
  if (elsewhere?.weight === "contradiction") return of("delivered_elsewhere", delivery, dispute === null ? null : "not_received");
  return dispute === null ? null : of("not_received", dispute, null);
};
