import { discountStatus } from "../../../world/discount-codes.ts";
import { price } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { Discount } from "../../../world/types.ts";
import { typed } from "../records.ts";
import { connection, type Fields } from "../state.ts";

export const DiscountCodeNode: Fields<Discount> = {
  id: (discount) => gid("DiscountCodeNode", discount.id),
  // A copy: the record itself may be known as a node in the same answer.
  codeDiscount: (discount) => typed({ type: "DiscountCodeBasic", record: { ...discount } }),
};

export const DiscountCodeBasic: Fields<Discount> = {
  title: (discount) => discount.title,
  status: (discount, _args, { state }) => discountStatus(discount, state.kernel.now()),
  startsAt: (discount) => discount.starts_at,
  endsAt: (discount) => discount.ends_at,
  createdAt: (discount) => discount.created_at,
  updatedAt: (discount) => discount.updated_at,
  usageLimit: (discount) => discount.usage_limit,
  appliesOncePerCustomer: (discount) => discount.once_per_customer,
  asyncUsageCount: (discount) => discount.orderIds.length,
  codesCount: () => ({ count: 1, precision: "EXACT" }),
  codes(discount, args, context, info) {
    const code = { id: gid("DiscountRedeemCode", discount.redeemCodeId), code: discount.code, asyncUsageCount: discount.orderIds.length, createdBy: null };
    return connection({ items: [code], positionOf: () => ({ value: 0, id: BigInt(discount.redeemCodeId) }) }, args, context, info);
  },
  combinesWith: ({ combines }) => ({ orderDiscounts: combines.order, productDiscounts: combines.product, shippingDiscounts: combines.shipping, productDiscountsWithTagsOnSameCartLine: null }),
  context(discount, _args, { state }) {
    if (discount.customerIds === null) return typed({ type: "DiscountBuyerSelectionAll", record: { all: "ALL" } });
    return typed({ type: "DiscountCustomers", record: { customers: discount.customerIds.flatMap((id) => state.kernel.store.customers.get(id) ?? []) } });
  },
  customerGets(discount, _args, { state }) {
    const { value } = discount;
    const record = "percentage" in value ? { percentage: value.percentage } : { amount: { amount: price(value.amount).replace(/0$/, ""), currencyCode: state.kernel.shop.currency }, appliesOnEachItem: value.each };
    return {
      appliesOnOneTimePurchase: true, appliesOnSubscription: false, items: typed({ type: "AllDiscountItems", record: { allItems: true } }),
      value: typed({ type: "percentage" in value ? "DiscountPercentage" : "DiscountAmount", record }),
    };
  },
  discountClasses: () => ["ORDER"],
  minimumRequirement: () => null,
  recurringCycleLimit: () => null,
  hasTimelineComment: () => false,
  summary: ({ title, usage_limit }) => `${title}${usage_limit === 1 ? " • One use" : ""}`,
  shortSummary: ({ title }) => title,
  tags: (discount) => discount.tags,
};
