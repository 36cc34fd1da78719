import type { Address, Random } from "../world/types.ts";

/** Where a scan happens. Postal codes are left to the destination: facilities rarely tell theirs. */
export type Place = { city: string; state: string | null; country: string; zip: string | null };

/** A buyer: who, where, where their parcels start and through which facilities they pass on their way. */
export type Destination = { address: Address; email: string; locale: string; origin: Place; hubs: Place[]; local: Place };

/** Where the shop packs unless it is told otherwise: its workshop. */
export const ORIGIN: Place = { city: "Hudson", state: "NY", country: "US", zip: "12534" };

const FIRST_NAMES = ["Ada", "Noah", "Mina", "Theo", "Ines", "Jonah", "Ruth", "Silas", "Petra", "Omar", "Lena", "Caleb", "Yuki", "Marta", "Felix", "Nadia", "Hugo", "Iris", "Samir", "Edith"];
const LAST_NAMES = ["Lindqvist", "Okafor", "Hale", "Moreau", "Tanaka", "Brandt", "Whitaker", "Nguyen", "Alvarez", "Novak", "Fraser", "Bianchi", "Castell", "Hartley", "Osei", "Keller", "Byrne", "Sato"];

type Town = {
  city: string; province: string; province_code: string; country: string; country_code: string; zip: string; streets: string[]; phone: string | null; hubs: [string, string, string][];
};

const US = { country: "United States", country_code: "US" };
/** Real towns and postal codes with invented house numbers; phone numbers from ranges reserved for fiction. */
const TOWNS: Town[] = [
  { ...US, city: "Boston", province: "Massachusetts", province_code: "MA", zip: "02118", streets: ["Tremont St", "Shawmut Ave"], phone: "+16175550142", hubs: [["Springfield", "MA", "US"]] },
  { ...US, city: "Brooklyn", province: "New York", province_code: "NY", zip: "11215", streets: ["7th Ave", "Carroll St"], phone: "+17185550117", hubs: [["Albany", "NY", "US"], ["Jersey City", "NJ", "US"]] },
  { ...US, city: "Philadelphia", province: "Pennsylvania", province_code: "PA", zip: "19147", streets: ["Bainbridge St", "S 4th St"], phone: "+12155550163", hubs: [["Albany", "NY", "US"], ["Bellmawr", "NJ", "US"]] },
  { ...US, city: "Asheville", province: "North Carolina", province_code: "NC", zip: "28801", streets: ["Montford Ave", "Charlotte St"], phone: "+18285550109", hubs: [["Albany", "NY", "US"], ["Greensboro", "NC", "US"]] },
  { ...US, city: "Atlanta", province: "Georgia", province_code: "GA", zip: "30307", streets: ["Moreland Ave NE", "Euclid Ave NE"], phone: "+14045550128", hubs: [["Newark", "NJ", "US"], ["Palmetto", "GA", "US"]] },
  { ...US, city: "Chicago", province: "Illinois", province_code: "IL", zip: "60647", streets: ["N Milwaukee Ave", "W Logan Blvd"], phone: "+13125550175", hubs: [["Columbus", "OH", "US"], ["Carol Stream", "IL", "US"]] },
  { ...US, city: "Minneapolis", province: "Minnesota", province_code: "MN", zip: "55408", streets: ["Hennepin Ave", "Lyndale Ave S"], phone: "+16125550134", hubs: [["Columbus", "OH", "US"], ["Eagan", "MN", "US"]] },
  { ...US, city: "Austin", province: "Texas", province_code: "TX", zip: "78704", streets: ["S Congress Ave", "Kinney Ave"], phone: "+15125550156", hubs: [["Memphis", "TN", "US"], ["Coppell", "TX", "US"]] },
  { ...US, city: "Denver", province: "Colorado", province_code: "CO", zip: "80205", streets: ["Larimer St", "Champa St"], phone: "+13035550121", hubs: [["Louisville", "KY", "US"], ["Commerce City", "CO", "US"]] },
  { ...US, city: "Phoenix", province: "Arizona", province_code: "AZ", zip: "85003", streets: ["W Roosevelt St", "N 3rd Ave"], phone: "+16025550188", hubs: [["Memphis", "TN", "US"], ["Tolleson", "AZ", "US"]] },
  { ...US, city: "Seattle", province: "Washington", province_code: "WA", zip: "98107", streets: ["NW Market St", "Ballard Ave NW"], phone: "+12065550147", hubs: [["Louisville", "KY", "US"], ["Kent", "WA", "US"]] },
  { ...US, city: "Portland", province: "Oregon", province_code: "OR", zip: "97214", streets: ["SE Hawthorne Blvd", "SE Belmont St"], phone: "+15035550193", hubs: [["Louisville", "KY", "US"], ["Troutdale", "OR", "US"]] },
  { ...US, city: "Oakland", province: "California", province_code: "CA", zip: "94609", streets: ["Telegraph Ave", "Shafter Ave"], phone: "+15105550112", hubs: [["Memphis", "TN", "US"], ["San Pablo", "CA", "US"]] },
  { ...US, city: "Los Angeles", province: "California", province_code: "CA", zip: "90026", streets: ["W Sunset Blvd", "Echo Park Ave"], phone: "+12135550168", hubs: [["Memphis", "TN", "US"], ["City of Industry", "CA", "US"]] },
  { city: "Toronto", province: "Ontario", province_code: "ON", country: "Canada", country_code: "CA", zip: "M6J 1H8", streets: ["Queen St W", "Ossington Ave"], phone: "+14165550155", hubs: [["Buffalo", "NY", "US"], ["Mississauga", "ON", "CA"]] },
  { city: "Vancouver", province: "British Columbia", province_code: "BC", country: "Canada", country_code: "CA", zip: "V5T 3J7", streets: ["Main St", "E 11th Ave"], phone: "+16045550139", hubs: [["Blaine", "WA", "US"], ["Richmond", "BC", "CA"]] },
  { city: "London", province: "England", province_code: "ENG", country: "United Kingdom", country_code: "GB", zip: "E8 3PN", streets: ["Mare Street", "Richmond Road"], phone: "+442079460112", hubs: [["New York", "NY", "US"], ["London Heathrow", "ENG", "GB"]] },
  { city: "Edinburgh", province: "Scotland", province_code: "SCT", country: "United Kingdom", country_code: "GB", zip: "EH6 5NA", streets: ["Leith Walk", "Great Junction Street"], phone: "+441314960127", hubs: [["New York", "NY", "US"], ["East Midlands", "ENG", "GB"]] },
  { city: "Berlin", province: "Berlin", province_code: "BE", country: "Germany", country_code: "DE", zip: "10437", streets: ["Kastanienallee", "Oderberger Straße"], phone: "+493023125014", hubs: [["New York", "NY", "US"], ["Leipzig", "SN", "DE"]] },
  { city: "Hamburg", province: "Hamburg", province_code: "HH", country: "Germany", country_code: "DE", zip: "20357", streets: ["Schanzenstraße", "Bartelsstraße"], phone: "+494066969017", hubs: [["New York", "NY", "US"], ["Leipzig", "SN", "DE"]] },
];

/** A seeded choice from a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("pick needs a list that is not empty");
  return chosen;
}

/** A facility far off every direct way within the north-east: where the express carriers' air hubs are. */
export const FAR_HUBS = {
  FedEx: { city: "Memphis", state: "TN", country: "US", zip: null },
  UPS: { city: "Louisville", state: "KY", country: "US", zip: null },
} as const satisfies Record<string, Place>;

/** Another town of the same country than the buyer's, where a parcel of theirs has no business. The same for the same buyer. */
export function elsewhere(destination: Destination): Place {
  const other = TOWNS.findLast((town) => town.country_code === destination.local.country && town.province_code !== destination.local.state);
  return other === undefined ? ORIGIN : { city: other.city, state: other.province_code, country: other.country_code, zip: other.zip };
}

/** A buyer in one of `countries`, or of `cities` alone, seeded. E-mail addresses are in the reserved domain example.com. */
export function newDestination(countries: readonly string[], random: Random, cities: readonly string[] | null = null): Destination {
  return buyerIn(pick(TOWNS.filter((one) => countries.includes(one.country_code) && (cities === null || cities.includes(one.city))), random), random);
}

/** A buyer in a town, seeded. */
export function buyerIn(town: Town, random: Random): Destination {
  const first = pick(FIRST_NAMES, random);
  const last = pick(LAST_NAMES, random);
  const house = 3 + Math.floor(random() * 240);
  const street = pick(town.streets, random);
  const address: Address = {
    first_name: first, last_name: last, address1: town.country_code === "DE" ? `${street} ${house}` : `${house} ${street}`, address2: null,
    city: town.city, province: town.province, province_code: town.province_code, country: town.country, country_code: town.country_code, zip: town.zip, phone: town.phone,
  };
  return {
    address,
    email: `${first}.${last}${1 + Math.floor(random() * 89)}@example.com`.toLowerCase(),
    locale: town.country_code === "DE" ? "de" : "en",
    origin: ORIGIN,
    hubs: town.hubs.map(([city, state, country]) => ({ city, state, country, zip: null })),
    local: { city: town.city, state: town.province_code, country: town.country_code, zip: town.zip },
  };
}

/** The last stretch to any address, for orders that people place by hand. */
export function destinationOf(address: Address, email: string): Destination {
  const known = TOWNS.find((town) => town.country_code === address.country_code);
  const hubs = (known?.hubs ?? [["Albany", "NY", "US"]]).map(([city, state, country]): Place => ({ city, state, country, zip: null }));
  return {
    address, email, locale: "en", origin: ORIGIN, hubs,
    local: { city: address.city, state: address.province_code, country: address.country_code, zip: address.zip },
  };
}

/** The same buyer's way from another location of the shop: it saves the first stretch of the way from the workshop. */
export function sentFrom(destination: Destination, origin: Place): Destination {
  return origin.city === destination.origin.city ? destination : { ...destination, origin, hubs: destination.hubs.slice(1) };
}
