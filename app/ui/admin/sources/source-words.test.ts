import { describe, expect, test } from "vitest";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { wordLag, wordMinutes } from "../minutes.ts";
import { wordCalls, wordLags, wordMeasure, wordState } from "./source-words.ts";

const NOW = instant("2026-11-24T15:00:00Z") as Instant;

describe("a source in plain words", () => {
  test("its speed is told by what a merchant can picture", () => {
    expect(wordLags({ scans: 1_203, p50: 3.2, p90: 21.9, p99: 170 })).toBe("Half of the scans arrive within 4 min, nine in ten within 22 min, 99 in 100 within 3 h.");
    expect(wordLags({ scans: 90, p50: 0.2, p90: 0.7, p99: 4_000 })).toBe("Nine in ten scans arrive within a minute, 99 in 100 within 3 days.");
    expect(wordLags({ scans: 90, p50: 0.2, p90: 0.7, p99: 0.9 })).toBe("99 in 100 scans arrive within a minute.");
    expect(wordLags({ scans: 8, p50: 4, p90: 360, p99: 360 }, "event")).toBe("Half of the events arrive within 4 min, 99 in 100 within 6 h.");
    expect(wordMeasure({ scans: 1_203, p50: 1, p90: 1, p99: 1 })).toBe("Measured on 1,203 scans of the last 30 days.");
  });

  test("a speed that was not measured is not told", () => {
    for (const lag of [null, { scans: 0, p50: 0, p90: 0, p99: 0 }]) {
      expect(wordLags(lag)).toBeNull();
      expect(wordMeasure(lag)).toContain("Not measured yet");
    }
  });

  test.each([[0.4, "less than a minute"], [1, "1 min"], [120, "120 min"], [121, "3 h"], [2_880, "48 h"], [2_881, "3 days"]] as const)("%d minutes are %s", (minutes, words) => expect(wordMinutes(minutes)).toBe(words));

  test("a clock that is ahead is told as such", () => {
    expect(wordLag(5)).toBe("5 min later");
    expect(wordLag(-5)).toBe("5 min before its own time");
  });

  test("a pause is told only while it lasts, before the trouble that caused it", () => {
    const feed = { connected: true, trouble: "Too many requests.", pausedUntil: "2026-11-24T15:10:00Z" };
    expect(wordState(feed, NOW).label).toBe("Paused");
    expect(wordState({ ...feed, pausedUntil: "2026-11-24T14:59:00Z" }, NOW).label).toBe("In trouble");
    expect(wordState({ ...feed, pausedUntil: null, trouble: null }, NOW).label).toBe("Connected");
    expect(wordState({ ...feed, connected: false }, NOW).label).toBe("Not connected");
  });

  test("calls are told with their limit, where there is one", () => {
    expect(wordCalls({ callsToday: 312, perDay: 1_000 })).toBe("312 of 1,000 allowed");
    expect(wordCalls({ callsToday: 0, perDay: null })).toBe("0, not limited by day");
  });
});
