import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "./date-table.ts";

const GOOD = {
  v: 2, id: "t1", apiUrl: "https://hither.example.com", published: 1_795_000_000, expires: 1_795_259_200, style: "range",
  days: [{ day: "2026-11-20", until: 1_795_200_000 }, { day: "2026-11-23", until: 1_795_450_000 }], services: ["express"],
  lanes: { US: { "*": [2, 4, -1, -1], express: [1, 1, 1, 2] }, "*": { "*": [9, 14, 9, 14] } }, ships: [0, 1], busy: false,
};

describe("reading the published table", () => {
  it("accepts what the app publishes", () => {
    expect(readTable(JSON.stringify(GOOD))).toEqual(GOOD);
  });

  it("accepts a table that says there are no dates", () => {
    expect(readTable(JSON.stringify({ ...GOOD, days: [], lanes: {}, ships: [] }))).not.toBeNull();
  });

  it.each([
    ["another version", { v: 1 }], ["no name", { id: "" }], ["no expiry", { expires: undefined }], ["an expiry in words", { expires: "2026-11-27" }], ["an unknown style", { style: "soon" }],
    ["an impossible day", { days: [{ day: "2026-11-20", until: 1 }, { day: "2026-11-32", until: 2 }] }], ["days out of order", { days: [...GOOD.days].reverse() }],
    ["a part of a name that every name contains", { services: [""] }], ["a lane without the service that is always there", { lanes: { US: { express: [1, 1, 1, 2] } } }],
    ["windows for fewer days than it has", { lanes: { US: { "*": [2, 4] } } }], ["a window that ends before it begins", { lanes: { US: { "*": [4, 2, 1, 1] } } }],
    ["half a window", { lanes: { US: { "*": [-1, 4, 1, 1] } } }], ["half a day", { lanes: { US: { "*": [1.5, 4, 1, 1] } } }], ["lanes that are a list", { lanes: [] }],
    ["a hand-off for every other day", { ships: [0] }], ["no word on how busy it is", { busy: null }],
  ])("refuses %s", (_what, change) => {
    expect(readTable(JSON.stringify({ ...GOOD, ...change }))).toBeNull();
  });

  it("never throws, whatever the metafield holds", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      expect(readTable(text)).toBeNull();
    }));
    fc.assert(fc.property(fc.constantFrom(...Object.keys(GOOD)), fc.jsonValue(), (key, value) => {
      expect(() => readTable(JSON.stringify({ ...GOOD, [key]: value }))).not.toThrow();
    }));
  });
});
