import type { CaseEventKind } from "../domain/workflows/cases/case-event.ts";
import type { CaseSettings } from "../domain/workflows/cases/case-settings.ts";
import type { Playbook } from "../domain/workflows/cases/playbook.ts";
import type { CaseCategory } from "../domain/workflows/case.ts";
import type { CaseRow, EffectRow } from "./admin-views.ts";

export type { CasePage, CaseRow } from "./admin-views.ts";

export const CASE_TABS = ["open", "mine", "unassigned", "waiting", "overdue", "resolved"] as const;
/** One tab of the list of cases. */
export type CaseTab = (typeof CASE_TABS)[number];

/** Which cases. `mine`: who asks; null: somebody the team does not know. Null filters take everything. */
export type CaseQuery = {
  readonly tab: CaseTab; readonly mine: string | null; readonly now: number; // milliseconds since 1970, for what is overdue
  readonly category: CaseCategory | null; readonly team: string | null; readonly owner: string | null; readonly severity: 0 | 1 | 2 | null; readonly search: string;
};

/** How many cases each tab holds, and how those resolved within 30 days went. Hours of the clock; null where nothing was resolved. */
export type CaseSummary = {
  readonly counts: Readonly<Record<Exclude<CaseTab, "resolved">, number>>;
  readonly resolved: number; readonly medianHours: number | null; readonly withinDue: number | null; // share, 0 to 1
  readonly score: number | null; readonly scores: number; // shoppers' feedback, 1 to 5: mean, and of how many
};

/** One line of a case's story. */
export type StoryLine = { readonly key: string; readonly at: string; readonly by: string; readonly kind: CaseEventKind; readonly text: string; readonly step: { readonly text: string; readonly done: boolean } | null; readonly movedTo: string | null };

/** A case with all that was written down about it. */
export type CaseRecord = {
  readonly row: CaseRow; readonly escalations: number; readonly reopened: number; readonly mergedInto: string | null; readonly incidentId: string | null; readonly movedAt: string;
  readonly story: readonly StoryLine[]; // newest first
  readonly mails: readonly EffectRow[]; // to the shopper, newest first: sent, waiting, or why not
  readonly feedback: { readonly score: number; readonly words: string | null; readonly at: string } | null;
  readonly related: readonly CaseRow[]; // other unresolved cases of the order or the incident
};

/** What the page of a case shows. */
export type CaseDetail = CaseRecord & {
  readonly playbook: Playbook & { readonly done: readonly string[] }; readonly people: CaseSettings["members"]; readonly me: string | null;
  readonly label: string; readonly merchantDoes: string | null; readonly mayMessage: boolean; readonly mayReopen: boolean;
};

/** What became of each of several cases. */
export type CaseResults = { readonly outcome: "done"; readonly results: readonly { readonly id: string; readonly outcome: "changed" | "unchanged" | "refused"; readonly because: string }[] } | { readonly outcome: "invalid"; readonly because: string };

/** The team page. */
export type TeamView = { readonly cases: CaseSettings; readonly userId: string | null };
/** One playbook as the editor shows it. */
export type PlaybookView = { readonly category: CaseCategory; readonly label: string; readonly playbook: Playbook; readonly own: boolean };
