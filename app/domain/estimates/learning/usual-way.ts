import type { UsualWay } from "./learned.ts";
import type { ShopCodes, ShopColumns } from "./shop-columns.ts";

const RECENT_DAYS = 120;
/** A favourite takes so large a share of at least so many parcels. */
const CLEAR = { share: 0.6, parcels: 5 };

const favourites = (counts: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, string> => {
  const clear = new Map<string, string>();
  for (const [key, byName] of counts) {
    const total = [...byName.values()].reduce((sum, one) => sum + one, 0);
    for (const [name, parcels] of byName) if (total >= CLEAR.parcels && parcels >= CLEAR.share * total) clear.set(key, name);
  }
  return clear;
};

/** Who usually carries what where, and from which location, by the parcels handed over in the four months before the morning of `today`. */
export const usualWay = ({ size, handed, keys, measures }: ShopColumns, texts: ShopCodes["texts"], today: number): UsualWay => {
  const names = (column: "carrier" | "service" | "region" | "country" | "location"): readonly string[] => [...texts[column].keys()];
  const [carriers, services, regions, countries, locations] = [names("carrier"), names("service"), names("region"), names("country"), names("location")];
  const [counts, places] = [new Map<string, Map<string, number>>(), new Map<string, Map<string, number>>()];
  const count = (into: Map<string, Map<string, number>>, key: string, name: string): void => {
    let byName = into.get(key);
    if (!byName) into.set(key, (byName = new Map()));
    byName.set(name, (byName.get(name) ?? 0) + 1);
  };
  const sums = new Map<string, { many: number; home: number; abroad: number }>();
  for (let at = 0; at < size; at += 1) {
    if (!(handed[at]! < today && handed[at]! >= today - RECENT_DAYS)) continue;
    const location = locations[keys.location[at]!];
    if (location !== undefined) count(places, "*", location);
    const country = countries[keys.country[at]!];
    if (country !== undefined && keys.distance[at]! >= 0) {
      const sum = sums.get(country) ?? { many: 0, home: 0, abroad: 0 };
      sums.set(country, { many: sum.many + 1, home: sum.home + measures.home[at]!, abroad: sum.abroad + measures.abroad[at]! });
    }
    const carrier = carriers[keys.carrier[at]!];
    if (carrier === undefined) continue;
    const service = services[keys.service[at]!];
    for (const area of [regions[keys.region[at]!], country, "*"]) {
      if (area === undefined) continue;
      count(counts, `*|${area}`, carrier);
      if (service !== undefined) count(counts, `${service}|${area}`, carrier);
    }
  }
  return { carriers: favourites(counts), location: favourites(places).get("*") ?? null, ways: new Map([...sums].map(([country, { many, home, abroad }]) => [country, { home: home / many, abroad: abroad / many }])) };
};
