import type { ActsAtShopify } from "#app/application/ports.ts";
import { legacyId, type FulfillmentId, type LineId, type ShopId } from "#app/domain/shared/ids.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import type { OrderAtShopify } from "#app/domain/workflows/acts/order-at-shopify.ts";
import type { AdminClient } from "../admin/client.ts";
import type { ActOrderQuery, ActOrderWithheldQuery, ActStockQuery } from "../admin/operations.generated.ts";
import { ACT_ORDER, ACT_ORDER_WITHHELD, ACT_RETURNABLE, ACT_STOCK, SUGGEST_REFUND } from "../admin/act-operations.ts";
import { failure } from "../admin-failure.ts";
import { minorUnits } from "../money.ts";

type Node = NonNullable<ActOrderQuery["order"]> | NonNullable<ActOrderWithheldQuery["order"]>;
type Stock = NonNullable<ActStockQuery["order"]>["lineItems"]["nodes"][number];

/** Shopify's id of an order. */
export const orderGid = (id: string): string => `gid://shopify/Order/${id}`;

const ADDRESS_WITHHELD = null;

const addressOf = ({ shippingAddress: at }: Node): OrderAtShopify["shipTo"] => {
  if (at === null) return null;
  if (!("address1" in at) || at.address1 === null) return ADDRESS_WITHHELD;
  return {
    firstName: at.firstName, lastName: at.lastName, company: at.company, address1: at.address1, address2: at.address2, city: at.city ?? "", provinceCode: at.provinceCode, zip: at.zip,
    countryCode: at.countryCodeV2 ?? "", phone: at.phone,
  };
};

/** What can be sold of a variant; null where it is not counted or may be sold beyond zero. */
const stockOf = (variant: Stock["variant"]): number | null =>
  variant === null || !variant.inventoryItem.tracked || variant.inventoryPolicy === "CONTINUE" ? null : (variant.inventoryQuantity ?? variant.sellableOnlineQuantity);

const orderOf = (node: Node, stock: readonly Stock[], returnable: OrderAtShopify["returnable"]): OrderAtShopify => {
  const currency = node.currencyCode;
  const money = (set: { readonly shopMoney: { readonly amount: string } } | null): number => minorUnits(set?.shopMoney.amount ?? null, currency) ?? 0;
  const variant = new Map(stock.map((one) => [one.id, one.variant]));
  return {
    gid: node.id, name: node.name, currency, cancelled: node.cancelledAt !== null, tags: node.tags, note: node.note, email: "email" in node ? node.email : null,
    customer: node.customer && { gid: node.customer.id, name: "firstName" in node.customer ? node.customer.firstName : null },
    shippingTitle: node.shippingLine?.title ?? null, shipTo: addressOf(node), anyShipped: node.fulfillments.some(({ status }) => status !== "CANCELLED"),
    lines: node.lineItems.nodes.flatMap((line) => {
      const lineId = legacyId(line.id) as LineId | null;
      const of = variant.get(line.id) ?? null;
      return lineId === null ? [] : [{
        lineId, title: line.title, quantity: line.currentQuantity, refundable: line.refundableQuantity, unshipped: line.unfulfilledQuantity, requiresShipping: line.requiresShipping,
        unitMinor: money(line.discountedUnitPriceAfterAllDiscountsSet), variantGid: of?.id ?? null, stock: stockOf(of),
      }];
    }),
    unshipped: node.fulfillmentOrders.nodes.map((one) => ({ gid: one.id, status: one.status, holds: one.fulfillmentHolds.map((hold) => ({ gid: hold.id, handle: hold.handle, reason: hold.reason, ours: hold.heldByRequestingApp })) })),
    returnable, outstandingMinor: money(node.totalOutstandingSet), refundableMinor: Math.max(0, money(node.totalReceivedSet) - money(node.totalRefundedSet)),
  };
};

/** What acts read before they do anything. Stock and returnable pieces are asked for only where an act needs them, and with them the scopes. */
export const createActReads = (client: AdminClient): Pick<ActsAtShopify, "order" | "suggestRefund"> => ({
  order: async (shop, id, kind) => {
    const variables = { id: orderGid(id) };
    const whole = await client.run(shop, ACT_ORDER, variables);
    const answer = whole.outcome === "denied" ? await client.run(shop, ACT_ORDER_WITHHELD, variables) : whole;
    if (answer.outcome !== "answered") return failure(answer);
    const node: Node | null = answer.data.order;
    if (node === null) return { outcome: "found", order: null };
    const stock = await stockFor(client, shop, variables.id, kind);
    if (stock.outcome !== "answered") return failure(stock);
    const returnable = await returnableFor(client, shop, variables.id, kind);
    if (returnable.outcome !== "answered") return failure(returnable);
    return { outcome: "found", order: orderOf(node, stock.data, returnable.data) };
  },

  suggestRefund: async (shop, id, { lines, shipping, currency }) => {
    const answer = await client.run(shop, SUGGEST_REFUND, {
      id: orderGid(id), shipping, full: lines === null, lines: (lines ?? []).map(({ lineId, quantity }) => ({ lineItemId: `gid://shopify/LineItem/${lineId}`, quantity, restockType: "NO_RESTOCK" })),
    });
    if (answer.outcome !== "answered") return failure(answer);
    const suggested = answer.data.order?.suggestedRefund;
    const minor = (amount: string | undefined): number => minorUnits(amount ?? null, currency) ?? 0;
    const transactions = (suggested?.suggestedTransactions ?? []).flatMap((one) => (one.gateway === null || one.parentTransaction === null ? [] : [{
      gateway: one.gateway, parentGid: one.parentTransaction.id, amountMinor: minor(one.amountSet.shopMoney.amount),
      paid: { amount: one.amountSet.presentmentMoney.amount, currency: one.amountSet.presentmentMoney.currencyCode }, words: `the original payment${one.formattedGateway === null ? "" : ` (${one.formattedGateway})`}`,
    }]));
    return {
      outcome: "suggested",
      suggestion: { amountMinor: minor(suggested?.amountSet.shopMoney.amount), maximumMinor: minor(suggested?.maximumRefundableSet.shopMoney.amount), paidIn: transactions[0]?.paid.currency ?? currency, transactions },
    };
  },
});

const stockFor = async (client: AdminClient, shop: ShopId, id: string, kind: ActKind) => {
  if (kind !== "reship") return { outcome: "answered", data: [] as readonly Stock[] } as const;
  const answer = await client.run(shop, ACT_STOCK, { id });
  return answer.outcome === "answered" ? ({ outcome: "answered", data: answer.data.order?.lineItems.nodes ?? [] } as const) : answer;
};

const returnableFor = async (client: AdminClient, shop: ShopId, id: string, kind: ActKind) => {
  if (kind !== "open_return") return { outcome: "answered", data: [] as OrderAtShopify["returnable"] } as const;
  const answer = await client.run(shop, ACT_RETURNABLE, { id });
  if (answer.outcome !== "answered") return answer;
  const data = answer.data.returnableFulfillments.nodes.flatMap((one) => one.returnableFulfillmentLineItems.nodes.flatMap((item): OrderAtShopify["returnable"] => {
    const lineId = legacyId(item.fulfillmentLineItem.lineItem.id) as LineId | null;
    return lineId === null ? [] : [{ itemGid: item.fulfillmentLineItem.id, fulfillmentId: legacyId(one.fulfillment.id) as FulfillmentId | null, lineId, quantity: item.quantity }];
  }));
  return { outcome: "answered", data } as const;
};
