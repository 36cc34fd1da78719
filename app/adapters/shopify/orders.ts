import { legacyId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { instant, iso, type Instant } from "#app/domain/shared/time.ts";
import type { AdminApi, Log, NewMessage } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { CHANGED_ORDERS, CHANGED_ORDERS_WITHHELD, ORDER_BY_ID, ORDER_BY_ID_WITHHELD } from "./admin/operations.ts";
import { failure } from "./admin-failure.ts";
import { ORDER_SYNC_TOPIC } from "./webhook-topics.ts";

type More = { readonly pageInfo: { readonly hasNextPage: boolean } };
type OrderNode = {
  readonly id: string; readonly updatedAt: string; readonly lineItems: More;
  readonly fulfillments: readonly { readonly fulfillmentLineItems: More; readonly events: More }[];
};
type Fetched = NewMessage & { readonly orderId: OrderId; readonly updatedAt: Instant };

const isCut = ({ lineItems, fulfillments }: OrderNode): boolean =>
  lineItems.pageInfo.hasNextPage || fulfillments.some((one) => one.fulfillmentLineItems.pageInfo.hasNextPage || one.events.pageInfo.hasNextPage);

/** Orders fetched by us, each as an inbox message whose body is the GraphQL node: they go the same way as a webhook. */
export const createOrders = (client: AdminClient, log: Log): Pick<AdminApi, "order" | "changedOrders"> => {
  const message = (shop: ShopId, node: OrderNode, now: Instant): Fetched | null => {
    const orderId = legacyId(node.id) as OrderId | null;
    const updatedAt = instant(node.updatedAt);
    if (orderId === null || updatedAt === null) {
      log.for(shop).error("sync.unreadable_order", { id: node.id });
      return null;
    }
    if (isCut(node)) log.for(shop).warn("sync.order_cut", { orderId }); // more than 250 lines or events: the rest comes by webhook and export
    return {
      shop, source: "shopify_sync", topic: ORDER_SYNC_TOPIC, deliveryId: `order/${orderId}@${node.updatedAt}`, eventId: null,
      triggeredAt: updatedAt, receivedAt: now, body: JSON.stringify(node), orderId, updatedAt,
    };
  };

  return {
    order: async (shop, id, now) => {
      const variables = { id: `gid://shopify/Order/${id}` };
      const whole = await client.run(shop, ORDER_BY_ID, variables);
      const answer = whole.outcome === "denied" ? await client.run(shop, ORDER_BY_ID_WITHHELD, variables) : whole;
      if (answer.outcome !== "answered") return failure(answer);
      return { outcome: "found", message: answer.data.order === null ? null : message(shop, answer.data.order, now) };
    },

    changedOrders: async (shop, since, after, now) => {
      const variables = { query: `updated_at:>='${iso(since)}'`, after };
      const whole = await client.run(shop, CHANGED_ORDERS, variables);
      const answer = whole.outcome === "denied" ? await client.run(shop, CHANGED_ORDERS_WITHHELD, variables) : whole;
      if (answer.outcome !== "answered") return failure(answer);
      const { nodes, pageInfo } = answer.data.orders;
      return { outcome: "page", messages: nodes.flatMap((node) => message(shop, node, now) ?? []), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },
  };
};
