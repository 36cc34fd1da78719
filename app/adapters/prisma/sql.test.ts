import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonRows } from "./sql.ts";

/** What PostgreSQL's text cannot hold, taken out by hand. */
const holdable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

describe("rows as one parameter", () => {
  it("come back as they were, but for NUL and halves of surrogate pairs", () => {
    fc.assert(fc.property(fc.array(fc.record({ text: fc.string({ unit: "binary" }), odd: fc.constantFrom("\ud800", "\udfff", "\0", "\\u0000", "\\\\u0000", "\\", String.raw`\\ud800`) })), (rows) => {
      expect(JSON.parse(jsonRows(rows))).toEqual(rows.map(({ text, odd }) => ({ text: holdable(text), odd: holdable(odd) })));
    }));
  });

  it("never carry an escape PostgreSQL refuses", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), { maxLength: 40 }).map((units) => units.join(""))), (rows) => {
      const text = JSON.stringify(JSON.parse(jsonRows(rows)));
      expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/);
    }));
  });
});
