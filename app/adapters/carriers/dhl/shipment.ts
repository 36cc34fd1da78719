import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const location = part(z.object({ address: part(z.object({ countryCode: words, postalCode: words, addressLocality: words })) }));
const event = z.object({ timestamp: words, location, statusCode: words, status: words, description: words, remark: words });
const reference = z.object({ number: words, type: words });

const shipment = z.object({
  id: words, service: words, status: part(event), events: rows(event), destination: location,
  estimatedTimeOfDelivery: words, estimatedDeliveryTimeFrame: part(z.object({ estimatedFrom: words, estimatedThrough: words })),
  details: part(z.object({
    proofOfDelivery: part(z.object({ timestamp: words, signatureUrl: words, documentUrl: words })),
    references: z.unknown().optional().transform((value) => rows(reference).parse(Array.isArray(value) ? value : [value])), // one object in older answers, a list in newer ones
  })),
});

/** An answer of DHL's Shipment Tracking – Unified, and the body of its Push API (spec 1.4 and push spec 1.2.5, developer.dhl.com, read 2026-11-21). */
export const shipmentsSchema = z.object({ scope: words, shipments: rows(shipment) });

/** How DHL says no (RFC 7807). */
export const problemSchema = z.object({ status: z.coerce.number(), title: words, detail: words });

/** One shipment as DHL tells it, pushed or asked for. */
export type DhlShipment = z.output<typeof shipment>;
/** One thing that happened to it. */
export type DhlEvent = z.output<typeof event>;
