import type { CarriedOut, Made } from "#app/application/ports.ts";
import { tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import type { AdminClient } from "../admin/client.ts";
import { ACT_DRAFT, ACT_DRAFTS, COMPLETE_DRAFT, CREATE_DRAFT } from "../admin/act-operations.ts";
import { failure, refused } from "../admin-failure.ts";
import { changed, type ErrandOf, type FoundOut, type Worker } from "./worker.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";

const draft = ({ id, name }: { readonly id: string; readonly name: string }): Made => ({ label: `Draft ${name}`, gid: id });
const sent = ({ order, act }: ErrandOf<"reship">, made: { readonly id: string; readonly name: string }): CarriedOut =>
  ({ outcome: "done", result: `${made.name} replaces ${order.name}${act.request.tellShopper ? "; Shopify confirms it to the shopper" : ""}.`, made: { label: made.name, gid: made.id } });

/**
 * A draft first, then its completion, and not `orderCreate`: a new order made twice would be two parcels, and the search that could find the first is behind
 * by seconds. A draft made twice is a draft too many that nobody ships: only the one that is kept with the act is ever completed, and Shopify completes a
 * draft once. A draft also reserves nothing and asks no payment at a total of zero.
 */
export const reship: Worker<"reship"> = {
  carryOut: async (client, shop, errand) => (errand.act.made === null ? createDraft(client, shop, errand) : complete(client, shop, errand, errand.act.made.gid)),
  findOut: async (client, shop, errand): Promise<FoundOut> => {
    if (errand.act.made !== null) return completedAs(client, shop, errand, errand.act.made.gid);
    const found = await client.run(shop, ACT_DRAFTS, { query: `tag:'${tagOf(errand.act.id)}'` });
    if (found.outcome !== "answered") return failure(found);
    const ours = found.data.draftOrders.nodes.find(({ tags }) => tags.includes(tagOf(errand.act.id)));
    if (!ours) return { outcome: "not_done" };
    return ours.order ? sent(errand, ours.order) : { outcome: "begun", made: draft(ours) };
  },
};

const createDraft = async (client: AdminClient, shop: ShopId, { act, order, lines }: ErrandOf<"reship">): Promise<CarriedOut> => {
  if (order.shipTo === null) return refused("The order's address cannot be read.");
  const tag = tagOf(act.id);
  const answer = await client.run(shop, CREATE_DRAFT, {
    input: {
      lineItems: lines.flatMap(({ lineId, quantity }) => {
        const variantId = order.lines.find((line) => line.lineId === lineId)?.variantGid;
        return variantId ? [{ variantId, quantity }] : [];
      }),
      appliedDiscount: { title: "Replacement", description: `Replaces ${order.name}`, value: 100, valueType: "PERCENTAGE" },
      shippingAddress: { ...order.shipTo }, shippingLine: { title: order.shippingTitle ?? "Replacement", priceWithCurrency: { amount: "0.00", currencyCode: order.currency } },
      ...(act.request.tellShopper && order.email !== null ? { email: order.email } : {}), ...(order.customer ? { purchasingEntity: { customerId: order.customer.gid } } : {}),
      note: `Replacement for ${order.name}, made by Hither.`, tags: ["hither-replacement", tag],
      customAttributes: [{ key: "Replaces", value: order.name }, { key: "Hither act", value: tag }],
    },
  });
  const created = changed(answer, (data) => data.draftOrderCreate, (payload) => payload.userErrors);
  if (created.outcome !== "changed") return created;
  return created.made.draftOrder === null ? refused("Shopify made no draft and did not say why.") : { outcome: "begun", made: draft(created.made.draftOrder) };
};

const completedAs = async (client: AdminClient, shop: ShopId, errand: ErrandOf<"reship">, gid: string): Promise<FoundOut> => {
  const found = await client.run(shop, ACT_DRAFT, { id: gid });
  if (found.outcome !== "answered") return failure(found);
  if (found.data.draftOrder === null) return refused("The draft of the replacement was deleted before it was completed.");
  return found.data.draftOrder.order ? sent(errand, found.data.draftOrder.order) : { outcome: "not_done" };
};

const complete = async (client: AdminClient, shop: ShopId, errand: ErrandOf<"reship">, gid: string): Promise<CarriedOut> => {
  const completed = changed(await client.run(shop, COMPLETE_DRAFT, { id: gid }), (data) => data.draftOrderComplete, (payload) => payload.userErrors);
  if (completed.outcome !== "changed") {
    // Refused because it is complete already means that it was done.
    const already = completed.outcome === "refused" ? await completedAs(client, shop, errand, gid) : completed;
    return already.outcome === "done" ? already : completed;
  }
  const order = completed.made.draftOrder?.order;
  return order ? sent(errand, order) : refused("Shopify completed the draft without making an order.");
};
