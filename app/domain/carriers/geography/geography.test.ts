import { describe, expect, it } from "vitest";
import { cityKey } from "./city-key.ts";
import { countryOf } from "./country.ts";
import { COUNTRY_TABLE } from "./country-table.ts";
import { detourKilometres, gapKilometres, kilometres } from "./distance.ts";
import { regionOf } from "./region.ts";
import { canBeOnePlace, isSamePostalArea, whereaboutsOf } from "./whereabouts.ts";

const at = (text: string) => {
  const [city = "", region = "", country = "", zip = ""] = text.split("/");
  return { city: city || null, region: region || null, country: country || null, zip: zip || null };
};
const where = (text: string, home: string | null = null) => whereaboutsOf(at(text), home);

describe("countries", () => {
  it.each([["US", "US"], ["usa", "US"], ["United States", "US"], ["UNITED STATES OF AMERICA", "US"], ["DEU", "DE"], ["Allemagne", "DE"], ["Deutschland", "DE"], ["Alemania", "DE"], ["Korea, Republic of", "KR"], ["Viet Nam", "VN"], ["Türkiye", "TR"], ["U.K.", "GB"], ["Hong Kong SAR", "HK"], ["Czech Republic", "CZ"], ["España", "ES"], ["Brasil", "BR"]])("%s is %s", (text, code) => {
    expect(countryOf(text)?.code).toBe(code);
  });

  it("are none where the text names none", () => {
    expect([countryOf(null), countryOf(""), countryOf("somewhere"), countryOf("constructor"), countryOf("ZZ")]).toEqual([null, null, null, null, null]);
  });

  it("lie on the map", () => {
    const codes = COUNTRY_TABLE.trim().split(/[|\n]/).map((row) => row.slice(0, 2));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      const country = countryOf(code);
      expect([Math.abs(country?.latitude ?? 99) <= 90, Math.abs(country?.longitude ?? 999) <= 180, (country?.radiusKm ?? 0) >= 10], code).toEqual([true, true, true]);
    }
  });
});

describe("regions", () => {
  it.each([["US", "NY", "NY"], ["US", "New York", "NY"], ["usa", "US-CA", "CA"], ["US", "Washington", "WA"], ["US", "District of Columbia", "DC"], ["CA", "Québec", "QC"], ["CA", "QUEBEC", "QC"], ["DE", "Bayern", "BY"], ["DE", "Bavaria", "BY"], ["MX", "NL", "NLE"], ["MX", "Nuevo León", "NLE"], ["BR", "São Paulo", "SP"], ["JP", "JP-13", "13"], ["JP", "Tokyo", "13"], ["IT", "Milano", "MI"], ["AU", "Queensland", "QLD"], ["GB", "Scotland", "SCT"], ["ES", "Barcelona", "B"]])("%s %s is %s", (country, text, code) => {
    expect(regionOf(country, text)?.code).toBe(code);
  });

  it("are looked for only in their own country", () => {
    expect([regionOf("DE", "New York"), regionOf(null, "NY"), regionOf("US", "Ontario"), regionOf("US", null)]).toEqual([null, null, null, null]);
  });
});

describe("distances", () => {
  it("are those of the great circle", () => {
    const [newYork, london] = [{ latitude: 40.71, longitude: -74.01, radiusKm: 0 }, { latitude: 51.51, longitude: -0.13, radiusKm: 0 }];
    expect(kilometres(newYork, london)).toBeGreaterThan(5_560);
    expect(kilometres(newYork, london)).toBeLessThan(5_580);
    expect(kilometres({ latitude: 0, longitude: 179, radiusKm: 0 }, { latitude: 0, longitude: -179, radiusKm: 0 })).toBeCloseTo(222.4, 0);
  });

  it("are doubted by the size of what is only known as a region", () => {
    const [nevada, utah, maine] = ["Nevada", "Utah", "Maine"].map((name) => regionOf("US", name));
    expect(nevada && utah && gapKilometres(nevada, utah)).toBe(0);
    expect(nevada && maine && gapKilometres(nevada, maine)).toBeGreaterThan(2_500);
    expect(nevada && utah && maine && detourKilometres(nevada, utah, maine)).toBeLessThan(100);
    expect(nevada && utah && maine && detourKilometres(nevada, maine, utah)).toBeGreaterThan(5_000);
  });
});

describe("places", () => {
  it("are one when they differ only in spelling or in detail", () => {
    expect(canBeOnePlace(where("ST. LOUIS/MO/US"), where("Saint Louis/Missouri/United States"))).toBe(true);
    expect(canBeOnePlace(where("MÜNCHEN//DE"), where("Munchen//Germany"))).toBe(true);
    expect(canBeOnePlace(where("//US"), where("Newark/NJ/US"))).toBe(true);
    expect(canBeOnePlace(where("Springfield/IL/US"), where("Springfield/MA/US"))).toBe(false);
    expect(canBeOnePlace(where("Newark/NJ/US"), where("Trenton/NJ/US"))).toBe(false);
  });

  it("without a country are read in the country at hand, when it has such a region", () => {
    expect(where("Newark/NJ/", "US")).toMatchObject({ country: "US", region: "NJ" });
    expect(where("Newark/NJ/", "DE")).toMatchObject({ country: null, region: null, spot: null });
    expect(where("Newark/NJ/", null)).toMatchObject({ country: null, region: null });
  });

  it("know Puerto Rico on its own, though carriers call it a state", () => {
    expect(where("San Juan/PR/US").spot?.longitude).toBeCloseTo(-66.5, 0);
  });

  it("write out what carriers shorten", () => {
    expect([cityKey("FT. WORTH"), cityKey("Mt Vernon"), cityKey("St-Étienne"), cityKey("N. Charleston")]).toEqual(["fort worth", "mount vernon", "saint etienne", "north charleston"]);
  });

  it("share a postal area by the rules of their country", () => {
    expect([isSamePostalArea("US", "10001", "10036"), isSamePostalArea("US", "10001", "11201"), isSamePostalArea("GB", "SW1A1AA", "SW1A2BB"), isSamePostalArea("CA", "M5V2T6", "M5V3L9"), isSamePostalArea("US", null, "10001")]).toEqual([true, false, true, true, false]);
  });
});
