const KEPT = 20_000;
const known = new Map<string, string>();

/** A name in small letters without accents and punctuation: "Saint-Étienne " and "SAINT ETIENNE" are one. Remembers what it read: a carrier writes few names, often. */
export const foldedName = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const folded = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("æ", "ae")
    .replaceAll(/['’.]/gu, "").replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (known.size >= KEPT) known.clear();
  known.set(text, folded);
  return folded;
};
