import type { TimeZone } from "../../shared/calendar.ts";
import { countryOf } from "./country.ts";
import { foldedName } from "./folded-name.ts";
import { regionOf } from "./region.ts";
import { zoneOfRegion } from "./zones-of-regions.ts";

/** A place as a source writes it; a city helps where a state lies in two zones. */
export type WrittenPlace = { readonly country: string | null; readonly region: string | null; readonly city?: string | null };

/** The time zone clocks show at a place: the country's, or in a country with several, the state's. Null where that is not known. */
export const zoneOf = ({ country, region, city = null }: WrittenPlace): TimeZone | null => {
  const land = countryOf(country);
  if (!land) return null;
  const code = regionOf(land.code, region)?.code ?? region?.trim().toUpperCase() ?? "";
  return zoneOfRegion(land.code, code, city === null ? null : foldedName(city)) ?? land.zone;
};
