import { german } from "./texts-de.ts";
import { english } from "./texts-en.ts";
import type { Texts } from "./texts.ts";

const LANGUAGES: Readonly<Record<string, Texts>> = { en: english, de: german };

/** The texts of the order's language; English where we have none. */
export const textsFor = (locale: string | null): Texts => LANGUAGES[(locale ?? "en").slice(0, 2).toLowerCase()] ?? english;
