/** Digits after the point of a currency, as ISO 4217 says; 2 where the code is none. */
const digitsOf = (currency: string): number => (/^[A-Z]{3}$/.test(currency) ? (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2) : 2);
const digits = new Map<string, number>(); // asked for every order of a replay, and slow to make
const known = (currency: string): number => {
  const found = digits.get(currency) ?? digitsOf(currency);
  digits.set(currency, found);
  return found;
};

/** 4250 "USD" → 42.5: an amount in the smallest unit, in whole ones. */
export const wholeUnits = (minor: number, currency: string): number => minor / 10 ** known(currency);
/** 42.5 "USD" → 4250: an amount in whole units, in the smallest ones. */
export const minorUnits = (amount: number, currency: string): number => Math.round(amount * 10 ** known(currency));
const formats = new Map<string, Intl.NumberFormat>();
const format = (currency: string, isWhole: boolean): Intl.NumberFormat => {
  const key = `${currency}${isWhole ? "" : "."}`;
  const found = formats.get(key) ?? new Intl.NumberFormat("en-US", { style: "currency", currency, ...(isWhole ? { minimumFractionDigits: 0 } : {}) });
  formats.set(key, found);
  return found;
};

/** "$100" or "$12.50": an amount in whole units as a sentence says it. */
export const moneyWords = (amount: number, currency: string): string => (/^[A-Z]{3}$/.test(currency) ? format(currency, Number.isInteger(amount)).format(amount) : `${amount} ${currency}`.trim());
