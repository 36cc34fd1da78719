import { balanceOf } from "../../../world/acts/store-credit.ts";
import { price } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { StoreCreditAccount as AccountRecord } from "../../../world/types.ts";
import { ordered } from "../connection.ts";
import { notImplemented } from "../errors.ts";
import { typed } from "../records.ts";
import { connection, type Fields } from "../state.ts";

/** One credit of an account. */
export type CreditOfAccount = { account: AccountRecord; credit: AccountRecord["transactions"][number] };

const money = (account: AccountRecord, amount: number): object => ({ amount: price(amount).replace(/0$/, ""), currencyCode: account.currency });

export const StoreCreditAccount: Fields<AccountRecord> = {
  id: (account) => gid("StoreCreditAccount", account.id),
  balance: (account) => money(account, balanceOf(account)),
  owner(account, _args, { state }) {
    const record = state.kernel.store.customers.get(account.customerId);
    return record === undefined ? null : typed({ type: "Customer", record });
  },
  transactions(account, args, context, info) {
    if (typeof args["query"] === "string" && args["query"] !== "") throw notImplemented("StoreCreditAccount.transactions(query:)");
    const list = account.transactions.map((credit) => typed({ type: "StoreCreditAccountCreditTransaction", record: { account, credit } })) as CreditOfAccount[];
    return connection(ordered(list, (one) => ({ value: one.credit.created_at, id: BigInt(one.credit.id) })), args, context, info);
  },
};

export const StoreCreditAccountCreditTransaction: Fields<CreditOfAccount> = {
  id: ({ credit }) => gid("StoreCreditAccountCreditTransaction", credit.id),
  account: ({ account }) => account,
  amount: ({ account, credit }) => money(account, credit.amount),
  remainingAmount: ({ account, credit }) => money(account, credit.amount),
  balanceAfterTransaction: ({ account, credit }) => money(account, credit.balance),
  createdAt: ({ credit }) => credit.created_at,
  expiresAt: ({ credit }) => credit.expires_at,
  event: ({ credit }) => credit.event,
  origin: ({ credit }) => {
    if (credit.orderId !== null) throw notImplemented("StoreCreditAccountCreditTransaction.origin of a refund");
    return null;
  },
};
