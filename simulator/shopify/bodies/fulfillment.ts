import { shipmentStatus, trackingUrl } from "../../world/derive.ts";
import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Fulfillment, Order } from "../../world/types.ts";
import { lineItemBody } from "./line-item.ts";
import { addressBody, type JsonObject, localTime } from "./parts.ts";

/** Body of `fulfillments/create` and `fulfillments/update`, also nested in an order's body. */
export function fulfillmentBody(kernel: Kernel, order: Order, fulfillment: Fulfillment): JsonObject {
  const urls = fulfillment.tracking.map(trackingUrl);
  return {
    id: BigInt(fulfillment.id), order_id: BigInt(order.id), status: fulfillment.status, created_at: localTime(kernel, fulfillment.created_at),
    service: fulfillment.service, updated_at: localTime(kernel, fulfillment.updated_at),
    tracking_company: fulfillment.tracking[0]?.company ?? null, shipment_status: shipmentStatus(fulfillment),
    location_id: BigInt(fulfillment.locationId), origin_address: null, email: order.email, destination: addressBody(order.shipping_address),
    line_items: fulfillment.lines.flatMap(({ lineItemId, quantity }) => {
      const line = order.lines.find((one) => one.id === lineItemId);
      return line === undefined ? [] : [lineItemBody(order, line, quantity)];
    }),
    tracking_number: fulfillment.tracking[0]?.number ?? null,
    tracking_numbers: fulfillment.tracking.flatMap((one) => (one.number === null ? [] : [one.number])),
    tracking_url: urls[0] ?? null, tracking_urls: urls.flatMap((url) => (url === null ? [] : [url])), receipt: {},
    name: `${order.name}.${order.fulfillments.indexOf(fulfillment) + 1}`, admin_graphql_api_id: gid("Fulfillment", fulfillment.id),
  };
}
