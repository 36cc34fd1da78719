import type { World } from "../../world/types.ts";
import { html, type Markup, type Slot } from "../html.ts";
import { subtotalOf, type CartLine } from "../storefront/cart.ts";
import { money } from "../storefront/theme.ts";
import { SAMPLE_ADDRESSES } from "./sample-addresses.ts";
import { COUNTRIES, SHIPPING_OPTIONS } from "./shipping-options.ts";

const field = (name: string, label: string, value: string, autocomplete: string, width: "" | "half" | "third" = "", required = true): Markup =>
  html`<div class="${width}"><label for="${name}">${label}${required ? null : html` <small>(optional)</small>`}</label><input id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}"${required ? html` required` : null} maxlength="120"></div>`;

/** What is bought, and what it costs so far. */
export const orderSummary = (world: World, lines: readonly { readonly title: string; readonly handle: string; readonly quantity: number; readonly price: string }[], shipping: Slot, total: Slot): Markup => html`
<aside class="card summary" aria-label="Order summary"><ul class="lines">${lines.map(({ title, handle, quantity, price }) => html`<li><img src="/products/${handle}.svg" width="68" height="68" alt=""><div>${title}<br><small>Quantity ${quantity}</small></div><p>${money(world, Number(price) * quantity)}</p></li>`)}</ul>
  <div class="sum"><span>Shipping</span><span data-shipping>${shipping}</span></div><div class="sum total"><span>Total</span><span data-total>${total}</span></div></aside>`;

export type CheckoutView = { readonly token: string; readonly lines: readonly CartLine[]; readonly problem: string | null; readonly values: Readonly<Record<string, string>> };

/** The checkout: address, shipping options with the extension under each, and the button that places the order. */
export const checkoutPage = (world: World, { token, lines, problem, values }: CheckoutView): Markup => {
  const country = values["country"] ?? "US";
  const chosen = SHIPPING_OPTIONS.find(({ handle, fits }) => handle === values["shipping"] && fits(country)) ?? SHIPPING_OPTIONS.find(({ fits }) => fits(country));
  const subtotal = subtotalOf(lines);
  const value = (name: string) => values[name] ?? "";
  return html`<h1>Checkout</h1>
${problem === null ? null : html`<div class="card" role="alert"><strong>${problem}</strong></div>`}
<div class="checkout-grid">
<form method="post" action="/checkouts/${token}" class="card" data-checkout data-subtotal="${subtotal}" data-currency="${world.shop.currency}">
  <fieldset><legend>Contact and delivery</legend>
    <div class="fields"><div><label for="sample">Fill in an invented buyer</label><select id="sample" data-samples="${JSON.stringify(SAMPLE_ADDRESSES)}">${SAMPLE_ADDRESSES.map(({ label, address }, index) => html`<option value="${index}"${address.city === value("city") ? html` selected` : null}>${label}</option>`)}</select></div>
      ${field("email", "E-mail", value("email"), "email")}
      ${field("first_name", "First name", value("first_name"), "given-name", "half")}${field("last_name", "Last name", value("last_name"), "family-name", "half")}
      ${field("address1", "Address", value("address1"), "address-line1")}${field("address2", "Apartment, suite", value("address2"), "address-line2", "", false)}
      ${field("zip", "Postal code", value("zip"), "postal-code", "third")}${field("city", "City", value("city"), "address-level2", "third")}${field("province_code", "State or region", value("province_code"), "address-level1", "third", false)}
      <div><label for="country">Country</label><select id="country" name="country" autocomplete="country">${COUNTRIES.map(({ code, name }) => html`<option value="${code}"${code === country ? html` selected` : null}>${name}</option>`)}</select></div>
    </div></fieldset>
  <fieldset><legend>Shipping method</legend>
    ${SHIPPING_OPTIONS.map(({ handle, title, note, price, fits }) => html`<label class="option" data-option="${handle}" data-price="${price}" data-home="${fits("US") ? "yes" : "no"}"${fits(country) ? null : html` hidden`}>
      <input type="radio" name="shipping" value="${handle}"${handle === chosen?.handle ? html` checked` : null}>
      <span class="what"><span class="title">${title}</span> <small>${note}</small><span class="slot" id="option-${handle}" style="display:block"></span></span><span>${money(world, price)}</span></label>`)}
  </fieldset>
  <fieldset><legend>Discount</legend><div class="fields">${field("discount", "Discount code", value("discount"), "off", "", false)}</div></fieldset>
  <p class="soft">No payment details: this shop sells nothing.</p>
  <button type="submit">Pay now</button>
</form>
${orderSummary(world, lines.map(({ product, quantity }) => ({ ...product, quantity })), money(world, chosen?.price ?? 0), money(world, subtotal + Number(chosen?.price ?? 0)))}
</div>`;
};
