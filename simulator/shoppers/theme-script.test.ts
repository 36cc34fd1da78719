import { expect, it } from "vitest";
import { loadThemeExtension } from "../pages/storefront/theme-extension.ts";
import { beaconsOf, datasetOf } from "./theme-script.ts";

const second = (iso: string): number => Date.parse(iso) / 1_000;
const TABLE = {
  id: "t7", now: second("2026-11-20T17:00:00Z"), expires: second("2026-11-23T12:00:00Z"), busy: false, ships: [0], days: [{ day: "2026-11-20", until: second("2026-11-20T19:00:00Z") }],
  lanes: { US: [4, 10], "US-CA": [6, 11] },
};
const PAGE = `<p>before</p><hither-delivery-date
  class="hither-date" data-table="${JSON.stringify(TABLE).replaceAll('"', "&quot;")}" data-country="US" data-region="" data-zip="" data-zone="-0500" data-surface="product"
  data-arrives-day="Arrives [to]" data-arrives-range="Arrives [from] &amp; [to]" data-within-hours="[hours]" data-within-minutes="[minutes]" data-months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" data-weekdays="Sun Mon Tue Wed Thu Fri Sat" data-day="[day]"><p>Tue</p></hither-delivery-date>`;
const script = new TextDecoder().decode(loadThemeExtension().asset("hither-delivery-date.js") ?? new Uint8Array());

it("reads the block of a page as a browser does, and finds none where there is none", () => {
  expect(datasetOf(PAGE)).toMatchObject({ table: JSON.stringify(TABLE), country: "US", zone: "-0500", arrivesRange: "Arrives [from] & [to]" });
  expect(datasetOf("<p>no date</p>")).toBeNull();
});

it.each([["94110", "US-CA"], ["10001", "US"], [null, "US"]])("sends what the theme's own script tells of a visitor with the postal code %s", (postcode, lane) => {
  const sent = beaconsOf(script, datasetOf(PAGE) ?? {}, postcode);
  expect(sent.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([["/apps/hither/shown", { table: "t7", lane, service: "*", day: "2026-11-20", surface: "product" }]]);
});
