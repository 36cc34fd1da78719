/**
 * A destination as dates before purchase know it, from the coarsest to the finest: `*`, `US`, `US-CA`, `US-CA-941`. Regions are Shopify's province
 * codes, the last part is the first three letters or figures of the postal code.
 */
export type Lane = string;

/** What of a destination decides its lane. */
export type LanePlace = { readonly country: string | null; readonly region: string | null; readonly zip: string | null };

/** The first three letters or figures of a postal code; null where there are fewer. */
export const zipPrefix = (zip: string | null): string | null => {
  const plain = zip?.toUpperCase().replace(/[^A-Z0-9]/g, "") ?? "";
  return plain.length < 3 ? null : plain.slice(0, 3);
};

/** Every lane a destination lies in, the finest first; the last is always `*`. */
export const lanesOf = ({ country, region, zip }: LanePlace): readonly Lane[] => {
  if (country === null) return ["*"];
  const prefix = zipPrefix(zip);
  return [...(region !== null && prefix !== null ? [`${country}-${region}-${prefix}`] : []), ...(region === null ? [] : [`${country}-${region}`]), country, "*"];
};

/** The finest of the known lanes a destination lies in. `*` need not be among them. */
export const laneIn = (known: ReadonlySet<Lane>, place: LanePlace): Lane => lanesOf(place).find((one) => known.has(one)) ?? "*";

/** The parts of a lane. */
export const placeOfLane = (lane: Lane): LanePlace => {
  const [country = "*", region, zip] = lane.split("-");
  return { country: country === "*" ? null : country, region: region ?? null, zip: zip ?? null };
};
