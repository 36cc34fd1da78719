import type { ActRequested, ActUndone } from "#app/contracts/act-views.ts";
import type { ActId, IncidentId, ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus } from "#app/domain/shared/time.ts";
import type { ActRequest, AskedBy } from "#app/domain/workflows/acts/act.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import { checkRequest } from "#app/domain/workflows/acts/check-request.ts";
import { isForAll, keyForOne, leftOutWords } from "#app/domain/workflows/acts/for-all.ts";
import type { ActReads } from "../../ports.ts";
import { requestAct, type RequestPorts } from "../acts/request-act.ts";
import { stopWaiting } from "../acts/undo-act.ts";
import { incidentAtWork } from "./incident-at-work.ts";

/** An act somebody wants for every order that is still in an incident. The same key is the same acts, however often it is asked. */
export type ForAllWish = { readonly shop: ShopId; readonly incidentId: IncidentId; readonly request: ActRequest; readonly by: AskedBy; readonly key: string };

/**
 * Asks for one act for each order of an incident: judged one by one by the same guards as any other, and what they refuse, or would have a person look at, is left
 * out. The incident's case tells it in one line. Parcels that join later are not part of it. Asked again after it broke off half-way, it goes on.
 */
export const actForAll =
  (ports: RequestPorts) =>
  async ({ shop, incidentId, request, by, key }: ForAllWish): Promise<ActRequested> => {
    const fault = checkRequest(request);
    if (fault !== null) return { outcome: "refused", because: fault.because, field: fault.field };
    if (!isForAll(request)) return { outcome: "refused", because: "This is asked for order by order.", field: null };
    const { found, currency, undoMinutes } = await ports.transact(async (store) => ({
      found: await incidentAtWork(store, shop, incidentId), currency: (await store.shops.find(shop))?.currency ?? "USD", undoMinutes: (await store.work.of(shop)).acts.undoMinutes,
    }));
    if (found.outcome === "refused") return { ...found, field: null };
    const asked = ports.clock();
    const reasons: string[] = [];
    for (const { orderId, shipmentId } of found.parcels) {
      const one = await requestAct(ports)({ shop, orderId, shipmentId, caseId: null, request, by, key: keyForOne(key, orderId), currency });
      if (one.outcome === "refused" || one.outcome === "ask") reasons.push(one.because);
      if (one.outcome === "not_found") reasons.push("Hither does not know it any more.");
    }
    const orders = found.parcels.length - reasons.length;
    if (orders === 0) return { outcome: "refused", because: reasons[0] ?? "There is no order to do it for.", field: null };
    const what = actWords(request, currency);
    await ports.transact(async (store) => {
      const text = [`${what} was asked for, for ${orders === 1 ? "one order" : `${orders} orders`}.`, ...leftOutWords(reasons)].join(" ");
      await store.cases.tell(shop, [{ caseId: found.whole.id, key: `act:${key}`, at: asked, by, kind: "act", text, body: { forAll: key, act: request.kind, what } }]);
      const whole = await store.cases.find(shop, found.whole.id);
      if (whole) await store.cases.save([{ ...whole, movedAt: asked }]);
    });
    return { outcome: "waiting", actId: key as ActId, dueAt: plus(asked, minutes(undoMinutes)) };
  };

/** Takes back every act of such a wish that still waits. */
export const stopForAll =
  ({ transact, clock, actReads }: RequestPorts & { readonly actReads: Pick<ActReads, "waitingOf"> }) =>
  async ({ shop, key, by }: { readonly shop: ShopId; readonly key: string; readonly by: AskedBy }): Promise<ActUndone> => {
    const waiting = await actReads.waitingOf(shop, key);
    let stopped = 0;
    for (const id of waiting) {
      stopped += await transact(async (store) => {
        await store.acts.lock(shop);
        if ((await store.acts.find(shop, id))?.state !== "waiting") return 0;
        await stopWaiting(store, { shop, id }, by, clock());
        return 1;
      });
    }
    return stopped === 0 ? { outcome: "too_late", because: "None of them waits any more." } : { outcome: "undone", result: `${stopped === 1 ? "One was" : `${stopped} were`} taken back before they were done.` };
  };
