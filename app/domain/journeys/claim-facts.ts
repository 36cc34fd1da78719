import { courierNamed } from "../carriers/courier-named.ts";
import { promisedOf, type Journey } from "./journey.ts";
import { dateIn, type TimeZone } from "../shared/calendar.ts";
import type { ShipmentId } from "../shared/ids.ts";
import type { ClaimFacts } from "../workflows/claims/claim-clock.ts";

/** What a claim about a parcel counts from; null: the order has no such parcel. `home`: the shop's country. */
export const claimFacts = (journey: Journey, id: ShipmentId, { home, zone }: { readonly home: string | null; readonly zone: TimeZone }): ClaimFacts | null => {
  const shipment = journey.shipments.find((one) => one.id === id);
  if (shipment === undefined) return null;
  const { timeline, tracking, createdAt } = shipment;
  const courier = tracking.carrier === null ? null : courierNamed(tracking.carrier);
  const promised = promisedOf(journey, id);
  return {
    courier: courier?.code ?? null, carrierName: courier?.name ?? tracking.carrier ?? "this carrier", service: `${tracking.carrier ?? ""} ${journey.order?.shippingMethod ?? ""}`,
    from: home, to: journey.order?.destination.country ?? null, shippedAt: timeline.acceptedAt ?? createdAt, deliveredAt: timeline.deliveredAt,
    expectedOn: timeline.carrierEta !== null ? dateIn(timeline.carrierEta, zone) : promised?.kind === "window" ? promised.latest : null,
  };
};
