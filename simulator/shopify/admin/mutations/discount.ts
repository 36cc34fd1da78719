import { createDiscount, deleteDiscount, endDiscount } from "../../../world/acts/discounts.ts";
import { discountByCode } from "../../../world/discount-codes.ts";
import { cents } from "../../../world/derive.ts";
import { utcSeconds } from "../../../world/shop-time.ts";
import type { Discount } from "../../../world/types.ts";
import { notImplemented } from "../errors.ts";
import type { AdminContext, Fields } from "../state.ts";
import { idIn } from "./find.ts";
import { refused } from "./user-errors.ts";

type DiscountInput = {
  title?: string | null; code?: string | null; startsAt?: string | null; endsAt?: string | null; usageLimit?: number | null; appliesOncePerCustomer?: boolean | null; tags?: string[] | null;
  context?: { all?: string | null; customers?: { add?: string[] | null } | null; customerSegments?: unknown; markets?: unknown } | null; minimumRequirement?: unknown; recurringCycleLimit?: unknown; customerSelection?: unknown;
  customerGets?: { value?: { percentage?: number | null; discountAmount?: { amount?: string | null; appliesOnEachItem?: boolean | null } | null; discountOnQuantity?: unknown } | null; items?: { all?: boolean | null; collections?: unknown; products?: unknown } | null } | null;
  combinesWith?: { orderDiscounts?: boolean | null; productDiscounts?: boolean | null; shippingDiscounts?: boolean | null } | null;
};
type Problem = { field: string[]; message: string; code: string; extraInfo: null };

/** Longest code; reference of `DiscountCodeBasicInput`, 2026-10. */
const LONGEST_CODE = 255;

function checkDiscount(context: AdminContext, input: DiscountInput): Problem[] {
  const { store } = context.state.kernel;
  const problem = (field: string[], message: string, code: string): Problem => ({ field: ["basicCodeDiscount", ...field], message, code, extraInfo: null });
  const code = input.code ?? "";
  const { percentage, discountAmount } = input.customerGets?.value ?? {};
  const strangers = (input.context?.customers?.add ?? []).filter((id) => !store.customers.has(idIn(id, "Customer") ?? ""));
  return [
    ...(code.trim() === "" ? [problem(["code"], "Code can't be blank", "BLANK")] : []),
    ...(code.length > LONGEST_CODE ? [problem(["code"], `Code is too long (maximum is ${LONGEST_CODE} characters)`, "TOO_LONG")] : []),
    ...(code.trim() !== "" && discountByCode(store.discounts, code) !== undefined ? [problem(["code"], "Code must be unique. Please try a different code.", "TAKEN")] : []),
    ...((input.title ?? "").trim() === "" ? [problem(["title"], "Title can't be blank", "BLANK")] : []),
    ...(input.startsAt ? [] : [problem(["startsAt"], "Starts at can't be blank", "BLANK")]),
    ...(input.startsAt && input.endsAt && Date.parse(input.endsAt) <= Date.parse(input.startsAt) ? [problem(["endsAt"], "Ends at needs to be after starts_at", "INVALID")] : []),
    ...(typeof percentage === "number" && (percentage < 0 || percentage > 1) ? [problem(["customerGets", "value", "percentage"], "Value must be between 0.0 and 1.0", "VALUE_OUTSIDE_RANGE")] : []),
    // The recorded sentence says the opposite of what it means.
    ...(discountAmount && Number(discountAmount.amount ?? 0) < 0 ? [problem(["customerGets", "value", "discountAmount", "amount"], "Value must be less than or equal to 0", "LESS_THAN_OR_EQUAL_TO")] : []),
    ...(typeof percentage !== "number" && !discountAmount ? [problem(["customerGets", "value"], "Value can't be blank", "BLANK")] : []),
    ...(input.usageLimit !== null && input.usageLimit !== undefined && input.usageLimit < 1 ? [problem(["usageLimit"], "Usage limit must be greater than 0", "GREATER_THAN")] : []),
    ...strangers.map((id) => problem(["context", "customers", "add"], `Customer with id: ${idIn(id, "Customer") ?? id} is invalid`, "INVALID")),
  ];
}

function notImitated(input: DiscountInput): string | undefined {
  const { customerGets, context } = input;
  const asked: [string, unknown][] = [
    ["minimumRequirement", input.minimumRequirement], ["recurringCycleLimit", input.recurringCycleLimit], ["customerSelection", input.customerSelection], ["customerGets.value.discountOnQuantity", customerGets?.value?.discountOnQuantity],
    ["customerGets.items.collections", customerGets?.items?.collections], ["customerGets.items.products", customerGets?.items?.products], ["context.customerSegments", context?.customerSegments], ["context.markets", context?.markets],
  ];
  return asked.find(([, value]) => value !== undefined && value !== null)?.[0];
}

const findDiscount = (context: AdminContext, globalId: unknown): Discount | null => context.state.kernel.store.discounts.get(idIn(globalId, "DiscountCodeNode") ?? "") ?? null;
const UNKNOWN = { field: ["id"], message: "Code discount does not exist.", code: "INVALID", extraInfo: null };

/** Codes for the checkout. Sentences and codes are recorded, except for limits and customers. */
export const discountMutations: Fields<unknown> = {
  discountCodeBasicCreate(_root, args, context) {
    const input = args["basicCodeDiscount"] as DiscountInput;
    const unsupported = notImitated(input);
    if (unsupported !== undefined) throw notImplemented(`discountCodeBasicCreate(basicCodeDiscount: { ${unsupported} })`);
    const problems = checkDiscount(context, input);
    if (problems.length > 0) return refused(["codeDiscountNode"], ...problems);
    const { percentage, discountAmount } = input.customerGets?.value ?? {};
    const customers = input.context?.customers?.add;
    const discount = createDiscount(context.state.kernel, {
      code: input.code ?? "", title: input.title ?? "", value: typeof percentage === "number" ? { percentage } : { amount: cents(String(discountAmount?.amount ?? "0")), each: discountAmount?.appliesOnEachItem === true },
      customerIds: customers && customers.length > 0 ? customers.flatMap((id) => idIn(id, "Customer") ?? []) : null, starts_at: utcSeconds(new Date(input.startsAt ?? 0)), ends_at: input.endsAt ? utcSeconds(new Date(input.endsAt)) : null,
      usage_limit: input.usageLimit ?? null, once_per_customer: input.appliesOncePerCustomer === true, tags: input.tags ?? [],
      combines: { order: input.combinesWith?.orderDiscounts === true, product: input.combinesWith?.productDiscounts === true, shipping: input.combinesWith?.shippingDiscounts === true },
    });
    return { codeDiscountNode: discount, userErrors: [] };
  },

  discountCodeDeactivate(_root, args, context) {
    const discount = findDiscount(context, args["id"]);
    if (discount === null) return refused(["codeDiscountNode"], UNKNOWN);
    endDiscount(context.state.kernel, discount);
    return { codeDiscountNode: discount, userErrors: [] };
  },

  discountCodeDelete(_root, args, context) {
    const discount = findDiscount(context, args["id"]);
    if (discount === null) return refused(["deletedCodeDiscountId"], UNKNOWN);
    deleteDiscount(context.state.kernel, discount);
    return { deletedCodeDiscountId: args["id"], userErrors: [] };
  },
};
