import { countryOf } from "#app/domain/carriers/geography/country.ts";
import type { Place } from "#app/domain/shipments/scan.ts";

const words = (value: string | null | undefined): string | null => {
  const text = value?.trim() ?? "";
  return text === "" || /^(?:null|n\/?a|-+)$/i.test(text) ? null : text;
};

/** A place from a vendor's fields; null when none of them says anything. */
export const placeOf = (told: { readonly city?: string | null | undefined; readonly region?: string | null | undefined; readonly country?: string | null | undefined; readonly zip?: string | null | undefined }): Place | null => {
  const place = { city: words(told.city), region: words(told.region), country: countryOf(words(told.country))?.code ?? null, zip: words(told.zip) };
  return place.city ?? place.region ?? place.country ?? place.zip ? place : null;
};

const ZIP = /^(?:\d{4,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/i;

/** The parts of a line: by its commas, or, without any, "Milan - Italy" and "Mechelen (BE)". */
const partsOf = (line: string): readonly string[] => {
  const parts = line.includes(",") ? line.split(",") : (/^(.+?) - (.+)$/.exec(line) ?? /^(.+?)\s*\(([A-Za-z]{2,3})\)\s*$/.exec(line))?.slice(1) ?? [line];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
};

/**
 * A place written in one line, as carriers write it: "GASQUET, CA, US", "Wayne, NJ, 07470, US", "Anderson, CA 96007", "HERNANDO, 34442, FL",
 * "Milan - Italy", "Germany". What cannot be told apart is the city.
 */
export const placeOfLine = (line: string | null | undefined): Place | null => {
  const parts = partsOf(line ?? "");
  const last = parts.at(-1) ?? "";
  // "PORTLAND, OR" and "TORONTO, CA" look alike: two letters behind a city alone may be a state, and are read as one.
  const country = /^[A-Z]{2}$/.test(last) && parts.length === 2 && !(line ?? "").includes("(") ? null : (countryOf(last)?.code ?? null);
  const rest = country === null ? parts : parts.slice(0, -1);
  const spelled = rest.flatMap((part, index) => (index > 0 && /^[A-Z]{2,3} \S/.test(part) ? [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)] : [part]));
  const zip = spelled.find((part, index) => index > 0 && ZIP.test(part)) ?? null;
  const region = spelled.findLast((part, index) => index > 0 && /^[A-Z]{2,3}$/.test(part)) ?? null;
  const city = spelled.filter((part, index) => index === 0 || (part !== zip && part !== region)).join(", ");
  return placeOf({ city, region, country, zip });
};
