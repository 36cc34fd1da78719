import { weekdayOfDay } from "../engine/day-kinds.ts";
import type { Question } from "../engine/parcels.ts";
import { waysFrom, type Origins } from "./distances.ts";
import { zipPrefix, type LanePlace } from "./lane.ts";
import type { Fitted } from "./learned.ts";
import { statedBy, type Stated } from "./shop-legs.ts";
import type { DeliveryRules } from "../delivery-rules.ts";

/** What of a parcel decides how long it takes; null is what nobody knows yet. */
export type Traits = { readonly place: LanePlace; readonly carrier: string | null; readonly service: string | null; readonly location: string | null; readonly items: number };

/** The columns that are texts. */
export const TEXT_COLUMNS = ["country", "region", "zip2", "zip3", "location", "carrier", "service", "distance"] as const;
/** One of the columns that are texts. */
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** The text of every column, null where it is not known. Regions and postal prefixes are told apart by country; `distance` is the band of the way. */
export const textsOf = ({ place: { country, region, zip }, location, carrier, service }: Traits, distance: string | null): Readonly<Record<TextColumn, string | null>> => {
  const prefix = country === null ? null : zipPrefix(zip);
  return {
    country, region: country === null || region === null ? null : `${country}-${region}`,
    zip2: prefix === null ? null : `${country}-${prefix.slice(0, 2)}`, zip3: prefix === null ? null : `${country}-${prefix}`, location, carrier, service, distance,
  };
};

/** Pieces beyond the first; more than three pack alike. */
export const itemsMeasure = (items: number): number => Math.max(1, Math.min(3, items)) - 1;

/** The carrier that usually takes such a parcel, null where none is clearly the usual one. */
export const usualCarrier = ({ usual }: Pick<Fitted, "usual">, service: string | null, { country, region }: LanePlace): string | null => {
  const areas = [...(country !== null && region !== null ? [`${country}-${region}`] : []), ...(country === null ? [] : [country]), "*"];
  for (const known of service === null ? ["*"] : [service, "*"]) for (const area of areas) {
    const carrier = usual.carriers.get(`${known}|${area}`);
    if (carrier !== undefined) return carrier;
  }
  return null;
};

const readers = new WeakMap<DeliveryRules, ReturnType<typeof statedBy>>();
const stated = (rules: DeliveryRules, country: string | null, service: string | null): Stated => {
  let reader = readers.get(rules);
  if (!reader) readers.set(rules, (reader = statedBy(rules)));
  return reader(country, service);
};

const ways = new WeakMap<Origins, ReturnType<typeof waysFrom>>();
const wayOf = (origins: Origins, location: string | null, place: LanePlace): ReturnType<ReturnType<typeof waysFrom>> => {
  let measured = ways.get(origins);
  if (!measured) ways.set(origins, (measured = waysFrom(origins)));
  return measured(location, place);
};

/** The question about a parcel in the codes of the columns. What is not known and has a usual answer gets that. `countsOn` in days since 1970, null once handed over. */
export const questionAbout = (fitted: Fitted, traits: Traits, countsOn: number | null): Question => {
  const { codes, usual, rules, origins } = fitted;
  const location = traits.location ?? usual.location;
  const way = wayOf(origins, location, traits.place);
  const { home, abroad } = (traits.place.region === null && traits.place.country !== null ? usual.ways.get(traits.place.country) : undefined) ?? way;
  const texts = textsOf({ ...traits, carrier: traits.carrier ?? usualCarrier(fitted, traits.service, traits.place), location }, traits.place.region === null ? null : way.band);
  const keys: Record<string, number> = { countsOn: countsOn === null ? -1 : weekdayOfDay(countsOn) };
  for (const column of TEXT_COLUMNS) { const text = texts[column]; keys[column] = text === null ? -1 : (codes[column]?.get(text) ?? -1); }
  const { transit, near } = stated(rules, traits.place.country, traits.service);
  return { bought: 0, handedOver: null, keys, measures: { items: itemsMeasure(traits.items), transit, near, home, abroad } };
};
