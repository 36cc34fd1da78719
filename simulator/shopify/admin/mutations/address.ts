import type { Address } from "../../../world/types.ts";
import { US_STATES } from "./us-states.ts";
import type { UserError } from "./user-errors.ts";

/** A `MailingAddressInput` without what is deprecated. */
export type AddressInput = Partial<Record<"firstName" | "lastName" | "address1" | "address2" | "city" | "countryCode" | "provinceCode" | "province" | "zip" | "phone" | "company" | "country" | "id", string | null>>;

/** Countries the pretend shop sends to; others keep their code as name. */
const COUNTRIES: Record<string, string> = { US: "United States", CA: "Canada", GB: "United Kingdom", DE: "Germany" };
const NOWHERE: Address = { first_name: "", last_name: "", address1: "", address2: null, city: "", province: null, province_code: null, country: "", country_code: "", zip: "", phone: null };

/** An address with the given parts replaced. */
export function patchedAddress(address: Address, input: AddressInput): Address {
  const countryCode = input.countryCode ?? address.country_code;
  const provinceCode = input.provinceCode === undefined ? address.province_code : input.provinceCode;
  const named = provinceCode === address.province_code ? address.province : provinceCode;
  return {
    first_name: input.firstName ?? address.first_name, last_name: input.lastName ?? address.last_name, address1: input.address1 ?? address.address1,
    address2: input.address2 === undefined ? address.address2 : input.address2, city: input.city ?? address.city,
    province: input.province ?? (countryCode === "US" && provinceCode !== null ? (US_STATES[provinceCode] ?? named) : named), province_code: provinceCode,
    country: COUNTRIES[countryCode] ?? countryCode, country_code: countryCode, zip: input.zip ?? address.zip, phone: input.phone === undefined ? address.phone : input.phone,
  };
}

/** A whole address from an input. */
export const newAddress = (input: AddressInput): Address => patchedAddress(NOWHERE, input);

/** What Shopify objects to in an address. The sentences about name, postal code and state are recorded, the others alike. */
export function addressProblems(address: Address, path: readonly string[]): UserError[] {
  const missing = (name: string, value: string, message: string): UserError[] => (value.trim() === "" ? [{ field: [...path, name], message }] : []);
  return [
    ...missing("lastName", address.last_name, "Enter a last name"), ...missing("address1", address.address1, "Enter an address"), ...missing("city", address.city, "Enter a city"),
    ...missing("countryCode", address.country_code, "Enter a country"), ...missing("zip", address.zip, address.country_code === "US" ? "Enter a ZIP code" : "Enter a postal code"),
    ...(address.country_code === "US" && US_STATES[address.province_code ?? ""] === undefined ? [{ field: [...path, "province"], message: "State is not a valid state in United States" }] : []),
  ];
}
