import { describe, expect, test } from "vitest";
import { formatDay, formatMoment, withMoments, zoneName } from "./moments.ts";

describe("moments", () => {
  test.each([
    ["2026-11-24T19:05:00Z", "America/New_York", "Tue, Nov 24, 2:05 PM", "Di., 24. Nov., 14:05 Uhr"],
    ["2026-11-25T04:30:00Z", "America/New_York", "Tue, Nov 24, 11:30 PM", "Di., 24. Nov., 23:30 Uhr"],
    ["2026-11-24T05:00:00Z", "America/New_York", "Tue, Nov 24, 12:00 AM", "Di., 24. Nov., 00:00 Uhr"],
    ["2026-07-01T12:00:00Z", "Europe/Berlin", "Wed, Jul 1, 2:00 PM", "Mi., 1. Juli, 14:00 Uhr"],
  ])("%s in %s is %s", (at, zone, english, german) => {
    expect(formatMoment(at, zone)).toBe(english);
    expect(formatMoment(at, zone, "de")).toBe(german);
  });

  test("an unknown zone reads as UTC", () => expect(formatMoment("2026-11-24T19:05:00Z", "Mars/Base")).toBe("Tue, Nov 24, 7:05 PM"));
  test("text that is no moment is shown as it is", () => expect(formatMoment("yesterday", "UTC")).toBe("yesterday"));
  test("the day is the one of the shop", () => expect(formatDay("2026-11-25T04:30:00Z", "America/New_York")).toBe("Nov 24, 2026"));
  test("a sentence keeps its words and shows its moments on the shop's clock", () => {
    expect(withMoments("A scan before 2026-11-21T10:08:55.000Z would have kept it quiet.", "America/New_York")).toBe("A scan before Sat, Nov 21, 5:08 AM would have kept it quiet.");
  });
  test("a zone is called by its city", () => expect(zoneName("America/New_York")).toBe("New York time"));
});
