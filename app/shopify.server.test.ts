import { createHmac, randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { createShopify } from "./shopify.server.ts";
import type { ShopId } from "./domain/shared/ids.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const env = { SHOPIFY_API_KEY: "key", SHOPIFY_API_SECRET: "secret", SHOPIFY_APP_URL: "https://hither.example.com" };

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
/** A session token as App Bridge makes it: HS256 with the client secret, one minute long. */
const sessionToken = (secret = env.SHOPIFY_API_SECRET): string => {
  const now = Math.floor(Date.now() / 1000);
  const unsigned = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: env.SHOPIFY_API_KEY, sub: "42", exp: now + 60, nbf: now - 1, iat: now - 1, jti: randomUUID(), sid: "s" })}`;
  return `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`;
};
const request = (token: string): Request => new Request(`https://hither.example.com/app?shop=${SHOP}&host=${Buffer.from("admin.shopify.com/store/hearth").toString("base64")}`, { headers: { authorization: `Bearer ${token}` } });

const sessions = new Map<string, Session>();
const storage = {
  loadSession: async (id: string) => sessions.get(id),
  storeSession: async (session: Session) => Boolean(sessions.set(session.id, session)),
  deleteSession: async (id: string) => sessions.delete(id),
  deleteSessions: async () => true,
  findSessionsByShop: async () => [...sessions.values()],
};
const exchanges: Record<string, unknown>[] = [];
const installed: [ShopId, readonly string[]][] = [];
const shopify = createShopify({ env, sessionStorage: storage, onInstalled: async (shop, scopes) => void installed.push([shop, scopes]) });

beforeEach(() => {
  sessions.clear();
  exchanges.length = 0;
  installed.length = 0;
  setAbstractFetchFunc(async (_url: unknown, init: { body?: unknown } = {}) => {
    exchanges.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    return Response.json({ access_token: "t1", scope: "read_orders,read_fulfillments", expires_in: 3600, refresh_token: "r1", refresh_token_expires_in: 7_776_000 });
  });
});

describe("opening the app", () => {
  it("for the first time exchanges the session token for an expiring offline token and reports the installation", async () => {
    const { session } = await shopify.authenticate.admin(request(sessionToken()));
    expect(session.shop).toBe(SHOP);
    expect(exchanges).toMatchObject([{ grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", expiring: "1" }]);
    expect(sessions.get(`offline_${SHOP}`)).toMatchObject({ accessToken: "t1", refreshToken: "r1", isOnline: false });
    expect(installed).toEqual([[SHOP, ["read_orders", "read_fulfillments"]]]);
  });

  it("again, while the token lasts, asks Shopify for nothing", async () => {
    await shopify.authenticate.admin(request(sessionToken()));
    await shopify.authenticate.admin(request(sessionToken()));
    expect(exchanges).toHaveLength(1);
    expect(installed).toHaveLength(1);
  });

  it("with a token somebody else signed is turned away", async () => {
    const answer = await shopify.authenticate.admin(request(sessionToken("forged"))).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBe(401);
    expect(exchanges).toEqual([]);
    expect(installed).toEqual([]);
  });
});
