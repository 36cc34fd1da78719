import type { CarriedOut } from "#app/application/ports.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import { tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import { ACT_REFUNDS, REFUND } from "../admin/act-operations.ts";
import { failure, refused } from "../admin-failure.ts";
import { decimalAmount, minorUnits } from "../money.ts";
import { changed, type ErrandOf, type FoundOut, type Worker } from "./worker.ts";

const gaveBack = ({ act, order }: ErrandOf<"refund">, refund: { readonly id: string; readonly totalRefundedSet: { readonly shopMoney: { readonly amount: string } } }, asked: number): CarriedOut => {
  const told = minorUnits(refund.totalRefundedSet.shopMoney.amount, order.currency) ?? 0;
  const amount = amountWords(told > 0 ? told : asked, order.currency); // a payment still on its way counts as nothing yet
  return { outcome: "done", result: `${amount} of ${order.name} were refunded${act.request.asStoreCredit ? " as store credit" : ""}.`, made: { label: `Refund of ${amount}`, gid: refund.id } };
};

/** The refund's note ends with the act's mark: an idempotency key is forgotten after a while, a note is not. */
const noteOf = ({ act }: ErrandOf<"refund">): string => `${act.request.note.trim() === "" ? "Refunded with Hither" : act.request.note.trim()} [${tagOf(act.id)}]`;

const askedFor = ({ act, suggestion }: ErrandOf<"refund">): number => act.request.amountMinor ?? suggestion?.amountMinor ?? 0;

/** How an amount is taken from the payments, the first first. */
const fromPayments = (errand: ErrandOf<"refund">): readonly { readonly gateway: string; readonly parentId: string; readonly amount: string }[] => {
  const { suggestion, act, order } = errand;
  let left = askedFor(errand);
  return (suggestion?.transactions ?? []).flatMap((one) => {
    const take = Math.min(left, one.amountMinor);
    left -= take;
    const amount = act.request.amountMinor === null ? one.paid.amount : decimalAmount(take, order.currency);
    return take > 0 ? [{ gateway: one.gateway, parentId: one.parentGid, amount }] : [];
  });
};

/** Through `refundCreate` in every form: store credit given back for what was bought is a refund (App Store requirement 1.1.15, read 2026-11). */
export const refund: Worker<"refund"> = {
  carryOut: async (client, shop, errand): Promise<CarriedOut> => {
    const { act, order, suggestion, lines } = errand;
    if (suggestion === null) return refused("Shopify suggests nothing that could be given back.");
    const whole = act.request.amountMinor === null; // a chosen amount marks no pieces as refunded
    const paidInShop = suggestion.paidIn === order.currency;
    const credit = { amount: paidInShop ? decimalAmount(askedFor(errand), order.currency) : (suggestion.transactions[0]?.paid.amount ?? "0"), currencyCode: suggestion.paidIn };
    const answer = await client.run(shop, REFUND, {
      key: tagOf(act.id),
      input: {
        orderId: order.gid, note: noteOf(errand), notify: act.request.tellShopper, ...(paidInShop ? {} : { currency: suggestion.paidIn }),
        refundLineItems: whole ? lines.map(({ lineId, quantity }) => ({ lineItemId: `gid://shopify/LineItem/${lineId}`, quantity, restockType: "NO_RESTOCK" })) : [],
        ...(whole && act.request.shipping ? { shipping: { fullRefund: true } } : {}),
        transactions: act.request.asStoreCredit ? [] : fromPayments(errand).map((one) => ({ ...one, kind: "REFUND", orderId: order.gid })),
        ...(act.request.asStoreCredit ? { refundMethods: [{ storeCreditRefund: { amount: credit } }] } : {}),
      },
    });
    const made = changed(answer, (data) => data.refundCreate, (payload) => payload.userErrors);
    if (made.outcome !== "changed") return made;
    return made.made.refund === null ? refused("Shopify made no refund and did not say why.") : gaveBack(errand, made.made.refund, askedFor(errand));
  },
  findOut: async (client, shop, errand): Promise<FoundOut> => {
    const answer = await client.run(shop, ACT_REFUNDS, { id: errand.order.gid });
    if (answer.outcome !== "answered") return failure(answer);
    const ours = answer.data.order?.refunds.find(({ note }) => note?.includes(`[${tagOf(errand.act.id)}]`));
    return ours ? gaveBack(errand, ours, askedFor(errand)) : { outcome: "not_done" };
  },
};
