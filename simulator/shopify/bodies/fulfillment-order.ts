import { gid } from "../../world/ids.ts";
import { APP_ID } from "../admin/app-ids.ts";
import type { FulfillmentHold, FulfillmentOrder } from "../../world/types.ts";
import type { JsonObject } from "./parts.ts";

/** Body of `fulfillment_orders/placed_on_hold` and `fulfillment_orders/hold_released`. */
export function fulfillmentOrderHoldBody(fulfillmentOrder: FulfillmentOrder): JsonObject {
  return {
    fulfillment_order: {
      id: gid("FulfillmentOrder", fulfillmentOrder.id), status: fulfillmentOrder.status,
      fulfillment_holds: fulfillmentOrder.holds.map((hold) => ({
        id: gid("FulfillmentHold", hold.id), reason: hold.reason.toLowerCase(), reason_notes: hold.reason_notes, handle: hold.handle,
        held_by_requesting_app: hold.held_by_app, held_by_app: null,
      })),
    },
  };
}

/** Body of `fulfillment_holds/added` and `fulfillment_holds/released`. */
export function fulfillmentHoldBody(fulfillmentOrder: FulfillmentOrder, hold: FulfillmentHold): JsonObject {
  return {
    fulfillment_order: { id: gid("FulfillmentOrder", fulfillmentOrder.id) },
    fulfillment_hold: {
      id: gid("FulfillmentHold", hold.id), reason: hold.reason.toLowerCase(), reason_notes: hold.reason_notes, held_by_requesting_app: hold.held_by_app, handle: hold.handle,
      held_by_app: hold.held_by_app ? { id: gid("App", APP_ID) } : null,
    },
  };
}
