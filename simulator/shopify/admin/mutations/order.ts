import { cancelOrder, orderChanged, refundOrder } from "../../../world/acts/orders.ts";
import { parseGid } from "../../../world/ids.ts";
import type { Address, Customer, Order } from "../../../world/types.ts";
import { cents } from "../../../world/derive.ts";
import { apiError, notImplemented } from "../errors.ts";
import { findRecord, typed } from "../records.ts";
import type { AdminContext, Fields } from "../state.ts";
import { refused } from "./user-errors.ts";

function findOrder(context: AdminContext, globalId: unknown): Order | null {
  const id = parseGid(String(globalId));
  return id?.type === "Order" ? (context.state.kernel.store.ordersById.get(id.id) ?? null) : null;
}

type OrderInput = { id: string; email?: string; phone?: string; note?: string; tags?: string[]; shippingAddress?: Record<string, string | null> };
const UNSUPPORTED_ORDER_INPUT = ["customAttributes", "localizationExtensions", "localizedFields", "metafields", "poNumber"];

/** An address with the given parts replaced. Countries beyond those the pretend shop sends to keep their code as name. */
function patchedAddress(address: Address, input: Record<string, string | null>): Address {
  const names: Record<string, string> = { US: "United States", CA: "Canada", GB: "United Kingdom", DE: "Germany" };
  const countryCode = input["countryCode"] ?? address.country_code;
  return {
    first_name: input["firstName"] ?? address.first_name, last_name: input["lastName"] ?? address.last_name, address1: input["address1"] ?? address.address1,
    address2: input["address2"] === undefined ? address.address2 : input["address2"], city: input["city"] ?? address.city,
    province: input["province"] ?? (input["provinceCode"] === undefined ? address.province : input["provinceCode"]),
    province_code: input["provinceCode"] === undefined ? address.province_code : input["provinceCode"], country: names[countryCode] ?? countryCode, country_code: countryCode,
    zip: input["zip"] ?? address.zip, phone: input["phone"] === undefined ? address.phone : input["phone"],
  };
}

type RefundInput = {
  orderId: string; note?: string | null; transactions?: { amount: string }[] | null; shipping?: unknown; refundMethods?: unknown[] | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
};

function createRefund(context: AdminContext, input: RefundInput): Record<string, unknown> {
  const order = findOrder(context, input.orderId);
  if (order === null) return refused(["refund", "order"], { field: ["orderId"], message: "Order does not exist" });
  if (input.shipping || (input.refundMethods && input.refundMethods.length > 0)) throw notImplemented("refundCreate(shipping or refundMethods)");
  const lines = (input.refundLineItems ?? []).map((line) => ({ lineItemId: parseGid(line.lineItemId)?.id ?? "", quantity: line.quantity, restockType: (line.restockType ?? "NO_RESTOCK").toLowerCase() }));
  for (const [index, line] of lines.entries()) {
    const ordered = order.lines.find((one) => one.id === line.lineItemId);
    if (ordered === undefined) return refused(["refund", "order"], { field: ["refundLineItems", String(index), "lineItemId"], message: "Line item does not exist on the order" });
    const already = order.refunds.flatMap((one) => one.lines).reduce((sum, one) => sum + (one.lineItemId === line.lineItemId ? one.quantity : 0), 0);
    if (line.quantity + already > ordered.quantity) return refused(["refund", "order"], { field: ["refundLineItems", String(index), "quantity"], message: "Quantity cannot refund more items than were purchased" });
  }
  const amount = (input.transactions ?? []).reduce((sum, one) => sum + cents(one.amount), 0);
  return { refund: refundOrder(context.state.kernel, order.id, { lines, amount, note: input.note ?? null }), order, userErrors: [] };
}

function changeTags(context: AdminContext, globalId: unknown, change: (tags: string[]) => string[]): Record<string, unknown> {
  const found = findRecord(context, String(globalId));
  if (found === null) return refused(["node"], { field: ["id"], message: `Couldn't find resource with ID: ${String(globalId)}` });
  if (found.type !== "Order" && found.type !== "Customer") throw notImplemented(`tags on a ${found.type}`);
  if (!context.access.has(found.type === "Order" ? "write_orders" : "write_customers")) throw apiError("ACCESS_DENIED", `Access denied for tags. Required access: \`write_${found.type.toLowerCase()}s\` access scope.`);
  const record = found.record as Order | Customer;
  record.tags = change(record.tags);
  if (found.type === "Order") orderChanged(context.state.kernel, record as Order);
  else context.state.kernel.changed();
  return { node: typed(found), userErrors: [] };
}

/** The mutations on orders themselves. */
export const orderMutations: Fields<unknown> = {
  orderUpdate(_root, args, context) {
    const input = args["input"] as OrderInput;
    const order = findOrder(context, input.id);
    if (order === null) return refused(["order"], { field: ["id"], message: "Order does not exist" });
    const unsupported = UNSUPPORTED_ORDER_INPUT.find((name) => name in input);
    if (unsupported !== undefined) throw notImplemented(`orderUpdate(input: { ${unsupported} })`);
    if (input.email !== undefined) order.email = input.email;
    if (input.phone !== undefined) order.phone = input.phone;
    if (input.note !== undefined) order.note = input.note;
    if (input.tags !== undefined) order.tags = [...input.tags];
    if (input.shippingAddress !== undefined) order.shipping_address = patchedAddress(order.shipping_address, input.shippingAddress);
    orderChanged(context.state.kernel, order);
    return { order, userErrors: [] };
  },

  orderCancel(_root, args, context) {
    const refuse = (message: string, code: string): object => ({ job: null, jobResult: null, orderCancelUserErrors: [{ field: ["orderId"], message, code }], userErrors: [] });
    const order = findOrder(context, args["orderId"]);
    if (order === null) return refuse("Order does not exist", "NOT_FOUND");
    if (order.cancelled_at !== null) return refuse("Order has already been cancelled", "INVALID");
    if (order.fulfillments.some((one) => one.status === "success")) return refuse("Cannot cancel an order with fulfilled items", "INVALID");
    cancelOrder(context.state.kernel, order.id, String(args["reason"]).toLowerCase());
    return { job: { id: `gid://shopify/Job/${context.state.kernel.nextId("Job")}`, done: true }, jobResult: null, orderCancelUserErrors: [], userErrors: [] };
  },

  /** Runs once per `@idempotent` key; the key is required since 2026-04. */
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

  tagsAdd: (_root, args, context) => changeTags(context, args["id"], (tags) => [...new Set([...tags, ...(args["tags"] as string[])])]),
  tagsRemove: (_root, args, context) => changeTags(context, args["id"], (tags) => tags.filter((tag) => !(args["tags"] as string[]).includes(tag))),
};
