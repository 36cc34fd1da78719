import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { serve } from "../../http/node-server.ts";
import type { Handler } from "../../http/handler.ts";
import { createWorld } from "../../world/create-world.ts";
import type { World } from "../../world/types.ts";
import { storefrontRoutes } from "./routes.ts";

const SECRET = "hush";
const NOWHERE = "http://127.0.0.1:9";

const shopWith = (app: Handler | null = null) => openShop(app);
const openShop = async (app: Handler | null): Promise<{ world: World; get: (path: string, init?: RequestInit) => Promise<Response> }> => {
  const server = app && (await serve(app, 0));
  if (server) onTestFinished(() => server.close());
  const appUrl = server ? `http://127.0.0.1:${server.port}` : NOWHERE;
  const world = createWorld({ seed: 1, start: new Date("2026-11-20T15:00:00Z"), appUrl, clientId: "client", clientSecret: SECRET, speed: 0, deliver: async () => ({ status: 200 }) });
  const routes = storefrontRoutes(world, { appUrl, clientId: "client", clientSecret: SECRET, proxyPath: "/proxy", mintToken: () => "token" });
  return {
    world,
    get: async (path, init) => {
      const url = new URL(path, "http://shop.test");
      return (await routes(new Request(url, init), url)) ?? new Response("not mine", { status: 404 });
    },
  };
};
const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({ method: "POST", body: new URLSearchParams(fields), headers });

describe("the storefront's pages", () => {
  let shop: Awaited<ReturnType<typeof shopWith>>;
  beforeAll(async () => void (shop = await shopWith()));

  it("say that they are a stand-in, on every page, and load nothing from elsewhere", async () => {
    for (const path of ["/", "/cart", "/account", "/pages/track", `/products/${shop.world.products[0]?.handle}`]) {
      const response = await shop.get(path);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain("Stand-in, not Shopify");
      expect(text).not.toMatch(/(src|href)="https?:\/\/(?!localhost)/);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    }
  });

  it("draw every product", async () => {
    const plain = await (await shop.get("/products/unheard-of.svg")).text();
    for (const { handle } of shop.world.products) expect(await (await shop.get(`/products/${handle}.svg`)).text()).not.toBe(plain);
  });

  it("carry a cart from product to checkout", async () => {
    const product = shop.world.products[2];
    const added = await shop.get("/cart/add", form({ id: product?.variantId ?? "", quantity: "2" }));
    const cookie = added.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await shop.get("/cart", { headers: { cookie } })).text()).toContain(product?.title);
    const checkout = await shop.get("/cart/checkout", form({}, { cookie }));
    expect(checkout.headers.get("location")).toBe(`/checkout?items=${product?.variantId}:2`);
  });

  it("render the theme block with its defaults, its assets and its texts in both languages", async () => {
    const english = await (await shop.get("/pages/track")).text();
    expect(english).toContain("<h2 class=\"hither-tracking__heading\">Track your order</h2>");
    expect(english).toContain('action="/apps/hither/tracking?locale=en"');
    expect(english).toContain("data-shopify-editor-block=");
    expect(english).toContain('<link rel="stylesheet" href="/cdn/extensions/hither/hither-tracking.css">');
    const german = await (await shop.get("/pages/track?locale=de")).text();
    expect(german).toContain("Bestellnummer");
    expect(english + german).not.toContain("Translation missing");
    expect((await shop.get("/cdn/extensions/hither/hither-tracking.js")).headers.get("content-type")).toContain("text/javascript");
    expect((await shop.get("/cdn/extensions/hither/../shopify.extension.toml")).status).toBe(404);
  });
});

describe("the app proxy", () => {
  /** An independent check, written from Shopify's description. */
  const isSigned = (url: URL): boolean => {
    const entries = [...url.searchParams].filter(([name]) => name !== "signature").sort(([a], [b]) => (a < b ? -1 : 1));
    return createHmac("sha256", SECRET).update(entries.map(([name, value]) => `${name}=${value}`).join("")).digest("hex") === url.searchParams.get("signature");
  };

  it("forwards a signed GET and wraps a Liquid answer in the theme", async () => {
    const seen: URL[] = [];
    const shop = await shopWith((_request, url) => {
      seen.push(url);
      return new Response('<p>{{ shop.name }}</p><a href="https://hearth-and-wool.example/apps/hither/tracking?t=1">again</a>', { headers: { "content-type": "application/liquid; charset=utf-8" } });
    });
    const text = await (await shop.get("/apps/hither/tracking?t=abc")).text();
    expect(seen[0]?.pathname).toBe("/proxy/tracking");
    expect(seen[0] && isSigned(seen[0])).toBe(true);
    expect(text).toContain("<p>Hearth & Wool</p>");
    expect(text).toContain("Stand-in, not Shopify");
    expect(text).toContain('href="/apps/hither/tracking?t=1"');
  });

  it("forwards a POST with its body and origin, without cookies", async () => {
    let told = "";
    const shop = await shopWith(async (request, url) => {
      told = [isSigned(url), await request.text(), request.headers.get("cookie"), request.headers.get("x-forwarded-host"), request.headers.get("origin")].join(" | ");
      return new Response("{% layout none %}bare", { headers: { "content-type": "application/liquid" } });
    });
    const response = await shop.get("/apps/hither/tracking", form({ order: "#1001", email: "a@example.com" }, { cookie: "cart=1", origin: "http://shop.test" }));
    expect(told).toBe("true | order=%231001&email=a%40example.com |  | shop.test | http://shop.test");
    expect(await response.text()).toBe("bare");
  });

  it("tells the app who is signed in, by the shop's own knowledge", async () => {
    const seen: URL[] = [];
    const shop = await shopWith((_request, url) => {
      seen.push(url);
      return Response.json({ ok: true });
    });
    const answer = await shop.get("/apps/hither/tracking?logged_in_customer_id=1", { headers: { cookie: "signed_in_customer=77" } });
    expect(seen[0]?.searchParams.getAll("logged_in_customer_id")).toEqual(["77"]);
    expect(await answer.json()).toEqual({ ok: true });
  });

  it("apologises while the app cannot be reached", async () => {
    const shop = await shopWith();
    const response = await shop.get("/apps/hither/tracking");
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("cannot be shown just now");
  });
});
