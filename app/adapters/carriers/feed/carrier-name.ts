import { courierNamed } from "#app/domain/carriers/courier-named.ts";

/** What a vendor calls a carrier the merchant named, by a table from our courier codes; null where it has no name for it or we do not know whom the merchant means. */
export const carrierNameAt = (table: Readonly<Record<string, string>>, carrier: string | null): string | null => {
  const code = carrier === null ? null : (courierNamed(carrier)?.code ?? null);
  return code !== null && Object.hasOwn(table, code) ? (table[code] ?? null) : null;
};
