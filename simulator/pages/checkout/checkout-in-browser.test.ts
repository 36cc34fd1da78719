import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildExtensions } from "../../../extensions/build.ts";
import { serve } from "../../http/node-server.ts";
import { worldForTests, type TestWorld } from "../../world/world-for-tests.ts";
import { checkoutRoutes } from "./routes.ts";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
if (!existsSync(CHROMIUM)) console.log(`The tests of the checkout stand-in are skipped: there is no Chromium at ${CHROMIUM} (set CHROMIUM_PATH).`);

/** What an extension is told arrives within milliseconds; a machine with other things to do takes its time. */
const SOON = { timeout: 15_000 };

/** In place of the app's own bundle: shows the address and the attributes it is told of, and notes the option that is chosen. */
const PLANTED = `shopify.extend("purchase.checkout.shipping-option-item.render-after", async () => {
  const address = document.createElement("s-text"), attributes = document.createElement("s-text"), answer = document.createElement("s-text");
  document.body.append(address, attributes, answer);
  const show = () => { address.textContent = JSON.stringify(shopify.shippingAddress.value); attributes.textContent = JSON.stringify(shopify.attributes.value); };
  shopify.shippingAddress.subscribe(show); shopify.attributes.subscribe(show); show();
  if (!shopify.instructions.value.attributes.canUpdateAttributes) throw new Error("no attributes may be written");
  const note = async (value) => { answer.textContent = JSON.stringify(await shopify.applyAttributeChange({ type: "updateAttribute", key: "_chosen", value })); };
  shopify.isTargetSelected.subscribe((selected) => selected && note(shopify.target.value.handle));
  if (shopify.isTargetSelected.value) await note(shopify.target.value.handle);
});`;

describe.skipIf(!existsSync(CHROMIUM))("the checkout in Chromium", () => {
  let browser: Browser;
  let page: Page;
  let world: TestWorld;
  let shop: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    await buildExtensions();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = worldForTests();
    shop = await serve(checkoutRoutes(world, { appUrl: "http://127.0.0.1:9", clientId: "a", clientSecret: "b", proxyPath: "/proxy", mintToken: () => "token" }), 0);
    page = await browser.newPage();
    await page.route("**/extension-host/bundles/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: PLANTED }));
    await page.goto(`http://127.0.0.1:${shop.port}/checkout?items=${world.products[0]?.variantId}:1`);
  });
  afterEach(async () => {
    await page.close();
    await shop.close();
    world.stop();
  });

  it("tells extensions the address as it is typed", async () => {
    const told = page.locator("#option-standard s-text").first();
    await told.getByText("97232").waitFor();
    await page.fill("#zip", "10011");
    await page.fill("#province_code", "NY");
    await page.locator("#city").focus();
    await expect.poll(() => told.textContent(), SOON).toBe('{"countryCode":"US","provinceCode":"NY","zip":"10011","city":"Portland"}');
    await page.selectOption("#country", "CA");
    await expect.poll(() => page.locator("#option-international s-text").first().textContent(), SOON).toContain('"countryCode":"CA"');
  });

  it("keeps what an extension notes, tells the others, and writes it beside the order", async () => {
    await page.locator("#option-standard").getByText('{"type":"success"}').waitFor();
    await page.locator("#option-express s-text").nth(1).getByText('[{"key":"_chosen","value":"standard"}]').waitFor();
    await page.check("input[value=express]");
    await page.locator("#option-express").getByText('{"type":"success"}').waitFor();
    await page.locator("#option-standard s-text").nth(1).getByText('[{"key":"_chosen","value":"express"}]').waitFor();
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.waitForURL("**/thank-you");
    expect(world.orders[0]?.attributes).toEqual([{ name: "_chosen", value: "express" }]);
    await world.settled();
    expect(JSON.parse(world.received.find(({ headers }) => headers["X-Shopify-Topic"] === "orders/create")?.body ?? "{}")).toMatchObject({ note_attributes: [{ name: "_chosen", value: "express" }] });
  });
});
