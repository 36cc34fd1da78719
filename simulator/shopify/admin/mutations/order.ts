import { cancelOrder } from "../../../world/acts/cancel.ts";
import { orderChanged, taxOf } from "../../../world/acts/orders.ts";
import { fulfillmentStatus, totals } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { Customer, DraftOrder, Order } from "../../../world/types.ts";
import { apiError, notImplemented } from "../errors.ts";
import { findRecord, typed } from "../records.ts";
import type { AdminContext, Fields } from "../state.ts";
import { type AddressInput, addressProblems, patchedAddress } from "./address.ts";
import { findOrder } from "./find.ts";
import { normalTags, tagProblems } from "./tags.ts";
import { refused, type UserError } from "./user-errors.ts";

type OrderInput = { id: string; email?: string | null; phone?: string | null; note?: string | null; tags?: string[] | null; shippingAddress?: AddressInput | null; customAttributes?: { key: string; value: string }[] | null; poNumber?: unknown };
const UNSUPPORTED_ORDER_INPUT = ["localizationExtensions", "localizedFields", "metafields", "poNumber"];

/**
 * Puts another address on the order. Since 2026-10 taxes of an order of which nothing was sent are calculated anew (changelog of that
 * version), which may leave something to pay; once a part was sent they stay as they were.
 */
function changeAddress(kernel: AdminContext["state"]["kernel"], order: Order, input: AddressInput): UserError[] {
  const address = patchedAddress(order.shipping_address, input);
  const problems = addressProblems(address, ["shippingAddress"]);
  if (problems.length > 0) return problems;
  order.shipping_address = address;
  if (fulfillmentStatus(order) === null) {
    order.tax = taxOf(kernel, order);
    if (order.financial_status === "paid" && totals(order).outstanding > 0) order.financial_status = "partially_paid";
    else if (order.financial_status === "partially_paid" && totals(order).outstanding <= 0) order.financial_status = "paid";
  }
  return [];
}

/** The scope that tags on a kind of record need. */
const TAG_SCOPES: Record<string, string> = { Order: "write_orders", Customer: "write_customers", DraftOrder: "write_draft_orders" };

function changeTags(context: AdminContext, globalId: unknown, change: (tags: string[]) => string[]): Record<string, unknown> {
  const found = findRecord(context, String(globalId));
  if (found === null) return refused(["node"], { field: ["id"], message: `Couldn't find resource with ID: ${String(globalId)}` });
  const scope = TAG_SCOPES[found.type];
  if (scope === undefined) throw notImplemented(`tags on a ${found.type}`);
  if (!context.access.has(scope)) throw apiError("ACCESS_DENIED", `Access denied for tags. Required access: \`${scope}\` access scope.`);
  const record = found.record as Order | Customer | DraftOrder;
  const tags = normalTags(change(record.tags));
  const problems = tagProblems(tags, ["tags"]);
  if (problems.length > 0) return refused(["node"], ...problems);
  record.tags = tags;
  if (found.type === "Order") orderChanged(context.state.kernel, record as Order);
  else context.state.kernel.changed();
  return { node: typed(found), userErrors: [] };
}

type CancelInput = {
  orderId: string; reason: string; restock: boolean; refund?: boolean | null; refundMethod?: { originalPaymentMethodsRefund?: boolean | null; storeCreditRefund?: { expiresAt?: string | null } | null } | null;
  notifyCustomer?: boolean | null; staffNote?: string | null;
};
/** Recorded limit, with its sentence. */
const LONGEST_STAFF_NOTE = 255;

/** Why Shopify does not cancel an order, in recorded words where there is a recording; that of sent items is not recorded. */
function cancelProblem(order: Order | null, input: CancelInput, now: Date): { field: string; message: string; code: string } | null {
  const problem = (field: string, message: string, code = "INVALID"): { field: string; message: string; code: string } => ({ field, message, code });
  if (order === null) return problem("orderId", "Order does not exist", "NOT_FOUND");
  if (typeof input.refund === "boolean" && input.refundMethod) return problem("refund", "Only one of the arguments `refund` or `refund_method` is allowed.");
  if ((input.staffNote ?? "").length > LONGEST_STAFF_NOTE) return problem("staffNote", `Staff note is too long. Maximum length is ${LONGEST_STAFF_NOTE} characters.`);
  if (order.cancelled_at !== null) return problem("orderId", "Cannot cancel an order that has already been canceled");
  if (order.fulfillments.some((one) => one.status === "success")) return problem("orderId", "Cannot cancel an order with fulfilled items");
  const expiresAt = input.refundMethod?.storeCreditRefund?.expiresAt;
  return expiresAt && Date.parse(expiresAt) <= now.getTime() ? problem("refundMethod", "The expiry date must be in the future", "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST") : null;
}

/** The mutations on orders themselves. */
export const orderMutations: Fields<unknown> = {
  orderUpdate(_root, args, context) {
    const input = args["input"] as OrderInput;
    const order = findOrder(context, input.id);
    if (order === null) return refused(["order"], { field: ["id"], message: "Order does not exist" });
    const unsupported = UNSUPPORTED_ORDER_INPUT.find((name) => name in input);
    if (unsupported !== undefined) throw notImplemented(`orderUpdate(input: { ${unsupported} })`);
    const refuse = (...errors: UserError[]): object => ({ order, userErrors: errors });
    if (Object.keys(input).length === 1) return refuse({ field: null, message: "No valid update parameters have been provided" });
    const tags = input.tags ? normalTags(input.tags) : null;
    const problems = [...(tags === null ? [] : tagProblems(tags, ["tags"])), ...(input.shippingAddress ? changeAddress(context.state.kernel, order, input.shippingAddress) : [])];
    if (problems.length > 0) return refuse(...problems);
    if (input.email) order.email = input.email;
    if (input.phone !== undefined) order.phone = input.phone;
    if (input.note !== undefined) order.note = input.note;
    if (tags !== null) order.tags = tags;
    if (input.customAttributes) order.attributes = input.customAttributes.map(({ key, value }) => ({ name: key, value }));
    orderChanged(context.state.kernel, order);
    return { order, userErrors: [] };
  },

  /** Answers at once and cancels by a job, which here is done by the time anybody asks about it. */
  orderCancel(_root, args, context) {
    const { kernel } = context.state;
    const input = args as CancelInput;
    const order = findOrder(context, input.orderId);
    const problem = cancelProblem(order, input, kernel.now());
    if (problem !== null || order === null) {
      const [field, message] = [[problem?.field ?? "orderId"], problem?.message ?? ""];
      return { job: null, jobResult: null, orderCancelUserErrors: [{ field, message, code: problem?.code }], userErrors: [{ field, message }] };
    }
    const id = gid("Job", kernel.nextId("Job"));
    const credit = input.refundMethod?.storeCreditRefund;
    cancelOrder(kernel, order.id, {
      reason: input.reason.toLowerCase(), restock: input.restock, notify: input.notifyCustomer === true, staffNote: input.staffNote ?? null, storeCreditExpiresAt: credit?.expiresAt ?? null,
      refund: credit ? "store credit" : input.refund === true || input.refundMethod?.originalPaymentMethodsRefund === true ? "payment" : "none",
    });
    return { job: { id, done: false, query: null }, jobResult: { id, done: false, status: "STARTED", errors: [], order }, orderCancelUserErrors: [], userErrors: [] };
  },

  tagsAdd: (_root, args, context) => changeTags(context, args["id"], (tags) => [...tags, ...(args["tags"] as string[])]),
  tagsRemove: (_root, args, context) => changeTags(context, args["id"], (tags) => tags.filter((tag) => !(args["tags"] as string[]).some((one) => one.trim().toLowerCase() === tag.toLowerCase()))),
};
