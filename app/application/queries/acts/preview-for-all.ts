import type { ActPreview } from "#app/contracts/act-views.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import type { ActRequest } from "#app/domain/workflows/acts/act.ts";
import { checkRequest } from "#app/domain/workflows/acts/check-request.ts";
import { isForAll, keyForOne, leftOutWords, wrongCurrency } from "#app/domain/workflows/acts/for-all.ts";
import { judgeAct } from "#app/domain/workflows/acts/judge-act.ts";
import { startOfToday, statedCost } from "../../commands/acts/request-act.ts";
import type { ForAllWish } from "../../commands/incidents/act-for-all.ts";
import { incidentAtWork } from "../../commands/incidents/incident-at-work.ts";
import type { Clock, Transact } from "../../ports.ts";

const impossible = (because: string, field: string | null = null): ActPreview => ({ outcome: "impossible", because, field });

/** A dry run of an act for every order of an incident: how many get it, who is left out and why, and what it costs together. Shopify is not asked; each order is looked at there when its turn comes. */
export const previewForAll =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  async ({ shop, incidentId, request, by, key }: ForAllWish): Promise<ActPreview> => {
    const fault = checkRequest(request);
    if (fault !== null) return impossible(fault.because, fault.field);
    if (!isForAll(request)) return impossible("This is asked for order by order.");
    return transact(async (store) => {
      const now = clock();
      const found = await incidentAtWork(store, shop, incidentId);
      if (found.outcome === "refused") return impossible(found.because);
      const [{ acts: limits }, record, today] = [await store.work.of(shop), await store.shops.find(shop), await startOfToday(store, shop, now)];
      const currency = record?.currency ?? "USD";
      const each = statedCost(request);
      const reasons: string[] = [];
      let given = 0;
      for (const { orderId, shipmentId } of found.parcels) {
        const spent = await store.acts.spent(shop, { id: actId(keyForOne(key, orderId)), orderId }, today, now);
        const verdict = spent && judgeAct({ request, shipmentId, costMinor: each }, { ...spent, dayMinor: spent.dayMinor + given }, limits, { by, sure: false });
        const against = spent === null || verdict === null ? "Hither does not know it any more." : (wrongCurrency(request, currency, spent.currency) ?? (verdict.verdict === "allowed" ? null : verdict.because));
        if (against === null) given += each ?? 0;
        else reasons.push(against);
      }
      const orders = found.parcels.length - reasons.length;
      if (orders === 0) return impossible(reasons[0] ?? "There is no order to do it for.");
      const cost = each === null ? "" : `, ${amountWords(given, currency)} in all`;
      return {
        outcome: "possible", says: `${actWords(request, currency)}, for ${orders === 1 ? "one order" : `each of ${orders} orders`}${cost}. ${furtherWords(request)}`.trim(), warnings: leftOutWords(reasons), asks: null,
        costMinor: each === null ? null : given, currency, undoMinutes: limits.undoMinutes,
      };
    });
  };

const furtherWords = (request: ActRequest): string => {
  switch (request.kind) {
    case "store_credit": return `${request.expiresAfterDays === null ? "It does not expire." : `It expires after ${request.expiresAfterDays} days.`} ${request.tellShopper ? "Shopify e-mails each shopper." : "Shopify e-mails nobody."} Once done it cannot be taken back.`;
    case "tag": return "Each can be taken back on the page of acts.";
    default: return "";
  }
};
