import { expect, it } from "vitest";
import { placeOf, placeOfLine } from "./read-place.ts";

it.each([
  ["GASQUET, CA, US", "GASQUET", "CA", "US", null],
  ["Wayne, NJ, 07470, US", "Wayne", "NJ", "US", "07470"],
  ["Anderson, CA 96007, US", "Anderson", "CA", "US", "96007"],
  ["HERNANDO, 34442, FL", "HERNANDO", "FL", null, "34442"],
  ["HOUSTON, TX, 77063", "HOUSTON", "TX", null, "77063"],
  ["SAINTE-FOY, QC", "SAINTE-FOY", "QC", null, null],
  ["PORTLAND, OR", "PORTLAND", "OR", null, null],
  ["TORONTO, CA", "TORONTO", "CA", null, null], // Canada or California: nobody can tell
  ["Milan - Italy ", "Milan", null, "IT", null],
  ["Mechelen (BE)", "Mechelen", null, "BE", null],
  ["Berlin, 10437, DE", "Berlin", null, "DE", "10437"],
  ["Oderweg 2, AMSTERDAM", "Oderweg 2, AMSTERDAM", null, null, null],
  ["US", null, null, "US", null],
  ["Stafford DO", "Stafford DO", null, null, null],
])("reads %j", (line, city, region, country, zip) => {
  expect(placeOfLine(line)).toEqual({ city, region, country, zip });
});

it("knows no place where nothing is said", () => {
  for (const line of ["", " , ", null, undefined, "N/A"]) expect(placeOfLine(line)).toBeNull();
  expect(placeOf({ city: " ", region: null, country: "Atlantis" })).toBeNull();
  expect(placeOf({ city: "LYON", country: "FRA" })).toEqual({ city: "LYON", region: null, country: "FR", zip: null });
});
