import { describe, expect, test } from "vitest";
import type { PromiseRow } from "#app/contracts/shipment-truth.ts";
import { ORDER_STEPS } from "#app/domain/orders/order-step.ts";
import { wordCustoms, wordPromise, wordPromised, wordStage, wordStep } from "./truth-words.ts";

const first = { from: "2026-11-20", to: "2026-11-22" };

describe("what is believed, in plain words", () => {
  test("the promise is told beside what is expected now", () => {
    expect(wordPromised(null, first, false)).toBeNull();
    expect(wordPromised(first, first, false)).toBe("Promised Nov 20 – 22, and still so.");
    expect(wordPromised(first, { from: "2026-11-24", to: "2026-11-24" }, false)).toBe("Promised Nov 20 – 22; now Tue, Nov 24.");
    expect(wordPromised(first, null, false)).toBe("Promised Nov 20 – 22; no date can be given now.");
    expect(wordPromised(first, { from: "2026-11-21", to: "2026-11-21" }, true)).toBe("Promised Nov 20 – 22; delivered Sat, Nov 21.");
  });

  test("every step of a warehouse has words of its own", () => {
    const words = ORDER_STEPS.map(wordStep);
    expect(words.filter((word) => word.includes("_"))).toEqual([]);
    expect(new Set(words).size).toBe(ORDER_STEPS.length);
  });

  test("a value from a newer version is shown under its own name", () => {
    expect(wordStep("gift_wrapped")).toBe("Gift wrapped");
    expect(wordStep("constructor")).toBe("Constructor");
    expect(wordStage("in_orbit")).toBe("In orbit");
    expect(wordPromise("renegotiated" as PromiseRow["state"])).toEqual({ label: "Renegotiated", tone: "neutral" });
  });

  test("a stay in customs tells its days, its country and whether it lasts", () => {
    expect(wordCustoms({ since: "2026-11-20T10:00:00Z", until: null, days: 1, country: "DE" })).toBe("In customs for 1 day (DE)");
    expect(wordCustoms({ since: "2026-11-20T10:00:00Z", until: "2026-11-23T10:00:00Z", days: 3, country: null })).toBe("Was in customs for 3 days");
  });
});
