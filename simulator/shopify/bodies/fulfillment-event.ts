import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Fulfillment, FulfillmentEvent } from "../../world/types.ts";
import { type JsonObject, localTime } from "./parts.ts";

/** Body of `fulfillment_events/create` and `fulfillment_events/delete`. */
export function fulfillmentEventBody(kernel: Kernel, fulfillment: Fulfillment, event: FulfillmentEvent): JsonObject {
  return {
    id: BigInt(event.id), fulfillment_id: BigInt(fulfillment.id), status: event.status, message: event.message,
    happened_at: localTime(kernel, event.happened_at), city: event.city, province: event.province, country: event.country, zip: event.zip,
    address1: null, latitude: event.latitude, longitude: event.longitude, shop_id: BigInt(kernel.shop.id),
    created_at: localTime(kernel, event.created_at), updated_at: localTime(kernel, event.created_at),
    estimated_delivery_at: localTime(kernel, event.estimated_delivery_at), order_id: BigInt(fulfillment.orderId),
    admin_graphql_api_id: gid("FulfillmentEvent", event.id),
  };
}
