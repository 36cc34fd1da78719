import type { Decision } from "../../decisions/decision.ts";
import type { Policy } from "../../decisions/policy.ts";
import type { SilenceModel } from "../../decisions/silence-model.ts";
import type { EstimateModel } from "../../estimates/estimate.ts";
import type { OrderId, ShipmentId } from "../../shared/ids.ts";
import { hours, plus, type Instant } from "../../shared/time.ts";
import type { Act } from "../../workflows/acts/act.ts";
import type { Case } from "../../workflows/case.ts";
import { applyRules, tellingsOf } from "../../workflows/rules/apply-rules.ts";
import type { Explained } from "../../workflows/rules/explain-rule.ts";
import type { ShadowRun } from "../../workflows/rules/shadow-run.ts";
import type { WorkSettings } from "../../workflows/work-settings.ts";
import { advanceKnown, type Circumstances, type Step } from "../advance.ts";
import { emptyJourney, promisedOf, type Journey } from "../journey.ts";
import { momentsOf, type Moment } from "./moments.ts";
import type { PastOrder } from "./past-order.ts";
import { recordedDates } from "./recorded-dates.ts";

/** What is played: the settings of one side of the comparison. `dates`: the shop's model under them, asked for the risk to be late; null: no risk is seen. */
export type ReplaySide = { readonly policy: Policy; readonly work: WorkSettings; readonly silences: SilenceModel; readonly dates: EstimateModel | null };

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

const playSide = (past: PastOrder, moments: readonly Moment[], { policy, work, silences, dates }: ReplaySide, until: Instant): OrderPlayed => {
  const model = recordedDates(past, moments, dates);
  const [decisions, explained, runs]: [Decision[], Explained[], ShadowRun[]] = [[], [], []];
  const [cases, acts, messages] = [new Map<string, Case>(), new Map<string, Act>(), new Map<string, ReplayMessage>()];
  const timers = new Map<ShipmentId, Instant>();
  let journey: Journey = emptyJourney(past.shop, past.orderId);

  const take = (step: Step, now: Instant): void => {
    journey = step.after;
    decisions.push(...step.decisions);
    runs.push(...step.shadow);
    for (const one of step.opened) if (!cases.has(one.id)) cases.set(one.id, one);
    for (const act of step.acts) if (!acts.has(act.id)) acts.set(act.id, act);
    for (const { key, intent } of step.intents) if (intent.kind === "email_shopper" && !messages.has(key)) messages.set(key, { key, at: now, shipmentId: intent.shipmentId, template: intent.template });
    for (const { shipmentId, dueAt } of step.timers) if (dueAt === null) timers.delete(shipmentId); else timers.set(shipmentId, dueAt);
    if (work.rules.length > 0) explained.push(...explain(step, now));
  };
  const explain = (step: Step, now: Instant): readonly Explained[] => tellingsOf(step.intents).flatMap((telling) => applyRules([telling], {
    shop: past.shop, shipment: step.after.shipments.find((one) => one.id === telling.shipmentId) ?? null, order: step.after.order, promised: telling.shipmentId === null ? null : promisedOf(step.after, telling.shipmentId),
    cases: [...step.opened, ...step.resolved, ...step.after.openCases], past: past.past, zone: policy.rules.zone, workingDays: policy.rules.workingDays, work, now,
  }).explained);
  const circumstances = (now: Instant): Circumstances => ({ policy, work, model, silences, incidents: [], now, mode: "live", catchingUp: null, pasts: new Map<OrderId, PastOrder["past"]>([[past.orderId, past.past]]) });

  let looks = 0;
  const lookUntil = (end: Instant): void => {
    for (;;) {
      const due = [...timers].reduce<readonly [ShipmentId, Instant] | null>((so, one) => (so === null || one[1] < so[1] ? one : so), null);
      if (due === null || due[1] >= end || looks >= MOST_LOOKS) return;
      looks += 1;
      timers.delete(due[0]);
      take(advanceKnown(journey, journey, circumstances(due[1]), false), due[1]);
      const again = timers.get(due[0]);
      if (again !== undefined && again <= due[1]) timers.set(due[0], plus(due[1], hours(1)));
    }
  };

  for (const moment of moments) {
    lookUntil(moment.at);
    take(advanceKnown(journey, knownTo(journey, moment.known), circumstances(moment.at), true), moment.at);
  }
  lookUntil(until);
  return { decisions, cases: [...cases.values()], acts: [...acts.values()], messages: [...messages.values()], runs, explained };
};

/** Plays one order's past under each side's settings, with the product's own functions. Nothing outside is asked: the same past gives the same answer. */
export const replayOrder = (past: PastOrder, sides: readonly ReplaySide[], until: Instant): { readonly moments: readonly Moment[]; readonly played: readonly OrderPlayed[] } => {
  const moments = momentsOf(past, until);
  return { moments, played: sides.map((side) => playSide(past, moments, side, until)) };
};
