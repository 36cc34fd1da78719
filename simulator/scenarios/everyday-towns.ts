import type { Address, Random } from "../world/types.ts";
import { buyerIn, type Destination } from "./places.ts";

/** A town buyers live in: where it is, some of its postal codes, and about how many of a hundred buyers live there. */
export type EverydayTown = {
  readonly city: string; readonly province: string; readonly code: string; readonly country: "US" | "CA"; readonly at: readonly [latitude: number, longitude: number];
  readonly zips: readonly string[]; readonly share: number;
};

type Row = readonly [city: string, province: string, code: string, latitude: number, longitude: number, share: number, ...zips: string[]];

/** Real towns and postal codes. Most buyers live in a few states, the shop's own first, so that dates of their own can be learned for those; the others are thin. */
const US_TOWNS: readonly Row[] = [
  ["Boston", "Massachusetts", "MA", 42.36, -71.06, 10, "02118", "02139", "01609"], ["New York", "New York", "NY", 40.71, -74.01, 17, "10011", "11215", "14201", "12207"],
  ["Newark", "New Jersey", "NJ", 40.74, -74.17, 5, "07102", "08540"], ["Philadelphia", "Pennsylvania", "PA", 39.95, -75.17, 10, "19147", "15201", "17101"],
  ["Baltimore", "Maryland", "MD", 39.29, -76.61, 2, "21230", "20910"], ["Richmond", "Virginia", "VA", 37.54, -77.44, 2, "23220", "22201"],
  ["Charlotte", "North Carolina", "NC", 35.23, -80.84, 3, "28203", "27601"], ["Atlanta", "Georgia", "GA", 33.75, -84.39, 2, "30307", "31401"],
  ["Miami", "Florida", "FL", 25.76, -80.19, 9, "33133", "33606", "32803"], ["Nashville", "Tennessee", "TN", 36.16, -86.78, 1, "37206", "38104"],
  ["Columbus", "Ohio", "OH", 39.96, -83.0, 2, "43201", "44113"], ["Detroit", "Michigan", "MI", 42.33, -83.05, 2, "48201", "49503"],
  ["Chicago", "Illinois", "IL", 41.88, -87.63, 9, "60647", "61820"], ["Minneapolis", "Minnesota", "MN", 44.98, -93.27, 1, "55408"],
  ["St. Louis", "Missouri", "MO", 38.63, -90.2, 1, "63104", "64108"], ["Austin", "Texas", "TX", 30.27, -97.74, 10, "78704", "75206", "77006"],
  ["Denver", "Colorado", "CO", 39.74, -104.99, 2, "80205"], ["Salt Lake City", "Utah", "UT", 40.76, -111.89, 1, "84102"],
  ["Phoenix", "Arizona", "AZ", 33.45, -112.07, 1, "85003", "85701"], ["Las Vegas", "Nevada", "NV", 36.17, -115.14, 1, "89101"],
  ["Los Angeles", "California", "CA", 34.05, -118.24, 9, "90026", "92103", "91103"], ["Oakland", "California", "CA", 37.8, -122.27, 8, "94609", "95814"],
  ["Portland", "Oregon", "OR", 45.52, -122.68, 1, "97214"], ["Seattle", "Washington", "WA", 47.61, -122.33, 2, "98107", "99201"],
];
const CANADIAN_TOWNS: readonly Row[] = [
  ["Toronto", "Ontario", "ON", 43.65, -79.38, 4, "M6J 1H8", "K1N 5Z4"], ["Montreal", "Quebec", "QC", 45.5, -73.57, 2, "H2T 2S8"], ["Vancouver", "British Columbia", "BC", 49.28, -123.12, 2, "V5T 3J7"],
];

const read = (country: "US" | "CA") => ([city, province, code, latitude, longitude, share, ...zips]: Row): EverydayTown => ({ city, province, code, country, at: [latitude, longitude], share, zips });

/** Where ordinary buyers live. */
export const EVERYDAY_TOWNS: readonly EverydayTown[] = [...US_TOWNS.map(read("US")), ...CANADIAN_TOWNS.map(read("CA"))];

const ALL_SHARES = EVERYDAY_TOWNS.reduce((sum, { share }) => sum + share, 0);

/** A seeded town, as often as it has buyers, and one of its postal codes. */
export const drawTown = (random: Random): { readonly town: EverydayTown; readonly zip: string } => {
  let left = random() * ALL_SHARES;
  const town = EVERYDAY_TOWNS.find(({ share }) => (left -= share) < 0) ?? EVERYDAY_TOWNS[0];
  const zip = town?.zips[Math.floor(random() * town.zips.length)];
  if (town === undefined || zip === undefined) throw new Error("a town without postal codes");
  return { town, zip };
};

/** A buyer there. Facilities on the way are not named: a story knows its own. */
export const buyerOf = ({ city, province, code, country }: EverydayTown, zip: string, random: Random): Destination =>
  buyerIn({
    city, province, province_code: code, zip, country: country === "US" ? "United States" : "Canada", country_code: country, streets: ["Maple Street", "Oak Avenue", "Second Street", "Mill Road"], phone: null, hubs: [],
  } satisfies Omit<Address, "first_name" | "last_name" | "address1" | "address2"> & { streets: string[]; hubs: [] }, random);

/** Kilometres as the crow flies, to the nearest ten. */
export const distanceKm = ([north, east]: EverydayTown["at"], [otherNorth, otherEast]: EverydayTown["at"]): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = Math.sin(radians(otherNorth - north) / 2) ** 2 + Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * Math.sin(radians(otherEast - east) / 2) ** 2;
  return Math.round((2 * 6_371 * Math.asin(Math.sqrt(half))) / 10) * 10;
};
