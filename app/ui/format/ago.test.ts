import { describe, expect, test } from "vitest";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { dueBy, relativeTo } from "./ago.ts";

const now = instant("2026-11-24T12:00:00Z") as Instant;

describe("relative time", () => {
  test.each([
    ["2026-11-24T11:59:30Z", "just now"], ["2026-11-24T11:55:00Z", "5 min ago"], ["2026-11-24T09:00:00Z", "3 h ago"],
    ["2026-11-23T00:00:00Z", "36 h ago"], ["2026-11-20T12:00:00Z", "4 days ago"], ["2026-11-24T15:00:00Z", "in 3 h"], ["never", "never"],
  ])("%s is %s", (at, said) => expect(relativeTo(at, now)).toBe(said));

  test.each([["2026-11-24T17:00:00Z", "due in 5 h"], ["2026-11-22T11:00:00Z", "overdue by 2 days"], ["2026-11-24T11:59:30Z", "overdue by less than a minute"]])("%s is %s", (at, said) => expect(dueBy(at, now)).toBe(said));
});
