import { completeDraft, createDraft, deleteDraft } from "../../../world/acts/drafts.ts";
import { cents, price } from "../../../world/derive.ts";
import type { DraftOrder, GivenDiscount } from "../../../world/types.ts";
import { APP_ID } from "../app-ids.ts";
import { notImplemented } from "../errors.ts";
import type { AdminContext, Fields } from "../state.ts";
import { type AddressInput, newAddress } from "./address.ts";
import { idIn } from "./find.ts";
import { normalTags, tagProblems } from "./tags.ts";
import { refused, type UserError } from "./user-errors.ts";

type DiscountInput = { title?: string | null; description?: string | null; value: number; valueType: "PERCENTAGE" | "FIXED_AMOUNT" };
type LineInput = { variantId?: string | null; quantity: number; title?: string | null; appliedDiscount?: DiscountInput | null } & Record<string, unknown>;
type DraftInput = {
  email?: string | null; phone?: string | null; note?: string | null; tags?: string[] | null; customAttributes?: { key: string; value: string }[] | null; lineItems?: LineInput[] | null;
  purchasingEntity?: { customerId?: string | null } | null; customerId?: string | null; shippingAddress?: AddressInput | null; useCustomerDefaultAddress?: boolean | null;
  shippingLine?: { title?: string | null; price?: string | null; priceWithCurrency?: { amount: string } | null; shippingRateHandle?: string | null } | null; appliedDiscount?: DiscountInput | null;
} & Record<string, unknown>;

/** What the stand-in imitates or may safely disregard; anything else of the input fails loudly. */
const DRAFT_INPUT = new Set(["email", "phone", "note", "tags", "customAttributes", "lineItems", "purchasingEntity", "customerId", "shippingAddress", "billingAddress", "useCustomerDefaultAddress", "shippingLine", "appliedDiscount", "taxExempt", "visibleToCustomer", "acceptAutomaticDiscounts", "allowDiscountCodesInCheckout", "sourceName", "presentmentCurrencyCode"]);
const LINE_INPUT = new Set(["variantId", "quantity", "title", "appliedDiscount", "requiresShipping", "taxable", "uuid"]);

function unknownInput(input: Record<string, unknown>, known: ReadonlySet<string>): string | undefined {
  return Object.entries(input).find(([name, value]) => !known.has(name) && value !== null && value !== undefined)?.[0];
}

const given = (input: DiscountInput | null | undefined): GivenDiscount | null =>
  input ? { title: input.title ?? null, description: input.description ?? "", value: input.value, value_type: input.valueType } : null;

function discountProblems(input: DiscountInput | null | undefined, path: readonly string[]): UserError[] {
  if (!input) return [];
  const field = [...path, "appliedDiscount", "value"];
  if (input.valueType === "PERCENTAGE" && input.value > 100) return [{ field, message: "Applied discount value must be less than or equal to 100%" }];
  return Math.abs(input.value * 100 - Math.round(input.value * 100)) > 1e-6 ? [{ field, message: "Applied discount value can have at most 2 digits after decimal point" }] : [];
}

/** Recorded sentences: most of them name no field. */
function draftProblems(context: AdminContext, input: DraftInput): UserError[] {
  const lines = input.lineItems ?? [];
  if (lines.length === 0) return [{ field: null, message: "Add at least 1 product" }];
  if (input.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) return [{ field: ["email"], message: "Email is invalid" }];
  return [
    ...tagProblems(normalTags(input.tags ?? []), ["tags"]),
    ...lines.flatMap((line, index): UserError[] => {
      if (line.quantity < 1) return [{ field: ["lineItems", String(index), "quantity"], message: "Quantity must be greater than or equal to 1" }];
      if (!line.variantId) {
        if (!line.title) return [{ field: null, message: "Merchandise title is empty." }];
        throw notImplemented("a draft order's custom line item");
      }
      const id = idIn(line.variantId, "ProductVariant");
      if (!context.state.kernel.products.some((one) => one.variantId === id)) return [{ field: null, message: `Product with ID ${id ?? line.variantId} is no longer available.` }];
      return discountProblems(line.appliedDiscount, ["lineItems", String(index)]);
    }),
    ...discountProblems(input.appliedDiscount, []),
  ];
}

const findDraft = (context: AdminContext, globalId: unknown): DraftOrder | null => context.state.kernel.store.drafts.get(idIn(globalId, "DraftOrder") ?? "") ?? null;

/** Preparing orders, and making them real. */
export const draftOrderMutations: Fields<unknown> = {
  draftOrderCreate(_root, args, context) {
    const { kernel } = context.state;
    const input = args["input"] as DraftInput;
    const unknown = unknownInput(input, DRAFT_INPUT) ?? (input.lineItems ?? []).map((line) => unknownInput(line, LINE_INPUT)).find((name) => name !== undefined);
    if (unknown !== undefined) throw notImplemented(`draftOrderCreate(input: { ${unknown} })`);
    const problems = draftProblems(context, input);
    if (problems.length > 0) return refused(["draftOrder"], ...problems);
    const wanted = input.purchasingEntity?.customerId ?? input.customerId ?? null;
    const customer = wanted === null ? kernel.store.customersByEmail.get((input.email ?? "").toLowerCase()) : kernel.store.customers.get(idIn(wanted, "Customer") ?? "");
    if (wanted !== null && customer === undefined) return refused(["draftOrder"], { field: ["customerId"], message: "Customer does not exist" });
    const shipping = input.shippingLine;
    if (shipping?.shippingRateHandle) throw notImplemented("draftOrderCreate(input: { shippingLine: { shippingRateHandle } })");
    const draft = createDraft(kernel, {
      customerId: customer?.id ?? null, email: input.email ?? customer?.email ?? null, phone: input.phone ?? null, note: input.note ?? null, tags: normalTags(input.tags ?? []),
      shipping_address: input.shippingAddress ? newAddress(input.shippingAddress) : input.useCustomerDefaultAddress === true ? (customer?.address ?? null) : null,
      shipping_line: shipping ? { title: shipping.title ?? "Custom", code: "custom", price: price(cents(String(shipping.priceWithCurrency?.amount ?? shipping.price ?? "0"))) } : null,
      discount: given(input.appliedDiscount), attributes: (input.customAttributes ?? []).map(({ key, value }) => ({ name: key, value })),
      lines: (input.lineItems ?? []).map((line) => ({ variantId: idIn(line.variantId, "ProductVariant") ?? "", quantity: line.quantity, discount: given(line.appliedDiscount) })),
    });
    return { draftOrder: draft, userErrors: [] };
  },

  /** Completing it again answers the order it became, with the recorded objection. Stock is not looked at: drafts may oversell. */
  draftOrderComplete(_root, args, context) {
    const draft = findDraft(context, args["id"]);
    if (draft === null) return refused(["draftOrder"], { field: ["id"], message: "Draft order does not exist" });
    if (args["paymentGatewayId"] || args["paymentPending"] === true) throw notImplemented("draftOrderComplete(paymentGatewayId or paymentPending)");
    if (draft.status === "completed") return { draftOrder: draft, userErrors: [{ field: null, message: "This order has been paid" }] };
    const customer = context.state.kernel.store.customers.get(draft.customerId ?? "");
    const email = draft.email ?? customer?.email;
    if (email === undefined || draft.shipping_address === null) throw notImplemented("completing a draft order without e-mail or shipping address");
    completeDraft(context.state.kernel, draft, { email, address: draft.shipping_address, locale: customer?.locale ?? "en" }, APP_ID);
    return { draftOrder: draft, userErrors: [] };
  },

  draftOrderDelete(_root, args, context) {
    const { id } = args["input"] as { id: string };
    const draft = findDraft(context, id);
    if (draft === null) return refused(["deletedId"], { field: ["id"], message: "Draft order does not exist" });
    if (draft.status === "completed") return refused(["deletedId"], { field: null, message: "Completed draft orders can't be deleted" });
    deleteDraft(context.state.kernel, draft);
    return { deletedId: id, userErrors: [] };
  },
};
