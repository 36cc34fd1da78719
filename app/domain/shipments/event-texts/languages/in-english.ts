import { DUTCH } from "./dutch.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import type { Glossary } from "./glossary.ts";
import { ITALIAN } from "./italian.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

type Entry = { readonly phrase: readonly string[]; readonly english: string };

/** Earlier languages win where two share a phrase; they then mean the same. */
const LANGUAGES: readonly Glossary[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH];

/** Entries by the first three letters of their first word, the longest phrase first. */
const ENTRIES: ReadonlyMap<string, readonly Entry[]> = (() => {
  const byStart = new Map<string, Entry[]>();
  const seen = new Set<string>();
  for (const [phrase, english] of LANGUAGES.flatMap((language) => Object.entries(language))) {
    if (seen.has(phrase)) continue;
    seen.add(phrase);
    const start = phrase.slice(0, 3).replace(/[ *].*$/u, "");
    byStart.set(start, [...(byStart.get(start) ?? []), { phrase: phrase.split(" "), english }]);
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.phrase.length - a.phrase.length || b.phrase.join("").length - a.phrase.join("").length);
  return byStart;
})();

const isWord = (pattern: string | undefined, word: string | undefined): boolean =>
  pattern !== undefined && word !== undefined && (pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

const fits = ({ phrase }: Entry, tokens: readonly string[], at: number): boolean => phrase.every((word, offset) => isWord(word, tokens[at + offset]));

/** A text whose words every glossary leaves alone comes back as it was. Expects folded text. */
export const inEnglish = (text: string): string => {
  const tokens = text.split(" ");
  const said: string[] = [];
  let translated = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at] ?? "";
    const entry = ENTRIES.get(word.slice(0, 3))?.find((one) => fits(one, tokens, at));
    said.push(entry ? entry.english : word);
    if (!entry) continue;
    translated = true;
    at += entry.phrase.length - 1;
  }
  return translated ? said.filter((word) => word !== "").join(" ") : text;
};
