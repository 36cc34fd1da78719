import { foldedName } from "./folded-name.ts";

/** Words carriers shorten in names of towns. USPS Publication 28, appendix C, and recorded scans of UPS, FedEx and DHL; read 2026-11-21. */
const LONG: Readonly<Record<string, string>> = { st: "saint", ste: "sainte", ft: "fort", mt: "mount", pt: "point", hts: "heights", twp: "township", spgs: "springs", jct: "junction", bch: "beach", lk: "lake", n: "north", s: "south", e: "east", w: "west" };
const KEPT = 20_000;
const known = new Map<string, string>();

/** A town's name for comparing: without case, accents and punctuation, with shortened words written out, so that "ST. LOUIS" is "Saint Louis". */
export const cityKey = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const key = foldedName(text).split(" ").map((word) => (Object.hasOwn(LONG, word) ? (LONG[word] ?? word) : word)).join(" ");
  if (known.size >= KEPT) known.clear();
  known.set(text, key);
  return key;
};
