import type { FeedDescription } from "#app/application/ports.ts";

/** DHL's unified tracking and its push API, for merchants with a key of DHL's developer portal. */
export const DHL: FeedDescription = {
  source: "dhl", name: "DHL", kind: "carrier", couriers: ["dhl"],
  fields: [
    { name: "apiKey", label: "API key", help: "developer.dhl.com → your user → Apps → your app. The app needs “Shipment Tracking – Unified”; with “Shipment Tracking – Unified – Push” DHL also tells us by itself.", secret: true, optional: false, made: false },
    { name: "service", label: "DHL service", help: "The part of DHL that carries your parcels, in DHL's word: express, parcel-de, parcel-nl, parcel-uk, ecommerce, ecommerce-europe … One number can belong to several. Leave empty to go by the carrier of each parcel.", secret: false, optional: true, made: false },
    { name: "pushToken", label: "Push token", help: "DHL sends it with every push. Leave empty to have one made; you need not enter it anywhere.", secret: true, optional: false, made: true },
  ],
  pushes: "registered",
  // Starter plan: 250 calls a day, at most one every 5 seconds, new at 00:00 GMT (developer.dhl.com, Shipment Tracking – Unified, "rate limits", read 2026-11-21). One number per call.
  limits: { batch: 1, perSecond: 0.2, perDay: 250 },
  notice: "A new DHL key may ask 250 times a day, once every five seconds. Ask DHL for more in its portal if you send more than about 50 parcels a day, and for the push API: it is open to DHL's own customers.",
  docs: "https://developer.dhl.com/api-reference/shipment-tracking",
};
