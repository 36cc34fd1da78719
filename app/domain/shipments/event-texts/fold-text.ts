/** Named HTML entities that carriers leave in their texts; the accented letters lose their accent here already. */
const ENTITIES: Readonly<Record<string, string>> = { amp: " ", nbsp: " ", quot: " ", apos: "'", lt: " ", gt: " ", szlig: "ss", oelig: "oe", aelig: "ae", rsquo: "'", lsquo: "'", ndash: " - ", mdash: " - " };

/** Code points that are numbers in an entity but no characters. */
const character = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : " ");

const withoutEntities = (text: string): string =>
  text
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (_, hex: string | undefined, decimal: string | undefined) => character(hex ? Number.parseInt(hex, 16) : Number(decimal)))
    .replace(/&([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring|slash);/giu, "$1")
    .replace(/&([a-z]{2,6});/giu, (_, name: string) => ENTITIES[name.toLowerCase()] ?? " ");

/** `OutForDelivery` is three words; `FedEx` inside a sentence is one. */
const withoutCamel = (text: string): string => (/^\S*[a-z][A-Z]\S*$/u.test(text.trim()) ? text.replace(/([a-z])([A-Z])/gu, "$1 $2") : text);

/** Longer texts are notices, not events; what a parcel did is said at their beginning. */
const LONGEST = 600;

/**
 * A carrier's text as bare words: lower case, no accents, no entities, one blank between words, and ` . ` wherever a
 * clause ends, so that a rule can look for words within one clause. Apostrophes join in English (`couldnt`) and part
 * the article in French and Italian (`d expedition`).
 */
export const foldText = (text: string): string => {
  const plain = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const decoded = plain.includes("&") ? withoutEntities(plain) : plain;
  const lower = withoutCamel(decoded).toLowerCase();
  // oxlint-disable-next-line no-control-regex -- the cheap way round for the many texts that are plain ASCII
  const ascii = /^[\u0000-\u007f]*$/u.test(lower) ? lower : lower.replace(/[™®©]/gu, " ").normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("ı", "i").replace(/[’‘`´]/gu, "'");
  return ascii
    .replace(/\b([dlnsjmct]|qu|dell|all|nell|un)'(?=[a-z]{2})/gu, "$1 ")
    .replace(/'/gu, "")
    .replace(/\b([a-z])\.([a-z])\.(?:([a-z])\.)?/gu, "$1$2$3")
    .replace(/\b([a-z])\/([a-z])\b/gu, "$1$2")
    .replace(/[.;:!?|/()[\]–—]+|\s-+\s/gu, " . ")
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .replace(/^[ .]+|[ .]+$/gu, "");
};
