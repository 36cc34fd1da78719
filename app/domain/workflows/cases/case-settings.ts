import type { MemberId } from "../../shared/ids.ts";
import type { CaseCategory } from "../case.ts";

/** Who gets which cases. The first that fits counts; without one, the team of all. Empty lists fit everything. Countries: ISO 3166-1 alpha-2 of the destination. */
export type AssignmentRule = { readonly categories: readonly CaseCategory[]; readonly countries: readonly string[]; readonly carriers: readonly string[]; readonly team: string };
/** Somebody who works on cases. `slackId`: to be named in messages there. `userId`: Shopify's number of the staff member, once they said who they are. */
export type Member = {
  readonly id: MemberId; readonly name: string; readonly email: string | null; readonly slackId: string | null; readonly team: string; readonly away: boolean; readonly userId?: string | null;
};
/** How cases are worked on. Hours are of the clock. */
export type CaseSettings = {
  readonly members: readonly Member[];
  readonly assignment: readonly AssignmentRule[];
  readonly dueHours: { readonly critical: number; readonly warning: number };
  /** A case nobody moved for so long after it was due is passed on. */
  readonly escalateAfterHours: number;
  readonly escalateTo: string | null; // a team; null: its own, louder
};

/** Until a merchant decides otherwise. The product's own figures, 2026-11. */
export const DEFAULT_CASES: CaseSettings = { members: [], assignment: [], dueHours: { critical: 8, warning: 24 }, escalateAfterHours: 8, escalateTo: null };

/** Who somebody is in the records: their name where they are of the team, else Shopify's number of the staff member, so that two people are never one. */
export const authorOf = (settings: CaseSettings, userId: string | null): string => {
  const member = memberOf(settings, userId);
  if (member !== null) return `merchant:${member.name}`;
  return userId === null ? "merchant" : `merchant:Staff ${userId}`;
};

/** The member a signed-in staff member of Shopify is; null until they said so. */
export const memberOf = ({ members }: CaseSettings, userId: string | null): Member | null => (userId === null ? null : (members.find((one) => one.userId === userId) ?? null));
