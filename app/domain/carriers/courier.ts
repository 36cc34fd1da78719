import { COURIER_TABLE, type CourierCode, type CourierRow } from "./courier-table.ts";
import { POST_COUNTRIES, postName } from "./posts.ts";

/** Somebody who carries parcels. */
export type Courier = {
  readonly code: CourierCode;
  readonly name: string;
  readonly country: string; // ISO 3166-1 alpha-2
  /** Countries whose S10 numbers it prints; empty: it is no post. */
  readonly postOf: readonly string[];
  /** Codes of couriers whose numbers its parcels may carry; `any`: anybody's. */
  readonly partners: readonly string[] | "any";
};

const rows: readonly (readonly [CourierCode, CourierRow])[] = Object.entries(COURIER_TABLE) as [CourierCode, CourierRow][];

const couriers = new Map<string, Courier>(rows.map(([code, { name, country, postOf = [], partners = [] }]) => [code, { code, name, country, postOf, partners }]));

const posts = new Map<string, Courier>();
for (const courier of couriers.values()) for (const country of courier.postOf) if (!posts.has(country)) posts.set(country, courier);
// Deutsche Post takes in Germany's items; DHL stands before it in the table because it is asked for more often.
const german = couriers.get("deutsche_post");
if (german) posts.set("DE", german);
// La Poste takes in France's items, whichever of its brands printed the label.
const french = couriers.get("la_poste");
if (french) posts.set("FR", french);
for (const country of POST_COUNTRIES) {
  if (posts.has(country)) continue;
  const post: Courier = { code: `post_${country.toLowerCase()}`, name: postName(country) ?? country, country, postOf: [country], partners: [] };
  posts.set(country, post);
  couriers.set(post.code, post);
}

/** Every courier there is a name for, those of the table first. */
export const COURIERS: readonly Courier[] = [...couriers.values()];

/** The courier of a code kept somewhere, or null when the code is none of ours. */
export const courierOf = (code: string): Courier | null => couriers.get(code) ?? null;

/** The designated post of a country (ISO 3166-1 alpha-2 in capitals), or null where there is none. */
export const postOf = (country: string): Courier | null => posts.get(country) ?? null;
