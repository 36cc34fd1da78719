import { expect, test } from "vitest";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { styleExamples } from "./style-examples.ts";

test("every style says the same order in its own way", () => {
  expect(styleExamples(instant("2026-11-21T12:00:00Z") as Instant, "America/New_York")).toEqual({ range: "Arrives Nov 24 – 26", latest: "Arrives by Thu, Nov 26", arrives_by: "Arrives by Wed, Nov 25" });
});

test("the example lies ahead on the shop's own calendar, whatever the zone", () => {
  const late = instant("2026-11-24T03:00:00Z") as Instant; // still Monday in New York, Tuesday in Auckland
  expect(styleExamples(late, "America/New_York").range).toBe("Arrives Dec 1 – 3");
  expect(styleExamples(late, "no zone").latest).toMatch(/^Arrives by Thu, Dec 3$/);
});
