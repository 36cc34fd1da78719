import { assertNever } from "../../shared/brand.ts";
import type { MemberId } from "../../shared/ids.ts";
import { days, iso, since, type Instant } from "../../shared/time.ts";
import { resolve, type Case, type CaseStatus, type Resolver } from "../case.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import { MOVES, STATUS_WORDS } from "./case-moves.ts";
import type { CaseSettings } from "./case-settings.ts";

/** What somebody wants done with a case. */
export type CaseWish =
  | { readonly kind: "assign"; readonly memberId: MemberId | null; readonly team: string | null } // both null: nobody's
  | { readonly kind: "take"; readonly memberId: MemberId | null } // null: somebody the team does not know
  | { readonly kind: "status"; readonly status: Exclude<CaseStatus, "resolved"> }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "step"; readonly step: string; readonly done: boolean } // of the playbook
  | { readonly kind: "due"; readonly dueAt: Instant }
  | { readonly kind: "snooze"; readonly until: Instant } // nobody here can do more until then
  | { readonly kind: "reopen"; readonly because: string }
  | { readonly kind: "resolve"; readonly resolution: string; readonly as: Resolver };

/** Who wants it, when, and what makes saying it twice one line of the story. */
export type CaseAuthor = { readonly by: string; readonly at: Instant; readonly key: string; readonly settings: CaseSettings };

/** What became of a wish. `unchanged`: it is so already. `refused`: it cannot be, and why. */
export type CaseChanged =
  | { readonly outcome: "changed"; readonly case: Case; readonly events: readonly CaseEvent[] }
  | { readonly outcome: "unchanged"; readonly because: string }
  | { readonly outcome: "refused"; readonly because: string };

/** A resolved case can be opened again for so long; afterwards what happens is new trouble. The product's own figure, 2026-11. */
export const REOPEN_WITHIN = days(14);
/** Words of a note or a resolution; a case is no archive of correspondence. */
export const LONGEST_WORDS = 2_000;
/** A due time lies at most so far ahead. */
export const LATEST_DUE = days(60);

const refused = (because: string): CaseChanged => ({ outcome: "refused", because });
const unchanged = (because: string): CaseChanged => ({ outcome: "unchanged", because });

const told = (one: Case, { by, at, key }: CaseAuthor, kind: CaseEventKind, text: string, body?: CaseEvent["body"]): CaseEvent => ({ caseId: one.id, key: `${kind}:${key}`, at, by, kind, text, ...(body === undefined ? {} : { body }) });

const changed = (one: Case, part: Partial<Case>, author: CaseAuthor, kind: CaseEventKind, text: string, body?: CaseEvent["body"]): CaseChanged => ({
  outcome: "changed", case: { ...one, ...part, movedAt: author.at }, events: [told(one, author, kind, text, body)],
});

/** Does to one case what somebody wants, if it can be done. */
export const changeCase = (one: Case, wish: CaseWish, author: CaseAuthor): CaseChanged => {
  if (one.status === "resolved" && wish.kind !== "reopen" && wish.kind !== "note" && wish.kind !== "resolve") return refused("The case is resolved. Open it again to work on it.");
  switch (wish.kind) {
    case "assign": return assign(one, wish, author);
    case "take": return take(one, wish.memberId, author);
    case "status": return toStatus(one, wish.status, author);
    case "note": return words(wish.text, (text) => changed(one, {}, author, "note", text));
    case "step": return words(wish.step, (step) => changed(one, {}, author, "note", wish.done ? `Done: ${step}` : `Not done after all: ${step}`, { step, done: wish.done }));
    case "due": return toDue(one, wish.dueAt, author);
    case "snooze": return snooze(one, wish.until, author);
    case "reopen": return reopen(one, wish.because, author);
    case "resolve": return words(wish.resolution, (resolution) => {
      const result = resolve(one, { by: wish.as, resolution, at: author.at });
      return result.outcome === "already_resolved" ? unchanged("The case was resolved already.") : { outcome: "changed", case: result.case, events: [resolvedEvent(result.case, author.by)] };
    });
    default: return assertNever(wish);
  }
};

/** Half a surrogate pair or nothing at all is no text. */
const words = (given: string, then: (text: string) => CaseChanged): CaseChanged => {
  const text = given.replaceAll("\0", "").trim();
  if (text === "") return refused("Write a few words.");
  return text.length > LONGEST_WORDS ? refused(`No more than ${LONGEST_WORDS} characters.`) : then(text);
};

const assign = (one: Case, { memberId, team }: Extract<CaseWish, { kind: "assign" }>, author: CaseAuthor): CaseChanged => {
  const { members } = author.settings;
  const member = members.find(({ id }) => id === memberId) ?? null;
  if (memberId !== null && member === null) return refused("This person is not of the team any more.");
  if (team !== null && member === null && !members.some((each) => each.team === team)) return refused("There is no such team.");
  const toTeam = member?.team ?? team;
  if (one.ownerId === memberId && one.team === toTeam) return unchanged("It is so already.");
  return changed(one, { ownerId: memberId, team: toTeam }, author, "assigned", member !== null ? `Given to ${member.name}.` : toTeam !== null ? `Given to the team ${toTeam}.` : "Nobody owns it any more.");
};

const take = (one: Case, memberId: MemberId | null, author: CaseAuthor): CaseChanged => {
  const member = author.settings.members.find(({ id }) => id === memberId);
  if (member === undefined) return refused("Say who you are on the team page first.");
  if (one.ownerId === memberId && one.status === "in_progress") return unchanged("You are working on it already.");
  return changed(one, { ownerId: memberId, team: member.team, status: "in_progress" }, author, "assigned", `${member.name} works on it.`);
};

const toStatus = (one: Case, status: Exclude<CaseStatus, "resolved">, author: CaseAuthor): CaseChanged => {
  if (one.status === status) return unchanged(`The case is ${STATUS_WORDS[status]} already.`);
  return MOVES[one.status].includes(status) ? changed(one, { status }, author, "status", `Now ${STATUS_WORDS[status]}; it was ${STATUS_WORDS[one.status]}.`) : refused(`What is ${STATUS_WORDS[one.status]} cannot become ${STATUS_WORDS[status]}.`);
};

const ahead = (at: Instant, now: Instant): string | null => (at <= now ? "Choose a time that is still to come." : since(now, at) > LATEST_DUE ? "Choose a time within the next 60 days." : null);

const toDue = (one: Case, dueAt: Instant, author: CaseAuthor): CaseChanged => {
  const wrong = ahead(dueAt, author.at);
  if (wrong !== null) return refused(wrong);
  return dueAt === one.dueAt ? unchanged("It is due then already.") : changed(one, { dueAt }, author, "due_moved", "The due time was moved.", { from: iso(one.dueAt), to: iso(dueAt) });
};

const snooze = (one: Case, until: Instant, author: CaseAuthor): CaseChanged => {
  const wrong = ahead(until, author.at);
  if (wrong !== null) return refused(wrong);
  return one.status === "waiting" && one.dueAt === until ? unchanged("It waits until then already.") : changed(one, { status: "waiting", dueAt: until }, author, "due_moved", "Waiting; nobody here can do more before the new due time.", { from: iso(one.dueAt), to: iso(until) });
};

const reopen = (one: Case, because: string, author: CaseAuthor): CaseChanged => {
  if (one.resolvedAt === null) return unchanged("The case is open.");
  if (since(one.resolvedAt, author.at) > REOPEN_WITHIN) return refused("It was resolved more than 14 days ago. What happens now is new trouble.");
  return words(because, (text) => {
    const again = openAgain(one, author.at, author.settings);
    return { outcome: "changed", case: again, events: [{ caseId: one.id, key: `reopened:${again.reopened}`, at: author.at, by: author.by, kind: "reopened", text }] };
  });
};

/** The same case, open once more: due anew, everything that was said about its end taken back. */
export const openAgain = (one: Case, at: Instant, settings: Pick<CaseSettings, "dueHours">): Case => ({
  ...one, status: "open", reopened: one.reopened + 1, escalations: 0, mergedInto: null, movedAt: at, dueAt: dueAfter(one.severity, at, settings), resolvedAt: null, resolution: null, resolvedBy: null,
});

/** Until when somebody should have dealt with trouble so bad. */
export const dueAfter = (severity: Case["severity"], at: Instant, { dueHours }: Pick<CaseSettings, "dueHours">): Instant => (at + (severity === 2 ? dueHours.critical : dueHours.warning) * 3_600_000) as Instant;

/** The line that ends a case's story, until it is opened again. */
export const resolvedEvent = (one: Case, by: string): CaseEvent => ({
  caseId: one.id, key: `resolved:${one.reopened}`, at: one.resolvedAt ?? one.movedAt, by, kind: "resolved", text: one.resolution ?? "Resolved.",
});
