import type { CarriedOut } from "#app/application/ports.ts";
import { codeOf } from "#app/domain/workflows/acts/act-mark.ts";
import { worthWords } from "#app/domain/workflows/acts/act-words.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import { days, instant, iso, minutes, minus, plus } from "#app/domain/shared/time.ts";
import { ACT_CODE, ACT_CREDITS, CREATE_CODE, GIVE_CREDIT } from "../admin/act-operations.ts";
import { failure, refused } from "../admin-failure.ts";
import { decimalAmount, minorUnits } from "../money.ts";
import { changed, type ErrandOf, type FoundOut, type Worker } from "./worker.ts";

const credited = ({ act, order }: ErrandOf<"store_credit">, gid: string | null): CarriedOut => {
  const amount = amountWords(act.request.amountMinor, order.currency);
  return { outcome: "done", result: `${amount} of store credit were given.`, made: gid === null ? null : { label: `Store credit of ${amount}`, gid } };
};

/** Clocks of two houses differ a little. */
const SKEW = minutes(2);

/**
 * Shopify takes no key for a credit. After a lost answer the shopper's account is read: a credit of this amount that was made since and is no other act's is
 * this one. Acts of one shopper and amount are carried out one after the other (see the effect), so it cannot be taken for another.
 */
export const storeCredit: Worker<"store_credit"> = {
  carryOut: async (client, shop, errand): Promise<CarriedOut> => {
    const { act, order } = errand;
    if (order.customer === null) return refused("The order has no customer.");
    const { expiresAfterDays, amountMinor, tellShopper } = act.request;
    const answer = await client.run(shop, GIVE_CREDIT, {
      id: order.customer.gid,
      input: {
        creditAmount: { amount: decimalAmount(amountMinor, order.currency), currencyCode: order.currency }, notify: tellShopper,
        ...(expiresAfterDays === null ? {} : { expiresAt: iso(plus(errand.startedAt, days(expiresAfterDays))) }),
      },
    });
    const given = changed(answer, (data) => data.storeCreditAccountCredit, (payload) => payload.userErrors);
    return given.outcome === "changed" ? credited(errand, given.made.storeCreditAccountTransaction?.id ?? null) : given;
  },
  findOut: async (client, shop, errand): Promise<FoundOut> => {
    if (errand.order.customer === null) return { outcome: "not_done" };
    const answer = await client.run(shop, ACT_CREDITS, { id: errand.order.customer.gid });
    if (answer.outcome !== "answered") return failure(answer);
    const since = minus(errand.startedAt, SKEW);
    const ours = (answer.data.customer?.storeCreditAccounts.nodes ?? []).flatMap(({ transactions }) => transactions.nodes).find((one) => {
      if (!("amount" in one) || one.event !== "ADJUSTMENT" || errand.othersMade.includes(one.id)) return false;
      const at = instant(one.createdAt);
      return at !== null && at >= since && one.amount.currencyCode === errand.order.currency && minorUnits(one.amount.amount, errand.order.currency) === errand.act.request.amountMinor;
    });
    return ours && "id" in ours ? credited(errand, ours.id) : { outcome: "not_done" };
  },
};

const coded = ({ act, order }: ErrandOf<"discount">, gid: string): CarriedOut =>
  ({ outcome: "done", result: `The discount code ${codeOf(act.id)} gives ${worthWords(act.request.worth, order.currency)} off one order.`, made: { label: codeOf(act.id), gid } });

/** The code is made from the act: making it twice is answered as taken, and the code that is there is this act's. */
export const discount: Worker<"discount"> = {
  carryOut: async (client, shop, errand): Promise<CarriedOut> => {
    const { act, order } = errand;
    if (order.customer === null) return refused("The order has no customer.");
    const { worth, expiresAfterDays } = act.request;
    const code = codeOf(act.id);
    const answer = await client.run(shop, CREATE_CODE, {
      discount: {
        title: `Goodwill for ${order.name} (${code})`, code, startsAt: iso(errand.startedAt), endsAt: iso(plus(errand.startedAt, days(expiresAfterDays))), usageLimit: 1, appliesOncePerCustomer: true,
        context: { customers: { add: [order.customer.gid] } },
        customerGets: {
          items: { all: true }, value: "percent" in worth ? { percentage: worth.percent / 100 } : { discountAmount: { amount: decimalAmount(worth.amountMinor, order.currency), appliesOnEachItem: false } },
        },
      },
    });
    const made = changed(answer, (data) => data.discountCodeBasicCreate, (payload) => payload.userErrors, ["TAKEN"]);
    if (made.outcome !== "changed") return made;
    if (made.made.codeDiscountNode !== null) return coded(errand, made.made.codeDiscountNode.id);
    const found = await discount.findOut(client, shop, errand);
    return found.outcome === "not_done" ? refused("Shopify made no discount and did not say why.") : found;
  },
  findOut: async (client, shop, errand): Promise<FoundOut> => {
    const answer = await client.run(shop, ACT_CODE, { code: codeOf(errand.act.id) });
    if (answer.outcome !== "answered") return failure(answer);
    return answer.data.codeDiscountNodeByCode ? coded(errand, answer.data.codeDiscountNodeByCode.id) : { outcome: "not_done" };
  },
};
