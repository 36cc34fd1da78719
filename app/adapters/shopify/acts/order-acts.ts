import type { CarriedOut } from "#app/application/ports.ts";
import { tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import { iso, seconds } from "#app/domain/shared/time.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { linesWords } from "#app/domain/workflows/acts/act-pieces.ts";
import type { Clock } from "#app/application/ports.ts";
import type { AdminClient } from "../admin/client.ts";
import { ACT_ORDER_WITHHELD, ACT_RETURNS, ADD_TAGS, CANCEL_ORDER, OPEN_RETURN, RETURN_REASONS, UPDATE_ORDER } from "../admin/act-operations.ts";
import { failure, later, refused } from "../admin-failure.ts";
import { changed, harmless, type ErrandOf, type FoundOut, type Worker } from "./worker.ts";

/** Tags are a set: added twice they are there once. What was not there before is kept with the act, so that only that is taken away again. */
export const tag: Worker<"tag"> = {
  findOut: harmless,
  carryOut: async (client, shop, { act, order }): Promise<CarriedOut> => {
    const fresh = act.made?.label.split(", ") ?? act.request.tags.filter((one) => !order.tags.includes(one));
    const added = changed(await client.run(shop, ADD_TAGS, { id: order.gid, tags: [...act.request.tags] }), (data) => data.tagsAdd, (payload) => payload.userErrors);
    return added.outcome === "changed" ? { outcome: "done", result: `${order.name} is tagged ${act.request.tags.join(", ")}.`, made: fresh.length === 0 ? null : { label: fresh.join(", "), gid: order.gid } } : added;
  },
};

/** The line of a note, with the moment it was asked for: it is never written twice. */
const lineOf = ({ act }: ErrandOf<"note">): string => `${iso(act.askedAt).slice(0, 16).replace("T", " ")} UTC, Hither: ${act.request.text.trim()}`;

export const note: Worker<"note"> = {
  findOut: harmless,
  carryOut: async (client, shop, errand): Promise<CarriedOut> => {
    const { order } = errand;
    const line = lineOf(errand);
    const done: CarriedOut = { outcome: "done", result: `A line was added to the note of ${order.name}.`, made: null };
    if (order.note?.includes(line)) return done;
    const written = changed(await client.run(shop, UPDATE_ORDER, { input: { id: order.gid, note: order.note ? `${order.note}\n${line}` : line } }), (data) => data.orderUpdate, (payload) => payload.userErrors);
    return written.outcome === "changed" ? done : written;
  },
};

const opened = ({ order, lines }: ErrandOf<"open_return">, made: { readonly id: string; readonly name: string }): CarriedOut =>
  ({ outcome: "done", result: `Return ${made.name} was opened for ${linesWords(lines, order)}.`, made: { label: made.name, gid: made.id } });

/** Shopify's own library of reasons, the best that says little; what is written beside it says more. */
const reasonId = async (client: AdminClient, shop: ShopId): Promise<string | null> => {
  const answer = await client.run(shop, RETURN_REASONS, {});
  if (answer.outcome !== "answered") return null;
  const known = answer.data.returnReasonDefinitions.nodes.filter(({ deleted }) => !deleted);
  return (known.find(({ handle }) => handle === "other") ?? known.find(({ handle }) => handle === "unknown") ?? known[0])?.id ?? null;
};

export const openReturn: Worker<"open_return"> = {
  carryOut: async (client, shop, errand): Promise<CarriedOut> => {
    const { act, order, lines } = errand;
    const reason = await reasonId(client, shop);
    let missing = 0;
    const returnLineItems = lines.flatMap(({ lineId, quantity }) => {
      let left = quantity;
      const taken = order.returnable.filter((one) => one.lineId === lineId).flatMap((one) => {
        const take = Math.min(left, one.quantity);
        left -= take;
        return take > 0 ? [{ fulfillmentLineItemId: one.itemGid, quantity: take, returnReasonNote: `${act.request.reason.trim()} [${tagOf(act.id)}]`, ...(reason === null ? { returnReason: "OTHER" } : { returnReasonDefinitionId: reason }) }] : [];
      });
      missing += left;
      return taken;
    });
    if (missing > 0) return refused("Not all of these pieces can be returned any more.");
    const made = changed(await client.run(shop, OPEN_RETURN, { input: { orderId: order.gid, returnLineItems } }), (data) => data.returnCreate, (payload) => payload.userErrors);
    if (made.outcome !== "changed") return made;
    return made.made.return === null ? refused("Shopify opened no return and did not say why.") : opened(errand, made.made.return);
  },
  findOut: async (client, shop, errand): Promise<FoundOut> => {
    const answer = await client.run(shop, ACT_RETURNS, { id: errand.order.gid });
    if (answer.outcome !== "answered") return failure(answer);
    const ours = answer.data.order?.returns.nodes.find(({ returnLineItems }) => returnLineItems.nodes.some(({ returnReasonNote }) => returnReasonNote.includes(`[${tagOf(errand.act.id)}]`)));
    return ours ? opened(errand, ours) : { outcome: "not_done" };
  },
};

/** Shopify cancels in a job of its own: what counts is that the order says so. Until then the act is looked at again. */
export const cancelOrder = (clock: Clock): Worker<"cancel_order"> => {
  const findOut = async (client: AdminClient, shop: ShopId, errand: ErrandOf<"cancel_order">): Promise<FoundOut> => {
    const answer = await client.run(shop, ACT_ORDER_WITHHELD, { id: errand.order.gid });
    if (answer.outcome !== "answered") return failure(answer);
    return answer.data.order?.cancelledAt ? { outcome: "done", result: `Order ${errand.order.name} was cancelled.`, made: null } : { outcome: "not_done" };
  };
  return {
    findOut,
    carryOut: async (client, shop, errand): Promise<CarriedOut> => {
      const { act, order } = errand;
      const answer = await client.run(shop, CANCEL_ORDER, {
        id: order.gid, reason: "OTHER", method: { originalPaymentMethodsRefund: act.request.refund }, restock: act.request.restock, notify: act.request.tellShopper, note: act.request.note.trim() || null,
      });
      const begun = changed(answer, (data) => data.orderCancel, (payload) => payload.orderCancelUserErrors);
      const found = begun.outcome === "unavailable" || begun.outcome === "unauthorised" ? begun : await findOut(client, shop, errand);
      if (begun.outcome !== "changed") return found.outcome === "done" ? found : begun;
      return found.outcome === "not_done" ? later(clock, seconds(10), "Shopify is still cancelling the order.") : found;
    },
  };
};
