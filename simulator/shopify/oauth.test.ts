import { createHmac } from "node:crypto";
import "@shopify/shopify-app-remix/adapters/node";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { ApiVersion, type Session } from "@shopify/shopify-api";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { describe, expect, it } from "vitest";
import { accessToken, CLIENT_SECRET, order, SHOP_HOST, type TestWorld, worldForTests } from "../world/world-for-tests.ts";
import { handleShopifyHost } from "./hosts.ts";
import { mintAdminToken, mintExtensionToken, verifySessionToken } from "./session-token.ts";

type TokenAnswer = { status: number; body: Record<string, string | number> };
const HOUR = 3_600_000;

function ask(world: TestWorld, given: Record<string, string>): TokenAnswer {
  const answer = handleShopifyHost(world, {
    host: SHOP_HOST, method: "POST", url: "/admin/oauth/access_token", headers: { "content-type": "application/json" }, body: JSON.stringify({ client_id: "app-key", client_secret: CLIENT_SECRET, ...given }),
  });
  return { status: answer.status, body: JSON.parse(String(answer.body)) as TokenAnswer["body"] };
}
const exchange = (world: TestWorld, wishes: Record<string, string> = {}): TokenAnswer =>
  ask(world, {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: mintAdminToken(world.issuer), subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token", expiring: "1", ...wishes,
  });
const refresh = (world: TestWorld, token: unknown): TokenAnswer => ask(world, { grant_type: "refresh_token", refresh_token: String(token) });
const shopName = (world: TestWorld, token: unknown): number =>
  handleShopifyHost(world, { host: SHOP_HOST, method: "POST", url: "/admin/api/2026-10/graphql.json", headers: { "x-shopify-access-token": String(token) }, body: JSON.stringify({ query: "{ shop { name } }" }) }).status;

describe("the token endpoint", () => {
  it("exchanges a session token for an hour's access and ninety days of renewal", () => {
    const world = worldForTests();
    const { status, body } = exchange(world);
    expect(status).toBe(200);
    expect(body).toMatchObject({ scope: world.config.scopes.join(","), expires_in: 3_600, refresh_token_expires_in: 90 * 86_400 });
    expect(shopName(world, body["access_token"])).toBe(200);
  });

  it("refuses a forged, an expired and a foreign session token, and one for a shop without the app", async () => {
    const world = worldForTests();
    const old = mintAdminToken(world.issuer);
    await world.clock.advance(61_000);
    const refused: [string, TokenAnswer][] = [
      ["forged", exchange(world, { subject_token: `${old.slice(0, -4)}AAAA` })],
      ["expired", exchange(world, { subject_token: old })],
      ["foreign", exchange(world, { subject_token: mintAdminToken({ ...world.issuer, clientId: "another-app" }) })],
      ["nonsense", exchange(world, { subject_token: "x.y" })],
    ];
    world.uninstall();
    refused.push(["uninstalled", exchange(world)]);
    for (const [name, { status, body }] of refused) expect([name, status, body["error"]]).toEqual([name, 400, "invalid_subject_token"]);
  });

  it("refuses unknown apps, wrong secrets, unknown grants and tokens that never expire", () => {
    const world = worldForTests();
    expect(exchange(world, { client_id: "nobody" })).toMatchObject({ status: 400, body: { error: "application_cannot_be_found" } });
    expect(exchange(world, { client_secret: "guess" })).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(ask(world, { grant_type: "password" })).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
    expect(exchange(world, { expiring: "0" })).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });

  it("gives online tokens with the staff member they belong to", () => {
    const { body } = exchange(worldForTests(), { requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token" });
    expect(body).toMatchObject({ expires_in: 86_399, associated_user: { email: "ada@hearth-and-wool.example" } });
    expect(body).not.toHaveProperty("refresh_token");
  });

  it("lets a lost renewal be asked for again, until its replacement was used", () => {
    const world = worldForTests();
    const first = exchange(world).body["refresh_token"];
    const second = refresh(world, first);
    const again = refresh(world, first);
    expect([second.status, again.status]).toEqual([200, 200]);
    expect(refresh(world, again.body["refresh_token"]).status).toBe(200);
    expect(refresh(world, first)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("ends access after an hour, renewal after ninety days, and both with the installation", async () => {
    const world = worldForTests();
    const { body } = exchange(world);
    await world.clock.advance(HOUR + 1);
    expect(shopName(world, body["access_token"])).toBe(401);
    const renewed = refresh(world, body["refresh_token"]).body;
    expect(shopName(world, renewed["access_token"])).toBe(200);
    world.uninstall();
    expect(shopName(world, renewed["access_token"])).toBe(401);
    world.install();
    expect(refresh(world, renewed["refresh_token"]).status).toBe(400);
    const last = exchange(world).body["refresh_token"];
    await world.clock.advance(91 * 24 * HOUR);
    expect(refresh(world, last).status).toBe(400);
  });
});

describe("session tokens", () => {
  it("are what Shopify documents: HS256 under the client secret, for one minute", () => {
    const world = worldForTests();
    const [head, payload, signature] = mintAdminToken(world.issuer, "42").split(".");
    expect(signature).toBe(createHmac("sha256", CLIENT_SECRET).update(`${head}.${payload}`).digest("base64url"));
    const claims = JSON.parse(Buffer.from(payload ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
    const now = Date.parse("2026-11-20T15:00:00Z") / 1000;
    expect(claims).toMatchObject({ iss: `https://${SHOP_HOST}/admin`, dest: `https://${SHOP_HOST}`, aud: "app-key", sub: "42", iat: now, nbf: now, exp: now + 60 });
  });

  it("of an extension name the bare shop, and the shopper only when signed in", () => {
    const { issuer } = worldForTests();
    const guest = verifySessionToken(issuer, mintExtensionToken(issuer));
    const known = verifySessionToken(issuer, mintExtensionToken(issuer, "77"));
    expect(guest).toMatchObject({ outcome: "good", claims: { dest: SHOP_HOST } });
    expect(guest).not.toHaveProperty("claims.sub");
    expect(known).toMatchObject({ outcome: "good", claims: { sub: "gid://shopify/Customer/77" } });
  });

  it("last a real minute also while simulated time runs fast", () => {
    const world = worldForTests({ speed: 60 });
    const verdict = verifySessionToken(world.issuer, mintAdminToken(world.issuer));
    if (verdict.outcome === "bad") throw new Error(verdict.reason);
    expect(verdict.claims.exp - verdict.claims.iat).toBe(3_600);
    world.stop();
  });
});

describe("Shopify's own library against the stand-in", () => {
  it("exchanges, queries, accepts our webhooks and renews", async () => {
    // The library reads the machine's clock, so this world lives in real time.
    const world = worldForTests({ start: new Date(), speed: 1, realNow: Date.now });
    setAbstractFetchFunc(async (url, init) => {
      const to = new URL(String(url));
      const answer = handleShopifyHost(world, { host: to.hostname, method: init?.method ?? "GET", url: to.pathname, headers: Object.fromEntries(new Headers(init?.headers).entries()), body: String(init?.body ?? "") });
      return new Response(answer.body as string, { status: answer.status, headers: answer.headers });
    });
    const sessions = new Map<string, Session>();
    const app = shopifyApp({
      apiKey: "app-key", apiSecretKey: CLIENT_SECRET, appUrl: "https://app.example", apiVersion: ApiVersion.October26, distribution: AppDistribution.AppStore, isEmbeddedApp: true,
      future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true }, logger: { level: 0 },
      sessionStorage: {
        storeSession: (session) => Promise.resolve(sessions.set(session.id, session).size > 0),
        loadSession: (id) => Promise.resolve(sessions.get(id)),
        deleteSession: (id) => Promise.resolve(sessions.delete(id)),
        deleteSessions: (ids) => Promise.resolve(ids.map((id) => sessions.delete(id)).length > 0),
        findSessionsByShop: (shop) => Promise.resolve([...sessions.values()].filter((session) => session.shop === shop)),
      },
    });
    const { admin, session } = await app.authenticate.admin(new Request("https://app.example/app", { headers: { authorization: `Bearer ${mintAdminToken(world.issuer)}` } }));
    const answer = (await (await admin.graphql("{ shop { name } }")).json()) as { data: { shop: { name: string } } };
    expect(answer.data.shop.name).toBe("Hearth & Wool");

    order(world);
    await world.settled();
    const { url, headers, body } = world.received[0] ?? { url: "", headers: {}, body: "" };
    const webhook = await app.authenticate.webhook(new Request(url, { method: "POST", headers, body }));
    expect(webhook).toMatchObject({ topic: "ORDERS_CREATE", shop: SHOP_HOST, webhookId: headers["X-Shopify-Webhook-Id"] });

    session.expires = new Date(Date.now() - 1_000);
    sessions.set(session.id, session);
    await app.unauthenticated.admin(SHOP_HOST);
    expect(sessions.get(session.id)?.accessToken).not.toBe(session.accessToken);
    world.stop();
  });
});

describe("access tokens on the wire", () => {
  it("are asked for in Shopify's words", () => {
    const world = worldForTests();
    expect(accessToken(world)).toMatch(/^shpat_[0-9a-f]{32}$/);
    const answer = handleShopifyHost(world, { host: SHOP_HOST, method: "POST", url: "/admin/api/2026-10/graphql.json", headers: {}, body: "{}" });
    expect([answer.status, JSON.parse(String(answer.body))]).toEqual([401, { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }]);
  });
});
