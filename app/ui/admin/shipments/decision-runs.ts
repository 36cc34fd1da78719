import type { DecisionRow } from "#app/contracts/admin-views.ts";

/** Decisions that stand together on the page: one that did something, or a run of those that did nothing. */
export type DecisionRun = { readonly kind: "told"; readonly row: DecisionRow } | { readonly kind: "nothing"; readonly rows: readonly DecisionRow[] };

/** Newest first, with decisions to do nothing folded between those that did something. */
export const decisionRuns = (rows: readonly DecisionRow[]): readonly DecisionRun[] =>
  rows.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).reduce<readonly DecisionRun[]>((runs, row) => {
    if (row.kind !== "noise") return [...runs, { kind: "told", row }];
    const last = runs.at(-1);
    return last?.kind === "nothing" ? [...runs.slice(0, -1), { kind: "nothing", rows: [...last.rows, row] }] : [...runs, { kind: "nothing", rows: [row] }];
  }, []);
