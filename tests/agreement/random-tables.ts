import fc from "fast-check";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";

/** Who asks, as the plainest words for it. */
export type Question = { readonly now: Date; readonly country: string | null; readonly region: string | null; readonly zip: string | null; readonly method: string | null };

const START = Date.parse("2026-02-20T00:00:00Z") / 1_000; // near the end of a February
const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Three of each, so that a random question meets a random lane often, at every fineness. */
const COUNTRIES = ["US", "CA", "DE"];
const REGIONS = ["CA", "NY", "ON"];
const ZIPS = ["941", "100", "M5V"];
const SERVICES = ["express", "post", "express saver", "überland"];

const dayOf = (second: number): string => new Date(second * 1_000).toISOString().slice(0, 10);
const lane = fc.oneof(
  { weight: 1, arbitrary: fc.constant("*") }, { weight: 2, arbitrary: fc.constantFrom(...COUNTRIES) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...COUNTRIES), fc.constantFrom(...REGIONS)).map((parts) => parts.join("-")) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...COUNTRIES), fc.constantFrom(...REGIONS), fc.constantFrom(...ZIPS)).map((parts) => parts.join("-")) },
);
const window = fc.oneof({ weight: 9, arbitrary: fc.tuple(fc.nat(30), fc.nat(30)).map(([first, wide]) => [first, first + wide]) }, { weight: 1, arbitrary: fc.constant([-1, -1]) });
const windows = (entries: number) => fc.array(window, { minLength: entries, maxLength: entries }).map((all) => all.flat());

/** Any table the contract allows. */
export const anyTable: fc.Arbitrary<PublishedDateTable> = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(700 * DAY)).chain(([entries, late]) => {
  const published = START + late;
  return fc.record({
    v: fc.constant(2 as const), id: fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll("/", "-")), apiUrl: fc.constant("https://hither.example"), published: fc.constant(published),
    expires: fc.integer({ min: DAY, max: 4 * DAY }).map((life) => published + life), style: fc.constantFrom("range", "latest", "arrives_by"),
    days: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat(DAY)), { minLength: entries, maxLength: entries }).map((steps) => {
      let day = published - DAY;
      return steps.map(([ahead, within]) => ({ day: dayOf(day += (1 + ahead) * DAY), until: Math.floor(day / DAY) * DAY + within })).toSorted((a, b) => a.until - b.until);
    }),
    services: fc.uniqueArray(fc.constantFrom(...SERVICES)), busy: fc.boolean(), ships: fc.array(fc.nat(9), { minLength: entries, maxLength: entries }),
    lanes: fc.dictionary(lane, fc.tuple(windows(entries), fc.dictionary(fc.constantFrom(...SERVICES), windows(entries), { maxKeys: 3 })).map(([any, own]) => ({ "*": any, ...own })), { minKeys: 2, maxKeys: 14 }),
  });
});

const zip = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ZIPS).map((prefix) => `${prefix} 07`) }, { weight: 2, arbitrary: fc.constantFrom(null, "9-41 10-1", "m5v 2t6", "94", "ß1x2") }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
const method = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(null, "Express Saver", "EXPRESS by UPS", "Überland", "Standard") }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });

/** A place and a shipping option, often one that a random table knows. */
export const anyPlace = fc.record({ country: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...COUNTRIES) }, { weight: 1, arbitrary: fc.constantFrom(null, "FR", "constructor") }), region: fc.constantFrom(...REGIONS, null), zip, method });

/** A moment about the life of a table, often close to one of its edges. */
export const momentOf = ({ published, expires, days }: PublishedDateTable): fc.Arbitrary<Date> => {
  const edges = [expires, ...days.map(({ until }) => until)];
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: published * 1_000, max: (published + 4 * DAY) * 1_000 }) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-1_000, -1, 0, 1, 1_000)).map(([edge, off]) => edge * 1_000 + off) },
  ).map((at) => new Date(at));
};

/** A table, and a question to it. */
export const anyCase = anyTable.chain((table) => fc.tuple(fc.constant(table), momentOf(table), anyPlace)).map(([table, now, place]): { table: PublishedDateTable; question: Question } => ({ table, question: { now, ...place } }));
