import { countryOf } from "./country.ts";
import { foldedName } from "./folded-name.ts";
import { REGIONS_OF_THE_AMERICAS } from "./regions-americas.ts";
import { REGIONS_OF_ASIA_AND_THE_PACIFIC } from "./regions-asia-pacific.ts";
import { REGIONS_OF_EUROPE } from "./regions-europe.ts";

/** A state, province or region of a country. */
export type Region = {
  readonly country: string; // ISO 3166-1 alpha-2
  readonly code: string; // ISO 3166-2 without the country
  readonly name: string; // in English
  readonly latitude: number; // of its middle, degrees
  readonly longitude: number;
  readonly radiusKm: number;
};

/** Codes other than ISO's that Shopify and carriers write. Shopify Admin API, provinces of Mexico; USPS Publication 28, read 2026-11-21. */
const OTHER_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MX: {
    ags: "AGU", bc: "BCN", camp: "CAM", chis: "CHP", chih: "CHH", df: "CMX", cdmx: "CMX", coah: "COA", dgo: "DUR", gto: "GUA", hgo: "HID", mich: "MIC", nl: "NLE", qro: "QUE", "q roo": "ROO", tamps: "TAM",
    tlax: "TLA", edomex: "MEX", "estado de mexico": "MEX", "mexico df": "CMX", dif: "CMX", gro: "GRO", oax: "OAX", son: "SON",
  },
  CA: { pq: "QC", nf: "NL", newfoundland: "NL", pei: "PE" },
  US: { "d c": "DC", calif: "CA", fla: "FL", mass: "MA", penn: "PA", wash: "WA", tex: "TX" },
  DE: { nrw: "NW", bayern: "BY" },
};

const regions = new Map<string, Map<string, Region>>();
for (const [country, table] of Object.entries({ ...REGIONS_OF_THE_AMERICAS, ...REGIONS_OF_EUROPE, ...REGIONS_OF_ASIA_AND_THE_PACIFIC })) {
  const named = new Map<string, Region>();
  const rows = table.trim().split(/[|\n]/).map((row) => /^(\S+) (\S+) (\S+) (\S+) (.*)$/.exec(row) ?? []);
  const all = rows.map(([, code = "", latitude, longitude, radiusKm, names = ""]) => ({ names: names.split("/"), region: { country, code, name: names.split("/")[0] ?? code, latitude: Number(latitude), longitude: Number(longitude), radiusKm: Number(radiusKm) } }));
  for (const { region } of all) named.set(region.code.toLowerCase(), region).set(`${country} ${region.code}`.toLowerCase(), region);
  for (const { names, region } of all) for (const name of names.map(foldedName)) if (!named.has(name)) named.set(name, region);
  for (const [spelling, code] of Object.entries(OTHER_CODES[country] ?? {})) {
    const region = named.get(code.toLowerCase());
    if (region) named.set(spelling, region);
  }
  regions.set(country, named);
}

/** The region a source means by a code ("NY", "US-NY", "JP-13") or a name, in a country given by code or name. Null where it is not known. */
export const regionOf = (country: string | null | undefined, text: string | null | undefined): Region | null => {
  if (!text) return null;
  const code = countryOf(country)?.code;
  return code === undefined ? null : (regions.get(code)?.get(foldedName(text)) ?? null);
};
