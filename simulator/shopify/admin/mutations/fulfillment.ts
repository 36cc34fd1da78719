import { fulfill, fulfillmentEvent, updateTracking, cancelFulfillment } from "../../../world/acts/fulfillments.ts";
import { placeHold, releaseHolds } from "../../../world/acts/holds.ts";
import { parseGid } from "../../../world/ids.ts";
import type { FulfillmentEventStatus, FulfillmentOrder, TrackingInfo } from "../../../world/types.ts";
import { apiError, notImplemented } from "../errors.ts";
import type { AdminContext, Fields } from "../state.ts";
import { refused } from "./user-errors.ts";

type TrackingInput = { company?: string | null; number?: string | null; numbers?: string[] | null; url?: string | null; urls?: string[] | null };

function trackingOf(input: TrackingInput | null | undefined): TrackingInfo[] {
  if (input === null || input === undefined) return [];
  const numbers = input.numbers ?? (input.number ? [input.number] : []);
  const urls = input.urls ?? (input.url ? [input.url] : []);
  return Array.from({ length: Math.max(numbers.length, urls.length) }, (_one, index) => ({ company: input.company ?? null, number: numbers[index] ?? null, url: urls[index] ?? null }));
}

function idOf(globalId: unknown): string {
  return parseGid(String(globalId))?.id ?? "";
}

function fulfillmentOrderOf(context: AdminContext, globalId: unknown): FulfillmentOrder {
  const found = context.state.kernel.store.fulfillmentOrders.get(idOf(globalId));
  if (found === undefined) throw apiError("RESOURCE_NOT_FOUND", "invalid id");
  return found;
}

type EventInput = {
  fulfillmentId: string; status: string; happenedAt?: string | null; estimatedDeliveryAt?: string | null; message?: string | null;
  address1?: string | null; city?: string | null; province?: string | null; country?: string | null; zip?: string | null; latitude?: number | null; longitude?: number | null;
};
type FulfillmentInput = {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null }[];
  trackingInfo?: TrackingInput | null;
};
type HoldInput = { reason: string; reasonNotes?: string | null; handle?: string | null; externalId?: string | null; fulfillmentOrderLineItems?: unknown[] | null };

/** What one fulfillment order contributes to a fulfillment. */
function linesOf(fulfillmentOrder: FulfillmentOrder, wanted: { id: string; quantity: number }[] | null | undefined): { lineItemId: string; quantity: number }[] {
  if (!wanted || wanted.length === 0) return fulfillmentOrder.lines.filter((line) => line.remaining > 0).map((line) => ({ lineItemId: line.lineItemId, quantity: line.remaining }));
  return wanted.map(({ id, quantity }) => {
    const line = fulfillmentOrder.lines.find((one) => one.id === idOf(id));
    if (line === undefined) throw apiError("RESOURCE_NOT_FOUND", "invalid id");
    return { lineItemId: line.lineItemId, quantity };
  });
}

/** Of one app on one fulfillment order, and of a handle; reference of `FulfillmentOrderHoldInput` and its errors, 2026-10. */
const MOST_HOLDS = 10;
const LONGEST_HANDLE = 64;

/** The mutations that move parcels. */
export const fulfillmentMutations: Fields<unknown> = {
  // An event on a cancelled fulfillment is accepted, as recorded.
  fulfillmentEventCreate(_root, args, { state }) {
    const input = args["fulfillmentEvent"] as EventInput;
    const id = idOf(input.fulfillmentId);
    if (!state.kernel.store.fulfillments.has(id)) return refused(["fulfillmentEvent"], { field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist." });
    if (input.address1) throw notImplemented("fulfillmentEventCreate(address1:)");
    const event = fulfillmentEvent(state.kernel, id, {
      ...input, status: input.status.toLowerCase() as FulfillmentEventStatus, happenedAt: input.happenedAt ? new Date(input.happenedAt) : state.kernel.now(),
      estimatedDeliveryAt: input.estimatedDeliveryAt ? new Date(input.estimatedDeliveryAt) : null,
    });
    return { fulfillmentEvent: event, userErrors: [] };
  },

  fulfillmentCreate(_root, args, context) {
    const { kernel } = context.state;
    const input = args["fulfillment"] as FulfillmentInput;
    const parts = input.lineItemsByFulfillmentOrder.map((part) => ({ from: fulfillmentOrderOf(context, part.fulfillmentOrderId), wanted: part.fulfillmentOrderLineItems }));
    const orderId = parts[0]?.from.orderId;
    if (orderId === undefined || parts.some(({ from }) => from.orderId !== orderId)) return refused(["fulfillment"], { field: ["fulfillment"], message: "All fulfillment orders must belong to the same order." });
    const closed = parts.find(({ from }) => from.status === "closed" || from.status === "cancelled");
    if (closed !== undefined) return refused(["fulfillment"], { field: ["fulfillment"], message: `Fulfillment order ${closed.from.id} has an unfulfillable status= ${closed.from.status}.` });
    if (parts.some(({ from }) => from.status === "on_hold")) return refused(["fulfillment"], { field: ["fulfillment"], message: "The fulfillment order is on hold." });
    const lines = parts.flatMap(({ from, wanted }) => linesOf(from, wanted));
    const tooMany = parts.some(({ from, wanted }) => linesOf(from, wanted).some((line) => line.quantity < 1 || line.quantity > (from.lines.find((one) => one.lineItemId === line.lineItemId)?.remaining ?? 0)));
    if (tooMany || lines.length === 0) return refused(["fulfillment"], { field: ["fulfillment"], message: "Invalid fulfillment order line item quantity requested." });
    return { fulfillment: fulfill(kernel, orderId, { lines, tracking: trackingOf(input.trackingInfo) }), userErrors: [] };
  },

  fulfillmentTrackingInfoUpdate(_root, args, { state }) {
    const id = idOf(args["fulfillmentId"]);
    if (!state.kernel.store.fulfillments.has(id)) return refused(["fulfillment"], { field: ["fulfillmentId"], message: "Fulfillment does not exist." });
    return { fulfillment: updateTracking(state.kernel, id, trackingOf(args["trackingInfoInput"] as TrackingInput)), userErrors: [] };
  },

  fulfillmentCancel(_root, args, { state }) {
    const id = idOf(args["id"]);
    if (!state.kernel.store.fulfillments.has(id)) return refused(["fulfillment"], { field: ["id"], message: "Fulfillment not found." });
    return { fulfillment: cancelFulfillment(state.kernel, id), userErrors: [] };
  },

  fulfillmentOrderHold(_root, args, { state }) {
    const none = ["fulfillmentHold", "fulfillmentOrder", "remainingFulfillmentOrder"];
    const input = args["fulfillmentHold"] as HoldInput;
    const fulfillmentOrder = state.kernel.store.fulfillmentOrders.get(idOf(args["id"]));
    if (fulfillmentOrder === undefined) return refused(none, { field: ["id"], message: "Fulfillment order not found.", code: "FULFILLMENT_ORDER_NOT_FOUND" });
    if (input.fulfillmentOrderLineItems && input.fulfillmentOrderLineItems.length > 0) throw notImplemented("fulfillmentOrderHold of some lines");
    const handle = input.handle ?? "";
    const own = fulfillmentOrder.holds.filter((hold) => hold.held_by_app);
    if (handle.length > LONGEST_HANDLE) return refused(none, { field: ["fulfillmentHold", "handle"], message: `Handle is too long (maximum is ${LONGEST_HANDLE} characters)` });
    // Without a handle it is the empty one, which is a handle like any other.
    if (own.some((hold) => hold.handle === handle)) {
      return refused(none, { field: ["fulfillmentHold", "handle"], message: "The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.", code: "DUPLICATE_FULFILLMENT_HOLD_HANDLE" });
    }
    if (own.length >= MOST_HOLDS) return refused(none, { field: ["id"], message: `The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to ${MOST_HOLDS} holds on a single fulfillment order at any one time.`, code: "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED" });
    if (fulfillmentOrder.status === "closed" || fulfillmentOrder.status === "cancelled") return refused(none, { field: ["id"], message: "The fulfillment order is not in a state that can be held.", code: "FULFILLMENT_ORDER_NOT_FOUND" });
    const hold = placeHold(state.kernel, fulfillmentOrder, {
      reason: input.reason, reason_notes: input.reasonNotes ?? null, handle, external_id: input.externalId ?? null, held_by_app: true,
    });
    return { fulfillmentHold: hold, fulfillmentOrder, remainingFulfillmentOrder: null, userErrors: [] };
  },

  fulfillmentOrderReleaseHold(_root, args, { state }) {
    const fulfillmentOrder = state.kernel.store.fulfillmentOrders.get(idOf(args["id"]));
    if (fulfillmentOrder === undefined) return refused(["fulfillmentOrder"], { field: ["id"], message: "Fulfillment order not found.", code: "FULFILLMENT_ORDER_NOT_FOUND" });
    const ids = args["holdIds"] as string[] | null | undefined;
    const externalId = args["externalId"] as string | null | undefined;
    const byExternal = externalId === null || externalId === undefined ? undefined : fulfillmentOrder.holds.filter((hold) => hold.external_id === externalId).map((hold) => hold.id);
    releaseHolds(state.kernel, fulfillmentOrder, ids?.map(idOf) ?? byExternal);
    return { fulfillmentOrder, userErrors: [] };
  },
};
