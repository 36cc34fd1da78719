import type { ActUndone } from "#app/contracts/act-views.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ActId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { AskedBy } from "#app/domain/workflows/acts/act.ts";
import { askerWords, isReversible } from "#app/domain/workflows/acts/asked-by.ts";
import type { ActReads, ActsAtShopify, Clock, Jobs, KeptAct, Store, Transact } from "../../ports.ts";
import { standingOf } from "../../queries/acts/standing.ts";
import { endAct } from "./end-act.ts";

/** What undoing needs of the outside. */
export type UndoPorts = { readonly acts: ActsAtShopify; readonly actReads: Pick<ActReads, "parcel">; readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs };

/** Takes an act back while it waits; a hold, tags and an unused discount afterwards too. A second time changes nothing. */
export const undoAct =
  (ports: UndoPorts) =>
  async ({ shop, actId, by }: { readonly shop: ShopId; readonly actId: ActId; readonly by: AskedBy }): Promise<ActUndone> => {
    const found = await ports.transact(async (store): Promise<ActUndone | { readonly outcome: "done"; readonly act: KeptAct }> => {
      await store.acts.lock(shop);
      const act = await store.acts.find(shop, actId);
      if (!act) return { outcome: "not_found" };
      switch (act.state) {
        case "waiting": return { outcome: "undone", result: await stopWaiting(store, act, by, ports.clock()) };
        case "running": return { outcome: "too_late", because: "It is being done at Shopify this moment." };
        case "undone": case "refused": return { outcome: "already" };
        case "done": return isReversible(act.request.kind) ? { outcome: "done", act } : { outcome: "too_late", because: "It was done and cannot be taken back." };
        default: return assertNever(act.state);
      }
    });
    return found.outcome === "done" ? reverse(ports, found.act, by) : found;
  };

/** Takes back an act that waits; what came of it, to be read. Within the lock of the shop's acts. */
export const stopWaiting = async (store: Store, { shop, id }: Pick<KeptAct, "shop" | "id">, by: AskedBy, now: Instant): Promise<string> => {
  const result = `Stopped by ${askerWords(by)} before it was done.`;
  await endAct(store, shop, id, { state: "undone", result, made: undefined }, now);
  return result;
};

const reverse = async (ports: UndoPorts, act: KeptAct, by: AskedBy): Promise<ActUndone> => {
  const standing = await standingOf(ports, act.shop, act);
  if (standing.outcome !== "stands") return { outcome: "too_late", because: standing.because };
  const back = await ports.acts.takeBack(act.shop, { act, order: standing.order });
  if (back.outcome !== "taken_back") return { outcome: "too_late", because: back.outcome === "unavailable" ? "Shopify does not answer just now. Try again in a minute." : back.because };
  await ports.transact((store) => endAct(store, act.shop, act.id, { state: "undone", result: `${back.result} Asked by ${askerWords(by)}.`, made: undefined }, ports.clock()));
  await ports.jobs.wake("dispatch_outbox");
  return { outcome: "undone", result: back.result };
};
