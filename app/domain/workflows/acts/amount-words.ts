/** 4200 "USD" → "$42.00": an amount in the currency's smallest unit, in English. A code nobody knows is written out. */
export const amountWords = (minor: number, currency: string): string => {
  if (!/^[A-Z]{3}$/.test(currency)) return `${minor / 100} ${currency}`.trim();
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
