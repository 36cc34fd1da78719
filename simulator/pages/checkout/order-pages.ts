import { estimatedDeliveryAt, totals } from "../../world/derive.ts";
import type { Order, World } from "../../world/types.ts";
import { html, raw, type Markup } from "../html.ts";
import { money } from "../storefront/theme.ts";
import { orderSummary } from "./checkout-page.ts";

const TICK = raw(`<svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="22" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M14 25l7 7 13-15" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`);

const summaryOf = (world: World, order: Order): Markup => {
  const lines = order.lines.map((line) => ({ ...line, handle: world.products.find(({ id }) => id === line.productId)?.handle ?? "parcel" }));
  return orderSummary(world, lines, money(world, order.shipping_line.price), money(world, totals(order).total / 100));
};

const delivery = ({ email, shipping_address: to, shipping_line: { title } }: Order): Markup => html`
<div class="card"><h2>Delivery</h2><dl><dt>Contact</dt><dd>${email}</dd><dt>To</dt><dd>${to.first_name} ${to.last_name}<br>${to.address1}${to.address2 ? html`<br>${to.address2}` : null}<br>${to.city}${to.province_code ? `, ${to.province_code}` : ""} ${to.zip}<br>${to.country}</dd><dt>Method</dt><dd>${title}</dd></dl></div>`;

/** Right after the purchase. The app may not have heard of the order yet. */
export const thankYouPage = (world: World, order: Order): Markup => html`
<div class="tick">${TICK}<div><p class="soft">Confirmation ${order.confirmation_number}</p><h1>Thank you, ${order.shipping_address.first_name}!</h1></div></div>
<div class="checkout-grid"><div><div class="card"><div class="slot" id="thank-you"></div></div>${delivery(order)}<p><a href="/orders/${order.token}">Open the order status page</a> · <a href="/">Back to the shop</a></p></div>${summaryOf(world, order)}</div>`;

/** What Shopify itself says of an order, before any app adds to it. */
const ownStatus = ({ cancelled_at, fulfillments }: Order): string => {
  if (cancelled_at !== null) return "Cancelled";
  const shipped = fulfillments.filter(({ status }) => status === "success");
  if (shipped.length === 0) return "Confirmed";
  return shipped.every(({ events }) => events.some(({ status }) => status === "delivered")) ? "Delivered" : "On its way";
};

/** The latest day any parcel under way is expected on, as its carrier or an app told Shopify; null when nobody did or everything has arrived. */
const expectedDay = (world: World, { fulfillments }: Order): string | null => {
  const underWay = fulfillments.filter(({ status, events }) => status === "success" && !events.some((event) => event.status === "delivered"));
  const latest = underWay.flatMap((one) => estimatedDeliveryAt(one) ?? []).toSorted().at(-1);
  return latest === undefined ? null : new Intl.DateTimeFormat("en-US", { timeZone: world.shop.iana_timezone, weekday: "long", month: "long", day: "numeric" }).format(new Date(latest));
};

/** Where a shopper looks later; Shopify's status above, the extension's block below it. */
export const orderStatusPage = (world: World, order: Order): Markup => {
  const expected = order.cancelled_at === null ? expectedDay(world, order) : null;
  return html`
<div class="tick">${TICK}<div><p class="soft">Order ${order.name}</p><h1>${ownStatus(order)}</h1>${expected && html`<p data-expected>Estimated delivery: ${expected}</p>`}</div></div>
<div class="checkout-grid"><div><div class="card"><div class="slot" id="order-status"></div></div>${delivery(order)}<p><a href="/">Back to the shop</a></p></div>${summaryOf(world, order)}</div>`;
};
