import type { CaseStatus } from "../case.ts";

/** Where a case can go from where it is. From `resolved` only by being opened again. */
export const MOVES: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  open: ["in_progress", "waiting", "resolved"],
  in_progress: ["open", "waiting", "resolved"],
  waiting: ["open", "in_progress", "resolved"],
  resolved: ["open"],
};

/** Every status, the first being where a case begins. */
export const CASE_STATUSES = ["open", "in_progress", "waiting", "resolved"] as const satisfies readonly CaseStatus[];

/** A status within a sentence. */
export const STATUS_WORDS: Readonly<Record<CaseStatus, string>> = { open: "open", in_progress: "in progress", waiting: "waiting", resolved: "resolved" };
