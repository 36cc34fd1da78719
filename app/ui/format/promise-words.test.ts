import { describe, expect, test } from "vitest";
import { SURFACES } from "#app/domain/estimates/shown-date.ts";
import { wordFault, wordGroup, wordLane, wordModel, wordOutcome, wordShown, wordStage, wordStyle, wordSurface, wordWeek } from "./promise-words.ts";

describe("the words of the ledger", () => {
  test.each(SURFACES)("the surface %s has a name of its own", (surface) => expect(wordSurface(surface)).not.toMatch(/_|^[a-z]/));
  test.each(["before_purchase", "ordered", "shipped"])("the stage %s has a name of its own", (stage) => expect(wordStage(stage)).not.toMatch(/_|^[a-z]/));
  test("a surface nobody knows yet keeps its name", () => expect(wordSurface("smart_fridge")).toBe("Smart fridge"));

  test("a style says how often it is to be kept", () => {
    expect(wordStyle("arrives_by", 0.95)).toBe("One day, 95 %");
    expect(wordStyle("range", null)).toBe("First to last day");
  });

  test("a date is said as the shopper read it", () => {
    const window = { from: "2026-11-24", to: "2026-11-26" };
    expect(wordShown(window, "range")).toBe("Nov 24 – 26");
    expect(wordShown(window, "latest")).toBe("By Thu, Nov 26");
    expect(wordShown(window, "arrives_by")).toBe("By Thu, Nov 26");
    expect(wordShown(null, "range")).toBe("No date");
  });

  test("what became of a date tells the day it came", () => {
    expect(wordOutcome({ outcome: "kept", deliveredOn: "2026-11-24" })).toEqual({ label: "Kept, came Tue, Nov 24", tone: "success" });
    expect(wordOutcome({ outcome: "missed", deliveredOn: null })).toEqual({ label: "Missed", tone: "critical" });
    expect(wordOutcome({ outcome: "waiting", deliveredOn: null }).label).toBe("Not decided yet");
  });
});

describe("a lane", () => {
  test.each([["*", "Everywhere else"], ["US", "US, elsewhere"], ["US-CA", "CA, US"], ["US-CA-941", "CA 941…, US"], ["BR-SP", "SP, BR"], ["Lanes to the moon", "Lanes to the moon"]])("%s reads %s", (lane, words) => expect(wordLane(lane)).toBe(words));
});

test("a week is named by its first day", () => {
  expect(wordWeek("2026-11-16")).toBe("Nov 16");
  expect(wordWeek("before")).toBe("before");
});

test("a model is named by when it was learned, on the shop's clock", () => {
  expect(wordModel("learned 2026-11-26T16:40", "America/New_York")).toBe("learned Thu, Nov 26, 11:40 AM");
  expect(wordModel("stated", "UTC")).toBe("stated transit times");
  expect(wordModel("t-81", "UTC")).toBe("t-81");
});

test("a group without a name says so", () => {
  expect(wordGroup("", "No carrier known")).toBe("No carrier known");
  expect(wordGroup("–", "None known")).toBe("None known");
  expect(wordGroup("UPS", "No carrier known")).toBe("UPS");
});

test.each(["merchant", "carrier", "address", "customs", "weather", "shopper", "model", "early"] as const)("a miss by %s is explained in a sentence", (fault) => {
  expect(wordFault(fault).means).toMatch(/^[A-Z].+\.$/);
});
