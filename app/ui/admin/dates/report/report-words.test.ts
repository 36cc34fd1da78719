import { describe, expect, test } from "vitest";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { underWay, wordBacklog, wordHeadline, wordInterval, wordRest, wordTable, wordVerdict } from "./report-words.ts";

const all: KeptView = { name: "", promises: 450, decided: 412, kept: 384, share: 384 / 412, low: 0.903, high: 0.953, widthDays: 3.2, promisedDays: 6.4 };
const open: KeptView = { name: "", promises: 7, decided: 0, kept: 0, share: null, low: null, high: null, widthDays: 3, promisedDays: null };
const nothing: KeptView = { ...open, promises: 0, widthDays: null };

describe("the headline of the report", () => {
  test("tells kept, goal and width together", () => expect(wordHeadline(all, 0.9)).toBe("93.2 % of 412 promises kept (goal 90 %), windows 3.2 days wide on average"));
  test("claims nothing before the first promise is decided", () => {
    expect(wordHeadline(open, 0.9)).toBe("7 promises under way, none decided yet");
    expect(wordHeadline(nothing, 0.9)).toBe("No promise yet");
  });

  test("is followed by its certainty and by what is still open", () => {
    expect(wordInterval(all)).toBe("412 promises are a sample: the true rate lies between 90.3 % and 95.3 %, with a certainty of 95 %.");
    expect(wordInterval(open)).toBeNull();
    expect(underWay(all)).toBe(38);
    expect(wordRest(all)).toBe("38 more promises are under way: the parcel has not come and its last day has not passed. From the order to the last day shown it is 6.4 days on average.");
    expect(wordRest({ ...open, promises: 1 })).toMatch(/^1 more promise is under way/);
    expect(wordRest({ ...all, promises: 412 })).toMatch(/^Every promise of this time is decided\./);
    expect(wordRest(nothing)).toBeNull();
  });
});

describe("the verdict on the goal", () => {
  test.each([
    [0.93, 0.91, 0.95, "Goal kept, beyond chance"], [0.93, 0.88, 0.96, "Goal kept"], [0.88, 0.84, 0.91, "Below the goal, within chance"], [0.8, 0.76, 0.84, "Below the goal"],
  ])("a share of %d between %d and %d reads: %s", (share, low, high, label) => expect(wordVerdict({ ...all, share, low, high }, 0.9).label).toBe(label));

  test("waits for the first decided promise", () => expect(wordVerdict(open, 0.9).label).toBe("Too early to say"));
});

describe("the table at checkout", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  const said = (tablePublishedAt: string | null, tableExpiresAt: string | null) => wordTable({ backlogs: [], disturbances: [], tablePublishedAt, tableExpiresAt }, now, (at) => at.slice(5, 10));

  test("holds until its end", () => expect(said("2026-11-24T06:00:00Z", "2026-11-27T06:00:00Z")).toContain("published 11-24. It needs no connection to Hither and holds until 11-27"));
  test("that expired shows no date, and says so", () => expect(said("2026-11-20T06:00:00Z", "2026-11-23T06:00:00Z")).toContain("expired 11-23: product page and checkout show no date"));
  test("that expires this very second has expired", () => expect(said("2026-11-20T06:00:00Z", "2026-11-24T12:00:00Z")).toContain("expired"));
  test("that never was is not claimed", () => expect(said(null, null)).toContain("No table of dates has been published yet"));
});

describe("what waits to be sent", () => {
  const main = { location: "Main", queue: 212, perDay: 60.4, extraDays: 3, says: "" };
  test("is told with what it does to dates", () => expect(wordBacklog(main)).toBe("Main: 212 items wait, 60 leave a working day: orders ship about 3 working days later than usual."));
  test("does nothing to them in ordinary times", () => expect(wordBacklog({ ...main, queue: 1, perDay: 1, extraDays: 0 })).toBe("Main: 1 item waits, 1 leaves a working day, as usual."));
  test("may be less than usual", () => expect(wordBacklog({ ...main, extraDays: -1 })).toContain("about 1 working day earlier than usual"));
  test("is not reckoned with where too little has left", () => expect(wordBacklog({ ...main, perDay: null, extraDays: 0 })).toContain("too few have left lately"));
});
