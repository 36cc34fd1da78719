import { SHOP } from "../../../world/catalog.ts";
import { cents } from "../../../world/derive.ts";
import { discountOff, draftTotals } from "../../../world/draft-totals.ts";
import { gid } from "../../../world/ids.ts";
import type { DraftOrder as DraftRecord, GivenDiscount } from "../../../world/types.ts";
import { ordered } from "../connection.ts";
import { notImplemented } from "../errors.ts";
import { idField, instantField, parseSearch, textField, wordField } from "../search.ts";
import { type AdminContext, type Args, byId, connection, type Fields, isIndexed } from "../state.ts";
import { moneyBag } from "./parts.ts";

type LineOfDraft = { draft: DraftRecord; index: number };

function applied(currency: string, discount: GivenDiscount | null, amount: number): object | null {
  return discount === null ? null : { title: discount.title, description: discount.description, value: discount.value, valueType: discount.value_type, amountSet: moneyBag(currency, amount) };
}
const lineOf = ({ draft, index }: LineOfDraft): DraftRecord["lines"][number] => {
  const line = draft.lines[index];
  if (line === undefined) throw new Error(`Draft ${draft.name} has no line ${index}`);
  return line;
};
const full = (one: LineOfDraft): number => cents(lineOf(one).price) * lineOf(one).quantity;
const off = (one: LineOfDraft): number => discountOff(lineOf(one).discount, full(one));

/** The shop knows one currency. */
const bag = (amount: number): object => moneyBag(SHOP.currency, amount);

export const DraftOrder: Fields<DraftRecord> = {
  id: (draft) => gid("DraftOrder", draft.id),
  legacyResourceId: (draft) => draft.id,
  name: (draft) => draft.name,
  status: (draft) => draft.status.toUpperCase(),
  ready: () => true,
  createdAt: (draft) => draft.created_at,
  updatedAt: (draft) => draft.updated_at,
  completedAt: (draft) => draft.completed_at,
  order: (draft, _args, { state }) => state.kernel.store.ordersById.get(draft.orderId ?? "") ?? null,
  customer: (draft, _args, { state }) => state.kernel.store.customers.get(draft.customerId ?? "") ?? null,
  email: (draft) => draft.email,
  phone: (draft) => draft.phone,
  note2: (draft) => draft.note,
  tags: (draft) => draft.tags,
  customAttributes: (draft) => draft.attributes.map(({ name, value }) => ({ key: name, value })),
  currencyCode: (_draft, _args, { state }) => state.kernel.shop.currency,
  presentmentCurrencyCode: (_draft, _args, { state }) => state.kernel.shop.currency,
  shippingAddress: (draft) => (draft.shipping_address === null ? null : { ownerId: draft.id, address: draft.shipping_address }),
  billingAddress: () => null,
  appliedDiscount: (draft) => applied(SHOP.currency, draft.discount, draftTotals(draft).discount),
  discountCodes: () => [],
  invoiceSentAt: () => null,
  invoiceUrl: () => null,
  reserveInventoryUntil: () => null,
  taxExempt: () => false,
  taxesIncluded: () => false,
  taxLines: () => [],
  warnings: () => [],
  lineItems: (draft, args, context, info) => connection({ items: draft.lines.map((_line, index): LineOfDraft => ({ draft, index })), positionOf: (one) => ({ value: one.index, id: 0n }) }, args, context, info),
  totalQuantityOfLineItems: (draft) => draft.lines.reduce((sum, line) => sum + line.quantity, 0),
  lineItemsSubtotalPrice: (draft) => bag(draftTotals(draft).goods),
  totalLineItemsPriceSet: (draft) => bag(draftTotals(draft).goods),
  subtotalPriceSet: (draft) => bag(draftTotals(draft).subtotal),
  totalDiscountsSet: (draft) => bag(draftTotals(draft).goods - draftTotals(draft).subtotal),
  totalShippingPriceSet: (draft) => bag(draftTotals(draft).shipping),
  totalTaxSet: () => bag(0),
  totalPriceSet: (draft) => bag(draftTotals(draft).total),
};

export const DraftOrderLineItem: Fields<LineOfDraft> = {
  id: (one) => gid("DraftOrderLineItem", lineOf(one).id),
  title: (one) => lineOf(one).title,
  name: (one) => lineOf(one).title,
  sku: (one) => lineOf(one).sku,
  quantity: (one) => lineOf(one).quantity,
  custom: () => false,
  customAttributes: () => [],
  isGiftCard: () => false,
  requiresShipping: () => true,
  taxable: () => true,
  variantTitle: () => null,
  appliedDiscount: (one) => applied(SHOP.currency, lineOf(one).discount, off(one)),
  originalUnitPriceSet: (one) => bag(cents(lineOf(one).price)),
  originalTotalSet: (one) => bag(full(one)),
  discountedTotalSet: (one) => bag(full(one) - off(one)),
  totalDiscountSet: (one) => bag(off(one)),
  product: (one, _args, { state }) => state.kernel.products.find((product) => product.id === lineOf(one).productId) ?? null,
  variant: (one, _args, { state }) => state.kernel.products.find((product) => product.id === lineOf(one).productId) ?? null,
};

/** The drafts a query asks for, found by tag, status, id, e-mail and time. */
export function findDrafts(context: AdminContext, args: Args, path: string[]) {
  const { store, shop } = context.state.kernel;
  if (typeof args["savedSearchId"] === "string") throw notImplemented("draftOrders(savedSearchId:)");
  const query = typeof args["query"] === "string" ? args["query"] : "";
  const free = textField<DraftRecord>((draft) => [draft.name, draft.email]);
  const search = parseSearch<DraftRecord>(query, {
    known: ["customer_id", "source"], fallback: free,
    fields: {
      default: free, id: idField((draft) => draft.id), name: textField((draft) => [draft.name]), email: textField((draft) => [draft.email]), tag: textField((draft) => draft.tags),
      status: wordField((draft) => [draft.status], ["open", "invoice_sent", "completed"]), created_at: instantField(shop.iana_timezone, (draft) => draft.created_at), updated_at: instantField(shop.iana_timezone, (draft) => draft.updated_at),
    },
  });
  if (search.warnings.length > 0) context.searches.push({ path, query, warnings: search.warnings });
  const found = [...store.drafts.values()].filter((draft) => isIndexed(context, query, draft.updated_at) && search.matches(draft));
  switch (args["sortKey"]) {
    case "UPDATED_AT":
      return ordered(found, (draft) => ({ value: draft.updated_at, id: BigInt(draft.id) }));
    case "ID":
    case "NUMBER":
    case "RELEVANCE":
    case undefined:
      return byId(found, (draft) => draft.id);
    default:
      throw notImplemented(`draftOrders(sortKey: ${String(args["sortKey"])})`);
  }
}
