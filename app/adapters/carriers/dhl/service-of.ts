/**
 * DHL's word for the division that carries a parcel, from the carrier's name as Shopify and merchants write it. Values of `service`:
 * Shipment Tracking – Unified, spec 1.4, read 2026-11-21; the names are our own reading. Order matters: finer names first.
 */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/express/i, "express"],
  [/e-?commerce.*(?:europe|eu\b)/i, "ecommerce-europe"],
  [/e-?commerce|global mail|globalmail/i, "ecommerce"],
  [/freight/i, "freight"],
  [/parcel.*(?:uk|gb)|\buk\b/i, "parcel-uk"],
  [/parcel.*(?:nl|netherlands)|\bnl\b/i, "parcel-nl"],
  [/parcel.*(?:pl|poland)|poland/i, "parcel-pl"],
  [/parcel.*(?:de|germany)|paket|packet|germany/i, "parcel-de"],
];

/** The division of a parcel, or null: then DHL finds it by itself, and no subscription can be made. */
export const serviceOf = (configured: string | undefined, carrier: string | null): string | null =>
  configured?.trim().toLowerCase() || (SERVICES.find(([name]) => name.test(carrier ?? ""))?.[1] ?? null);
