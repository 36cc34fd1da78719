import { signal, type ApiDescription } from "../../extension-host/extension-run.ts";
import type { LoadedExtension } from "../../extension-host/load-extension.ts";
import type { Order, World } from "../../world/types.ts";
import type { CheckoutAttribute } from "./attributes.ts";
import type { ShippingOption } from "./shipping-options.ts";

/** What every surface offers: only values our pages really have, so that an extension which reads more fails visibly. */
const standard = (world: World, extension: LoadedExtension, locale: string, country: string): ApiDescription => {
  const language = locale.split("-")[0] ?? locale;
  return {
    extension: { version: "stand-in", apiVersion: "2026-07", target: null, capabilities: signal(extension.capabilities), editor: undefined },
    settings: signal({}),
    appMetafields: signal(metafieldsFor(world, extension)),
    shop: { id: `gid://shopify/Shop/${world.shop.id}`, name: world.shop.name, myshopifyDomain: world.shop.myshopify_domain, storefrontUrl: `https://${world.shop.domain}` },
    localization: {
      language: signal({ isoCode: language }), extensionLanguage: signal({ isoCode: language }), country: signal({ isoCode: country }),
      currency: signal({ isoCode: world.shop.currency }), timezone: signal(world.shop.iana_timezone),
    },
  };
};

/** The shop's metafields that the extension's toml lists, as the app wrote them. `$app` stands for the app's own namespace. */
export const metafieldsFor = (world: World, { metafields }: Pick<LoadedExtension, "metafields">) => {
  const owner = `gid://shopify/Shop/${world.shop.id}`;
  const isListed = (namespace: string, key: string) =>
    metafields.some((listed) => listed.key === key && (listed.namespace === namespace || (listed.namespace === "$app" && /^(\$app|app--\d+)$/.test(namespace))));
  return [...world.metafields]
    .filter(([path, { namespace, key }]) => path.startsWith(`${owner}/`) && isListed(namespace, key))
    .map(([, { namespace, key, type, value }]) => ({ target: { type: "shop", id: owner }, metafield: { namespace, key, value, type, valueType: type === "json" ? "json_string" : "string" } }));
};

/** What the buyer typed of the address so far, as an extension with access to protected customer data sees it; empty fields are absent. */
export const typedAddress = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const typed = { countryCode: values["country"] || "US", provinceCode: values["province_code"], zip: values["zip"], city: values["city"] };
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
};

/** The state of a checkout that its extensions share. */
export type CheckoutState = { readonly token: string; readonly values: Readonly<Record<string, string>>; readonly attributes: readonly CheckoutAttribute[] };

/**
 * `shopify` for purchase.checkout.shipping-option-item.render-after. `applyAttributeChange` is added where the extension is mounted: it is an
 * act, not data. Whatever else Shopify offers is absent, so that an extension which calls it fails visibly.
 */
export const shippingOptionApi = (world: World, extension: LoadedExtension, locale: string, option: ShippingOption, { token, values, attributes }: CheckoutState): ApiDescription => ({
  ...standard(world, extension, locale, typedAddress(values)["countryCode"] ?? "US"),
  target: signal({
    type: "shipping", handle: option.handle, code: option.code, title: option.title, description: option.note, carrier: {}, metafields: [],
    cost: { amount: Number(option.price), currencyCode: world.shop.currency }, costAfterDiscounts: { amount: Number(option.price), currencyCode: world.shop.currency },
    deliveryEstimate: { timeInTransit: {} },
  }),
  isTargetSelected: signal(option.handle === values["shipping"]),
  renderMode: { overlay: false },
  shippingAddress: signal(typedAddress(values)),
  attributes: signal(attributes),
  instructions: signal({ attributes: { canUpdateAttributes: true } }),
  checkoutToken: signal(token),
});

/** `shopify` for purchase.thank-you.block.render. */
export const thankYouApi = (world: World, extension: LoadedExtension, locale: string, order: Order): ApiDescription => ({
  ...standard(world, extension, locale, order.shipping_address.country_code),
  orderConfirmation: signal({ order: { id: `gid://shopify/OrderIdentity/${order.id}` }, number: order.confirmation_number, isFirstOrder: false }),
  checkoutToken: signal(order.checkout_token),
  attributes: signal(order.attributes.map(({ name, value }) => ({ key: name, value }))),
});

/** `shopify` for customer-account.order-status.block.render. */
export const orderStatusApi = (world: World, extension: LoadedExtension, locale: string, order: Order): ApiDescription => ({
  ...standard(world, extension, locale, order.shipping_address.country_code),
  order: signal({ id: `gid://shopify/Order/${order.id}`, name: order.name, confirmationNumber: order.confirmation_number, processedAt: order.processed_at }),
  authenticationState: signal("fully_authenticated"),
  checkoutToken: signal(order.checkout_token),
});
