import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursorOf, pageOf, placeOf, readingOf, type PageQuery, type Place } from "./cursor.ts";

const before = (a: Place, b: Place) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1); // newest first, then by id

/** A list as a database would read it: beyond the cursor, in the asked direction, one row more than the page. */
const readFrom = (all: readonly Place[], query: PageQuery): Place[] => {
  const { from, backwards } = readingOf(query);
  const beyond = all.filter((row) => !from || (backwards ? before(row, from) < 0 : before(row, from) > 0 && row.id !== from.id));
  return (backwards ? beyond.toReversed() : beyond).slice(0, query.limit + 1);
};

describe("a cursor", () => {
  it("names a place and is read back", () => {
    const place = { at: new Date("2026-11-17T15:00:00.123Z"), id: "9007199254740993001.1" };
    expect(placeOf(cursorOf(place))).toEqual(place);
  });

  it("that is malformed names none", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const place = placeOf(text);
      expect(place && placeOf(cursorOf(place))).toEqual(place);
    }));
    for (const text of ["", "%%%", Buffer.from("yesterday 1").toString("base64url"), Buffer.from("2026-11-17T15:00:00Z a b").toString("base64url")]) expect(placeOf(text)).toBeNull();
  });

  it("leads through every row once, forwards and back again", () => {
    const times = fc.integer({ min: 0, max: 3 }).map((n) => new Date(1_800_000_000_000 + n)); // few, so that many are equal
    fc.assert(fc.property(fc.uniqueArray(fc.record({ at: times, id: fc.integer({ min: 10, max: 99 }).map(String) }), { selector: (row) => row.id, maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (rows, limit) => {
      const all = rows.toSorted(before);
      const seen: Place[] = [];
      let page = pageOf(readFrom(all, { after: null, before: null, limit }), { after: null, before: null, limit }, (row) => row);
      expect(page.previous).toBeNull();
      for (;;) {
        seen.push(...page.rows);
        if (page.next === null) break;
        const query = { after: page.next, before: null, limit };
        page = pageOf(readFrom(all, query), query, (row) => row);
      }
      expect(seen).toEqual(all);
      const back = [...page.rows];
      while (page.previous !== null) {
        const query = { after: null, before: page.previous, limit };
        page = pageOf(readFrom(all, query), query, (row) => row);
        back.unshift(...page.rows);
      }
      expect(back).toEqual(all);
    }));
  });
});
