import type { Translations } from "../extension-run.ts";

const find = (translations: Translations, key: string): string | Translations | undefined =>
  key.split(".").reduce<string | Translations | undefined>((found, part) => (typeof found === "object" ? found[part] : undefined), translations);

/** Shopify's i18n for extensions: `{{name}}` replacements, plural forms by `count`, and a visible complaint about a missing key. */
export const createI18n = (locale: string, translations: readonly Translations[]) => {
  const plural = new Intl.PluralRules(locale);
  const translate = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    for (const dictionary of translations) {
      const found = find(dictionary, key);
      const text = typeof found === "object" ? (found[plural.select(Number(values["count"]))] ?? found["other"]) : found;
      if (typeof text === "string") return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) => (name in values ? String(values[name]) : placeholder));
    }
    return `Translation missing: ${key}`;
  };
  return {
    translate,
    formatDate: (date: Date, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(date),
    formatNumber: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value),
    formatCurrency: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { style: "currency", currency: "USD", ...options }).format(value),
  };
};
