import type { ShopId } from "#app/domain/shared/ids.ts";

/** Encrypts what may not lie open in the database. Ciphertext is bound to its shop and column: moved elsewhere it does not open. */
export interface SecretBox {
  seal(plain: string, where: { readonly shop: string; readonly column: string }): string;
  /** Null when the text was sealed for another place, with a key we no longer have, or altered. */
  open(sealed: string, where: { readonly shop: string; readonly column: string }): string | null;
}

/** Seals a value for its shop and column; what is absent stays absent. */
export const sealOrNull = (box: SecretBox, shop: ShopId, column: string, plain: string | null): string | null => (plain === null ? null : box.seal(plain, { shop, column }));

/** What cannot be opened any more reads as absent: a lost key costs the secrets, not the orders. */
export const openOrNull = (box: SecretBox, shop: ShopId, column: string, sealed: string | null): string | null => (sealed === null ? null : box.open(sealed, { shop, column }));
