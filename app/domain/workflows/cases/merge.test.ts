import { describe, expect, it } from "vitest";
import { caseOf } from "../../../../tests/builders/case.ts";
import { at } from "../../../../tests/builders/journey.ts";
import { merge } from "./merge.ts";

const by = { by: "merchant:Ada", at: at(2), key: "k" };

describe("merging cases", () => {
  it("ends the part, goes on with the whole under the graver severity and the earlier due time, and says so in both", () => {
    const merged = merge(caseOf(1, { severity: 2, dueAt: at(8) }), caseOf(2, { severity: 1, dueAt: at(24) }), by);
    expect(merged).toMatchObject({
      outcome: "merged", events: [{ caseId: caseOf(1).id, kind: "merged" }, { caseId: caseOf(2).id, kind: "merged" }],
      cases: [{ id: caseOf(1).id, status: "resolved", resolvedBy: "hither", mergedInto: caseOf(2).id }, { id: caseOf(2).id, status: "open", severity: 2, dueAt: at(8) }],
    });
  });

  it("refuses itself, what is resolved, and what is resolved to be merged into", () => {
    const ended = caseOf(3, { status: "resolved", resolvedAt: at(1), resolution: "Done", resolvedBy: "merchant" });
    for (const [part, whole] of [[caseOf(1), caseOf(1)], [ended, caseOf(1)], [caseOf(1), ended]] as const) expect(merge(part, whole, by).outcome).toBe("refused");
  });
});
