import { POST_COUNTRIES } from "../posts.ts";
import { s10Digit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** Service indicators (UPU standard S10-12, table 1): the first letter, or both where only some letters are given away. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^E/, "EMS"], [/^L/, "Letter post, express"], [/^M/, "Letter post, M bag"], [/^Q[A-M]/, "Letter post, business reply"], [/^R/, "Letter post, registered"], [/^U/, "Letter post"],
  [/^V/, "Letter post, insured"], [/^C/, "Parcel post"], [/^H/, "Parcel post, e-commerce"], [/^(?:[BDNPZ]|A[V-Z]|G[AD])/, "Domestic or by agreement"],
];

/** Postal items between countries: two letters for the service, eight digits, a check digit, the country that took the item in. */
export const S10_FORMAT: NumberFormat = numberFormat({
  courier: null, name: "S10", strength: "certain",
  // A country without a post ends no number.
  shape: new RegExp(String.raw`^(?<service>[A-Z]{2})(?<body>\d{8})(?<check>\d)(?<country>${POST_COUNTRIES.join("|")})$`),
  digit: s10Digit,
  source: "UPU standard S10-12 (2017), by jkeen/tracking_number_data 2.0.0 (MIT, 2026-08-15), read 2026-11-21",
  tells: ({ service = "", country = null }) => ({ country, service: SERVICES.find(([letters]) => letters.test(service))?.[1] ?? null }),
});
