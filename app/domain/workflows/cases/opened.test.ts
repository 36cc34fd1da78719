import { describe, expect, it } from "vitest";
import { caseOne, caseSettings } from "../../../../tests/builders/case.ts";
import { at } from "../../../../tests/builders/journey.ts";
import type { CaseId, ShipmentId } from "../../shared/ids.ts";
import { openOrReopen } from "./opened.ts";

const fresh = caseOne({ id: "parcel.lost.2" as CaseId, because: "Lost once more.", openedAt: at(100), dueAt: at(108) });
const cleared = caseOne({ status: "resolved", resolvedAt: at(90), resolution: "A scan", resolvedBy: "carrier" });

describe("trouble that comes back", () => {
  it("opens the case a scan had cleared within a week, and no second one", () => {
    expect(openOrReopen(fresh, [cleared], at(100), caseSettings())).toMatchObject({ case: { id: cleared.id, status: "open", reopened: 1, because: "Lost once more.", dueAt: at(108), openedAt: at(0) }, event: { key: "reopened:1", kind: "reopened" } });
  });

  it("opens a case of its own after a week, of another kind or parcel, or where a person had settled the former", () => {
    const others = [
      { ...cleared, resolvedAt: at(100 - 169) }, { ...cleared, category: "damaged" as const }, { ...cleared, shipmentId: "other.1" as ShipmentId }, { ...cleared, resolvedBy: "merchant" as const }, { ...cleared, status: "open" as const, resolvedAt: null, resolvedBy: null },
    ];
    for (const one of others) expect(openOrReopen(fresh, [one], at(100), caseSettings())).toMatchObject({ case: fresh, event: { key: "opened" } });
  });
});
