import type { AdminFailure, CarriedOut } from "#app/application/ports.ts";
import type { ActId, ShopId } from "#app/domain/shared/ids.ts";
import { tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import type { OrderAtShopify } from "#app/domain/workflows/acts/order-at-shopify.ts";
import { holdable } from "#app/domain/workflows/acts/weigh-act.ts";
import type { AdminClient } from "../admin/client.ts";
import { ACT_ORDER_WITHHELD, HOLD_FULFILLMENT, RELEASE_FULFILLMENT, UPDATE_ORDER } from "../admin/act-operations.ts";
import { failure } from "../admin-failure.ts";
import { minorUnits } from "../money.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import { changed, harmless, type Worker } from "./worker.ts";

type Done = { readonly outcome: "done" } | AdminFailure;
const REASON = { incorrect_address: "INCORRECT_ADDRESS", unknown_delivery_date: "UNKNOWN_DELIVERY_DATE", other: "OTHER" } as const;

/** Holds everything not packed yet under a handle of the act's own: a second time it is a duplicate, which is as good. */
const holdAll = async (client: AdminClient, shop: ShopId, order: OrderAtShopify, id: ActId, reason: string, notes: string): Promise<Done> => {
  for (const { gid } of holdable(order)) {
    const answer = await client.run(shop, HOLD_FULFILLMENT, { id: gid, hold: { handle: tagOf(id), externalId: tagOf(id), reason, reasonNotes: notes, notifyMerchant: false } });
    const held = changed(answer, (data) => data.fulfillmentOrderHold, (payload) => payload.userErrors, ["DUPLICATE_FULFILLMENT_HOLD_HANDLE"]);
    if (held.outcome !== "changed") return held;
  }
  return { outcome: "done" };
};

/** Releases those of our own holds that `which` names, as they are now: a hold just made is among them. */
export const releaseOurs = async (client: AdminClient, shop: ShopId, orderGid: string, which: (hold: { readonly handle: string | null; readonly reason: string }) => boolean): Promise<Done> => {
  const now = await client.run(shop, ACT_ORDER_WITHHELD, { id: orderGid });
  if (now.outcome !== "answered") return failure(now);
  for (const { id, fulfillmentHolds } of now.data.order?.fulfillmentOrders.nodes ?? []) {
    const holds = fulfillmentHolds.filter((hold) => hold.heldByRequestingApp && which(hold)).map((hold) => hold.id);
    if (holds.length === 0) continue;
    const released = changed(await client.run(shop, RELEASE_FULFILLMENT, { id, holds }), (data) => data.fulfillmentOrderReleaseHold, (payload) => payload.userErrors);
    if (released.outcome !== "changed") return released;
  }
  return { outcome: "done" };
};

/** Hold and release: handles make both harmless to repeat. */
export const hold: Worker<"hold"> = {
  findOut: harmless,
  carryOut: async (client, shop, { act, order }): Promise<CarriedOut> => {
    const held = await holdAll(client, shop, order, act.id, REASON[act.request.reason], act.request.note || "Held by Hither");
    return held.outcome === "done" ? { outcome: "done", result: `Fulfillment of ${order.name} is on hold.`, made: { label: "Hold", gid: tagOf(act.id) } } : held;
  },
};

export const release: Worker<"release"> = {
  findOut: harmless,
  carryOut: async (client, shop, { order }): Promise<CarriedOut> => {
    const released = await releaseOurs(client, shop, order.gid, () => true);
    return released.outcome === "done" ? { outcome: "done", result: `Hither's hold on ${order.name} is released.`, made: null } : released;
  },
};

/** While the address changes nobody can pack to the old one. Setting the same address again changes nothing. */
export const correctAddress: Worker<"correct_address"> = {
  findOut: harmless,
  carryOut: async (client, shop, { act, order }): Promise<CarriedOut> => {
    const ours = ({ handle, reason }: { readonly handle: string | null; readonly reason: string }) => handle === tagOf(act.id) || reason === "INCORRECT_ADDRESS";
    const held = await holdAll(client, shop, order, act.id, "INCORRECT_ADDRESS", "The address is being corrected");
    if (held.outcome !== "done") return held;
    const updated = changed(await client.run(shop, UPDATE_ORDER, { input: { id: order.gid, shippingAddress: { ...act.request.address } } }), (data) => data.orderUpdate, (payload) => payload.userErrors);
    if (updated.outcome === "unavailable") return updated; // it stays held until somebody knows
    const released = await releaseOurs(client, shop, order.gid, updated.outcome === "changed" ? ours : ({ handle }) => handle === tagOf(act.id));
    if (updated.outcome !== "changed") return updated;
    if (released.outcome !== "done") return released;
    const owed = minorUnits(updated.made.order?.totalOutstandingSet.shopMoney.amount ?? null, order.currency) ?? 0;
    const balance = owed > 0 ? ` After the change ${amountWords(owed, order.currency)} are to be collected.` : owed < 0 ? ` After the change ${amountWords(-owed, order.currency)} are to be given back.` : "";
    return { outcome: "done", result: `The address of ${order.name} was corrected.${balance}`, made: null };
  },
};

