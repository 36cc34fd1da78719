import { refundOrder } from "../../../world/acts/refunds.ts";
import { cents, paymentOf, refundableShipping, refundedQuantity, totals } from "../../../world/derive.ts";
import type { Order, Refund } from "../../../world/types.ts";
import { apiError, notImplemented } from "../errors.ts";
import type { AdminContext, Fields } from "../state.ts";
import { findOrder, idIn } from "./find.ts";
import { refused, type UserError } from "./user-errors.ts";

type RefundInput = {
  orderId: string; note?: string | null; notify?: boolean | null; shipping?: { amount?: string | null; fullRefund?: boolean | null } | null; refundDuties?: unknown[] | null;
  transactions?: { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null }[] | null;
  refundMethods?: { storeCreditRefund?: { amount: { amount: string; currencyCode: string }; expiresAt?: string | null } | null }[] | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null; locationId?: string | null }[] | null;
};

const dollars = (amount: number): string => `$${(amount / 100).toFixed(2)}`;

/** What is wrong with the lines of a refund; words and fields are recorded. */
function lineProblem(order: Order, lines: Refund["lines"]): UserError | null {
  for (const [index, line] of lines.entries()) {
    const ordered = order.lines.find((one) => one.id === line.lineItemId);
    if (ordered === undefined) return { field: ["refundLineItems", String(index), "lineItemId"], message: "Line item does not exist on the order" };
    if (line.quantity + refundedQuantity(order, line.lineItemId) > ordered.quantity) return { field: ["refundLineItems", String(index), "quantity"], message: "Quantity cannot refund more items than were purchased" };
  }
  return null;
}

/** What is wrong with the money of a refund; recorded, except for shipping. More than was paid is refused even with `allowOverRefunding`. */
function moneyProblem(order: Order, input: RefundInput, amount: number, shipping: number): UserError | null {
  for (const one of input.transactions ?? []) {
    if (one.kind !== "REFUND") return { field: null, message: `Kind ${one.kind.toLowerCase()} is not a valid transaction` };
    if (idIn(one.parentId, "OrderTransaction") !== (paymentOf(order)?.id ?? "none")) return { field: ["transactions"], message: "Transactions require a parent_id associated with the order" };
  }
  const received = order.paid - totals(order).refunded;
  if (amount > received) return { field: null, message: `Refund amount ${dollars(amount)} is greater than net payment received ${dollars(received)}` };
  return shipping > refundableShipping(order) ? { field: ["shipping", "amount"], message: `Shipping amount ${dollars(shipping)} is greater than the refundable amount ${dollars(refundableShipping(order))}` } : null;
}

function createRefund(context: AdminContext, input: RefundInput): Record<string, unknown> {
  const { kernel } = context.state;
  const order = findOrder(context, input.orderId);
  if (order === null) return refused(["refund", "order"], { field: ["orderId"], message: "Order does not exist" });
  if (input.refundDuties && input.refundDuties.length > 0) throw notImplemented("refundCreate(refundDuties)");
  const lines = (input.refundLineItems ?? []).map((line) => ({ lineItemId: idIn(line.lineItemId, "LineItem") ?? "", quantity: line.quantity, restockType: (line.restockType ?? "NO_RESTOCK").toLowerCase() }));
  const credits = (input.refundMethods ?? []).flatMap((one) => (one.storeCreditRefund ? [one.storeCreditRefund] : []));
  const toPayment = (input.transactions ?? []).reduce((sum, one) => sum + cents(one.amount), 0);
  const toStoreCredit = credits.reduce((sum, one) => sum + cents(String(one.amount.amount)), 0);
  const shipping = input.shipping?.fullRefund === true ? refundableShipping(order) : cents(input.shipping?.amount ?? "0");
  const expired = credits.some(({ expiresAt }) => expiresAt && Date.parse(expiresAt) <= kernel.now().getTime());
  const foreign = credits.some(({ amount }) => amount.currencyCode !== order.currency);
  const problem = lineProblem(order, lines) ?? moneyProblem(order, input, toPayment + toStoreCredit, shipping)
    ?? (expired ? { field: ["refundMethods", "0", "storeCreditRefund", "expiresAt"], message: "The expiry date must be in the future" } : null)
    ?? (foreign ? { field: ["refundMethods", "0", "storeCreditRefund", "amount"], message: "The currency provided does not match the currency of the order" } : null);
  if (problem !== null) return { refund: null, order, userErrors: [problem] };
  const refund = refundOrder(kernel, order.id, { lines, note: input.note ?? null, toPayment, toStoreCredit, shipping, notify: input.notify === true, storeCreditExpiresAt: credits[0]?.expiresAt ?? null });
  return { refund, order, userErrors: [] };
}

/** Giving money back. */
export const refundMutations: Fields<unknown> = {
  /** Runs once per `@idempotent` key; the key is required since 2026-04. Lines alone give no money back: that is for transactions and methods to say. */
  refundCreate(_root, args, context, info) {
    const key = context.idempotencyKeys.get(String(info.path.key));
    if (key === undefined) throw apiError("BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.");
    const input = args["input"] as RefundInput;
    const written = JSON.stringify(input);
    const slot = `refundCreate/${key}`;
    const earlier = context.state.idempotent.get(slot);
    if (earlier !== undefined) {
      if (earlier.input !== written) throw apiError("BAD_REQUEST", "The same idempotency key was used with different parameters.");
      return earlier.result;
    }
    const result = createRefund(context, input);
    context.state.idempotent.set(slot, { input: written, result });
    return result;
  },
};
