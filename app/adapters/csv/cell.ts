import { countryOf } from "#app/domain/carriers/geography/country.ts";
import { regionOf } from "#app/domain/carriers/geography/region.ts";

/** What spreadsheets and exports write for nothing. */
const NOTHING: ReadonlySet<string> = new Set(["", "-", "--", "n/a", "na", "null", "none", "nan", "#n/a", "\\n"]);

/** A cell without what spreadsheets wrap around it (`="01234"`, `'01234`); empty when it says nothing. */
export const cellText = (raw: string | undefined): string => {
  if (raw === undefined) return "";
  const text = (raw.startsWith("=") || raw.startsWith("'") ? raw.replace(/^="(.*)"$/, "$1").replace(/^'/, "") : raw).trim();
  return text.length <= 4 && NOTHING.has(text.toLowerCase()) ? "" : text;
};

/** A name for comparing: small letters, single spaces. Null when the cell is empty. */
export const nameIn = (text: string): string | null => (text === "" ? null : text.toLowerCase().replaceAll(/\s+/g, " ").slice(0, 200));

/** ISO 3166-1 alpha-2 of a country given by code or name; null for one we do not know. */
export const countryIn = (text: string): string | null => countryOf(text)?.code ?? null;

const CODE = /^(?:[A-Z]{2}-)?([A-Z0-9]{1,4})$/i;

/** A province code. A code stays as it is written, for Shopify's differ from ISO's in places; a name becomes its code where we know it. */
export const regionIn = (country: string | null, text: string): string | null => (text === "" ? null : (CODE.exec(text)?.[1]?.toUpperCase() ?? regionOf(country, text)?.code ?? null));

/** A postal code in capitals. Spreadsheets take the zeros off American ones, which begin with them in the north-east. */
export const zipIn = (country: string | null, text: string): string | null => {
  const zip = text.toUpperCase().slice(0, 20);
  if (zip === "") return null;
  return country === "US" && /^\d{3,4}(?:-\d{4})?$/.test(zip) ? zip.padStart(zip.includes("-") ? 10 : 5, "0") : zip;
};

/** How many pieces; one where the cell does not say. */
export const itemsIn = (text: string): number => {
  const count = /^\d{1,6}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 1;
  return count > 0 ? count : 1;
};
