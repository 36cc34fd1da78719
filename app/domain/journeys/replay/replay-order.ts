import type { Decision } from "../../decisions/decision.ts";
import type { OrderId, ShipmentId } from "../../shared/ids.ts";
import { hours, plus, type Instant } from "../../shared/time.ts";
import type { Act } from "../../workflows/acts/act.ts";
import type { Case } from "../../workflows/case.ts";
import type { Explained } from "../../workflows/rules/explain-rule.ts";
import type { ShadowRun } from "../../workflows/rules/shadow-run.ts";
import { advanceKnown, type Circumstances, type Step } from "../advance.ts";
import { emptyJourney, type Journey } from "../journey.ts";
import { momentsOf, type Moment } from "./moments.ts";
import type { PastOrder } from "./past-order.ts";
import { recordedDates, recordedOf, type Recorded } from "./recorded-dates.ts";
import type { ReplaySide, ReplaySides } from "./replay-side.ts";
import { explainedApart } from "./united-sides.ts";

/** A message a shopper would have been sent. */
export type ReplayMessage = { readonly key: string; readonly at: Instant; readonly shipmentId: ShipmentId; readonly template: string };

/** Everything one order led to under one side's settings. */
export type OrderPlayed = {
  readonly decisions: readonly Decision[]; readonly cases: readonly Case[]; readonly acts: readonly Act[]; readonly messages: readonly ReplayMessage[]; readonly runs: readonly ShadowRun[]; readonly explained: readonly Explained[];
};

/** Looks by the clock one order gets at most; more would be a timer that sets itself. */
const MOST_LOOKS = 400;

/** What both sides know is the timeline; what each decided of it stays its own. */
const knownTo = (journey: Journey, { order, steps, shipments }: Moment["known"]): Journey => {
  const own = new Map(journey.shipments.map((one) => [one.id, one]));
  return { ...journey, order, steps, shipments: shipments.map((one) => { const mine = own.get(one.id); return mine === undefined ? one : { ...mine, timeline: one.timeline, cancelled: one.cancelled }; }) };
};

const playSide = (recorded: Recorded, moments: readonly Moment[], { policy, work, silences, dates }: ReplaySide, until: Instant, length: "whole" | "until a rule fires" = "whole"): OrderPlayed => {
  const { past } = recorded;
  const model = recordedDates(recorded, dates);
  const [decisions, explained, runs]: [Decision[], Explained[], ShadowRun[]] = [[], [], []];
  const [cases, acts, messages] = [new Map<string, Case>(), new Map<string, Act>(), new Map<string, ReplayMessage>()];
  const timers = new Map<ShipmentId, Instant>();
  let isOver = false;
  let journey: Journey = emptyJourney(past.shop, past.orderId);

  const take = (step: Step, now: Instant): void => {
    journey = step.after;
    decisions.push(...step.decisions);
    runs.push(...step.shadow);
    for (const one of step.opened) if (!cases.has(one.id)) cases.set(one.id, one);
    for (const act of step.acts) if (!acts.has(act.id)) acts.set(act.id, act);
    for (const { key, intent } of step.intents) if (intent.kind === "email_shopper" && !messages.has(key)) messages.set(key, { key, at: now, shipmentId: intent.shipmentId, template: intent.template });
    for (const { shipmentId, dueAt } of step.timers) if (dueAt === null) timers.delete(shipmentId); else timers.set(shipmentId, dueAt);
    explained.push(...step.explained);
    if (length !== "whole" && step.explained.some(({ fired }) => fired)) isOver = true;
  };
  const circumstances = (now: Instant): Circumstances => ({ policy, work, model, silences, incidents: [], now, mode: "live", catchingUp: null, pasts: new Map<OrderId, PastOrder["past"]>([[past.orderId, past.past]]) });

  let looks = 0;
  const lookUntil = (end: Instant): void => {
    for (;;) {
      const due = [...timers].reduce<readonly [ShipmentId, Instant] | null>((so, one) => (so === null || one[1] < so[1] ? one : so), null);
      if (isOver || due === null || due[1] >= end || looks >= MOST_LOOKS) return;
      looks += 1;
      timers.delete(due[0]);
      take(advanceKnown(journey, journey, circumstances(due[1]), false), due[1]);
      const again = timers.get(due[0]);
      if (again !== undefined && again <= due[1]) timers.set(due[0], plus(due[1], hours(1)));
    }
  };

  for (const moment of moments) {
    lookUntil(moment.at);
    if (isOver) break;
    take(advanceKnown(journey, knownTo(journey, moment.known), circumstances(moment.at), true), moment.at);
  }
  lookUntil(until);
  return { decisions, cases: [...cases.values()], acts: [...acts.values()], messages: [...messages.values()], runs, explained };
};

/** Plays one order's past under each side's settings, with the product's own functions. Nothing outside is asked: the same past gives the same answer. */
export const replayOrder = (past: PastOrder, sides: readonly ReplaySide[], until: Instant): { readonly moments: readonly Moment[]; readonly played: readonly OrderPlayed[] } => {
  const moments = momentsOf(past, until);
  const recorded = recordedOf(past, moments);
  return { moments, played: sides.map((side) => playSide(recorded, moments, side, until)) };
};

/** The same for the settings of before and after. `united`: both in one; where no rule of either fires it stands for both, else each is played by itself. */
export const replayBoth = (past: PastOrder, sides: ReplaySides, united: ReplaySide | null, until: Instant): { readonly moments: readonly Moment[]; readonly played: readonly [OrderPlayed, OrderPlayed] } => {
  const moments = momentsOf(past, until);
  const recorded = recordedOf(past, moments);
  const both = united === null ? null : playSide(recorded, moments, united, until, "until a rule fires");
  if (both === null || both.explained.some(({ fired }) => fired)) return { moments, played: [playSide(recorded, moments, sides[0], until), playSide(recorded, moments, sides[1], until)] };
  const [before, after] = explainedApart(both.explained);
  return { moments, played: [{ ...both, explained: before }, { ...both, explained: after }] };
};
