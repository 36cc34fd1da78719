import { MOST_METHODS } from "#app/contracts/dates-api.ts";
import { legacyId, type OrderId, type ShipmentId } from "#app/domain/shared/ids.ts";
import { instant } from "#app/domain/shared/time.ts";
import type { DatesQuestion } from "#app/application/queries/dates-answer.ts";

/** A question in the words of the query string, or what is wrong with it in plain words. */
export type QuestionRead = { readonly outcome: "asked"; readonly question: DatesQuestion } | { readonly outcome: "malformed"; readonly because: string };

const CART = ["country", "region", "zip", "method", "at"];
const WHAT = "Ask about one thing: order=…, shipment=…, or country=… with region, zip and method for a cart.";
/** Names of orders, zips and shipping options are short; what is longer is a mistake. */
const LONGEST = 200;

const malformed = (because: string): QuestionRead => ({ outcome: "malformed", because });

/** Reads `?order=`, `?shipment=` or `?country=&region=&zip=&method=&at=`. A parameter nobody knows is named rather than ignored: a date for the wrong thing is worse than none. */
export const readQuestion = (query: URLSearchParams): QuestionRead => {
  const about = ["order", "shipment", "country"].filter((name) => query.has(name));
  const [kind] = about;
  if (kind === undefined || about.length > 1) return malformed(WHAT);
  const allowed = kind === "country" ? CART : [kind];
  for (const name of new Set(query.keys())) {
    if (!allowed.includes(name)) return malformed(`There is no parameter "${name.slice(0, 40)}" here; there ${allowed.length === 1 ? "is" : "are"} ${allowed.join(", ")}.`);
    const values = query.getAll(name);
    if (name !== "method" && values.length > 1) return malformed(`"${name}" is given ${values.length} times; give it once.`);
    if (values.some((value) => value.length > LONGEST || value.includes("\0"))) return malformed(`"${name}" is too long, or holds what is no text.`);
  }
  const value = (query.get(kind) ?? "").trim();
  if (kind === "country") return cartOf(value, query);
  return kind === "order" ? orderOf(value) : shipmentOf(value);
};

const orderOf = (text: string): QuestionRead => {
  if (text === "") return malformed(`"order" is empty; give Shopify's id of the order or its name, for example #1001 (in an address: %231001).`);
  const bare = text.replace(/^#/, "").trim();
  return { outcome: "asked", question: { by: "order", id: legacyId(text) as OrderId | null, names: [bare, `#${bare}`] } };
};

const shipmentOf = (text: string): QuestionRead =>
  /^\d{1,20}\.\d{1,4}$/.test(text)
    ? { outcome: "asked", question: { by: "shipment", id: text as ShipmentId } }
    : malformed(`"shipment" is not the id of a parcel: Shopify's id of the fulfillment, a point, and the position of its tracking number from 1, for example 4567890123.1.`);

const cartOf = (text: string, query: URLSearchParams): QuestionRead => {
  const country = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) return malformed(`"country" is no country: two letters as in ISO 3166-1, for example US.`);
  const region = (query.get("region") ?? "").trim().toUpperCase().replace(new RegExp(`^${country}-`), "");
  if (!/^[A-Z0-9]{0,8}$/.test(region)) return malformed(`"region" is no region: Shopify's code of the province, for example CA.`);
  const zip = (query.get("zip") ?? "").trim();
  if (zip.length > 20) return malformed(`"zip" is no postal code.`);
  const methods = query.getAll("method");
  if (methods.length > MOST_METHODS) return malformed(`At most ${MOST_METHODS} shipping options can be asked about at once.`);
  const at = query.has("at") ? instant(query.get("at")) : null;
  if (query.has("at") && at === null) return malformed(`"at" is no time that can be read: RFC 3339 with an offset or Z, for example 2026-11-24T09:30:00-05:00 (in an address, + is %2B).`);
  return { outcome: "asked", question: { by: "cart", place: { country, region: region === "" ? null : region, zip: zip === "" ? null : zip }, methods: methods.length === 0 ? [null] : methods, at } };
};
