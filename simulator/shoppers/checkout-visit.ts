import { loadExtension, type LoadedExtension } from "../extension-host/load-extension.ts";
import { mountInNode, type NodeMount } from "../extension-host/mount-in-node.ts";
import { changeAttributes, type AttributeChangeResult, type CheckoutAttribute } from "../pages/checkout/attributes.ts";
import { SHIPPING_OPTIONS } from "../pages/checkout/shipping-options.ts";
import { shippingOptionApi } from "../pages/checkout/surface-api.ts";
import type { NewOrder, OrderAttribute, World } from "../world/types.ts";

const TARGET = "purchase.checkout.shipping-option-item.render-after";
/** A buyer pays before an extension that is slower than this has noted anything (real time). */
const PATIENCE_MS = 3_000;

/**
 * The checkout of one order, with the built extension below the chosen option: what it notes beside the order. Nothing when it shows no date, is too slow or cannot run:
 * an order is placed whatever becomes of an extension.
 */
export const checkOut = async (world: World, order: NewOrder, token: string, load: () => LoadedExtension = () => loadExtension("checkout-delivery-date")): Promise<readonly OrderAttribute[]> => {
  const { address, shippingMethod, locale: language = "en" } = order;
  const option = SHIPPING_OPTIONS.find(({ title }) => title === shippingMethod.title);
  if (option === undefined) return [];
  const locale = language.startsWith("de") ? "de" : "en-US";
  const values = { country: address.country_code, province_code: address.province_code ?? "", zip: address.zip, city: address.city, shipping: option.handle };
  let attributes: readonly CheckoutAttribute[] = [];
  let mounted: NodeMount | null = null;
  const look = async (): Promise<void> => {
    const { promise: noted, resolve } = Promise.withResolvers<void>();
    const applyAttributeChange = (change: unknown): AttributeChangeResult => {
      const changed = changeAttributes(attributes, change);
      attributes = changed.attributes;
      resolve();
      return changed.result;
    };
    const extension = load();
    const api = { ...shippingOptionApi(world, extension, locale, option, { token, values, attributes }), applyAttributeChange };
    mounted = await mountInNode({ extension, target: TARGET, locale, clock: world.clock.state(), api });
    if ((await mounted.settled()) !== "") await noted;
  };
  try {
    await Promise.race([look(), new Promise((resolve) => void setTimeout(resolve, PATIENCE_MS).unref())]);
  } catch (error) {
    console.error("simulator: the checkout extension failed a shopper:", error);
  }
  await (mounted as NodeMount | null)?.stop();
  return attributes.map(({ key, value }) => ({ name: key, value }));
};
