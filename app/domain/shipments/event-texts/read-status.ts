import { CATEGORY_MEANING, type EventCategory } from "./event-category.ts";
import type { EventReading } from "./event-reading.ts";
import { DHL_EXPRESS_CODES } from "./carrier-codes/dhl-express.ts";
import { FEDEX_CODES } from "./carrier-codes/fedex.ts";
import { UPS_TYPES } from "./carrier-codes/ups.ts";
import { USPS_CODES } from "./carrier-codes/usps.ts";
import { readEventText } from "./read-event-text.ts";

/** Carriers of whose codes a published table is known; other carriers' codes say nothing here. */
const CODES = new Map<string, Readonly<Record<string, EventCategory>>>([["usps", USPS_CODES], ["ups", UPS_TYPES], ["fedex", FEDEX_CODES], ["dhlexpress", DHL_EXPRESS_CODES]]);

/** One statement of a carrier as it came: its name in any spelling, its native code (the part before a `/` decides), its words. */
export type CarrierStatement = { readonly carrier: string; readonly code: string | null; readonly text: string | null };

/** What a carrier's native code says by its published table; null for a code or a carrier without one. */
export const readCarrierCode = (carrier: string, code: string): EventReading | null => {
  const table = CODES.get(carrier.toLowerCase().replace(/[^a-z]/gu, ""));
  const key = code.trim().toUpperCase().split("/")[0] ?? "";
  const category = table && Object.hasOwn(table, key) ? table[key] : undefined;
  return category ? { category, ...CATEGORY_MEANING[category] } : null;
};

/**
 * Words first, code second. A carrier puts the same code under many sentences (UPS `X`, FedEx `SE`), so the sentence says
 * more; the code speaks where the sentence is missing, or is one that moves nothing.
 */
export const readStatus = ({ carrier, code, text }: CarrierStatement): EventReading | null => {
  const said = text ? readEventText(text) : null;
  if (said && said.category !== "info") return said;
  return (code ? readCarrierCode(carrier, code) : null) ?? said;
};
