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

/**
 * A place written in one line, as carriers write it: "GASQUET, CA, US", "Anderson, CA 96007, US", "Germany". What cannot be told apart
 * is the city; the line is never taken apart further than its commas allow.
 */
export const placeOfLine = (line: string | null | undefined): Place | null => {
  const parts = (line ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  // "PORTLAND, OR" and "TORONTO, CA" look alike: two letters behind a city alone may be a state, and are read as one.
  const country = /^[A-Z]{2}$/.test(last) && parts.length === 2 ? null : (countryOf(last)?.code ?? null);
  const rest = country === null ? parts : parts.slice(0, -1);
  const [, region, zip] = /^([A-Z]{2,3})(?:\s+(\S.*))?$/.exec(rest.at(-1) ?? "") ?? [];
  const isRegion = rest.length > 1 && region !== undefined;
  const city = (isRegion ? rest.slice(0, -1) : rest).join(", ");
  return placeOf({ city, region: isRegion ? region : null, country, zip: isRegion ? zip : null });
};
