import type { Address, Location } from "./types.ts";

/** Who packs an order: always the first location, or whichever is nearer to the buyer. */
export type Routing = "main" | "nearest";

/** What the west-coast warehouse is nearer to. About one American buyer in seven lives there. */
const WEST: ReadonlySet<string> = new Set(["CA", "NV", "UT", "HI"]);

/** The location that packs for an address; Shopify decides it when the order is placed and splits no order of this shop. */
export function packsAt(locations: readonly Location[], routing: Routing, to: Pick<Address, "country_code" | "province_code">): Location {
  const [main, west] = locations;
  if (main === undefined) throw new Error("The pretend shop has no location");
  const isWestern = to.country_code === "US" && to.province_code !== null && WEST.has(to.province_code);
  return routing === "nearest" && isWestern && west !== undefined ? west : main;
}
