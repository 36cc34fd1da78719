import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { child, children, count, isTrue, readObject, text, texts } from "./json.ts";

const read = (body: string) => {
  const result = readObject(body);
  if ("because" in result) throw new Error(result.because);
  return result.object;
};

describe("a JSON body", () => {
  it("keeps every whole number digit by digit, however long and wherever it stands", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), fc.constantFrom("", " ", "\n\t"), fc.boolean(), (id, gap, pretty) => {
        const body = pretty ? `{\n  "id": ${id},\n  "list": [\n    ${id}\n  ]\n}` : `{"id":${gap}${id},"list":[${id},${gap}${id}]}`;
        const object = read(body);
        expect(text(object, "id")).toBe(String(id));
        expect(new Set(texts(object, "list"))).toEqual(new Set([String(id)]));
      }),
    );
  });

  it("answers null, nothing or zero for what is absent or of another kind", () => {
    const object = read('{"n": null, "o": {"a": 1}, "l": [{"b": 2}, 3, null], "t": true, "e": " ", "q": "4", "f": 1.5}');
    expect([text(object, "n"), text(object, "x"), text(object, "o"), text(object, "t"), text(object, "e"), text(null, "n"), text(object, "toString")]).toEqual(Array.from({ length: 7 }, () => null));
    expect([child(object, "l"), child(object, "n"), child(null, "o")]).toEqual([null, null, null]);
    expect(children(object, "l").map((one) => text(one, "b"))).toEqual(["2"]);
    expect([texts(object, "l"), texts(object, "o")]).toEqual([["3"], []]);
    expect([isTrue(object, "t"), isTrue(object, "q")]).toEqual([true, false]);
    expect([count(object, "q"), count(object, "f"), count(object, "x")]).toEqual([4, 0, 0]);
  });

  it("cannot reach into JavaScript's own objects", () => {
    expect(text(child(read('{"__proto__": {"polluted": "yes"}}'), "x"), "polluted")).toBeNull();
    expect(text(read('{"__proto__": {"id": "1234567890123456789"}, "n": 1234567890123456789}'), "id")).toBeNull();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("that is not one object says why", () => {
    for (const body of ["", "{", "[]", "null", '"x"', "{'a': 1}", '{"a": 1234567890123456789', `${'{"a":'.repeat(100_000)}`]) {
      const result = readObject(body);
      expect("because" in result ? result.because : "", body.slice(0, 20)).toMatch(/^The body is .+\.$/);
    }
  });
});
