import { discountStatus } from "../../world/discount-codes.ts";
import { cents, price, totals } from "../../world/derive.ts";
import type { Order, World } from "../../world/types.ts";
import { formatMoment } from "../format.ts";
import { html, type Markup, type Slot } from "../html.ts";
import { STORE } from "./admin-layout.ts";

const card = (id: string, title: string, rows: readonly Markup[]): Markup => (rows.length === 0 ? html`` : html`<div class="card" id="${id}"><h3>${title}</h3><ul class="plain">${rows}</ul></div>`);
const row = (...content: Slot[]): Markup => html`<li>${content}</li>`;
const small = (content: Slot): Markup => html` <small>${content}</small>`;

function moneyRows(order: Order): Markup[] {
  const { total, refunded, outstanding, discounts, tax } = totals(order);
  const sums = [`${price(total)} ${order.currency}`, ...(discounts > 0 ? [`${price(discounts)} off`] : []), ...(tax > 0 ? [`of it ${price(tax)} tax`] : []), `paid ${price(order.paid)}`, ...(refunded > 0 ? [`refunded ${price(refunded)}`] : []), ...(outstanding > 0 ? [`outstanding ${price(outstanding)}`] : [])];
  return [row(html`<span class="chip ${order.financial_status === "paid" ? "good" : "warn"}">${order.financial_status.replaceAll("_", " ")}</span> `, sums.join(" · ")), ...order.discounts.map((one) => row(one.code ?? one.title, small(`${price(one.amount)} off`)))];
}

function refundRows(order: Order): Markup[] {
  return order.refunds.map((refund) => row(
    html`<strong>${refund.amount} ${order.currency}</strong> to ${refund.transactions.length === 0 ? "nobody" : refund.transactions.map((one) => (one.gateway === "bogus" ? "the original payment" : "store credit")).join(" and ")}`,
    cents(refund.shipping) > 0 ? small(`${refund.shipping} of it shipping`) : "",
    refund.lines.map((line) => small(`${line.quantity} × ${order.lines.find((one) => one.id === line.lineItemId)?.title ?? "?"}, ${line.restockType.replaceAll("_", " ")}`)), refund.note === null ? "" : html` “${refund.note}”`, small(formatMoment(refund.created_at)),
  ));
}

/** Drafts and orders that belong to this one: the draft it was, and whatever names it in its note or attributes. */
function linkRows(world: World, order: Order): Markup[] {
  const name = new RegExp(`${order.name}(?!\\d)`);
  const names = (one: { note: string | null; attributes: Order["attributes"] }): boolean => [one.note ?? "", ...one.attributes.map(({ value }) => value)].some((text) => name.test(text) || text.includes(`/${order.id}`) || text === order.id);
  const drafts = [...world.drafts.values()];
  return [
    ...drafts.filter((draft) => draft.orderId === order.id).map((draft) => row("Made of draft ", draft.name)),
    ...drafts.filter((draft) => draft.orderId === null && names(draft)).map((draft) => row("Draft ", draft.name, small(`${draft.tags.join(", ")} · open`))),
    ...world.orders.filter((other) => other.id !== order.id && names(other)).map((other) => row(html`<a href="/store/${STORE}/orders/${other.id}">${other.name}</a>`, small(other.tags.join(", ")))),
  ];
}

/** Everything that was done to an order beside sending it, as the admin shows it; cards without content are left out. */
export function actCards(world: World, order: Order): Markup {
  const credit = world.storeCredit.get(order.customerId);
  const codes = [...world.discounts.values()].filter((one) => one.customerIds?.includes(order.customerId) === true);
  const titleOf = (fulfillmentId: string, index: number): string => {
    const lineId = order.fulfillments.find((one) => one.id === fulfillmentId)?.lines[index]?.lineItemId;
    return order.lines.find((one) => one.id === lineId)?.title ?? "?";
  };
  return html`<div id="acts" data-live>
    ${card("payment", "Payment", moneyRows(order))}
    ${card("refunds", "Refunds", refundRows(order))}
    ${card("holds", "On hold", order.fulfillment_orders.flatMap((one) => one.holds).map((hold) => row(hold.reason.toLowerCase().replaceAll("_", " "), hold.reason_notes === null ? "" : html` “${hold.reason_notes}”`, small(`${hold.held_by_app ? "by an app" : "by staff"} · ${hold.handle ?? ""}`))))}
    ${card("returns", "Returns", order.returns.map((one) => row(html`<strong>${one.name}</strong> ${one.status}`, one.lines.map((line) => small(`${line.quantity} × ${titleOf(line.fulfillmentId, line.fulfillmentLineIndex)}, ${line.reason.toLowerCase().replaceAll("_", " ")}`)))))}
    ${card("notes", "Notes", [
      ...(order.note === null ? [] : [row(html`<span style="white-space:pre-line">${order.note}</span>`)]), ...(order.cancel_note === null ? [] : [row("Cancelled: ", order.cancel_note)]),
      ...order.attributes.map(({ name, value }) => row(html`<code>${name}</code> ${value}`)), ...order.notices.map(({ at, text }) => row("Shopify wrote to the shopper: ", text, small(formatMoment(at)))),
    ])}
    ${card("tags", "Tags", order.tags.map((tag) => row(html`<span class="chip">${tag}</span>`)))}
    ${card("linked", "Belongs together", linkRows(world, order))}
    ${card("store-credit", "Store credit of the shopper", (credit?.transactions ?? []).map((one) => row(html`<strong>${price(one.amount)} ${order.currency}</strong> ${one.event.toLowerCase().replaceAll("_", " ")}`, small(`${formatMoment(one.created_at)} · balance ${price(one.balance)}`))))}
    ${card("discounts", "Discount codes of the shopper", codes.map((one) => row(html`<code>${one.code}</code> ${one.title}`, small(`${"percentage" in one.value ? `${one.value.percentage * 100} %` : `${price(one.value.amount)} ${order.currency}`} · ${discountStatus(one, world.clock.now()).toLowerCase()} · used ${one.orderIds.length} of ${one.usage_limit ?? "any number"}`))))}
  </div>`;
}
