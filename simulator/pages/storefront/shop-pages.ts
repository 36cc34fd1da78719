import type { Product, World } from "../../world/types.ts";
import { COUNTRIES } from "../checkout/shipping-options.ts";
import { html, type Markup, type Slot } from "../html.ts";
import { subtotalOf, type CartLine } from "./cart.ts";
import { money } from "./theme.ts";

const picture = ({ handle }: Product, size: number): Markup => html`<img src="/products/${handle}.svg" width="${size}" height="${size}" alt="">`;

/** The shop window. */
export const homePage = (world: World): Markup => html`
<section class="hero"><h1>Things that keep a house warm</h1><p>Wool, linen, wax and clay, made in the Hudson Valley and sent wherever it gets cold.</p><a class="button" href="#goods">See the goods</a></section>
<h2 id="goods">Goods</h2>
<ul class="goods">${world.products.map((product) => html`<li><a href="/products/${product.handle}">${picture(product, 480)}<h3>${product.title}</h3><p class="soft">${money(world, product.price)}</p></a></li>`)}</ul>`;

/** Where the visitor wants things sent: the shop's country selector, as themes have it. */
export const countrySelector = (country: string, returnTo: string): Markup => html`
<form class="buy" method="post" action="/localization"><input type="hidden" name="return_to" value="${returnTo}">
  <div><label for="country-selector">Send it to</label><br><select id="country-selector" name="country_code">${COUNTRIES.map(({ code, name }) => html`<option value="${code}"${code === country ? html` selected` : null}>${name}</option>`)}</select></div><button class="quiet" type="submit">Change</button></form>`;

/** One product, with the way into the cart and the merchant's app blocks below it. */
export const productPage = (world: World, product: Product, blocks: Slot, selector: Markup): Markup => html`
<article class="product">${picture(product, 640)}
  <div><h1>${product.title}</h1><p class="price">${money(world, product.price)}</p><p>${product.description}</p>
    <form class="buy" method="post" action="/cart/add"><input type="hidden" name="id" value="${product.variantId}">
      <div><label for="quantity">Quantity</label><br><input id="quantity" name="quantity" type="number" min="1" max="20" value="1"></div>
      <button type="submit">Add to cart</button><button class="quiet" type="submit" name="then" value="checkout">Buy it now</button>
    </form>
    ${blocks}${selector}
  </div>
</article>`;

/** The cart, or the way back when it is empty. */
export const cartPage = (world: World, lines: readonly CartLine[], blocks: Slot, selector: Markup): Markup => lines.length === 0
  ? html`<h1>Your cart</h1><p>There is nothing in it yet.</p><a class="button" href="/#goods">See the goods</a>`
  : html`<h1>Your cart</h1>
<ul class="lines">${lines.map(({ product, quantity }) => html`<li>${picture(product, 68)}
  <div><a href="/products/${product.handle}">${product.title}</a>
    <form method="post" action="/cart/change"><input type="hidden" name="id" value="${product.variantId}">
      <label for="q-${product.variantId}">Quantity</label><input id="q-${product.variantId}" name="quantity" type="number" min="0" max="20" value="${quantity}"><button class="quiet" type="submit">Update</button></form></div>
  <p>${money(world, Number(product.price) * quantity)}</p></li>`)}</ul>
<div class="sum total"><span>Subtotal</span><span>${money(world, subtotalOf(lines))}</span></div>
<p class="soft">Shipping is chosen at checkout.</p>
${blocks}
<form method="post" action="/cart/checkout"><button type="submit">Check out</button></form>
${selector}`;

/** Who is signed in: on the real shop Shopify tells the app proxy so, in `logged_in_customer_id`. */
export const accountPage = (world: World, signedInId: string | null): Markup => {
  const seen = new Map(world.orders.map((order) => [order.customerId, order]));
  const customers = [...seen.values()].slice(-8).reverse();
  const current = signedInId === null ? undefined : seen.get(signedInId);
  return html`<h1>Account</h1>
${current ? html`<p>Signed in as <strong>${current.shipping_address.first_name} ${current.shipping_address.last_name}</strong> (${current.email}).</p><form method="post" action="/account"><button class="quiet" type="submit" name="customer" value="">Sign out</button></form>
  <h2>Orders</h2><ul>${world.orders.filter((order) => order.customerId === signedInId).reverse().map((order) => html`<li><a href="/orders/${order.token}">${order.name}</a></li>`)}</ul>`
  : html`<p>Nobody is signed in. Pick a customer of this made-up shop:</p><form method="post" action="/account" class="buy">${customers.map((order) => html`<button class="quiet" type="submit" name="customer" value="${order.customerId}">${order.shipping_address.first_name} ${order.shipping_address.last_name}</button>`)}</form>
  ${customers.length === 0 ? html`<p class="soft">No one has ordered yet.</p>` : null}`}`;
};
