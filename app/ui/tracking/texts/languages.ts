import type { Locale } from "../../format/locale.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { TrackingTexts } from "./tracking-texts.ts";

const LANGUAGES: Readonly<Record<Locale, TrackingTexts>> = { en, de };

/** The tracking page's words in one language. */
export const trackingTexts = (locale: Locale): TrackingTexts => LANGUAGES[locale];
