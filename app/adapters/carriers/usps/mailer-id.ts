import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";

/**
 * Whether a parcel was sent under one of these Mailer IDs, separated by commas or blanks; null where the number does not say.
 * An IMpb barcode (Publication 199, read 2026-11) is, after an optional 420 and postal code, two digits of application, three of service, then
 * the Mailer ID of 9 or 6 digits, and ends with a check digit; numbers from 20 digits on carry one.
 */
export const isOfMailer = (number: string, mailerIds: string): boolean | null => {
  const digits = normalTrackingNumber(number).replace(/^420(?:\d{5}|\d{9})(?=9[1-6]\d{20}$)/, "");
  if (!/^9[1-6]\d{20}$/.test(digits)) return null;
  const own = mailerIds.split(/[\s,;]+/).filter((one) => /^(?:\d{6}|\d{9})$/.test(one));
  return own.length === 0 ? null : own.some((mid) => digits.slice(5).startsWith(mid));
};
