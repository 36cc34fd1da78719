import { price, unfulfilledQuantity } from "../../world/derive.ts";
import type { Fulfillment, Order } from "../../world/types.ts";
import type { PageContext } from "../context.ts";
import { formatMoment } from "../format.ts";
import { html, type Markup } from "../html.ts";
import { adminLayout, STORE } from "./admin-layout.ts";
import { actCards } from "./order-history.ts";

/** Carriers offered when packing by hand, as Shopify spells them. */
export const COMPANIES = ["USPS", "UPS", "FedEx", "DHL Express", "OnTrac", "Canada Post", "Royal Mail", "Other"] as const;

const SHOWN = 100;
const ROOT = `/store/${STORE}`;

/** The list of orders, the newest first. */
export function ordersPage(context: PageContext): Response {
  const orders = context.world.orders.toReversed();
  return adminLayout(context, {
    title: "Orders", current: "orders", plain: true,
    work: html`<h1>Orders</h1><div id="orders" data-live><div class="scroll"><table>
      <thead><tr><th>Order</th><th>Date</th><th>Customer</th><th>Destination</th><th>Fulfillment</th><th>Delivery</th></tr></thead>
      <tbody>${orders.slice(0, SHOWN).map((order) => html`<tr><td><a href="${ROOT}/orders/${order.id}">${order.name}</a></td><td>${formatMoment(order.created_at)}</td>
        <td>${order.shipping_address.first_name} ${order.shipping_address.last_name}</td><td>${order.shipping_address.city}, ${order.shipping_address.country_code}</td>
        <td>${fulfillmentChip(order)}</td><td>${order.fulfillments.filter((one) => one.status !== "cancelled").map((one) => html`${latestStatus(one)} `)}</td></tr>`)}</tbody></table></div></div>`,
  });
}

/** One order with everything a shop does to it by hand. */
export function orderPage(context: PageContext, order: Order): Response {
  const address = order.shipping_address;
  const open = openLines(order);
  return adminLayout(context, {
    title: `Order ${order.name}`, current: "orders", plain: true,
    work: html`<p><a href="${ROOT}/orders">Orders</a></p><h1>${order.name} ${fulfillmentChip(order)}</h1><p class="soft">${formatMoment(order.created_at)} · ${order.email}</p>
      ${order.fulfillments.map((fulfillment) => fulfillmentCard(order, fulfillment))}
      ${actCards(context.world, order)}
      ${open.length === 0 || order.cancelled_at !== null ? "" : html`<form class="card" method="post" action="${ROOT}/orders/${order.id}/fulfill" data-stay>
        <h3>Fulfill items</h3>
        ${open.map((line) => html`<label class="row">${line.title}, ${line.open} left <input type="number" name="line-${line.id}" min="0" max="${line.open}" value="${line.open}"></label>`)}
        <div class="row">${carrierSelect()}<label>Tracking number <input name="number" placeholder="made up if left empty" autocomplete="off"></label><button class="primary">Fulfill items</button></div></form>`}
      <div class="card"><h3>Items</h3><ul>${order.lines.map((line) => html`<li>${line.quantity} × ${line.title} <small>${line.sku} · ${line.price} ${order.currency}${line.discounts === undefined ? "" : ` · ${price(line.discounts.line + line.discounts.order)} off`}</small></li>`)}</ul></div>
      <div class="card"><h3>Shipping</h3><p>${order.shipping_line.title}, ${order.shipping_line.price} ${order.currency}<br>${address.first_name} ${address.last_name}<br>${address.address1}<br>${address.zip} ${address.city}, ${address.province_code} ${address.country}</p></div>
      ${order.cancelled_at !== null ? html`<p class="chip bad">Cancelled ${formatMoment(order.cancelled_at)}</p>` : html`<form method="post" action="${ROOT}/orders/${order.id}/cancel" data-stay><button class="danger">Cancel order</button></form>`}`,
  });
}

function fulfillmentCard(order: Order, fulfillment: Fulfillment): Markup {
  return html`<div class="card"><h3>${fulfillment.name} ${fulfillment.status === "cancelled" ? html`<span class="chip bad">cancelled</span>` : latestStatus(fulfillment)}</h3>
    <ul class="plain">${fulfillment.tracking.map((one) => html`<li>${one.company} <code>${one.number}</code></li>`)}</ul>
    ${fulfillment.events.length === 0 ? "" : html`<details id="events-${fulfillment.id}"><summary>${fulfillment.events.length} events</summary><ul class="plain">${fulfillment.events.toReversed().map((event) => html`<li><small>${formatMoment(event.happened_at)}</small> ${event.message ?? event.status} ${event.city === null ? "" : html`<small>${event.city}</small>`}</li>`)}</ul></details>`}
    ${fulfillment.status === "cancelled" ? "" : html`<div class="row"><form class="row" method="post" action="${ROOT}/orders/${order.id}/fulfillments/${fulfillment.id}/tracking" data-stay>
      ${carrierSelect()}<label>Tracking number <input name="number" required autocomplete="off"></label><label class="inline"><input type="checkbox" name="keep"> keep the old one</label><button>Set tracking</button></form>
      <form method="post" action="${ROOT}/orders/${order.id}/fulfillments/${fulfillment.id}/cancel" data-stay><button class="danger">Cancel fulfillment</button></form></div>`}</div>`;
}

function carrierSelect(): Markup {
  return html`<label>Carrier <select name="company">${COMPANIES.map((company) => html`<option>${company}</option>`)}</select></label>`;
}

/** Lines that are still to be packed, with how many of them. */
export function openLines(order: Order): { id: string; title: string; open: number }[] {
  return order.lines
    .map((line) => ({ id: line.id, title: line.title, open: unfulfilledQuantity(order, line.id) }))
    .filter((line) => line.open > 0);
}

function fulfillmentChip(order: Order): Markup {
  if (order.cancelled_at !== null) return html`<span class="chip bad">Cancelled</span>`;
  const open = openLines(order).length;
  const isBegun = order.fulfillments.some((one) => one.status !== "cancelled");
  if (open === 0 && isBegun) return html`<span class="chip good">Fulfilled</span>`;
  if (order.fulfillment_orders.some((one) => one.status === "on_hold")) return html`<span class="chip warn">On hold</span>`;
  return isBegun ? html`<span class="chip warn">Partially fulfilled</span>` : html`<span class="chip warn">Unfulfilled</span>`;
}

function latestStatus(fulfillment: Fulfillment): Markup {
  const last = fulfillment.events.toSorted((a, b) => a.happened_at.localeCompare(b.happened_at)).at(-1);
  const status = last?.status ?? "no event";
  return html`<span class="chip ${status === "delivered" ? "good" : status === "attempted_delivery" || status === "failure" ? "bad" : ""}">${status.replaceAll("_", " ")}</span>`;
}
