import type { CaseId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";

/** What can happen to a case. `told_shopper`: a message went out; `told_out`: Flow, an endpoint, chat or a helpdesk heard of it. `claim`: of what is claimed from the carrier; `ship_by`: of the ship-by clock. */
export type CaseEventKind =
  | "opened" | "assigned" | "status" | "note" | "act" | "told_shopper" | "told_out" | "escalated" | "reopened" | "merged" | "due_moved" | "resolved" | "feedback" | "claim" | "asked_carrier" | "ship_by";

/** One line of a case's story. Never changed. `key` makes telling it twice one row. */
export type CaseEvent = {
  readonly caseId: CaseId; readonly key: string; readonly at: Instant;
  readonly by: string; // `merchant:<name>`, `rule:<id>`, `flow:<run>`, `slack:<user>`, `shopper`, `carrier` or `hither`
  readonly kind: CaseEventKind; readonly text: string; readonly body?: Readonly<Record<string, unknown>>;
};
