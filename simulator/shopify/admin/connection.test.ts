import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordered, page, type PageArguments } from "./connection.ts";

type Row = { id: number; value: string };
const rows = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 10_000 }), value: fc.constantFrom("a", "b", "c") }), { selector: (row) => row.id, maxLength: 40 });
const list = (items: readonly Row[]): ReturnType<typeof ordered<Row>> => ordered(items, (row) => ({ value: row.value, id: BigInt(row.id) }));
const ask = (items: readonly Row[], args: PageArguments): ReturnType<typeof page<Row>> => page(list(items), args, "rows");

describe("pages of a list", () => {
  it("followed by their cursors give every row once and in order, forwards, backwards and reversed", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), fc.boolean(), (items, size, reverse) => {
        const sorted = list(items).items;
        const whole = reverse ? sorted.toReversed() : [...sorted];
        const forwards: Row[] = [];
        let after: string | null = null;
        for (let more = true; more; ) {
          const next = ask(items, { first: size, after, reverse });
          forwards.push(...next.nodes);
          after = next.pageInfo.endCursor;
          more = next.pageInfo.hasNextPage;
        }
        expect(forwards).toEqual(whole);
        const backwards: Row[] = [];
        let before: string | null = null;
        for (let more = true; more; ) {
          const next = ask(items, { last: size, before, reverse });
          backwards.unshift(...next.nodes);
          before = next.pageInfo.startCursor;
          more = next.pageInfo.hasPreviousPage;
        }
        expect(backwards).toEqual(whole);
      }),
    );
  });

  it("say whether there is more on either side", () => {
    const items = [1, 2, 3].map((id) => ({ id, value: "a" }));
    const first = ask(items, { first: 2 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(ask(items, { first: 2, after: first.pageInfo.endCursor }).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("keep their place when the row of the cursor is gone", () => {
    const items = [1, 2, 3, 4].map((id) => ({ id, value: "a" }));
    const cursor = ask(items, { first: 2 }).pageInfo.endCursor;
    expect(ask(items.filter((row) => row.id !== 2), { first: 5, after: cursor }).nodes.map((row) => row.id)).toEqual([3, 4]);
  });

  it.each<[string, PageArguments, string]>([
    ["neither first nor last", {}, "you must provide one of first or last"],
    ["both first and last", { first: 1, last: 1 }, "providing both first and last is not supported"],
    ["a page of 251", { first: 251 }, "The maximum page size is 250"],
    ["a cursor of someone else's", { first: 1, after: "bm90aGluZw==" }, "Malformed cursor"],
  ])("are refused with %s", (_name, args, message) => {
    expect(() => ask([{ id: 1, value: "a" }], args)).toThrow(message);
  });
});
