import type { Decision, Verdict } from "../decisions/decision.ts";
import { partakes, sharedBy, type Incident } from "../decisions/incident.ts";
import type { Policy } from "../decisions/policy.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { Order } from "../orders/order.ts";
import { EXCEPTIONS, isVague, type ExceptionCategory } from "../shipments/exception.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { assertNever } from "../shared/brand.ts";
import type { OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import { latest, since, type Instant } from "../shared/time.ts";
import type { Act } from "./acts/act.ts";
import { caseId, isUnresolved, resolve, type Case } from "./case.ts";
import type { CaseEvent } from "./cases/case-event.ts";
import { dueAfter, openAgain, resolvedEvent } from "./cases/change-case.ts";
import { firstOfTrouble } from "./cases/first-of-trouble.ts";
import { openOrReopen, tellingKey } from "./cases/opened.ts";
import { ofCase, tellings, type Happening } from "./happening.ts";
import type { PlannedIntent } from "./intent.ts";
import type { ShadowRun } from "./rules/shadow-run.ts";
import { NO_PAST, type OrderPast } from "./rules/situation.ts";
import type { Explained } from "./rules/explain-rule.ts";
import { withRules } from "./rules/with-rules.ts";
import type { WorkSettings } from "./work-settings.ts";

/** `history`: facts of the past being imported; they may open cases, they never tell anybody anything. */
export type Mode = "live" | "history";

/** What follows from decisions: cases that begin, begin again or are better understood; cases that end; effects to carry out. */
export type Plan = {
  readonly opened: readonly Case[]; readonly resolved: readonly Case[]; readonly events: readonly CaseEvent[];
  readonly acts: readonly Act[]; readonly shadow: readonly ShadowRun[]; readonly intents: readonly PlannedIntent[];
  readonly explained: readonly Explained[]; // of every rule that listened; shown, never stored
};

/** Nothing follows. */
const NOTHING: Plan = { opened: [], resolved: [], events: [], acts: [], shadow: [], intents: [], explained: [] };

/** What decisions are about: a parcel, or what of an order has not left (`order.<id>`, without a shipment). */
export type Subject = { readonly shop: ShopId; readonly id: ShipmentId; readonly orderId: OrderId; readonly shipment: Shipment | null };

/** What a plan depends on besides the decisions. `openCases` and `endedCases`: of the whole order. */
export type Situation = {
  readonly subject: Subject; readonly order: Order | null; readonly openCases: readonly Case[]; readonly endedCases: readonly Case[];
  readonly policy: Policy; readonly work: WorkSettings; readonly incidents: readonly Incident[]; readonly now: Instant; readonly mode: Mode;
  readonly listeningFrom?: Instant | null; // when an app that was away had caught up; null: it was there
  readonly promised?: Estimate | null; readonly past?: OrderPast; // what rules ask besides: the first date shown, and what came before this order
};

/** A plan while decisions are taken one after the other: each sees the cases as the one before left them. */
type Draft = { readonly cases: ReadonlyMap<string, Case>; readonly opened: readonly Case[]; readonly resolved: readonly Case[]; readonly events: readonly CaseEvent[]; readonly happenings: readonly Happening[]; readonly mails: readonly PlannedIntent[] };

type Trouble = { readonly category: ExceptionCategory; readonly began: Instant; readonly became: Instant; readonly mail: "delivery_problem" | "no_movement" | null };

const isNews = (became: Instant, { mode, policy, now }: Situation): boolean => mode === "live" && since(became, now) <= policy.newsFor;

/** The case of a trouble that nobody works on yet. */
const fresh = ({ category, began }: Trouble, because: string, { subject, work, now }: Situation): Case => {
  const { severity } = EXCEPTIONS[category];
  return {
    shop: subject.shop, id: caseId(subject.id, category, began), shipmentId: subject.id, orderId: subject.orderId, category, severity,
    incidentId: null, ownerId: null, team: null, movedAt: now, escalations: 0, reopened: 0, mergedInto: null,
    status: "open", because, openedAt: now, dueAt: dueAfter(severity, now, work.cases), resolvedAt: null, resolution: null, resolvedBy: null,
  };
};

/** Under the name of the trouble's first time, unless there was that case: what a person dealt with stays dealt with. */
const byFirstTime = (one: Case, { category, began }: Trouble, { cases }: Draft, { subject, endedCases }: Situation): Case => {
  const id = subject.shipment === null ? one.id : caseId(subject.id, category, firstOfTrouble(subject.shipment.timeline, category, began));
  return cases.has(id) || endedCases.some((ended) => ended.id === id) ? one : { ...one, id };
};

/** The open case of this subject, whatever it is about: one parcel, one problem. */
const openOf = ({ cases }: Draft, { subject }: Situation): Case | null => [...cases.values()].find((one) => one.shipmentId === subject.id && isUnresolved(one)) ?? null;

/** Whether a category says more about one and the same trouble than the other: silence and vague words say least. */
const saysMore = (now: ExceptionCategory, before: ExceptionCategory): boolean => {
  const detail = (one: ExceptionCategory): number => (one === "no_movement" ? 0 : isVague(one) ? 1 : 2) * 10 + EXCEPTIONS[one].severity;
  return detail(now) > detail(before);
};

const withCase = (draft: Draft, one: Case): Draft => ({ ...draft, cases: new Map(draft.cases).set(one.id, one), opened: [...draft.opened.filter(({ id }) => id !== one.id), one] });

/** `key`: of the life of the case, and of what is told of it when it is known better. */
const mail = (one: Case, key: string, { mail: template, became }: Trouble, situation: Situation): readonly PlannedIntent[] => {
  const { subject, order, policy } = situation;
  const may = template !== null && policy.emailShoppers && order !== null && order.cancelledAt === null && isNews(became, situation);
  return may ? [{ key: `${key}:email`, intent: { kind: "email_shopper", template, orderId: subject.orderId, shipmentId: subject.id, caseId: one.id } }] : [];
};

/**
 * A case for this trouble: a new one, the earlier one again, or the one that is open, which then knows more. Null: a person has dealt with this very trouble. Who works
 * on cases hears of every one, however long ago its trouble came: it is there. Shoppers hear only of news.
 */
const take = (draft: Draft, decision: Decision, trouble: Trouble, situation: Situation): { readonly draft: Draft; readonly case: Case | null } => {
  const { now, mode, work, endedCases } = situation;
  const open = openOf(draft, situation);
  if (open !== null) {
    const mark = `${trouble.category}.${Math.floor(trouble.began / 1_000).toString(36)}`;
    const noted = { ...draft, events: [...draft.events, { caseId: open.id, key: `known:${mark}`, at: now, by: "hither", kind: "note", text: decision.because } as const] };
    if (open.category === "incident" || !saysMore(trouble.category, open.category)) return { draft: noted, case: open };
    const { severity } = EXCEPTIONS[trouble.category];
    const due = dueAfter(severity, now, work.cases);
    const better: Case = { ...open, category: trouble.category, severity: severity > open.severity ? severity : open.severity, because: decision.because, dueAt: due < open.dueAt ? due : open.dueAt };
    return { draft: { ...withCase(noted, better), mails: [...draft.mails, ...mail(better, `${tellingKey(better)}:${trouble.category}`, trouble, situation)] }, case: better };
  }
  const made = fresh(trouble, decision.because, situation);
  const same = endedCases.find((one) => one.id === made.id);
  if (same !== undefined && same.resolvedBy !== "carrier") return { draft, case: null };
  const { case: one, event } = same === undefined ? openOrReopen(byFirstTime(made, trouble, draft, situation), endedCases, now, work.cases) : again(same, decision.because, situation);
  return {
    case: one,
    draft: {
      ...withCase(draft, one), events: [...draft.events, { ...event, ...(event.kind === "opened" ? { body: { severity: one.severity, quiet: mode === "history" } } : {}) }],
      happenings: [...draft.happenings, ofCase(one, "case.opened", now)], mails: [...draft.mails, ...mail(one, tellingKey(one), trouble, situation)],
    },
  };
};

const again = (same: Case, because: string, { now, work }: Situation): { readonly case: Case; readonly event: CaseEvent } => {
  const one = { ...openAgain(same, now, work.cases), because };
  return { case: one, event: { caseId: one.id, key: `reopened:${one.reopened}`, at: now, by: "hither", kind: "reopened", text: `The same trouble is back: ${because}` } };
};

const happens = (draft: Draft, news: Happening["news"], mark: string, became: Instant, about: Case | null, details: Happening["details"], { subject }: Situation): Draft => ({
  ...draft, happenings: [...draft.happenings, { news, key: `${subject.id}:${news}:${mark}`, became, orderId: subject.orderId, shipmentId: subject.shipment === null ? null : subject.id, case: about, details }],
});

const short = (at: Instant): string => Math.floor(at / 1_000).toString(36);

/** The incident a parcel that fell silent now is part of. */
const incidentOf = ({ subject: { shipment }, order, incidents }: Situation): Incident | null =>
  shipment === null ? null : (incidents.find((one) => one.kind === "silent" && partakes(one.sharing, sharedBy(shipment, order?.destination ?? null))) ?? null);

const onSilence = (draft: Draft, decision: Decision, verdict: Extract<Verdict, { kind: "silence" }>, situation: Situation): Draft => {
  const details = { stage: verdict.stage, hours: Math.floor((situation.now - verdict.since) / 3_600_000) };
  // Who was away does not know that nothing is said before listening again: what is still quiet then is news, however long it is.
  const became = latest(verdict.expectedBy, situation.listeningFrom ?? verdict.expectedBy);
  const incident = openOf(draft, situation) === null ? incidentOf(situation) : null;
  if (incident !== null) return happens(draft, "shipment.silent", short(verdict.since), became, null, { ...details, incident: incident.id }, situation);
  const waits = verdict.stage === "before_label";
  const { draft: taken, case: one } = take(draft, decision, {
    category: waits ? "not_shipped" : "no_movement", began: verdict.since, became, mail: verdict.stage === "returning" || verdict.repeats === true ? null : waits ? "delivery_problem" : "no_movement",
  }, situation);
  return one === null ? taken : happens(taken, "shipment.silent", short(verdict.since), became, one, details, situation);
};

const onException = (draft: Draft, decision: Decision, verdict: Extract<Verdict, { kind: "exception" }>, situation: Situation): Draft => {
  if (!verdict.needsCase) return draft;
  // What we conclude ourselves is for the merchant to judge first; the shopper has heard of the silence it is concluded from.
  const concluded = decision.rule.startsWith("concluded.");
  const became = concluded ? situation.now : verdict.since;
  const { draft: taken, case: one } = take(draft, decision, {
    category: verdict.category, began: verdict.since, became, mail: concluded ? (verdict.category === "no_movement" ? "no_movement" : null) : "delivery_problem",
  }, situation);
  return one === null ? taken : happens(taken, "shipment.exception", `${verdict.category}.${short(verdict.since)}`, became, one, { category: verdict.category, severity: verdict.severity ?? one.severity, deadline: verdict.deadline ?? null }, situation);
};

/** Ends cases that were open before this step. */
const close = (draft: Draft, which: (one: Case) => boolean, because: string, { subject, openCases, now }: Situation): Draft => {
  const ended = openCases.map((one) => draft.cases.get(one.id) ?? one).filter((one) => one.shipmentId === subject.id && isUnresolved(one) && which(one)).map((one) => resolve(one, { by: "carrier", resolution: because, at: now }).case);
  const cases = new Map(draft.cases);
  for (const one of ended) cases.set(one.id, one);
  return {
    ...draft, cases, opened: draft.opened.filter((one) => !ended.some(({ id }) => id === one.id)), resolved: [...draft.resolved, ...ended],
    events: [...draft.events, ...ended.map((one) => resolvedEvent(one, "carrier"))], happenings: [...draft.happenings, ...ended.map((one) => ofCase(one, "case.resolved", now))],
  };
};

const planOne = (draft: Draft, decision: Decision, situation: Situation): Draft => {
  const { verdict } = decision;
  const { now, subject } = situation;
  switch (verdict.kind) {
    case "noise":
    case "safe_again":
      return draft;
    case "reassure": {
      const may = subject.shipment !== null && situation.policy.emailShoppers && situation.order !== null && situation.order.cancelledAt === null && isNews(now, situation) && openOf(draft, situation) === null && incidentOf(situation) === null;
      return may ? { ...draft, mails: [...draft.mails, { key: `${subject.id}:reassure:${short(verdict.since)}`, intent: { kind: "reassure_shopper", orderId: subject.orderId, shipmentId: subject.id, since: verdict.since } }] } : draft;
    }
    case "date_moved":
      return happens(draft, "shipment.date_changed", `${verdict.to?.latest ?? "none"}.${short(now)}`, now, null, { from: verdict.from?.latest ?? null, to: verdict.to?.latest ?? null, days: verdict.days, because: decision.because }, situation);
    case "at_risk":
      return happens(draft, "shipment.at_risk", `${verdict.promised}.${short(now)}`, now, null, { probability: Math.round(verdict.probability * 100) / 100, promised: verdict.promised }, situation);
    case "exception": return onException(draft, decision, verdict, situation);
    case "silence": return onSilence(draft, decision, verdict, situation);
    case "recovered": return close(draft, (one) => one.category === verdict.from, decision.because, situation);
    case "progress": {
      const { milestone } = verdict;
      const at = subject.shipment?.timeline.deliveredAt ?? subject.shipment?.timeline.lastScanAt ?? now;
      const ended = milestone === "delivered" || milestone === "cancelled" ? close(draft, () => true, decision.because, situation) : draft;
      if (milestone === "delivered") return happens(ended, "shipment.delivered", short(at), at, null, {}, situation);
      return milestone === "returning" ? happens(ended, "shipment.returning", short(at), at, openOf(ended, situation), {}, situation) : ended;
    }
    default: return assertNever(verdict);
  }
};

/** What to do about what was decided: cases to open and close, and effects to carry out. Decisions are taken in their order: what ends stands before what begins. */
export const plan = (decisions: readonly Decision[], situation: Situation): Plan => {
  if (decisions.length === 0 && situation.subject.shipment?.cancelled !== true) return NOTHING;
  const begin: Draft = { cases: new Map(situation.openCases.map((one) => [one.id, one])), opened: [], resolved: [], events: [], happenings: [], mails: [] };
  const decided = decisions.reduce((so, decision) => planOne(so, decision, situation), begin);
  // A parcel the merchant took back has no trouble any more.
  const draft = situation.subject.shipment?.cancelled === true ? close(decided, () => true, "The shipment was cancelled.", situation) : decided;
  const told = situation.mode === "history" ? [] : draft.happenings.filter((one) => isNews(one.became, situation));
  const planned: Plan = { opened: draft.opened, resolved: once(draft.resolved, (one) => one.id), events: once(draft.events, (one) => `${one.caseId} ${one.key}`), acts: [], shadow: [], explained: [], intents: once([...draft.mails, ...told.flatMap(tellings)], (one) => one.key) };
  const { subject: { shop, shipment }, order, promised = null, past = NO_PAST, policy: { rules: { zone, workingDays } }, work, openCases, now } = situation;
  return withRules(planned, { shop, shipment, order, promised, past, zone, workingDays, work, now }, openCases);
};

/** Two verdicts of one step can ask for the same thing: a delivery both ends the problem and the journey. */
const once = <T>(all: readonly T[], by: (one: T) => string): readonly T[] => (all.length < 2 ? all : [...new Map(all.map((one) => [by(one), one])).values()]);
