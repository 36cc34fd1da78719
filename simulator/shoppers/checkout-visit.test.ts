import { expect, it } from "vitest";
import type { LoadedExtension } from "../extension-host/load-extension.ts";
import type { NewOrder } from "../world/types.ts";
import { order, worldForTests } from "../world/world-for-tests.ts";
import { checkOut } from "./checkout-visit.ts";

const extension = (body: string): LoadedExtension => ({
  handle: "planted", targets: [], capabilities: [], metafields: [{ namespace: "$app", key: "delivery_dates" }], defaultLocale: "en", locales: { en: {} },
  code: `shopify.extend("purchase.checkout.shipping-option-item.render-after", async () => { ${body} });`,
});
const SHOWS = `const text = document.createElement("s-text"); text.append("Arrives"); document.body.append(text);`;
const NOTES = `${SHOWS} const { provinceCode, zip } = shopify.shippingAddress.value; await shopify.applyAttributeChange({ type: "updateAttribute", key: "seen", value: [shopify.target.value.title, shopify.isTargetSelected.value, provinceCode, zip].join() });`;

const buy = (body: string, method = "Express") => {
  const world = worldForTests();
  const { shipping_address: address, lines } = order(world);
  const wanted: NewOrder = { lines: lines.map(({ productId, quantity }) => ({ productId, quantity })), email: "a@example.com", address, shippingMethod: { title: method, code: "x", price: "1.00" } };
  return checkOut(world, wanted, "token", () => extension(body));
};

it("hands on what the extension under the chosen option noted", async () => expect(await buy(NOTES)).toEqual([{ name: "seen", value: "Express,true,TX,78701" }]));

it.each([["shows nothing", ""], ["fails while it starts", `throw new Error("broken");`]])("notes nothing where the extension %s", async (_what, body) => expect(await buy(body)).toEqual([]));

it("notes nothing for an option that the checkout has not", async () => expect(await buy(NOTES, "By pigeon")).toEqual([]));
