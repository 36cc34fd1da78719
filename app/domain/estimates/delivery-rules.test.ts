import { expect, it } from "vitest";
import type { TimeZone } from "../shared/calendar.ts";
import { DEFAULT_RULES, transitRule, type DeliveryRules } from "./delivery-rules.ts";

const rules: DeliveryRules = { ...DEFAULT_RULES, zone: "America/New_York" as TimeZone };

it("prefers the row for country and method, then country, then anywhere", () => {
  expect(transitRule(rules, "US", "Express (1–2 days)")).toMatchObject({ minDays: 1, maxDays: 2 });
  expect(transitRule(rules, "US", "Standard")).toMatchObject({ minDays: 2, maxDays: 5 });
  expect(transitRule(rules, "DE", null)).toMatchObject({ country: "*" });
  expect(transitRule({ ...rules, transit: [] }, "US", null)).toBeNull();
});
