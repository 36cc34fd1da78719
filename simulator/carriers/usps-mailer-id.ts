/** The Mailer ID under which the pretend merchant ships with USPS. */
export const MERCHANT_MAILER_ID = "903417256";

/** Whether the number of a USPS parcel, or what stands in it after application and service, names that Mailer ID. */
export function isMerchantsOwn(number: string): boolean {
  return number.replace(/^420\d{5}(?=9)/, "").slice(5, 14) === MERCHANT_MAILER_ID;
}
