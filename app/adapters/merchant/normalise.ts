import { z } from "zod";
import type { Normalise } from "#app/application/ports.ts";
import { PLAIN } from "#app/domain/shipments/scan.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import { instant } from "#app/domain/shared/time.ts";

const said = z.object({ kind: z.literal("not_received"), by: z.enum(["merchant", "shopper"]).default("merchant"), shipmentId: z.string().min(1), orderId: z.string().min(1), at: z.string() });

/** Messages of the source `merchant`: what a person noted in the admin on a shopper's behalf, or the shopper on the tracking page. */
export const normaliseMerchant: Normalise = ({ body, receivedAt }) => {
  const word = said.safeParse(JSON.parse(body)); // written by ourselves
  const at = word.success ? instant(word.data.at) : null;
  if (!word.success || at === null) return { outcome: "unreadable", because: "The note is not of a kind we write." };
  const { shipmentId, orderId, by } = word.data;
  return {
    outcome: "order_facts", orderId: orderId as OrderId,
    facts: [{
      kind: "shipment_scans", shipmentId: shipmentId as ShipmentId,
      scans: [{ key: `${by === "merchant" ? "merchant" : "merchant:shopper"}:${shipmentId}:${word.data.at.slice(0, 10)}`, source: "merchant", occurredAt: at, receivedAt, code: by === "merchant" ? "not_received" : "not_received/shopper", text: null, milestone: "unknown", exception: "not_received", reason: null, place: null, carrierEta: null, ...PLAIN }],
    }],
  };
};
