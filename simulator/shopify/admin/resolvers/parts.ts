import { price, trackingUrl } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { Address, TrackingInfo } from "../../../world/types.ts";
import type { Fields } from "../state.ts";

/** An amount in cents as a `MoneyBag`. Shopify's decimals drop no digit but write `10.0` for ten. */
export function moneyBag(currencyCode: string, amount: number): { shopMoney: object; presentmentMoney: object } {
  const money = { amount: price(amount).replace(/0$/, ""), currencyCode };
  return { shopMoney: money, presentmentMoney: money };
}

/** An address together with the record it belongs to, which gives it its id. */
export type OwnedAddress = { ownerId: string; address: Address };

function isoCountry(address: Address): string {
  return address.country_code;
}

export const MailingAddress: Fields<OwnedAddress> = {
  id: ({ ownerId }) => `${gid("MailingAddress", ownerId)}?model_name=Address`,
  address1: ({ address }) => address.address1,
  address2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  company: () => null,
  coordinatesValidated: () => false,
  country: ({ address }) => address.country,
  countryCode: ({ address }) => isoCountry(address),
  countryCodeV2: ({ address }) => isoCountry(address),
  firstName: ({ address }) => address.first_name,
  lastName: ({ address }) => address.last_name,
  name: ({ address }) => `${address.first_name} ${address.last_name}`.trim(),
  formatted: ({ address }) => [address.address1, address.address2, `${address.city} ${address.province_code ?? ""} ${address.zip}`.trim(), address.country].filter((line) => line !== null),
  formattedArea: ({ address }) => [address.city, address.province_code, address.country].filter((part) => part !== null).join(", "),
  latitude: () => null,
  longitude: () => null,
  phone: ({ address }) => address.phone,
  province: ({ address }) => address.province,
  provinceCode: ({ address }) => address.province_code,
  timeZone: () => null,
  validationResultSummary: () => null,
  zip: ({ address }) => address.zip,
};

export const FulfillmentTrackingInfo: Fields<TrackingInfo> = {
  company: (tracking) => tracking.company,
  number: (tracking) => tracking.number,
  url: trackingUrl,
};
