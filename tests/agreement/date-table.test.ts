import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHOWN_ATTRIBUTE, type PublishedDateTable } from "#app/contracts/date-table.ts";
import { answerFrom as engine } from "#app/domain/estimates/date-table.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { answerFrom as checkout } from "../../extensions/checkout-delivery-date/src/answer-from.ts";
import { readTable } from "../../extensions/checkout-delivery-date/src/date-table.ts";
import { SHOWN_ATTRIBUTE as written } from "../../extensions/checkout-delivery-date/src/shown-attribute.ts";
import { SHOWN_ATTRIBUTE as read } from "../../extensions/order-status-tracking/src/promised-at-checkout.ts";
import { compiledTables } from "./compiled-tables.ts";
import { anyCase, anyPlace, momentOf, type Question } from "./random-tables.ts";
import { loadThemeScript } from "./theme-script.ts";

const script = loadThemeScript();

const shippedBy = ({ day, ships }: { readonly day: string; readonly ships: number }): string => new Date(Date.parse(day) + ships * 86_400_000).toISOString().slice(0, 10);

/** The engine's answer in the extension's words. */
const byEngine = (table: PublishedDateTable, { now, ...place }: Question) => {
  const answer = engine(table, { at: now.getTime() as Instant, ...place });
  return answer && { from: answer.earliest, to: answer.latest, day: answer.day, lane: answer.lane, service: answer.service, busy: answer.busy, shipsBy: answer.shipsBy };
};
const byCheckout = (table: PublishedDateTable, question: Question) => {
  const whole = readTable(JSON.stringify(table));
  expect(whole).not.toBeNull();
  const answer = whole && checkout(whole, question);
  if (!answer) return null;
  const { ships: _ships, ...rest } = answer;
  return { ...rest, shipsBy: shippedBy(answer) };
};

describe("the evaluator inside the checkout extension", () => {
  it("gives the engine's answer to 10,000 random questions to random tables", () => {
    let dates = 0;
    fc.assert(fc.property(anyCase, ({ table, question }) => {
      const answer = byEngine(table, question);
      if (answer) dates += 1;
      expect(byCheckout(table, question)).toEqual(answer);
    }), { numRuns: 10_000 });
    expect(dates).toBeGreaterThan(2_000);
  }, 120_000);

  it("gives the engine's answer to 10,000 random questions to tables the engine made of shops", () => {
    const tables = compiledTables();
    let dates = 0;
    fc.assert(fc.property(fc.constantFrom(...tables).chain((table) => fc.tuple(fc.constant(table), momentOf(table), placeIn(table))), ([table, now, place]) => {
      const answer = byEngine(table, { now, ...place });
      if (answer) dates += 1;
      expect(byCheckout(table, { now, ...place })).toEqual(answer);
    }), { numRuns: 10_000 });
    expect(dates).toBeGreaterThan(2_000);
  }, 300_000);

  it("writes the attribute that the app and the thank-you page read", () => {
    expect([written, read]).toEqual([SHOWN_ATTRIBUTE, SHOWN_ATTRIBUTE]);
  });
});

describe("the theme's script", () => {
  it("gives the engine's answer to 10,000 random questions without a shipping option", () => {
    fc.assert(fc.property(anyCase, ({ table, question }) => {
      const lanes = Object.fromEntries(Object.entries(table.lanes).map(([lane, rows]) => [lane, rows["*"] ?? []]));
      const found = script.answer({ ...table, lanes }, question.now.getTime() / 1_000, { country: question.country ?? "", region: question.region ?? "", zip: question.zip ?? "" });
      const answer = byEngine(table, { ...question, method: null });
      const { service: _service, ...asked } = answer ?? { service: null };
      // Plain data of another realm: compared as what it says.
      expect(JSON.parse(JSON.stringify(found && { ...found, ships: undefined, left: undefined, shipsBy: shippedBy(found) })) as unknown).toEqual(answer && asked);
    }), { numRuns: 10_000 });
  }, 120_000);

  it.each([
    ["US", "94110", "CA"], ["US", "10001-1234", "NY"], ["US", "05501", "MA"], ["US", "05601", "VT"], ["US", "20001", "DC"], ["US", "20101", "VA"], ["US", "73301", "TX"], ["US", "73401", "OK"], ["US", "88510", "TX"],
    ["US", "97232", "OR"], ["US", "02108", "MA"], ["US", "99501", "AK"], ["US", "00501", "NY"], ["US", "00601", "PR"], ["CA", "m6r 2l7", "ON"], ["CA", "H2X 1Y4", "QC"], ["CA", "X0A 0H0", ""], ["DE", "04275", ""],
  ])("knows that %s %s lies in %j", (country, zip, region) => {
    expect(script.regionOf({ id: "t", expires: 0, days: [], ships: [], busy: false, lanes: {} }, country, zip)).toBe(region);
  });

  it("takes a state elsewhere from the one lane that a postcode ends", () => {
    const table = { id: "t", expires: 0, days: [], ships: [], busy: false, lanes: { "BR-SP-010": [], "BR-RJ-200": [], "BR-ES-200": [], "AU-NSW-010": [] } };
    expect(["01000-000", "20000", "99999"].map((zip) => script.regionOf(table, "BR", zip))).toEqual(["SP", "", ""]);
  });
});

/** A place that one of the table's lanes is about, or any other. */
function placeIn(table: PublishedDateTable) {
  const named = fc.constantFrom(...Object.keys(table.lanes)).chain((lane) => {
    const [country = "*", region, prefix] = lane.split("-");
    return anyPlace.map((place) => ({ ...place, country: country === "*" ? place.country : country, region: region ?? place.region, zip: prefix === undefined ? place.zip : `${prefix}07` }));
  });
  return fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: anyPlace });
}
