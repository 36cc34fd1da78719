import type { Address } from "../../world/types.ts";

/** Invented buyers, one per country and one more at home, to fill the form with. */
export const SAMPLE_ADDRESSES: readonly { readonly label: string; readonly email: string; readonly address: Address }[] = [
  {
    label: "Portland, Oregon", email: "ada.fairweather@example.com",
    address: { first_name: "Ada", last_name: "Fairweather", address1: "1840 NE Alder Street", address2: "Apt 3", city: "Portland", province: "Oregon", province_code: "OR", country: "United States", country_code: "US", zip: "97232", phone: "+15035550171" },
  },
  {
    label: "Boston, Massachusetts", email: "miles.okafor@example.com",
    address: { first_name: "Miles", last_name: "Okafor", address1: "77 Chestnut Street", address2: null, city: "Boston", province: "Massachusetts", province_code: "MA", country: "United States", country_code: "US", zip: "02108", phone: "+16175550119" },
  },
  {
    label: "Toronto, Canada", email: "noor.tremblay@example.com",
    address: { first_name: "Noor", last_name: "Tremblay", address1: "214 Roncesvalles Avenue", address2: null, city: "Toronto", province: "Ontario", province_code: "ON", country: "Canada", country_code: "CA", zip: "M6R 2L7", phone: "+14165550133" },
  },
  {
    label: "Leeds, United Kingdom", email: "isla.hart@example.com",
    address: { first_name: "Isla", last_name: "Hart", address1: "9 Park Row", address2: null, city: "Leeds", province: "England", province_code: "ENG", country: "United Kingdom", country_code: "GB", zip: "LS1 5HD", phone: "+441134960122" },
  },
  {
    label: "Leipzig, Germany", email: "jonas.weber@example.com",
    address: { first_name: "Jonas", last_name: "Weber", address1: "Karl-Liebknecht-Straße 52", address2: null, city: "Leipzig", province: null, province_code: null, country: "Germany", country_code: "DE", zip: "04275", phone: "+4934155501" },
  },
];
