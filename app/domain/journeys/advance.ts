import { decide, type Change } from "../decisions/decide.ts";
import type { Decision } from "../decisions/decision.ts";
import type { Policy } from "../decisions/policy.ts";
import { quietOf } from "../decisions/silence.ts";
import { sameEstimate, type Estimate, type EstimateModel } from "../estimates/estimate.ts";
import { judgedOf, numbersOf, UNJUDGED, type Shipment } from "../shipments/shipment.ts";
import type { ShipmentId } from "../shared/ids.ts";
import { addDays, startOfDay } from "../shared/calendar.ts";
import { days, earliest, hours, latest, plus, since, type Instant } from "../shared/time.ts";
import type { SilenceModel } from "../decisions/silence-model.ts";
import type { Incident } from "../decisions/incident.ts";
import type { Act } from "../workflows/acts/act.ts";
import type { Case } from "../workflows/case.ts";
import type { CaseEvent } from "../workflows/cases/case-event.ts";
import type { ShadowRun } from "../workflows/rules/shadow-run.ts";
import type { WorkSettings } from "../workflows/work-settings.ts";
import type { PlannedIntent } from "../workflows/intent.ts";
import { plan, type Mode } from "../workflows/plan.ts";
import type { Fact } from "./fact.ts";
import { dateOfParcel, dateOfRest, restAskedAgainAt } from "./dates.ts";
import { unshippedId, type Journey } from "./journey.ts";
import { learnAll } from "./learn.ts";

/** What an advance depends on besides the journey and the facts. `catchingUp`: until when an app that was away only listens; null: it was there. */
export type Circumstances = {
  readonly policy: Policy; readonly work: WorkSettings; readonly model: EstimateModel; readonly silences: SilenceModel; readonly incidents: readonly Incident[]; // those that have not ended
  readonly now: Instant; readonly mode: Mode; readonly catchingUp: Instant | null;
};

/** What one advance adds to the record: the new state and everything that follows from it. */
export type Step = {
  readonly before: Journey;
  readonly after: Journey;
  readonly estimates: readonly { readonly shipmentId: ShipmentId; readonly estimate: Estimate; readonly model: string }[]; // only those that changed
  readonly decisions: readonly Decision[];
  readonly opened: readonly Case[];
  readonly resolved: readonly Case[];
  readonly events: readonly CaseEvent[];
  readonly acts: readonly Act[]; // asked for by rules
  readonly shadow: readonly ShadowRun[];
  readonly intents: readonly PlannedIntent[];
  readonly timers: readonly { readonly shipmentId: ShipmentId; readonly dueAt: Instant | null }[]; // when to look again; null: never
};

/** facts → timeline → estimate → decision → intents, for one order. Without facts it asks what the mere passing of time means. */
export const advance = (journey: Journey, facts: readonly Fact[], circumstances: Circumstances): Step => {
  const known = learnAll(journey, facts);
  const changes = known.shipments.map((shipment) => estimated(journey, known, shipment, circumstances));
  const judged = changes.map((change) => judge(change, known, circumstances));
  const rest = dateOfRest(journey, known, circumstances);
  const restId = unshippedId(journey.orderId);
  const restBefore = journey.estimates[restId] ?? null;

  return {
    before: journey,
    after: {
      ...known,
      shipments: judged.map((one) => one.shipment),
      estimates: Object.fromEntries([...changes.map((change) => [change.after.id, change.estimateAfter] as const), ...(rest === null ? [] : [[restId, rest] as const])]),
      openCases: stillOpen(known.openCases, judged),
    },
    estimates: [
      ...changes.filter(differs).map((change) => ({ shipmentId: change.after.id, estimate: change.estimateAfter, model: versionOf(change.estimateAfter, circumstances) })),
      ...(rest === null || sameEstimate(restBefore, rest) ? [] : [{ shipmentId: restId, estimate: rest, model: versionOf(rest, circumstances) }]),
    ],
    decisions: judged.flatMap((one) => one.decisions),
    opened: judged.flatMap((one) => one.opened),
    resolved: judged.flatMap((one) => one.resolved),
    events: judged.flatMap((one) => one.events), acts: judged.flatMap((one) => one.acts), shadow: judged.flatMap((one) => one.shadow),
    intents: [...judged.flatMap((one) => one.intents), ...changes.flatMap((change) => published(change, circumstances)), ...missing(known, circumstances)],
    // Asked by the clock, also where nothing waits and nothing did: a backlog wakes all that Shopify counts as waiting, and a timer nobody takes away is due for ever.
    timers: [...judged.map((one) => one.timer), ...(rest === null && restBefore === null && facts.length > 0 ? [] : [{ shipmentId: restId, dueAt: restAskedAgainAt(known, rest, circumstances) }])],
  };
};

const estimated = (before: Journey, known: Journey, after: Shipment, circumstances: Circumstances): Change & { readonly numbersBefore: readonly string[] } => {
  const was = before.shipments.find((one) => one.id === after.id) ?? null;
  const heard = new Set(was?.timeline.scans.map((scan) => scan.key));
  return {
    judged: was?.judged ?? UNJUDGED, numbersBefore: was ? numbersOf(was) : [], silentBefore: was?.silentSince ?? null, after,
    news: after.timeline.scans.filter((scan) => !heard.has(scan.key)), estimateBefore: before.estimates[after.id] ?? null, estimateAfter: dateOfParcel(before, known, after, circumstances),
  };
};

/** The model that gave an answer: one kept from before was given by an older. */
const versionOf = (estimate: Estimate, { model }: Circumstances): string => (estimate.kind === "window" ? estimate.model : undefined) ?? model.version;

/** Where the merchant wants it, Shopify's own pages learn of a date that moved. They show one day, the last. */
const published = ({ after, estimateBefore, estimateAfter }: Change, { policy, mode, now }: Circumstances): PlannedIntent[] => {
  const wanted = policy.promise.publishToShopify && mode === "live" && !after.cancelled && after.timeline.deliveredAt === null;
  const moved = estimateAfter.kind === "window" && !(estimateBefore?.kind === "window" && estimateBefore.latest === estimateAfter.latest);
  return wanted && moved ? [{ key: `${after.id}:estimate:${now}`, intent: { kind: "publish_estimate", shipmentId: after.id, orderId: after.orderId } }] : [];
};

const judge = (change: Change & { readonly numbersBefore: readonly string[] }, known: Journey, circumstances: Circumstances) => {
  const { policy, work, now, mode, catchingUp } = circumstances;
  const decisions = decide(change, policy, now, catchingUp);
  const planned = plan(decisions, { shipment: change.after, order: known.order, openCases: known.openCases, policy, work, now, mode });
  const silent = decisions.find((one) => one.verdict.kind === "silence")?.verdict;
  const quiet = quietOf(change.after, policy, catchingUp);
  const judged = judgedOf(change.after.timeline);
  const postponed = catchingUp !== null && judged.exception !== null;
  const shipment = { ...change.after, judged: postponed ? { ...judged, exception: change.judged.exception } : judged, silentSince: silent?.kind === "silence" ? silent.since : change.after.silentSince };
  const falls = quiet && shipment.silentSince !== quiet.since ? quiet.until : null;
  const dueAt = postponed ? catchingUp : soonest(falls, quiet && movesOnAt(change.estimateAfter, quiet.since, circumstances));
  const register = mode === "live" && !shipment.cancelled ? numbersOf(shipment).filter((number) => !change.numbersBefore.includes(number)).map((number): PlannedIntent => (
    { key: `${shipment.id}:track:${number}`, intent: { kind: "register_tracker", shipmentId: shipment.id, orderId: shipment.orderId, number } })) : [];
  // An import states where things stand; it does not relive how they came about.
  const told = mode === "history" ? decisions.filter((one) => one.verdict.kind === "exception" || one.verdict.kind === "silence") : decisions;
  return { shipment, decisions: told, ...planned, intents: [...planned.intents, ...register], timer: { shipmentId: shipment.id, dueAt } };
};

const soonest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? (a ?? b) : earliest(a, b));

/** Nobody looks at the date of a parcel any more that was not heard of for this long. */
const DATES_MOVE_ON_FOR = days(30);

/** When a date has passed without the parcel and must move on, told or not: the day after its last. Never at once, whatever the clocks do at midnight. */
const movesOnAt = (estimate: Estimate, quietSince: Instant, { policy, now }: Circumstances): Instant | null =>
  estimate.kind === "none" || since(quietSince, now) > DATES_MOVE_ON_FOR ? null : latest(startOfDay(addDays(estimate.latest, 1), policy.rules.zone), plus(now, hours(1)));

const stillOpen = (before: readonly Case[], judged: readonly { opened: readonly Case[]; resolved: readonly Case[] }[]): readonly Case[] => {
  const closed = new Set(judged.flatMap((one) => one.resolved).map((one) => one.id));
  return [...before, ...judged.flatMap((one) => one.opened)].filter((one) => !closed.has(one.id));
};

const differs = ({ estimateBefore, estimateAfter }: Change): boolean => !sameEstimate(estimateBefore, estimateAfter);

/** A parcel whose order was never told: ask for it. The answer comes back as a message like any other. */
const missing = (known: Journey, { mode }: Circumstances): PlannedIntent[] =>
  mode === "live" && known.order === null ? [{ key: `order:${known.orderId}:fetch`, intent: { kind: "fetch_order", orderId: known.orderId } }] : [];
