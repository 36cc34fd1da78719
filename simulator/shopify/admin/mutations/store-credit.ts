import { creditAccount } from "../../../world/acts/store-credit.ts";
import { cents } from "../../../world/derive.ts";
import { parseGid } from "../../../world/ids.ts";
import type { Fields } from "../state.ts";
import { refused } from "./user-errors.ts";

type CreditInput = { creditAmount: { amount: string; currencyCode: string }; expiresAt?: string | null; notify?: boolean | null };

/** Giving a shopper credit. Sentences, codes and the order of the checks are recorded. */
export const storeCreditMutations: Fields<unknown> = {
  /** Takes no idempotency key, and the transaction holds no word of the caller's: called twice it gives twice. */
  storeCreditAccountCredit(_root, args, { state }) {
    const { store, shop } = state.kernel;
    const input = args["creditInput"] as CreditInput;
    const refuse = (field: string[], message: string, code: string): object => refused(["storeCreditAccountTransaction"], { field, message, code });
    const owner = parseGid(String(args["id"]));
    const customerId = owner?.type === "Customer" ? owner.id : [...store.storeCredit.values()].find((one) => owner?.type === "StoreCreditAccount" && one.id === owner.id)?.customerId;
    if (owner?.type === "Customer" || owner?.type === "CompanyLocation") {
      if (customerId === undefined || !store.customers.has(customerId)) return refuse(["id"], "Owner does not exist", "OWNER_NOT_FOUND");
    }
    if (customerId === undefined) return refuse(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND");
    if (input.expiresAt && Date.parse(input.expiresAt) <= state.kernel.now().getTime()) return refuse(["creditInput", "expiresAt"], "The expiry date must be in the future", "EXPIRES_AT_IN_PAST");
    const amount = cents(String(input.creditAmount.amount));
    if (amount <= 0) return refuse(["creditInput", "creditAmount", "amount"], "A positive amount must be used to credit a store credit account", "NEGATIVE_OR_ZERO_AMOUNT");
    if (input.creditAmount.currencyCode !== shop.currency) return refuse(["creditInput", "creditAmount", "currencyCode"], "The currency provided does not match the currency of the store credit account", "MISMATCHING_CURRENCY");
    const { account, credit } = creditAccount(state.kernel, customerId, { amount, expires_at: input.expiresAt ?? null, event: "ADJUSTMENT", orderId: null, notify: input.notify === true });
    return { storeCreditAccountTransaction: { account, credit }, userErrors: [] };
  },
};
