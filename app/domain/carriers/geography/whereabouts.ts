import { cityKey } from "./city-key.ts";
import { countryOf } from "./country.ts";
import type { Spot } from "./distance.ts";
import { foldedName } from "./folded-name.ts";
import { regionOf } from "./region.ts";

/** A place as a source writes it. */
type Written = { readonly city: string | null; readonly region: string | null; readonly country: string | null; readonly zip: string | null };

/** The same place in codes that can be compared: null where the source says nothing, or nothing that is known. */
export type Whereabouts = {
  readonly country: string | null; // ISO 3166-1 alpha-2
  readonly region: string | null; // ISO 3166-2 without the country; only regions of the tables
  readonly regionName: string | null;
  readonly city: string | null; // as `cityKey` writes it
  readonly zip: string | null; // capitals and digits alone
  readonly spot: Spot | null; // of the region, else of the country
};

/** Nothing is known. */
export const NOWHERE: Whereabouts = { country: null, region: null, regionName: null, city: null, zip: null, spot: null };

/** Reads a place. A place without a country is read in `home` when that country has such a region: carriers leave out their own country. */
export const whereaboutsOf = (place: Written | null, home: string | null): Whereabouts => {
  if (place === null) return NOWHERE;
  const stated = place.country ? countryOf(place.country) : null;
  const region = place.region ? regionOf(stated?.code ?? (place.country ? null : home), place.region) : null;
  const country = stated ?? (region ? countryOf(region.country) : null);
  const territory = region === null && place.region && country?.code === "US" && /^(?:PR|VI|GU|AS|MP)$/i.test(place.region) ? countryOf(place.region) : null;
  return {
    country: country?.code ?? null, region: region?.code ?? null, regionName: region?.name ?? null,
    city: place.city ? cityKey(place.city) || null : null, zip: place.zip ? foldedName(place.zip).replaceAll(" ", "").toUpperCase() || null : null,
    spot: region ?? territory ?? country,
  };
};

/** Whether two places can be one: equal in whatever both state. Towns are compared only where the sources agree on the rest. */
export const canBeOnePlace = (a: Whereabouts, b: Whereabouts): boolean =>
  (a.country === null || b.country === null || a.country === b.country) && (a.region === null || b.region === null || a.region === b.region) && (a.city === null || b.city === null || a.city === b.city);

/** Whether two places are certainly not the same town. */
export const isElsewhere = (a: Whereabouts, b: Whereabouts): boolean => !canBeOnePlace(a, b);

/** How many leading signs of a postal code name an area around one sorting centre. USPS three-digit areas; forward sortation areas of Canada; Germany's Leitregionen. Read 2026-11-21. */
const AREA: Readonly<Record<string, number>> = { US: 3, CA: 3, DE: 2, FR: 2, ES: 2, IT: 2, AU: 2, MX: 2, BR: 2, NL: 2, PL: 2 };

/** Whether two postal codes of a country belong to one area; false where either is missing. */
export const isSamePostalArea = (country: string | null, a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  const length = country === null ? 0 : (AREA[country] ?? 0);
  if (country === "GB") return a.replace(/\d[A-Z]{2}$/, "") === b.replace(/\d[A-Z]{2}$/, "");
  return length === 0 ? a === b : a.slice(0, length) === b.slice(0, length);
};
