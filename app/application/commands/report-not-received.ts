import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { hours, iso } from "#app/domain/shared/time.ts";
import type { Clock, LinkSigner, NewMessage, RateLimit, ReadModels } from "../ports.ts";
import type { Received } from "./receive-messages.ts";

/** What taking a shopper's word needs of the outside. */
export type ReportPorts = { readonly reads: Pick<ReadModels, "shipment">; readonly receive: (messages: readonly NewMessage[]) => Promise<Received>; readonly clock: Clock };

/** Who wrote it down: a person in the admin, or the shopper on the tracking page. */
type Teller = "merchant" | "shopper";

/** It enters by the inbox like every other statement; once per parcel, teller and day, so that a second click changes nothing. */
const tell = async ({ receive, clock }: ReportPorts, shop: ShopId, { id, orderId }: { readonly id: string; readonly orderId: string }, by: Teller): Promise<void> => {
  const now = clock();
  const said = { kind: "not_received", by, shipmentId: id, orderId, at: iso(now) };
  await receive([{
    shop, source: "merchant", topic: "not_received", deliveryId: `not_received/${by}/${id}/${said.at.slice(0, 10)}`, eventId: null, triggeredAt: now, receivedAt: now, body: JSON.stringify(said),
  }]);
};

/** A merchant notes that the shopper says a delivered parcel did not arrive. */
export const reportNotReceived =
  (ports: ReportPorts) =>
  async (shop: ShopId, id: ShipmentId): Promise<{ readonly outcome: "reported" } | { readonly outcome: "not_found" }> => {
    const found = await ports.reads.shipment(shop, id);
    if (!found) return { outcome: "not_found" };
    await tell(ports, shop, found, "merchant");
    return { outcome: "reported" };
  };

/** `not_delivered`: no carrier says that it was delivered, so there is nothing to deny. */
export type ShopperReported = { readonly outcome: "reported" | "not_found" | "not_delivered" } | { readonly outcome: "slow_down"; readonly retryAfterSeconds: number };

/** More than a household has parcels to miss; `from` names the caller for the limit. */
const MOST_AN_HOUR = 20;

/** A shopper says on the tracking page that a delivered parcel did not arrive. The link proves that the order is theirs. */
export const shopperReportsNotReceived =
  (ports: ReportPorts & { readonly links: LinkSigner; readonly rateLimit: RateLimit }) =>
  async (shop: ShopId, { token, id, from }: { readonly token: string; readonly id: ShipmentId; readonly from: string }): Promise<ShopperReported> => {
    const now = ports.clock();
    const allowed = ports.rateLimit(shop, `not-received:${from}`, MOST_AN_HOUR, hours(1), now);
    if (allowed.outcome === "slow_down") return allowed;
    const orderId: OrderId | null = ports.links.read(shop, token, now);
    const found = orderId && (await ports.reads.shipment(shop, id));
    if (!found || found.orderId !== orderId) return { outcome: "not_found" };
    if (found.milestone !== "delivered") return { outcome: "not_delivered" };
    await tell(ports, shop, found, "shopper");
    return { outcome: "reported" };
  };
