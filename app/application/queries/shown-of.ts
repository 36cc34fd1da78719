import type { Policy } from "#app/domain/decisions/policy.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { lanesOf } from "#app/domain/estimates/learning/lane.ts";
import { subjectOf, type ShownDate, type Stage, type Surface } from "#app/domain/estimates/shown-date.ts";
import type { ItemFacts } from "#app/domain/journeys/items.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { Order } from "#app/domain/orders/order.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** An order with its parcels as a surface shows them; every journey is one. */
export type ShownFacts = Pick<ItemFacts, "estimates"> & {
  readonly orderId: OrderId;
  readonly order: Pick<Order, "cancelledAt" | "destination" | "shippingMethod" | "locationId"> | null;
  readonly shipments: readonly (ItemFacts["shipments"][number] & { readonly locationId: string | null; readonly tracking: { readonly carrier: string | null } })[];
};

/** Where and when dates are shown. `only`: one parcel's; otherwise everything that is still to come. */
export type Showing = { readonly surface: Surface; readonly now: Instant; readonly policy: Pick<Policy, "promise">; readonly only?: ShipmentId };

/** What the ledger is to hold of the dates an order shows now: of what has not left, and of each parcel that can still come. What has arrived or turns back is a fact and no promise. */
export const shownOf = (facts: ShownFacts, showing: Showing): readonly ShownDate[] => {
  const { order, orderId, shipments, estimates } = facts;
  const rest = estimates[unshippedId(orderId)];
  const parcels = shipments.filter((one) => isUnderWay(one) && (showing.only === undefined || one.id === showing.only)).flatMap((one) => {
    const estimate = estimates[one.id];
    return estimate === undefined ? [] : [{ ...row(facts, estimate, "shipped", showing), subject: subjectOf({ shipmentId: one.id }), shipmentId: one.id, carrier: one.tracking.carrier, location: one.locationId ?? order?.locationId ?? null }];
  });
  const waits = rest !== undefined && order !== null && order.cancelledAt === null && showing.only === undefined;
  return waits ? [{ ...row(facts, rest, "ordered", showing), subject: subjectOf({ orderId }) }, ...parcels] : parcels;
};

const isUnderWay = ({ cancelled, timeline: { deliveredAt, milestone } }: ShownFacts["shipments"][number]): boolean =>
  !cancelled && deliveredAt === null && milestone !== "returning" && milestone !== "returned" && milestone !== "cancelled";

const row = ({ orderId, order }: ShownFacts, estimate: Estimate, stage: Stage, { surface, now, policy }: Showing): ShownDate => {
  const dated = estimate.kind === "window" ? estimate : null;
  return {
    subject: "", surface, stage, shownAt: now, orderId, shipmentId: null, earliest: dated?.earliest ?? null, latest: dated?.latest ?? null,
    style: dated?.style ?? policy.promise.style, rate: dated?.rate ?? null, shipsBy: dated?.shipsBy ?? null,
    lane: lanesOf(order?.destination ?? { country: null, region: null, zip: null })[0] ?? "*", service: order?.shippingMethod ?? null, carrier: null, location: order?.locationId ?? null,
    model: dated?.model ?? "none", evidence: dated?.evidence ?? [], because: estimate.because,
  };
};
