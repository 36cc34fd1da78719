import type { MemberId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "./case-event.ts";
import type { AssignmentRule, CaseSettings, Member } from "./case-settings.ts";

/** How many unresolved cases each member has. */
export type Load = ReadonlyMap<MemberId, number>;
/** What assignment rules ask about a case's parcel. `country`: ISO 3166-1 alpha-2 of the destination; `carrier`: as the merchant names it. */
export type CaseAbout = { readonly country: string | null; readonly carrier: string | null };

const fits = (rule: AssignmentRule, one: Pick<Case, "category">, { country, carrier }: CaseAbout): boolean =>
  (rule.categories.length === 0 || rule.categories.includes(one.category))
  && (rule.countries.length === 0 || rule.countries.some((each) => each.toLowerCase() === country?.toLowerCase()))
  && (rule.carriers.length === 0 || rule.carriers.some((each) => each.toLowerCase() === carrier?.toLowerCase()));

/** The team whose rule fits first; null: anybody. */
export const teamFor = ({ assignment }: Pick<CaseSettings, "assignment">, one: Pick<Case, "category">, about: CaseAbout): string | null => assignment.find((rule) => fits(rule, one, about))?.team ?? null;

/** Who has least to do of a team (null: of all) and is there; by name where several have as little. */
export const nextOf = (members: readonly Member[], team: string | null, load: Load): Member | null =>
  members
    .filter((one) => !one.away && (team === null || one.team === team))
    .toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))[0] ?? null;

/**
 * Gives a case nobody owns to the right person: the first rule that fits names the team, of which whoever has least gets it. Where
 * everybody is away the team stands alone; null when there is nothing to change.
 */
export const assigned = (one: Case, settings: CaseSettings, load: Load, about: CaseAbout, at: Instant): { readonly case: Case; readonly event: CaseEvent } | null => {
  if (one.ownerId !== null || one.status === "resolved" || settings.members.length === 0) return null;
  const team = one.team ?? teamFor(settings, one, about);
  const member = nextOf(settings.members, team, load);
  if (member === null && team === one.team) return null;
  const text = member !== null ? `Given to ${member.name} of the team ${member.team}.` : `Given to the team ${team ?? ""}; everybody of it is away.`;
  return {
    case: { ...one, ownerId: member?.id ?? null, team: member?.team ?? team },
    event: { caseId: one.id, key: `assigned:${one.reopened}.${one.escalations}.${member?.id ?? team ?? ""}`, at, by: "hither", kind: "assigned", text },
  };
};
