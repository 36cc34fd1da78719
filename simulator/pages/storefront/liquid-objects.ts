import { cents } from "../../world/derive.ts";
import type { SimulatedWorld } from "../../world/simulated-world.ts";
import type { Order, Product } from "../../world/types.ts";
import { countOf, subtotalOf, type CartLine } from "./cart.ts";
import { appMetafields, shopMetafields } from "./liquid-metafields.ts";

/** Whoever looks at a page of the shop, and what it is about. */
export type RenderContext = {
  readonly world: SimulatedWorld;
  readonly locale: string;
  /** The country the visitor chose, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The latest order of the customer who is signed in; null: nobody is. */
  readonly signedIn: Order | null;
  readonly product?: Product;
  readonly cart?: readonly CartLine[];
};

const variantOf = (product: Product): object => ({ id: Number(product.variantId), title: "Default Title", sku: product.sku, price: cents(product.price), available: true, requires_shipping: true });

const productOf = (product: Product): object => ({
  id: Number(product.id), title: product.title, handle: product.handle, description: product.description, url: `/products/${product.handle}`, price: cents(product.price), available: true,
  variants: [variantOf(product)], selected_or_first_available_variant: variantOf(product), has_only_default_variant: true,
});

const cartOf = (world: SimulatedWorld, lines: readonly CartLine[]): object => ({
  item_count: countOf(lines), total_price: Math.round(subtotalOf(lines) * 100), requires_shipping: lines.length > 0, currency: { iso_code: world.shop.currency }, attributes: {},
  items: lines.map(({ product, quantity }) => ({ title: product.title, product: productOf(product), variant: variantOf(product), product_id: Number(product.id), variant_id: Number(product.variantId), quantity, requires_shipping: true })),
});

const customerOf = ({ email, customerId, shipping_address: to }: Order): object => ({
  id: Number(customerId), email, first_name: to.first_name, last_name: to.last_name,
  default_address: {
    first_name: to.first_name, last_name: to.last_name, address1: to.address1, address2: to.address2, city: to.city, zip: to.zip, province: to.province, province_code: to.province_code,
    country: { name: to.country, iso_code: to.country_code }, country_code: to.country_code,
  },
});

/** Shopify's Liquid objects, as far as an app block may lean on them. What is not here renders empty, as an unknown object does on Shopify. */
export const liquidObjects = ({ world, locale, country, signedIn, product, cart }: RenderContext): Readonly<Record<string, unknown>> => ({
  shop: { name: world.shop.name, domain: world.shop.domain, permanent_domain: world.shop.myshopify_domain, email: world.shop.email, currency: world.shop.currency, metafields: shopMetafields(world) },
  app: { metafields: appMetafields(world) },
  customer: signedIn === null ? null : customerOf(signedIn),
  request: { locale: { iso_code: locale }, host: world.shop.domain },
  localization: { language: { iso_code: locale }, country: { iso_code: country } },
  routes: { root_url: "/", cart_url: "/cart", all_products_collection_url: "/collections/all" },
  product: product === undefined ? null : productOf(product),
  cart: cart === undefined ? null : cartOf(world, cart),
});
