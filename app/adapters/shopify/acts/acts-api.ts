import type { ActsAtShopify, CarriedOut, Clock, Errand } from "#app/application/ports.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { AdminClient } from "../admin/client.ts";
import { ACT_CODE, DEACTIVATE_CODE, REMOVE_TAGS } from "../admin/act-operations.ts";
import { failure, refused } from "../admin-failure.ts";
import { discount, storeCredit } from "./goodwill.ts";
import { correctAddress, hold, release, releaseOurs } from "./holds.ts";
import { cancelOrder, note, openReturn, tag } from "./order-acts.ts";
import { createActReads } from "./read-order.ts";
import { refund } from "./refund.ts";
import { reship } from "./reship.ts";
import { changed, type FoundOut, type Worker } from "./worker.ts";

type AnyWorker = { readonly carryOut: (client: AdminClient, shop: ShopId, errand: Errand) => Promise<CarriedOut>; readonly findOut: (client: AdminClient, shop: ShopId, errand: Errand) => Promise<FoundOut> };

/** Acts through Shopify's own mutations (Admin API 2026-10, read 2026-11). */
export const createActs = (client: AdminClient, clock: Clock): ActsAtShopify => {
  const workers: { readonly [K in ActKind]: Worker<K> } = {
    correct_address: correctAddress, hold, release, reship, refund, store_credit: storeCredit, discount, open_return: openReturn, cancel_order: cancelOrder(clock), tag, note,
  };
  const workerOf = ({ act }: Errand): AnyWorker => workers[act.request.kind] as unknown as AnyWorker; // the table is typed by kind, and the kind is the errand's own
  return {
    ...createActReads(client),
    carryOut: (shop, errand) => workerOf(errand).carryOut(client, shop, errand),
    findOut: (shop, errand) => workerOf(errand).findOut(client, shop, errand),

    takeBack: async (shop, { act, order }) => {
      switch (act.request.kind) {
        case "hold": {
          const released = await releaseOurs(client, shop, order.gid, ({ handle }) => handle === tagOf(act.id));
          return released.outcome === "done" ? { outcome: "taken_back", result: `The hold on ${order.name} was released again.` } : released;
        }
        case "tag": {
          const added = act.made?.label.split(", ") ?? [];
          if (added.length === 0) return { outcome: "taken_back", result: "Nothing had been added." };
          const removed = changed(await client.run(shop, REMOVE_TAGS, { id: order.gid, tags: added }), (data) => data.tagsRemove, (payload) => payload.userErrors);
          return removed.outcome === "changed" ? { outcome: "taken_back", result: `The tags ${added.join(", ")} were removed again.` } : removed;
        }
        case "discount": return takeBackCode(client, shop, act.made);
        default: return refused("This cannot be taken back.");
      }
    },
  };
};

const takeBackCode = async (client: AdminClient, shop: ShopId, made: Errand["act"]["made"]) => {
  if (made === null) return refused("The code is not known.");
  const found = await client.run(shop, ACT_CODE, { code: made.label });
  if (found.outcome !== "answered") return failure(found);
  const code = found.data.codeDiscountNodeByCode;
  if (code && "asyncUsageCount" in code.codeDiscount && code.codeDiscount.asyncUsageCount > 0) return refused("The discount was used already.");
  const off = code ? changed(await client.run(shop, DEACTIVATE_CODE, { id: code.id }), (data) => data.discountCodeDeactivate, (payload) => payload.userErrors) : ({ outcome: "changed" } as const);
  return off.outcome === "changed" ? ({ outcome: "taken_back", result: `The discount code ${made.label} was switched off.` } as const) : off;
};
