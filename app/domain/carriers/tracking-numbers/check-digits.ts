/**
 * Check digits as the carriers publish them. Each function takes the characters before the check digit, digits unless it says
 * otherwise, and answers the one character that must follow. Parameters per format: jkeen/tracking_number_data 2.0.0
 * (MIT, 2026-08-15), read 2026-11-21; the standard behind each is named at the function.
 */

const digitOf = (char: string): number => char.charCodeAt(0) - 48;

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * digitOf(digits[at] ?? "0"), 0);

const upToTen = (sum: number): string => String((10 - (sum % 10)) % 10);

/** GS1 modulo 10, weights 3 and 1 from the right (GS1 General Specifications 7.9; USPS Publication 199 appendix; FedEx Ground; Canada Post). Notices every single wrong digit. */
export const gs1Digit = (digits: string): string => {
  let sum = 0;
  for (let at = digits.length - 1, weight = 3; at >= 0; at -= 1, weight = 4 - weight) sum += weight * digitOf(digits[at] ?? "0");
  return upToTen(sum);
};

/** UPS modulo 10, weights 1 and 2 from the left; a letter counts as the last digit of its place in ASCII less three. A 0 for a 5 in a doubled place goes unnoticed. OnTrac uses it with its letter as the first character. */
export const upsDigit = (chars: string): string => {
  let sum = 0;
  for (let at = 0; at < chars.length; at += 1) {
    const code = chars.charCodeAt(at);
    sum += (code <= 57 ? code - 48 : (code - 3) % 10) * (at % 2 === 0 ? 1 : 2);
  }
  return upToTen(sum);
};

/** Luhn modulo 10 (ISO/IEC 7812-1, annex B). Notices every single wrong digit. */
export const luhnDigit = (digits: string): string => {
  let sum = 0;
  for (let at = digits.length - 1, double = true; at >= 0; at -= 1, double = !double) {
    const value = digitOf(digits[at] ?? "0") * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return upToTen(sum);
};

/** The remainder by seven of the digits read as one number (DHL Express air waybills, IATA Resolution 600a). A digit changed by seven goes unnoticed. */
export const mod7Digit = (digits: string): string => {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digitOf(digits[at] ?? "0")) % 7;
  return String(rest);
};

const FEDEX_WEIGHTS = [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

/** FedEx Express: weights 1, 3, 7 repeating from the right, the remainder by 11, and of that the last digit, so that remainders 0 and 10 look alike. 11 or 13 digits. */
export const fedexDigit = (digits: string): string => String((weighted(digits, FEDEX_WEIGHTS.slice(-digits.length)) % 11) % 10);

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU standard S10-12, 5.2: eight digits; remainders 0 and 6 both give 5. */
export const s10Digit = (digits: string): string => {
  const left = 11 - (weighted(digits, S10_WEIGHTS) % 11);
  return left === 10 ? "0" : left === 11 ? "5" : String(left);
};

/** Deutsche Post Identcode: weights 4 and 9, modulo 10. Eleven digits. */
export const identcodeDigit = (digits: string): string => upToTen(weighted(digits, [4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4]));

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO/IEC 7064 MOD 37,36 over digits and letters (DPD parcel label specification 2.4.1). Notices every single wrong character. */
export const iso7064Char = (chars: string): string => {
  let product = 36;
  for (const char of chars) {
    const sum = (product + ALPHABET.indexOf(char)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36] ?? "";
};
