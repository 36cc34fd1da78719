import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { INSTALLATION_ID } from "../../shopify/admin/app-ids.ts";
import { graphql, order, worldForTests } from "../../world/world-for-tests.ts";
import { storefrontRoutes } from "./routes.ts";

/** A theme app extension with one block of this Liquid. */
const extensionWith = (liquid: string, schema: object = {}): string => {
  const root = mkdtempSync(join(tmpdir(), "theme-extension-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["blocks", "locales"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "blocks", "delivery-date.liquid"), `${liquid}\n{% schema %}${JSON.stringify({ name: "Date", target: "section", ...schema })}{% endschema %}`);
  writeFileSync(join(root, "locales", "en.default.json"), "{}");
  return root;
};
const shopWith = (liquid: string, schema?: object) => {
  const world = worldForTests();
  const routes = storefrontRoutes(world, { appUrl: "http://127.0.0.1:9", clientId: "a", clientSecret: "b", proxyPath: "/proxy", mintToken: () => "t", themeExtension: extensionWith(liquid, schema) });
  return {
    world,
    get: async (path: string, init?: RequestInit): Promise<Response> => {
      const url = new URL(path, "http://shop.test");
      return (await routes(new Request(url, init), url)) ?? new Response("not mine", { status: 404 });
    },
  };
};
/** What the block wrote between its brackets. */
const shown = async (response: Promise<Response>): Promise<string | undefined> => /\[\[(.*?)\]\]/s.exec(await (await response).text())?.[1];

describe("an app block on the product page and the cart", () => {
  it("tells the time of the simulated clock, on the shop's wall", async () => {
    const { world, get } = shopWith("[[{{ 'now' | date: '%s' }} {{ 'now' | date: '%Y-%m-%d %H:%M' }} {{ '2026-11-27' | date: '%a %e' }} {{ 1795834800 | date: '%d %H:%M' }}]]");
    expect(await shown(get(`/products/${world.products[0]?.handle}`))).toBe("1795186800 2026-11-20 10:00 Fri 27 27 22:00");
    await world.clock.advance(86_400_000);
    expect(await shown(get("/cart?", { headers: { cookie: `cart=${world.products[0]?.variantId}:1` } }))).toContain("1795273200 2026-11-21 10:00");
  });

  it("knows the visitor's country, and the customer once they sign in", async () => {
    const { world, get } = shopWith("[[{{ localization.country.iso_code }} {{ request.locale.iso_code }} {% if customer %}{{ customer.default_address.country_code }}-{{ customer.default_address.province_code }}-{{ customer.default_address.zip }}{% else %}nobody{% endif %}]]");
    const product = `/products/${world.products[0]?.handle}`;
    expect(await shown(get(product))).toBe("US en nobody");
    const chosen = await get("/localization", { method: "POST", body: new URLSearchParams({ country_code: "CA", return_to: product }) });
    expect(chosen.headers.get("location")).toBe(product);
    expect(await shown(get(`${product}?locale=de`, { headers: { cookie: chosen.headers.get("set-cookie")?.split(";")[0] ?? "" } }))).toBe("CA de nobody");
    expect(await shown(get(product, { headers: { cookie: `signed_in_customer=${order(world).customerId}` } }))).toBe("US en US-TX-78701");
    expect((await get("/localization", { method: "POST", body: new URLSearchParams({ country_code: "AQ", return_to: "//elsewhere.example" }) })).headers.get("location")).toBe("/");
  });

  it("knows what the page is about", async () => {
    const { world, get } = shopWith("[[{{ template.name }} {{ product.title }} {{ product.selected_or_first_available_variant.requires_shipping }} {{ cart.item_count }} {{ cart.items[0].quantity }}]]");
    const [product] = world.products;
    expect(await shown(get(`/products/${product?.handle}`))).toBe(`product ${product?.title} true 0 `);
    expect(await shown(get("/cart", { headers: { cookie: `cart=${product?.variantId}:3` } }))).toBe("cart   3 3");
  });

  it("reads the installation's metafields as values, and the shop's reserved ones only where a definition lets the storefront", async () => {
    const { world, get } = shopWith("[[{{ app.metafields.hither.dates.value.days[1].day }} {{ shop.metafields['$app'].dates.value.v }} {{ shop.metafields['$app'].secret.value.v }} {{ shop.metafields.custom.open.value }}]]");
    const owner = `gid://shopify/Shop/${world.shop.id}`;
    const set = (ownerId: string, namespace: string, key: string, value: unknown, type = "json") => ({ ownerId, namespace, key, type, value: JSON.stringify(value) });
    const metafields = [set(`gid://shopify/AppInstallation/${INSTALLATION_ID}`, "hither", "dates", { days: [{}, { day: "2026-11-24" }] }), set(owner, "$app", "dates", { v: 2 }), set(owner, "$app", "secret", { v: 3 }), set(owner, "custom", "open", true, "boolean")];
    expect(graphql(world, "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }", { m: metafields }).data).toEqual({ metafieldsSet: { userErrors: [] } });
    const definition = { name: "Dates", namespace: "$app", key: "dates", type: "json", ownerType: "SHOP", access: { storefront: "PUBLIC_READ" } };
    graphql(world, "mutation($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { userErrors { message } } }", { d: definition });
    expect(await shown(get(`/products/${world.products[0]?.handle}`))).toBe("2026-11-24 2  true");
  });

  it("stands only on the templates its schema allows", async () => {
    const { world, get } = shopWith("[[here]]", { enabled_on: { templates: ["product"] } });
    expect(await shown(get(`/products/${world.products[0]?.handle}`))).toBe("here");
    await expect(get("/cart")).rejects.toThrow("delivery-date cannot stand on a cart template");
  });
});
