import { describe, expect, it } from "vitest";
import type { DecisionRow } from "#app/contracts/admin-views.ts";
import { decisionRuns } from "./decision-runs.ts";

const row = (minute: number, kind: string): DecisionRow =>
  ({ at: new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(), kind, rule: `${kind}.x`, because: "Because.", otherwise: "Otherwise.", ofOrder: false, evidence: [], furtherEvidence: 0, cameOf: [] });

describe("the log of decisions", () => {
  it("stands newest first and folds what did nothing, without losing any of it", () => {
    const runs = decisionRuns([row(1, "progress"), row(2, "noise"), row(3, "noise"), row(4, "silence"), row(5, "noise")]);
    expect(runs.map((run) => (run.kind === "told" ? run.row.kind : run.rows.map((one) => new Date(one.at).getUTCMinutes())))).toEqual([[5], "silence", [3, 2], "progress"]);
  });

  it("is empty where nothing was decided", () => expect(decisionRuns([])).toEqual([]));
});
