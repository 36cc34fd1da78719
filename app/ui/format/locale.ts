/** Languages Hither's own words exist in. Texts written by carriers and merchants stay as they are. */
export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/** The nearest language we have for a tag such as `de-AT` or a storefront path such as `/de/apps/hither`; English when there is none. */
export const nearestLocale = (tag: string | null | undefined): Locale => {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return LOCALES.find((locale) => locale === language) ?? "en";
};
