import type { ActPreview } from "#app/contracts/act-views.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { codeOf } from "#app/domain/workflows/acts/act-mark.ts";
import { checkRequest } from "#app/domain/workflows/acts/check-request.ts";
import { judgeAct } from "#app/domain/workflows/acts/judge-act.ts";
import { weighAct } from "#app/domain/workflows/acts/weigh-act.ts";
import { startOfToday, type WantedAct } from "../../commands/acts/request-act.ts";
import type { ActReads, ActsAtShopify, Clock, Transact } from "../../ports.ts";
import { standingOf } from "./standing.ts";

const impossible = (because: string, field: string | null = null): ActPreview => ({ outcome: "impossible", because, field });

/** A dry run: what an act would do and whether the shop's limits allow it. Changes nothing anywhere. */
export const previewAct =
  ({ acts, actReads, transact, clock }: { readonly acts: ActsAtShopify; readonly actReads: ActReads; readonly transact: Transact; readonly clock: Clock }) =>
  async ({ shop, orderId, shipmentId, request, by, key }: WantedAct): Promise<ActPreview> => {
    const fault = checkRequest(request);
    if (fault !== null) return impossible(fault.because, fault.field);
    const standing = await standingOf({ acts, actReads }, shop, { orderId, shipmentId, request });
    if (standing.outcome === "gone") return impossible(standing.because);
    if (standing.outcome !== "stands") return impossible(standing.outcome === "unavailable" ? `Shopify does not answer just now (${standing.because}) Try again in a minute.` : `Shopify does not allow it: ${standing.because}`);
    const id = actId(key);
    const weighed = weighAct({ request, ...standing, code: codeOf(id) });
    if (!weighed.possible) return impossible(weighed.because);
    const judged = await transact(async (store) => {
      const now = clock();
      const spent = await store.acts.spent(shop, { id, orderId }, await startOfToday(store, shop, now), now);
      const { acts: limits } = await store.work.of(shop);
      return { limits, verdict: spent && judgeAct({ request, shipmentId, costMinor: weighed.costMinor }, spent, limits, { by, sure: false }) };
    });
    if (judged.verdict === null) return impossible("Hither does not know this order.");
    if (judged.verdict.verdict === "refused") return impossible(judged.verdict.because);
    return {
      outcome: "possible", says: weighed.says, warnings: weighed.warnings, asks: judged.verdict.verdict === "ask" ? judged.verdict.because : null,
      costMinor: weighed.costMinor, currency: standing.order.currency, undoMinutes: judged.limits.undoMinutes,
    };
  };
