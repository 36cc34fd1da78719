/** What became of each case a page wanted changed. */
export type CaseOutcome = { readonly id: string; readonly outcome: "changed" | "unchanged" | "refused"; readonly because: string };

/** What the server answers a page of cases. `kind`: of the wish. */
export type CaseAnswer =
  | { readonly intent: "change"; readonly kind: string; readonly results: readonly CaseOutcome[] }
  | { readonly intent: "message"; readonly outcome: "queued" }
  | { readonly intent: "message"; readonly outcome: "refused"; readonly because: string };

/** What a page asks of cases; hours are from now. */
export type CaseAsk =
  | { readonly kind: "assign"; readonly memberId: string | null; readonly team: string | null } | { readonly kind: "take" } | { readonly kind: "status"; readonly status: "open" | "in_progress" | "waiting" }
  | { readonly kind: "note"; readonly text: string } | { readonly kind: "step"; readonly step: string; readonly done: boolean } | { readonly kind: "due" | "snooze"; readonly hours: number }
  | { readonly kind: "reopen"; readonly because: string } | { readonly kind: "resolve"; readonly resolution: string } | { readonly kind: "merge"; readonly into: string };

const DONE: Readonly<Record<string, string>> = {
  assign: "given", take: "taken", status: "changed", note: "noted", step: "updated", due: "moved", snooze: "put off", reopen: "opened again", resolve: "resolved", merge: "merged",
};

/** The results in one line: "Case resolved", "3 cases resolved, 1 left as it was". */
export const wordResults = (kind: string, results: readonly CaseOutcome[]): string => {
  const changed = results.filter((one) => one.outcome === "changed").length;
  const other = results.length - changed;
  const done = DONE[kind] ?? "changed";
  if (results.length === 1) return changed === 1 ? `Case ${done}` : (results[0]?.because ?? "Nothing changed");
  return [changed === 0 ? "No case changed" : `${changed} ${changed === 1 ? "case" : "cases"} ${done}`, other === 0 ? null : `${other} left as ${other === 1 ? "it was" : "they were"}`].filter(Boolean).join(", ");
};
