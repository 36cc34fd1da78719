import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameData } from "./same-data.ts";

describe("comparing plain data", () => {
  it("finds a value the same as its copy, in whatever order its names stand", () => {
    const turned = (value: unknown): unknown => Array.isArray(value) ? value.map(turned) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([name, one]) => [name, turned(one)])) : value;
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(isSameData(value, turned(structuredClone(value)))).toBe(true); }));
  });

  it("finds two values different wherever their JSON is", () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))), fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))), (a, b) => { expect(isSameData({ a }, { a: b })).toBe(JSON.stringify(a) === JSON.stringify(b)); }));
    for (const [a, b] of [[{ a: [1, 2] }, { a: [2, 1] }], [{ a: 1 }, { a: 1, b: null }], [[], {}], [[1], [1, 2]], [null, {}], [{ a: { b: "x" } }, { a: { b: "y" } }]]) expect(isSameData(a, b)).toBe(false);
  });

  it("counts what is undefined as absent", () => { expect(isSameData({ a: 1, b: undefined }, { a: 1 })).toBe(true); });
});
