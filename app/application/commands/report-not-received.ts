import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, NewMessage, ReadModels } from "../ports.ts";
import type { Received } from "./receive-messages.ts";

/** What taking a shopper's word needs of the outside. */
export type ReportPorts = { readonly reads: Pick<ReadModels, "shipment">; readonly receive: (messages: readonly NewMessage[]) => Promise<Received>; readonly clock: Clock };

/**
 * A merchant notes that the shopper says a delivered parcel did not arrive. It enters by the inbox like every other
 * statement; once per parcel and day, so that a second click changes nothing.
 */
export const reportNotReceived =
  ({ reads, receive, clock }: ReportPorts) =>
  async (shop: ShopId, id: string): Promise<{ readonly outcome: "reported" } | { readonly outcome: "not_found" }> => {
    const found = await reads.shipment(shop, id as ShipmentId);
    if (!found) return { outcome: "not_found" };
    const now = clock();
    const said = { kind: "not_received", shipmentId: found.id, orderId: found.orderId, at: new Date(now).toISOString() };
    await receive([{
      shop, source: "merchant", topic: "not_received", deliveryId: `not_received/${found.id}/${said.at.slice(0, 10)}`, eventId: null, triggeredAt: now, receivedAt: now, body: JSON.stringify(said),
    }]);
    return { outcome: "reported" };
  };
