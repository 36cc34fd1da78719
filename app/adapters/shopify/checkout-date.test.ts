import { describe, expect, it } from "vitest";
import { shownAtCheckout } from "./checkout-date.ts";

const read = (value: unknown) => shownAtCheckout([{ key: "gift", value: "yes" }, { key: "_hither_date", value }], "key");

describe("the date checkout wrote on an order", () => {
  it("is read from GraphQL and from webhooks, which name attributes differently", () => {
    expect(read("2026-11-24/2026-11-26/t_8Zk-1")).toBe("2026-11-24/2026-11-26/t_8Zk-1");
    expect(shownAtCheckout([{ name: "_hither_date", value: "2026-11-24/2026-11-24/a" }], "name")).toBe("2026-11-24/2026-11-24/a");
  });

  it.each([
    ["is empty", ""], ["is no text", ["2026-11-24/2026-11-26/t"]], ["lacks the table", "2026-11-24/2026-11-26/"], ["names a table of 65 letters", `2026-11-24/2026-11-26/${"x".repeat(65)}`],
    ["says more than three things", "2026-11-24/2026-11-26/t/u"], ["names a day that does not exist", "2026-02-27/2026-02-31/t"], ["ends before it begins", "2026-11-26/2026-11-24/t"],
    ["spans lines", "2026-11-24/2026-11-26/t\nx"], ["is written otherwise", "24.11.2026/26.11.2026/t"],
  ])("counts as none when it %s", (_how, value) => {
    expect(read(value)).toBeNull();
  });

  it("is none on an order without attributes", () => {
    expect(shownAtCheckout([], "name")).toBeNull();
  });
});
