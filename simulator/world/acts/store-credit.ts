import type { Kernel } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import type { StoreCreditAccount } from "../types.ts";

export type NewCredit = { amount: number; expires_at: string | null; event: "ADJUSTMENT" | "ORDER_REFUND" | "ORDER_CANCELLATION"; orderId: string | null; notify: boolean };
type Credit = StoreCreditAccount["transactions"][number];

/** Gives a shopper credit, cents, opening the account with the first one. Shopify has no webhook about it. */
export function creditAccount(kernel: Kernel, customerId: string, input: NewCredit): { account: StoreCreditAccount; credit: Credit } {
  const { store } = kernel;
  let account = store.storeCredit.get(customerId);
  if (account === undefined) {
    account = { id: kernel.nextId("StoreCreditAccount"), customerId, currency: kernel.shop.currency, transactions: [] };
    store.storeCredit.set(customerId, account);
  }
  const { amount, expires_at, event, orderId } = input;
  const credit: Credit = { id: kernel.nextId("StoreCreditAccountTransaction"), amount, balance: balanceOf(account) + amount, created_at: utcSeconds(kernel.now()), expires_at, event, orderId };
  account.transactions.push(credit);
  kernel.changed();
  return { account, credit };
}

/** What the shopper may spend, in cents. */
export const balanceOf = (account: StoreCreditAccount): number => account.transactions.at(-1)?.balance ?? 0;
