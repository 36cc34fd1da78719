import type { DeliveryRules } from "../delivery-rules.ts";
import { regionLanesOf } from "./distances.ts";
import type { Learned } from "./learned.ts";
import { lanesOf, placeOfLane, type Lane } from "./lane.ts";
import type { ShopCodes, ShopColumns } from "./shop-columns.ts";

/** Arrivals of the last year without which a destination has no date of its own. */
const LEAST = 30;
const YEAR = 365;

/** Destinations with enough parcels that arrived before the morning of `today` (days since 1970), and the countries for which times are stated; most parcels first. */
export const knownLanes = ({ size, arrived, keys }: ShopColumns, { lanes }: ShopCodes, today: number, rules: DeliveryRules): readonly { readonly lane: Lane; readonly parcels: number }[] => {
  const own = new Int32Array(lanes.length);
  for (let at = 0; at < size; at += 1) if (arrived[at]! < today && arrived[at]! >= today - YEAR) own[keys.lane[at]!]! += 1;
  const all = new Map<Lane, number>();
  lanes.forEach((finest, code) => { for (const lane of lanesOf(placeOfLane(finest))) all.set(lane, (all.get(lane) ?? 0) + own[code]!); });
  const stated = new Set(rules.transit.map(({ country }) => country));
  for (const country of stated) all.set(country, all.get(country) ?? 0);
  return [...all].filter(([lane, parcels]) => lane !== "*" && (parcels >= LEAST || stated.has(lane))).map(([lane, parcels]) => ({ lane, parcels })).sort((a, b) => b.parcels - a.parcels || (a.lane < b.lane ? -1 : 1));
};

/** Lanes with dates of their own: those that are known, and where locations are too, every region of the wide countries among them, which distance tells apart. */
export const lanesWithDates = ({ lanes, origins }: Pick<Learned, "lanes" | "origins">): ReadonlySet<Lane> =>
  new Set(lanes.flatMap(({ lane, parcels }) => [lane, ...(parcels >= LEAST && origins.size > 0 ? regionLanesOf(lane) : [])]));
