const digitsOf = new Map<string, number>();

/** How many decimals a currency has (ISO 4217 as the runtime knows it: JPY 0, USD 2, KWD 3); 2 for codes it does not know. */
const decimals = (currency: string): number => {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const found = /^[A-Z]{3}$/.test(currency) ? (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2) : 2;
  digitsOf.set(currency, found);
  return found;
};

/** "89.99" USD → 8999: the amount in the currency's smallest unit, by digits and never by floating point. Decimals beyond it are cut. Null when it is no amount. */
export const minorUnits = (amount: string | null, currency: string): number | null => {
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount?.trim() ?? "");
  if (!parts) return null;
  const places = decimals(currency);
  const minor = Number(`${parts[1]}${parts[2]}${(parts[3] ?? "").slice(0, places).padEnd(places, "0")}`);
  return Number.isSafeInteger(minor) ? minor : null;
};

/** 8999 USD → "89.99": an amount of the smallest unit as Shopify's inputs take it. */
export const decimalAmount = (minor: number, currency: string): string => {
  const places = decimals(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${minor < 0 ? "-" : ""}${places === 0 ? whole : `${whole}.${digits.slice(-places)}`}`;
};
