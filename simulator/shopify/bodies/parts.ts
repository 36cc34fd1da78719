import type { JsonValue } from "../../world/json.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Address } from "../../world/types.ts";
import { price } from "../../world/derive.ts";
import { shopTime } from "../../world/shop-time.ts";

/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue };

/** An amount in cents as Shopify's pair of shop and presentment money; the pretend shop sells in one currency. */
export function moneySet(currency: string, amount: number): JsonObject {
  const money = { amount: price(amount), currency_code: currency };
  return { shop_money: money, presentment_money: { ...money } };
}

/** An address as webhook bodies write it. */
export function addressBody(address: Address): JsonObject {
  return {
    first_name: address.first_name, address1: address.address1, phone: address.phone, city: address.city, zip: address.zip,
    province: address.province, country: address.country, last_name: address.last_name, address2: address.address2, company: null,
    latitude: null, longitude: null, name: `${address.first_name} ${address.last_name}`.trim(), country_code: address.country_code,
    province_code: address.province_code,
  };
}

/** An instant on the shop's wall clock, or null. */
export function localTime(kernel: Kernel, utc: string): string;
export function localTime(kernel: Kernel, utc: string | null): string | null;
export function localTime(kernel: Kernel, utc: string | null): string | null {
  return utc === null ? null : shopTime(kernel.shop.iana_timezone, utc);
}
