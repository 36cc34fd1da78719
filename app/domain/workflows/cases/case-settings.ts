import type { MemberId } from "../../shared/ids.ts";
import type { CaseCategory } from "../case.ts";

/** Who gets which cases. The first that fits counts; without one, the team of all. */
export type AssignmentRule = { readonly categories: readonly CaseCategory[]; readonly countries: readonly string[]; readonly carriers: readonly string[]; readonly team: string };
/** Somebody who works on cases. `slackId`: to be named in messages there. */
export type Member = { readonly id: MemberId; readonly name: string; readonly email: string | null; readonly slackId: string | null; readonly team: string; readonly away: boolean };
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
