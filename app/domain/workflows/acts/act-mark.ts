import type { ActId } from "../../shared/ids.ts";

const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;

/**
 * A short name for an act, fit for an order tag (40 characters), a discount code or a hold's handle: FNV-1a, 64 bits, in base 36
 * (http://www.isthe.com/chongo/tech/comp/fnv/, read 2026-11). By it an act is found again at Shopify when the answer was lost.
 */
export const markOf = (id: ActId): string => {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(id)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(36).padStart(13, "0");
};

/** The tag of a replacement's draft and order: `hither-<mark>`. */
export const tagOf = (id: ActId): string => `hither-${markOf(id)}`;

/** The code of an act's discount. Only the one shopper it was made for can use it. */
export const codeOf = (id: ActId): string => `SORRY-${markOf(id).toUpperCase()}`;
