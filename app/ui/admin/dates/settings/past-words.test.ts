import { describe, expect, test } from "vitest";
import { LARGEST_FILE, objectionTo, wordPastFile } from "./past-words.ts";

const imported = { outcome: "imported", rows: 12_000, added: 11_990, repeated: 10, problems: [] } as const;

describe("a file of past shipments", () => {
  test("that was taken in tells what was new and what was not", () => {
    expect(wordPastFile("2025.csv", imported)).toEqual({ tone: "success", title: "11,990 past shipments added from 2025.csv", text: "12,000 shipments read. 10 shipments were known already and count once. Hither learns from them in the background; dates and rehearsal follow." });
  });

  test("with lines that could not be used is no plain success", () => {
    const told = wordPastFile("a.csv", { ...imported, repeated: 1, problems: [{ line: 4, because: "No date." }] });
    expect(told.tone).toBe("warning");
    expect(told.text).toContain("1 shipment was known already and counts once. One line could not be used and was left out:");
  });

  test("that brought nothing promises no learning", () => {
    const told = wordPastFile("a.csv", { ...imported, added: 0, repeated: 12_000 });
    expect(told.title).toBe("a.csv brought nothing new");
    expect(told.text).not.toContain("learns");
  });

  test("that could not be read says why, and that nothing was added", () => {
    expect(wordPastFile("a.csv", { outcome: "unreadable", because: "It has no header." })).toEqual({ tone: "critical", title: "a.csv could not be read", text: "It has no header. Nothing was added." });
  });

  test("too large or empty is refused before it is sent", () => {
    expect(objectionTo({ size: LARGEST_FILE })).toBeNull();
    expect(objectionTo({ size: LARGEST_FILE + 1 })).toContain("at most 24 MB");
    expect(objectionTo({ size: 0 })).toBe("The file is empty.");
  });
});
