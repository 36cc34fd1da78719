import { regionOf } from "../../carriers/geography/region.ts";
import { countryOf } from "../../carriers/geography/country.ts";
import { kilometres } from "../../carriers/geography/distance.ts";
import type { Lane, LanePlace } from "./lane.ts";
import { PEOPLE_OF_COUNTRIES, PEOPLE_OF_REGIONS } from "./where-people-live.ts";

/** Where parcels are sent from: country and region by Shopify's id of the location. */
export type Origins = ReadonlyMap<string, Pick<LanePlace, "country" | "region">>;

/**
 * How far a parcel goes, for the tables and slopes of a leg: the logarithm of its kilometres less that of a usual way within a country and across a border (0 for the
 * other of the two), and a band of a third of that logarithm. Within a country and across a border are told apart: a border costs days, an aeroplane few.
 */
export type WayMeasures = { readonly home: number; readonly abroad: number; readonly band: string | null };

const NOWHERE_KNOWN: WayMeasures = { home: 0, abroad: 0, band: null };
/** Added before taking logarithms: within a town ten kilometres more matter little. */
const NEAREST_KM = 20;
/** Logarithms of a usual way: 545 and 2,980 km. They are zero points only. */
const USUAL = { home: 6.3, abroad: 8 };
/** Bands as those of a marketplace's orders were measured: three to a factor of e. */
const BANDS_PER_E = 3;

type Abode = { readonly latitude: number; readonly longitude: number; readonly radiusKm: number };
const rowsOf = (table: string, prefix: string): (readonly [string, Abode])[] =>
  table.trim().split(/[|\n]/).map((row) => { const [code = "", latitude, longitude, spread] = row.split(" "); return [`${prefix}${code}`, { latitude: Number(latitude), longitude: Number(longitude), radiusKm: Number(spread) }]; });

const abodes: ReadonlyMap<string, Abode> = new Map([...rowsOf(PEOPLE_OF_COUNTRIES, ""), ...Object.entries(PEOPLE_OF_REGIONS).flatMap(([country, table]) => rowsOf(table, `${country}-`))]);

/** Of a region known by its outline alone, people live within half of its radius. */
const abodeOf = ({ country, region }: Pick<LanePlace, "country" | "region">): Abode | null => {
  const code = countryOf(country)?.code;
  if (code === undefined) return null;
  const outline = regionOf(code, region);
  const own = abodes.get(`${code}-${outline?.code ?? region?.toUpperCase() ?? ""}`);
  return own ?? (outline ? { ...outline, radiusKm: outline.radiusKm / 2 } : (abodes.get(code) ?? null));
};

/** The way a usual parcel goes (km): root of the mean square over everybody who may send and receive it. Null where a place is not known. */
export const usualKilometres = (from: Pick<LanePlace, "country" | "region">, to: Pick<LanePlace, "country" | "region">): number | null => {
  const [a, b] = [abodeOf(from), abodeOf(to)];
  return a && b ? Math.hypot(kilometres(a, b), a.radiusKm, b.radiusKm) : null;
};

/** Measures ways from a shop's locations; every pair of places is worked out once. A location or destination nobody knows has none. */
export const waysFrom = (origins: Origins): ((location: string | null, to: Pick<LanePlace, "country" | "region">) => WayMeasures) => {
  const known = new Map<string, WayMeasures>();
  const measure = (location: string, to: Pick<LanePlace, "country" | "region">): WayMeasures => {
    const from = origins.get(location);
    const km = from ? usualKilometres(from, to) : null;
    if (!from || km === null) return NOWHERE_KNOWN;
    const [log, within] = [Math.log(NEAREST_KM + km), countryOf(from.country)?.code === countryOf(to.country)?.code];
    return { home: within ? log - USUAL.home : 0, abroad: within ? 0 : log - USUAL.abroad, band: `${within ? "home" : "abroad"} ${Math.floor(log * BANDS_PER_E)}` };
  };
  return (location, { country, region }) => {
    if (location === null || country === null) return NOWHERE_KNOWN;
    const key = `${location}|${country}|${region ?? ""}`;
    let way = known.get(key);
    if (!way) known.set(key, (way = measure(location, { country, region })));
    return way;
  };
};

/** The regions of a wide country as lanes: distance tells their dates apart before any parcel went there. None of a country whose middle says enough. */
export const regionLanesOf = (country: string): readonly Lane[] => (Object.hasOwn(PEOPLE_OF_REGIONS, country) ? [...abodes.keys()].filter((one) => one.startsWith(`${country}-`)) : []);
