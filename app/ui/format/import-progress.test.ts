import { describe, expect, test } from "vitest";
import type { ImportView } from "#app/contracts/admin-views.ts";
import { instant, minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import { formatCount, formatShare } from "./counts.ts";
import { isImporting, remaining, wordImport } from "./import-progress.ts";

const START = instant("2026-11-24T12:00:00Z") as Instant;
const run = (change: Partial<ImportView>): ImportView =>
  ({ phase: "orders", ordersTotal: 4_212, ordersDone: 1_600, shipments: 900, share: 0.3799, startedAt: "2026-11-24T12:00:00Z", finishedAt: null, error: null, ...change });

describe("the import in words", () => {
  test.each([
    [run({}), "Importing 4,212 orders, 37 %"],
    [run({ ordersTotal: null }), "Importing orders, 37 %"],
    [run({ phase: "exporting" }), "Shopify is preparing your orders."],
    [run({ phase: "settling", share: 0.9999 }), "Reading the timelines of 900 parcels, 99 %"],
    [run({ phase: "done", ordersDone: 1, shipments: 20_000 }), "1 order and 20,000 parcels imported."],
    [run({ phase: "failed" }), "The import stopped."],
  ])("%#: %s", (view, said) => expect(wordImport(view)).toBe(said));

  test("the time that is left is told at the speed so far", () => {
    expect(remaining(run({ share: 0.25 }), plus(START, minutes(2)))).toBe("About 6 min left.");
    expect(remaining(run({ share: 0.9 }), plus(START, minutes(2)))).toBe("Less than a minute left.");
  });

  test("nothing is promised at the very beginning or after the end", () => {
    expect(remaining(run({ share: 0.01 }), plus(START, minutes(1)))).toBeNull();
    expect(remaining(run({ phase: "done", share: 1 }), plus(START, minutes(1)))).toBeNull();
    expect(remaining(run({ startedAt: null }), START)).toBeNull();
  });

  test("a page keeps looking only while something happens", () => {
    expect((["none", "exporting", "orders", "fulfillments", "settling", "done", "failed"] as const).filter((phase) => isImporting({ phase }))).toEqual(["exporting", "orders", "fulfillments", "settling"]);
  });
});

describe("numbers", () => {
  test.each([[0, "0"], [999, "999"], [4_212, "4,212"], [1_234_567, "1,234,567"]])("%d reads %s", (n, said) => expect(formatCount(n)).toBe(said));
  test.each([[0, "0 %"], [0.999, "99 %"], [1, "100 %"], [1.4, "100 %"], [-1, "0 %"]])("a share of %d is %s", (share, said) => expect(formatShare(share)).toBe(said));
});
