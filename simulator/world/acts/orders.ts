import { orderBody } from "../../shopify/bodies/order.ts";
import { cents, totals } from "../derive.ts";
import { type Kernel, touch } from "../kernel.ts";
import { randomHex } from "../random.ts";
import { utcSeconds } from "../shop-time.ts";
import { requireOrder } from "../store.ts";
import type { Address, Customer, FulfillmentOrder, LineItem, NewOrder, Order } from "../types.ts";

/** Confirmation numbers avoid letters that look like digits. */
const CONFIRMATION_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function confirmationNumber(kernel: Kernel): string {
  let text = "";
  while (text.length < 9) text += CONFIRMATION_LETTERS.charAt(Math.floor(kernel.random() * CONFIRMATION_LETTERS.length));
  return text;
}

/** The shopper with this e-mail, remembered from an earlier order or new. */
function customerOf(kernel: Kernel, input: NewOrder, stamp: string): Customer {
  const email = input.email.toLowerCase();
  const known = input.customerId === undefined ? kernel.store.customersByEmail.get(email) : kernel.store.customers.get(input.customerId);
  if (known !== undefined) return known;
  const customer: Customer = {
    id: kernel.nextId("Customer"), email: input.email, first_name: input.address.first_name, last_name: input.address.last_name,
    phone: input.address.phone, locale: input.locale ?? "en", created_at: stamp, updated_at: stamp, address: input.address, tags: [],
  };
  kernel.store.customers.set(customer.id, customer);
  kernel.store.customersByEmail.set(email, customer);
  return customer;
}

/** Each line's share of what is taken off the order, by what the lines cost; the last one takes what rounding left. */
function sharesOf(amount: number, costs: readonly number[]): number[] {
  const all = costs.reduce((sum, one) => sum + one, 0);
  let rest = amount;
  return costs.map((cost, index) => {
    const share = index === costs.length - 1 ? rest : all === 0 ? 0 : Math.min(rest, Math.round((amount * cost) / all));
    rest -= share;
    return share;
  });
}

function lineItems(kernel: Kernel, input: NewOrder): LineItem[] {
  const costs = input.lines.map(({ productId, quantity }, index) => cents(kernel.products.find((one) => one.id === productId)?.price ?? "0") * quantity - (input.lineDiscounts?.[index] ?? 0));
  const shares = input.discount === undefined ? [] : sharesOf(input.discount.amount, costs);
  return input.lines.map(({ productId, quantity }, index) => {
    const product = kernel.products.find((one) => one.id === productId);
    if (product === undefined) throw new Error(`The pretend shop sells no product ${productId}`);
    if (!Number.isInteger(quantity) || quantity < 1) throw new Error(`An order line needs a quantity of at least 1, not ${quantity}`);
    const discounts = { line: input.lineDiscounts?.[index] ?? 0, order: shares[index] ?? 0 };
    return {
      id: kernel.nextId("LineItem"), title: product.title, sku: product.sku, quantity, price: product.price,
      productId, variantId: product.variantId, requires_shipping: true, ...(discounts.line + discounts.order === 0 ? {} : { discounts }),
    };
  });
}

function fulfillmentOrder(kernel: Kernel, orderId: string, to: Address, lines: LineItem[], stamp: string): FulfillmentOrder {
  return {
    id: kernel.nextId("FulfillmentOrder"), orderId, locationId: kernel.packsAt(to).id, status: "open", created_at: stamp, updated_at: stamp,
    fulfillmentIds: [], holds: [],
    lines: lines.map((line) => ({ id: kernel.nextId("FulfillmentOrderLineItem"), lineItemId: line.id, total: line.quantity, remaining: line.quantity })),
  };
}

/** Sales tax in cents at the rate of the state the order goes to; shipping is not taxed. */
export const taxOf = (kernel: Kernel, order: Order): number => Math.round(totals(order).subtotal * (kernel.taxRates[order.shipping_address.province_code ?? ""] ?? 0));

/** Writes a new order into the tables and tells nobody; the bulk seeder and `placeOrder` share it. */
export function recordOrder(kernel: Kernel, input: NewOrder): Order {
  if (input.lines.length === 0) throw new Error("An order needs at least one line");
  const { store } = kernel;
  const stamp = utcSeconds(input.at ?? kernel.now());
  const number = (store.orders.at(-1)?.number ?? 1000) + 1;
  const lines = lineItems(kernel, input);
  const id = kernel.nextId("Order");
  const order: Order = {
    id, number, name: `#${number}`, confirmation_number: confirmationNumber(kernel), email: input.email, phone: input.address.phone,
    created_at: stamp, updated_at: stamp, processed_at: stamp, cancelled_at: null, cancel_reason: null, closed_at: null,
    currency: kernel.shop.currency, customerId: customerOf(kernel, input, stamp).id, customer_locale: input.locale ?? "en",
    checkout_token: input.checkoutToken ?? randomHex(kernel.random, 32), token: randomHex(kernel.random, 32),
    shipping_address: input.address, shipping_line: { ...input.shippingMethod }, lines, fulfillments: [], tags: [...(input.tags ?? [])], note: input.note ?? null,
    attributes: (input.attributes ?? []).map((one) => ({ ...one })), financial_status: "paid", fulfillment_orders: [fulfillmentOrder(kernel, id, input.address, lines, stamp)], refunds: [],
    returns: [], cancel_note: null, paid: 0, discounts: input.discount === undefined ? [] : [{ ...input.discount }], tax: 0, source: input.source ?? "web", notices: [],
  };
  order.tax = taxOf(kernel, order);
  order.paid = totals(order).total;
  store.orders.push(order);
  store.ordersById.set(id, order);
  for (const one of order.fulfillment_orders) store.fulfillmentOrders.set(one.id, one);
  return order;
}

/** A shopper pays: `orders/create`, then `orders/paid` and `orders/updated`. */
export function placeOrder(kernel: Kernel, input: NewOrder): Order {
  const order = recordOrder(kernel, input);
  kernel.changed();
  for (const topic of ["orders/create", "orders/paid", "orders/updated"]) kernel.publish(topic, () => orderBody(kernel, order));
  return order;
}

/** Something about the order itself changed: `orders/updated`. */
export function orderChanged(kernel: Kernel, order: Order, stamp = utcSeconds(kernel.now())): void {
  touch(order, stamp);
  kernel.changed();
  kernel.publish("orders/updated", () => orderBody(kernel, order));
}

/** Removes the order for good, as a merchant can with a cancelled one: `orders/delete`. */
export function deleteOrder(kernel: Kernel, orderId: string): void {
  const { store } = kernel;
  const order = requireOrder(store, orderId);
  store.orders.splice(store.orders.indexOf(order), 1);
  store.ordersById.delete(order.id);
  for (const one of order.fulfillment_orders) store.fulfillmentOrders.delete(one.id);
  for (const one of order.fulfillments) {
    store.fulfillments.delete(one.id);
    for (const event of one.events) store.events.delete(event.id);
    for (const { number } of one.tracking) {
      if (number === null) continue;
      store.parcels.set(number, (store.parcels.get(number) ?? []).filter((parcel) => parcel !== one));
    }
  }
  kernel.changed();
  kernel.publish("orders/delete", () => ({ id: BigInt(order.id) }));
}
