import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";

/** How far a status says the parcel is, and what is wrong with it. */
export type StatusMeaning = { readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null };
/** A vendor's codes by their exact spelling. */
export type StatusTable = Readonly<Record<string, StatusMeaning>>;

/** One row of a code table. */
export const means = (milestone: Milestone, exception: ExceptionCategory | null = null, reason: string | null = null): StatusMeaning => ({ milestone, exception, reason });

/** What a code nobody has mapped means: it is counted and shown, never guessed. */
export const UNKNOWN: StatusMeaning = means("unknown");

/** The row of a code, or null when the table has none. Names of Object's own properties are no codes. */
export const rowOf = (table: StatusTable, code: string | null): StatusMeaning | null => (code !== null && Object.hasOwn(table, code) ? (table[code] ?? null) : null);

/**
 * A coarse status and a finer detail read together. The status decides how far the parcel is where it is definite, the detail
 * where it is `vague`; the detail names the trouble when there is any. Null when neither is known.
 */
export const combined = (coarse: StatusMeaning | null, fine: StatusMeaning | null, vague: boolean): StatusMeaning | null => {
  if (coarse === null || fine === null) return fine ?? coarse;
  const milestone = vague ? fine.milestone : coarse.milestone;
  const trouble = fine.exception === null && milestone === coarse.milestone ? coarse : fine;
  return { milestone, exception: trouble.exception, reason: fine.reason ?? trouble.reason };
};
