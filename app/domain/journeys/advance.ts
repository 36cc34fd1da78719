import { isNothing } from "../decisions/concluded.ts";
import { decide, type Change, type Weighing } from "../decisions/decide.ts";
import { decideRest, leavesBy } from "../decisions/decide-rest.ts";
import type { Decision } from "../decisions/decision.ts";
import { reassuredAt } from "../decisions/find-silence.ts";
import { concludesAt } from "../decisions/look-again.ts";
import type { Policy } from "../decisions/policy.ts";
import { quietOf } from "../decisions/silences/quiet.ts";
import { trustDebt } from "../decisions/trust-debt.ts";
import { sameEstimate, type Estimate, type EstimateModel } from "../estimates/estimate.ts";
import type { Scan } from "../shipments/scan.ts";
import { judgedOf, numbersOf, UNJUDGED, type Shipment } from "../shipments/shipment.ts";
import type { OrderId, ShipmentId } from "../shared/ids.ts";
import { addDays, startOfDay } from "../shared/calendar.ts";
import { days, earliest, hours, latest, plus, since, type Instant } from "../shared/time.ts";
import type { SilenceModel } from "../decisions/silence-model.ts";
import type { Incident } from "../decisions/incident.ts";
import type { Act } from "../workflows/acts/act.ts";
import type { Case } from "../workflows/case.ts";
import type { CaseEvent } from "../workflows/cases/case-event.ts";
import type { Explained } from "../workflows/rules/explain-rule.ts";
import type { ShadowRun } from "../workflows/rules/shadow-run.ts";
import { NO_PAST, type OrderPast } from "../workflows/rules/situation.ts";
import type { WorkSettings } from "../workflows/work-settings.ts";
import type { PlannedIntent } from "../workflows/intent.ts";
import { plan, type Mode } from "../workflows/plan.ts";
import type { Fact } from "./fact.ts";
import { chanceOfParcelMissing, chanceOfRestMissing, dateOfParcel, dateOfRest, restAskedAgainAt } from "./dates.ts";
import { concludedOf, promisedOf, unshippedId, type Journey } from "./journey.ts";
import { learnAll } from "./learn.ts";

/** What an advance depends on besides the journey and the facts. `catchingUp`: until when an app that was away only listens; null: it was there. `listeningFrom`: when it had last caught up. */
export type Circumstances = {
  readonly policy: Policy; readonly work: WorkSettings; readonly model: EstimateModel; readonly silences: SilenceModel; readonly incidents: readonly Incident[]; // those that have not ended
  readonly now: Instant; readonly mode: Mode; readonly catchingUp: Instant | null; readonly listeningFrom?: Instant | null;
  readonly pasts?: ReadonlyMap<OrderId, OrderPast>; // read where the shop has rules
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
  readonly explained: readonly Explained[]; // of every rule that listened to this; for trials, nobody stores it
  readonly intents: readonly PlannedIntent[];
  readonly timers: readonly { readonly shipmentId: ShipmentId; readonly dueAt: Instant | null }[]; // when to look again; null: never
};

/** facts → timeline → estimate → decision → intents, for one order. Without facts it asks what the mere passing of time means. */
export const advance = (journey: Journey, facts: readonly Fact[], circumstances: Circumstances): Step => advanceKnown(journey, learnAll(journey, facts), circumstances, facts.length > 0);

/** The same where what the facts add up to is known already: `learned` is the journey with them. `isTold`: whether there were any. */
export const advanceKnown = (journey: Journey, learned: Journey, circumstances: Circumstances, isTold: boolean): Step => {
  const restId = unshippedId(journey.orderId);
  const rest = dateOfRest(journey, learned, circumstances);
  const dates = learned.shipments.map((shipment) => [shipment.id, dateOfParcel(journey, learned, shipment, circumstances)] as const);
  const present = rest === null ? dates : [...dates, [restId, rest] as const];
  const estimates = recordOf(journey.estimates, present);
  const isPromised = present.every(([id]) => id in learned.promised);
  const known: Journey = { ...learned, estimates, promised: isPromised ? learned.promised : { ...estimates, ...learned.promised } };
  const changes = known.shipments.map((shipment) => changeOf(journey, known, shipment));
  const judged = changes.map((change) => judge(change, known, circumstances));
  const waiting = judgeRest(journey, known, rest, circumstances);
  const all = waiting === null ? judged : [...judged, waiting];
  const restBefore = journey.estimates[restId] ?? null;

  return {
    before: journey,
    after: {
      ...known,
      shipments: judged.map((one) => one.shipment),
      concluded: recordOf(journey.concluded, all.flatMap((one) => (isNothing(one.concluded) ? [] : [[one.timer.shipmentId, one.concluded] as const]))),
      openCases: stillOpen(known.openCases, all),
      endedCases: [...known.endedCases.filter((one) => !all.some(({ opened }) => opened.some(({ id }) => id === one.id))), ...all.flatMap((one) => one.resolved)],
    },
    estimates: [
      ...changes.filter(differs).map((change) => ({ shipmentId: change.after.id, estimate: change.estimateAfter, model: versionOf(change.estimateAfter, circumstances) })),
      ...(rest === null || sameEstimate(restBefore, rest) ? [] : [{ shipmentId: restId, estimate: rest, model: versionOf(rest, circumstances) }]),
    ],
    decisions: all.flatMap((one) => one.decisions),
    opened: all.flatMap((one) => one.opened),
    resolved: all.flatMap((one) => one.resolved),
    events: all.flatMap((one) => one.events), acts: all.flatMap((one) => one.acts), shadow: all.flatMap((one) => one.shadow), explained: all.flatMap((one) => one.explained),
    intents: [...all.flatMap((one) => one.intents), ...changes.flatMap((change) => published(change, circumstances)), ...missing(known, circumstances)],
    // Asked by the clock, also where nothing waits and nothing did: a backlog wakes all that Shopify counts as waiting, and a timer nobody takes away is due for ever.
    timers: [...judged.map((one) => one.timer), ...(rest === null && restBefore === null && isTold ? [] : [{ shipmentId: restId, dueAt: waiting?.timer.dueAt ?? null }])],
  };
};

/** A record of these entries; the former one where it holds just that. Most looks change nothing, and a record under new names costs the engine more than all else here. */
const recordOf = <T>(former: Readonly<Record<ShipmentId, T>>, entries: readonly (readonly [ShipmentId, T])[]): Readonly<Record<ShipmentId, T>> => {
  let names = 0;
  for (const _name in former) names += 1;
  return names === entries.length && entries.every(([id, one]) => former[id] === one) ? former : Object.fromEntries(entries);
};

/** `kept`: the parcel's own former date, of which the record holds only what differs. */
type ParcelChange = Change & { readonly numbersBefore: readonly string[]; readonly kept: Estimate | null };

const changeOf = (before: Journey, known: Journey, after: Shipment): ParcelChange => {
  const was = before.shipments.find((one) => one.id === after.id) ?? null;
  const kept = before.estimates[after.id] ?? null;
  return {
    judged: was?.judged ?? UNJUDGED, numbersBefore: was ? numbersOf(was) : [], silentBefore: was?.silentSince ?? null, after, kept,
    news: newsOf(was, after), estimateBefore: kept ?? before.estimates[unshippedId(before.orderId)] ?? null,
    estimateAfter: known.estimates[after.id] ?? { kind: "none", because: "No date was asked for." }, promised: promisedOf(known, after.id), concluded: concludedOf(before, after.id),
  };
};

const newsOf = (was: Shipment | null, { timeline }: Shipment): readonly Scan[] => {
  if (was === null) return timeline.scans;
  if (was.timeline === timeline) return [];
  const heard = new Set<string>();
  for (const { key } of was.timeline.scans) heard.add(key);
  return timeline.scans.filter(({ key }) => !heard.has(key));
};

/** The model that gave an answer: one kept from before was given by an older. */
const versionOf = (estimate: Estimate, { model }: Circumstances): string => (estimate.kind === "window" ? estimate.model : undefined) ?? model.version;

/** Where the merchant wants it, Shopify's own pages learn of a date that moved. They show one day, the last. */
const published = ({ after, kept, estimateAfter }: ParcelChange, { policy, mode, now }: Circumstances): PlannedIntent[] => {
  const wanted = policy.promise.publishToShopify && mode === "live" && !after.cancelled && after.timeline.deliveredAt === null;
  const [from, last] = [kept, estimateAfter].map((one) => (one?.kind === "window" ? one.latest : null));
  // A date can move twice at one moment: each move is told under a key of its own.
  return wanted && last != null && from !== last ? [{ key: `${after.id}:estimate:${now}:${from ?? "none"}.${last}`, intent: { kind: "publish_estimate", shipmentId: after.id, orderId: after.orderId, last } }] : [];
};

/** An import states where things stand; it does not relive how they came about. */
const told = (decisions: readonly Decision[], { mode }: Circumstances): readonly Decision[] => (mode === "history" ? decisions.filter(({ verdict }) => verdict.kind === "exception" || verdict.kind === "silence") : decisions);

const judge = (change: ParcelChange, known: Journey, circumstances: Circumstances) => {
  const { policy, work, now, mode, catchingUp, incidents, listeningFrom = null } = circumstances;
  const destination = known.order?.destination ?? null;
  const quiet = quietOf(change.after, circumstances.silences, { destination, location: known.order?.locationId ?? null, listeningFrom: catchingUp });
  const debt = trustDebt(change.after, destination, known.lateBefore);
  const weighing: Weighing = { policy, now, catchingUp, quiet, destination, debt, chanceOfMissing: chanceOfParcelMissing(known, change, circumstances) };
  const { decisions, concluded } = decide(change, weighing);
  const planned = plan(decisions, { subject: { shop: known.shop, id: change.after.id, orderId: known.orderId, shipment: change.after }, order: known.order, openCases: known.openCases, endedCases: known.endedCases, policy, work, incidents, now, mode, listeningFrom, promised: change.promised, past: circumstances.pasts?.get(known.orderId) ?? NO_PAST });
  const silent = decisions.find((one) => one.verdict.kind === "silence")?.verdict;
  const judged = judgedOf(change.after.timeline);
  const postponed = catchingUp !== null && judged.exception !== null;
  const shipment = { ...change.after, judged: postponed ? { ...judged, exception: change.judged.exception } : judged, silentSince: silent?.kind === "silence" ? silent.since : change.after.silentSince };
  const falls = quiet && shipment.silentSince !== quiet.since ? quiet.until : null;
  const early = concluded.reassured === quiet?.since ? null : reassuredAt(quiet, debt);
  const dueAt = postponed ? catchingUp : soonest(falls, quiet && movesOnAt(change.estimateAfter, quiet.since, circumstances), catchingUp === null ? concludesAt(change.after, weighing) : catchingUp, early !== null && early > now ? early : null);
  const register = mode === "live" && !shipment.cancelled ? numbersOf(shipment).filter((number) => !change.numbersBefore.includes(number)).map((number): PlannedIntent => (
    { key: `${shipment.id}:track:${number}`, intent: { kind: "register_tracker", shipmentId: shipment.id, orderId: shipment.orderId, number } })) : [];
  return { shipment, concluded, ...planned, decisions: told(decisions, circumstances), intents: [...planned.intents, ...register], timer: { shipmentId: shipment.id, dueAt } };
};

/** What has not left, and what no longer waits. Null for an order nobody has told of: there is nothing to send. */
const judgeRest = (before: Journey, known: Journey, rest: Estimate | null, circumstances: Circumstances) => {
  const { order, orderId } = known;
  const id = unshippedId(orderId);
  if (order === null) return null;
  const { policy, work, now, mode, catchingUp, incidents, silences, listeningFrom = null } = circumstances;
  const change = { id, order, estimateBefore: before.estimates[id] ?? null, estimateAfter: rest, promised: known.promised[id] ?? null, concluded: concludedOf(before, id) };
  const { decisions, concluded } = decideRest(change, { policy, now, catchingUp, silences, chanceOfMissing: chanceOfRestMissing(known, rest, circumstances) });
  const planned = plan(decisions, { subject: { shop: known.shop, id, orderId, shipment: null }, order, openCases: known.openCases, endedCases: known.endedCases, policy, work, incidents, now, mode, listeningFrom, promised: change.promised, past: circumstances.pasts?.get(orderId) ?? NO_PAST });
  const asked = restAskedAgainAt(known, rest, circumstances);
  const falls = asked === null || concluded.notShipped !== null ? null : leavesBy(change, silences, policy, catchingUp).until;
  return { concluded, ...planned, decisions: told(decisions, circumstances), timer: { shipmentId: id, dueAt: soonest(asked, falls !== null && falls > now ? falls : null) } };
};

/** The first of several moments; null where there is none. */
const soonest = (...moments: readonly (Instant | null)[]): Instant | null => moments.reduce<Instant | null>((so, one) => (so === null || one === null ? (so ?? one) : earliest(so, one)), null);

/** Nobody looks at the date of a parcel any more that was not heard of for this long. */
const DATES_MOVE_ON_FOR = days(30);

/** When a date has passed without the parcel and must move on, told or not: the day after its last. Never at once, whatever the clocks do at midnight. */
const movesOnAt = (estimate: Estimate, quietSince: Instant, { policy, now }: Circumstances): Instant | null =>
  estimate.kind === "none" || since(quietSince, now) > DATES_MOVE_ON_FOR ? null : latest(startOfDay(addDays(estimate.latest, 1), policy.rules.zone), plus(now, hours(1)));

const stillOpen = (before: readonly Case[], judged: readonly { opened: readonly Case[]; resolved: readonly Case[] }[]): readonly Case[] => {
  const closed = new Set(judged.flatMap((one) => one.resolved).map((one) => one.id));
  const present = new Map([...before, ...judged.flatMap((one) => one.opened)].map((one) => [one.id, one]));
  return [...present.values()].filter((one) => !closed.has(one.id));
};

const differs = ({ kept, estimateAfter }: ParcelChange): boolean => !sameEstimate(kept, estimateAfter);

/** A parcel whose order was never told: ask for it. The answer comes back as a message like any other. */
const missing = (known: Journey, { mode }: Circumstances): PlannedIntent[] =>
  mode === "live" && known.order === null ? [{ key: `order:${known.orderId}:fetch`, intent: { kind: "fetch_order", orderId: known.orderId } }] : [];
