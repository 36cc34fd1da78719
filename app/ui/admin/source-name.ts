import type { Source } from "#app/domain/shipments/scan.ts";

const NAMES: Readonly<Record<Source, string>> = {
  shopify: "Shopify", warehouse: "Your warehouse", merchant: "You", easypost: "EasyPost", aftership: "AfterShip", shippo: "Shippo", seventeentrack: "17TRACK",
  karrio: "Karrio", dhl: "DHL", ups: "UPS", fedex: "FedEx", usps: "USPS",
};

const isKnown = (source: string): source is Source => Object.hasOwn(NAMES, source);

/** A source as a merchant knows it. One we do not know yet keeps its own name. */
export const sourceName = (source: string): string => (isKnown(source) ? NAMES[source] : source);
