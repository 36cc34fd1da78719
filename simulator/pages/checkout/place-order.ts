import type { Address, Order, World } from "../../world/types.ts";
import { discountByCode, redeem, type Redemption } from "../../world/discount-codes.ts";
import { subtotalOf, type CartLine } from "../storefront/cart.ts";
import type { CheckoutAttribute } from "./attributes.ts";
import { SAMPLE_ADDRESSES } from "./sample-addresses.ts";
import { COUNTRIES, SHIPPING_OPTIONS } from "./shipping-options.ts";

const REQUIRED: readonly (readonly [string, string])[] = [
  ["email", "an e-mail address"], ["first_name", "a first name"], ["last_name", "a last name"], ["address1", "an address"], ["city", "a city"], ["zip", "a postal code"],
];

export type Placed = { readonly outcome: "placed"; readonly order: Order } | { readonly outcome: "refused"; readonly problem: string };

/** The checkout that is paid. */
export type Paying = { readonly token: string; readonly lines: readonly CartLine[]; readonly attributes: readonly CheckoutAttribute[]; readonly locale: string };

/** What the code a shopper typed in takes off their cart; null when they typed none. Who they are is known by their e-mail. */
function codeOf(world: World, code: string, email: string, lines: readonly CartLine[]): Redemption | null {
  if (code === "") return null;
  const customerId = world.orders.findLast((order) => order.email.toLowerCase() === email.toLowerCase())?.customerId ?? null;
  const discount = discountByCode(world.discounts, code);
  const usedBefore = discount?.orderIds.some((id) => world.order(id)?.customerId === customerId) === true;
  return redeem(discount, { customerId, usedBefore }, Math.round(subtotalOf(lines) * 100), lines.reduce((sum, { quantity }) => sum + quantity, 0), world.clock.now());
}

/** Places the order a filled-in checkout describes, or says in plain words what is missing. */
export const placeOrder = (world: World, { token, lines, attributes, locale }: Paying, values: Readonly<Record<string, string>>): Placed => {
  const text = (name: string) => (values[name] ?? "").trim();
  const missing = REQUIRED.filter(([name]) => text(name) === "").map(([, what]) => what);
  if (missing.length > 0) return { outcome: "refused", problem: `Please give ${missing.join(", ")}.` };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text("email"))) return { outcome: "refused", problem: "This does not look like an e-mail address." };
  const country = COUNTRIES.find(({ code }) => code === text("country"));
  if (!country) return { outcome: "refused", problem: "We do not ship to this country." };
  const option = SHIPPING_OPTIONS.find(({ handle, fits }) => handle === text("shipping") && fits(country.code));
  if (!option) return { outcome: "refused", problem: `Please choose a shipping method for ${country.name}.` };

  const code = codeOf(world, text("discount"), text("email"), lines);
  if (code?.outcome === "refused") return code;

  const sample = SAMPLE_ADDRESSES.find(({ address }) => address.country_code === country.code && address.province_code === (text("province_code") || null))?.address;
  const address: Address = {
    first_name: text("first_name"), last_name: text("last_name"), address1: text("address1"), address2: text("address2") || null, city: text("city"),
    province: sample?.province ?? (text("province_code") || null), province_code: text("province_code") || null,
    country: country.name, country_code: country.code, zip: text("zip"), phone: sample?.phone ?? null,
  };
  const order = world.placeOrder({
    lines: lines.map(({ product, quantity }) => ({ productId: product.id, quantity })), email: text("email"), address,
    shippingMethod: { title: option.title, code: option.code, price: option.price }, checkoutToken: token, locale, attributes: attributes.map(({ key, value }) => ({ name: key, value })),
    ...(code === null ? {} : { discount: { title: code.title, code: code.code, amount: code.amount } }),
  });
  if (code !== null) discountByCode(world.discounts, code.code)?.orderIds.push(order.id);
  return { outcome: "placed", order };
};
