import type { Policy } from "../../decisions/policy.ts";
import { addWorkingDays, dateIn, startOfDay, weekdayOf } from "../../shared/calendar.ts";
import { hours, plus, since, type Instant } from "../../shared/time.ts";
import { isUnresolved, type Case } from "../case.ts";
import type { PlannedIntent } from "../intent.ts";
import { assigned, nextOf, type CaseAbout, type Load } from "./assign.ts";
import type { CaseEvent } from "./case-event.ts";
import type { CaseSettings } from "./case-settings.ts";
import { openedEvent, tellingKey } from "./opened.ts";

/** What a case's story says about its present life, as far as watching needs it. */
export type CaseTrail = {
  readonly quiet: boolean; // of the imported past
  readonly toldAt: Instant | null; // when the shopper last heard of it
  readonly updates: number; // how often they were told that we are still on it
  readonly escalatedAt: Instant | null;
};

/** What watching depends on besides the case. */
export type Watching = { readonly settings: CaseSettings; readonly policy: Policy; readonly load: Load; readonly about: CaseAbout; readonly trail: CaseTrail; readonly now: Instant };

/** What follows from looking at a case. `lookAgainAt` null: never. */
export type Watched = { readonly case: Case; readonly events: readonly CaseEvent[]; readonly intents: readonly PlannedIntent[]; readonly lookAgainAt: Instant | null };

/** A shopper who was told of trouble hears again after so many working days without news, at most so often; afterwards more of the same would be noise. The product's own figures, 2026-11. */
const UPDATE_AFTER_WORKING_DAYS = 3;
const MOST_UPDATES = 3;
/** A case nobody ever moves stays in the list of what is overdue; whoever listens has heard it often enough by then. */
export const MOST_ESCALATIONS = 6;
/** A shopper is asked how it went when the solution has had time to arrive. */
export const FEEDBACK_AFTER = hours(48);
const MORNING = hours(10); // on the shop's wall, when no update wakes anybody

/** Looks at a case: gives it to somebody, passes it on when nobody moved it, keeps its shopper informed. Looking twice changes nothing more. */
export const watchCase = (one: Case, watching: Watching): Watched => {
  const opened = openedEvent(one, { quiet: watching.trail.quiet });
  if (!isUnresolved(one)) return { case: one, events: [opened], intents: ended(one, watching), lookAgainAt: null };
  const given = assigned(one, watching.settings, watching.load, watching.about, watching.now);
  const owned = given?.case ?? one;
  const passed = passedOn(owned, watching);
  const updateAt = nextUpdateAt(watching);
  const tellsNow = updateAt !== null && updateAt <= watching.now;
  return {
    case: passed?.case ?? owned,
    events: [opened, ...(given ? [given.event] : []), ...(passed ? [passed.event] : [])],
    intents: [...(passed ? overdue(passed.case, watching) : []), ...(tellsNow ? stillOnIt(one, watching) : [])],
    lookAgainAt: earliestOf([
      escalationAt(passed?.case ?? owned, passed ? { ...watching.trail, escalatedAt: watching.now } : watching.trail, watching.settings),
      tellsNow ? plus(watching.now, hours(24)) : updateAt, // what is said now is in the story once it went out
      owned.ownerId === null && watching.settings.members.length > 0 ? plus(watching.now, hours(1)) : null, // somebody may be back by then
    ]),
  };
};

const earliestOf = (moments: readonly (Instant | null)[]): Instant | null => moments.reduce((first, one) => (one === null || (first !== null && first <= one) ? first : one), null);

/** When it is passed on next: when it becomes overdue, or when nobody moved it for so long after it was moved or passed on last; null: often enough. */
export const escalationAt = (one: Pick<Case, "dueAt" | "movedAt" | "escalations">, { escalatedAt }: Pick<CaseTrail, "escalatedAt">, { escalateAfterHours }: Pick<CaseSettings, "escalateAfterHours">): Instant | null => {
  if (one.escalations >= MOST_ESCALATIONS) return null;
  const after = hours(escalateAfterHours);
  return Math.max(one.dueAt, one.movedAt > one.dueAt ? plus(one.movedAt, after) : 0, escalatedAt === null ? 0 : plus(escalatedAt, after)) as Instant;
};

const passedOn = (one: Case, { settings, trail, load, now }: Watching): { readonly case: Case; readonly event: CaseEvent } | null => {
  const due = escalationAt(one, trail, settings);
  if (due === null || due > now) return null;
  const owner = settings.members.find(({ id }) => id === one.ownerId) ?? null;
  const elsewhere = settings.escalateTo !== null && one.team !== settings.escalateTo;
  const to = elsewhere || owner === null || owner.away ? nextOf(settings.members, elsewhere ? settings.escalateTo : one.team, load) : owner;
  const escalations = one.escalations + 1;
  return {
    case: { ...one, escalations, ownerId: to?.id ?? one.ownerId, team: to?.team ?? (elsewhere ? settings.escalateTo : one.team) },
    event: {
      caseId: one.id, key: `escalated:${one.reopened}.${escalations}`, at: now, by: "hither", kind: "escalated", body: { times: escalations },
      text: `Overdue and nobody moved it${to === null ? "." : to.id === one.ownerId ? `; ${to.name} was reminded.` : `; passed on to ${to.name}.`}`,
    },
  };
};

const overdue = (one: Case, { trail }: Watching): readonly PlannedIntent[] => {
  if (trail.quiet) return [];
  const about = { news: "case.overdue", orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id, incidentId: one.incidentId, details: { times: one.escalations } } as const;
  const key = `${tellingKey(one)}:overdue:${one.escalations}`;
  return [
    { key: `${key}:flow`, intent: { kind: "trigger_flow", ...about } },
    { key: `${key}:webhook`, intent: { kind: "post_webhook", ...about } },
    { key: `${key}:chat`, intent: { kind: "post_slack", ...about } },
  ];
};

/** The morning of the working day on which a shopper who was told hears again; null: nobody waits, or they heard it often enough. */
const nextUpdateAt = ({ trail, policy }: Watching): Instant | null => {
  if (trail.toldAt === null || trail.updates >= MOST_UPDATES || !policy.emailShoppers) return null;
  const { zone, workingDays, closedDates } = policy.rules;
  const day = addWorkingDays(dateIn(trail.toldAt, zone), UPDATE_AFTER_WORKING_DAYS, (date) => workingDays.includes(weekdayOf(date)) && !closedDates.includes(date));
  return plus(startOfDay(day, zone), MORNING);
};

/** Only of one parcel, and only to somebody who was told: nobody learns of trouble by hearing that it is over. */
const mail = (one: Case, template: "still_on_it" | "case_resolved" | "feedback", key: string, notBefore?: Instant): readonly PlannedIntent[] =>
  one.orderId === null || one.shipmentId === null ? [] : [{ key: `${tellingKey(one)}:email:${key}`, intent: { kind: "email_shopper", template, orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id }, ...(notBefore === undefined ? {} : { notBefore }) }];

const stillOnIt = (one: Case, { trail }: Watching): readonly PlannedIntent[] => mail(one, "still_on_it", `still:${trail.updates + 1}`);

const ended = (one: Case, { trail, policy, now }: Watching): readonly PlannedIntent[] => {
  const { resolvedAt } = one;
  if (resolvedAt === null || one.mergedInto !== null || trail.toldAt === null || !policy.emailShoppers || since(resolvedAt, now) > policy.newsFor) return [];
  return [...mail(one, "case_resolved", "resolved"), ...mail(one, "feedback", "feedback", plus(resolvedAt, FEEDBACK_AFTER))];
};
