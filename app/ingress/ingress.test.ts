import { createHmac, randomBytes } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { NewMessage } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { groupCommit, type Commit } from "./group-commit.ts";
import { createIngress } from "./ingress.ts";

const SECRET = "current-secret";
const PREVIOUS = "previous-secret";
const SHOP = "hearth-and-wool.myshopify.com" as ShopId;
const TOKEN = "t0ken-t0ken-t0ken-t0ken";
const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };

let server: http.Server | undefined;
afterEach(() => { server?.closeAllConnections(); server?.close(); });

const start = async (commit: Commit = async () => {}): Promise<{ url: string; kept: NewMessage[] }> => {
  const kept: NewMessage[] = [];
  const handle = createIngress({
    commit: groupCommit(async (messages) => { await commit(messages); kept.push(...messages); }), shopifySecrets: [SECRET, PREVIOUS], clock: () => 1_800_000_000_000 as Instant, log: silent,
    pushOf: (source) => (source !== "easypost" ? null : { verify: ({ bytes, headers }, { webhookSecret }) => headers["x-hmac-signature"] === `hmac-sha256-hex=${createHmac("sha256", webhookSecret ?? "").update(bytes).digest("hex")}`, deliveryId: (body) => (body.includes("evt_1") ? "evt_1" : null) }),
    feedOf: async (_feed, token) => (token === TOKEN ? { shop: SHOP, credentials: { webhookSecret: "feed-secret" } } : null),
    warehouse: {
      ownerOf: async (keyId) => (keyId === "hk_1" ? { shop: SHOP, secret: "warehouse-secret" } : null),
      isSigned: (headers, bytes, secret) => headers["webhook-signature"] === sign(Buffer.from(bytes), secret),
      read: (shop, body) => body === "[]"
        ? { outcome: "malformed", because: "Not events." }
        : { outcome: "read", messages: body.includes("good") ? [{ shop, source: "warehouse", topic: "packed", deliveryId: "event/1", eventId: null, triggeredAt: null, receivedAt: 0 as Instant, body }] : [], rejected: [{ index: 1, id: null, because: "type: unknown" }] },
    },
  });
  server = http.createServer((request, response) => { if (!handle(request, response)) response.writeHead(418).end(); });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, kept };
};

const sign = (body: string | Buffer, secret = SECRET) => createHmac("sha256", secret).update(body).digest("base64");
const headersFor = (body: string | Buffer, more: Record<string, string> = {}) => ({ "x-shopify-hmac-sha256": sign(body), "x-shopify-topic": "orders/create", "x-shopify-shop-domain": SHOP, "x-shopify-webhook-id": "w-1", "x-shopify-event-id": "e-1", ...more });
const post = (url: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string>) => fetch(`${url}/webhooks/shopify`, { method: "POST", body, headers });
const BODY = '{"id":820982911946154508,"note":"Grüße"}';

describe("the webhook door", () => {
  it("keeps a genuine delivery byte for byte and answers 200", async () => {
    const { url, kept } = await start();
    expect((await post(url, BODY, headersFor(BODY))).status).toBe(200);
    expect(kept).toMatchObject([{ shop: SHOP, source: "shopify", topic: "orders/create", deliveryId: "w-1", eventId: "e-1", body: BODY }]);
  });

  it("accepts Shopify's newer header names and the secret from before a rotation", async () => {
    const { url } = await start();
    const newer = { "shopify-hmac-sha256": sign(BODY, PREVIOUS), "shopify-topic": "orders/create", "shopify-shop-domain": SHOP, "shopify-webhook-id": "w-2" };
    expect((await post(url, BODY, newer)).status).toBe(200);
  });

  it("answers 401 to a missing signature and to each of 32 altered bytes, and keeps nothing", async () => {
    const { url, kept } = await start();
    const { "x-shopify-hmac-sha256": _gone, ...unsigned } = headersFor(BODY);
    expect((await post(url, BODY, unsigned)).status).toBe(401);
    const digest = Buffer.from(sign(BODY), "base64");
    for (let index = 0; index < digest.length; index += 1) {
      const forged = Buffer.from(digest);
      forged[index] = (forged[index] ?? 0) ^ 1;
      expect((await post(url, BODY, headersFor(BODY, { "x-shopify-hmac-sha256": forged.toString("base64") }))).status).toBe(401);
    }
    expect((await post(url, `${BODY} `, headersFor(BODY))).status).toBe(401);
    expect(kept).toEqual([]);
  });

  it("answers 400 in plain words when the shop, topic or id is missing or malformed", async () => {
    const { url, kept } = await start();
    for (const name of ["x-shopify-topic", "x-shopify-shop-domain", "x-shopify-webhook-id"]) {
      const answer = await post(url, BODY, { ...headersFor(BODY), [name]: "" });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/header is missing/);
    }
    expect((await post(url, BODY, headersFor(BODY, { "x-shopify-shop-domain": "evil.example.com" }))).status).toBe(400);
    expect(kept).toEqual([]);
  });

  it("keeps truncated JSON and unknown topics too: what they mean is decided later", async () => {
    const { url, kept } = await start();
    const broken = '{"id":82098';
    expect((await post(url, broken, headersFor(broken, { "x-shopify-topic": "mystery/topic" }))).status).toBe(200);
    expect(kept[0]?.body).toBe(broken);
  });

  it("answers 400 to bytes that are not text, signed or not, and keeps nothing", async () => {
    const { url, kept } = await start();
    for (const bytes of [Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from("{\0}")]) {
      const answer = await post(url, bytes, headersFor(bytes));
      expect([answer.status, await answer.text()]).toEqual([400, "The body is not UTF-8 text, as JSON must be."]);
    }
    expect(kept).toEqual([]);
  });

  it("cuts off a body over five megabytes, announced or not", async () => {
    const { url, kept } = await start();
    const large = randomBytes(6 * 1024 * 1024);
    const announced = await post(url, large, headersFor(large)).then((answer) => answer.status, () => 413);
    expect(announced).toBe(413);
    const status = await new Promise<number | "cut">((resolve) => {
      const request = http.request(`${url}/webhooks/shopify`, { method: "POST", headers: { ...headersFor(large), "transfer-encoding": "chunked" } }, (response) => resolve(response.statusCode ?? 0));
      request.on("error", () => resolve("cut"));
      request.end(large);
    });
    expect([413, "cut"]).toContain(status);
    expect(kept).toEqual([]);
  });

  it("answers 503 when the message could not be made durable", async () => {
    const { url } = await start(() => Promise.reject(new Error("database down")));
    expect((await post(url, BODY, headersFor(BODY))).status).toBe(503);
  });

  it("answers 503 within a second when the database does not answer at all", async () => {
    const { url } = await start(() => new Promise(() => {}));
    const began = performance.now();
    const answers = await Promise.all([1, 2, 3].map((n) => post(url, BODY, headersFor(BODY, { "x-shopify-webhook-id": `w-${n}` }))));
    expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503]);
    expect(performance.now() - began).toBeLessThan(2_500); // two stuck commits one after the other at worst, on a busy machine
  });

  it("knows carrier feeds by their token and checks their signature", async () => {
    const { url, kept } = await start();
    const body = '{"id":"evt_1"}';
    const send = (token: string, secret: string) => fetch(`${url}/webhooks/easypost/${token}`, { method: "POST", body, headers: { "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret).update(body).digest("hex")}` } });
    expect((await send("wrong-token-wrong-token", "feed-secret")).status).toBe(404);
    expect((await send(TOKEN, "wrong")).status).toBe(401);
    expect((await send(TOKEN, "feed-secret")).status).toBe(200);
    expect(kept).toMatchObject([{ shop: SHOP, source: "easypost", deliveryId: "evt_1" }]);
  });

  it("knows no address for a feed that never pushes, nor for one nobody has written", async () => {
    const { url } = await start();
    for (const word of ["usps", "nobody", "__proto__", "constructor"]) expect((await fetch(`${url}/webhooks/${word}/${TOKEN}`, { method: "POST", body: "{}" })).status).toBe(404);
  });

  it("keeps a warehouse's signed events, names those it cannot read, and refuses strangers", async () => {
    const { url, kept } = await start();
    const send = (body: string, headers: Record<string, string>) => fetch(`${url}/api/v1/events`, { method: "POST", body, headers });
    const good = "good events";
    const stored = await send(good, { "hither-key": "hk_1", "webhook-signature": sign(good, "warehouse-secret") });
    expect([stored.status, await stored.json()]).toEqual([202, { accepted: 1, rejected: [{ index: 1, id: null, because: "type: unknown" }] }]);
    expect(kept).toMatchObject([{ source: "warehouse", deliveryId: "event/1" }]);
    expect((await send(good, { "hither-key": "hk_1", "webhook-signature": sign("other", "warehouse-secret") })).status).toBe(401);
    expect((await send(good, { "hither-key": "hk_2", "webhook-signature": sign(good, "warehouse-secret") })).status).toBe(401);
    expect((await send("[]", { "hither-key": "hk_1", "webhook-signature": sign("[]", "warehouse-secret") })).status).toBe(400);
    expect((await send("bad", { "hither-key": "hk_1", "webhook-signature": sign("bad", "warehouse-secret") })).status).toBe(400);
    expect((await send("x".repeat(1024 * 1024 + 1), { "hither-key": "hk_1" })).status).toBe(413);
    expect(kept).toHaveLength(1);
  });

  it("leaves every other address to the web framework and refuses other methods on its own", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/app`)).status).toBe(418);
    expect((await fetch(`${url}/webhooks/shopify`)).status).toBe(405);
    expect((await fetch(`${url}/webhooks/other`, { method: "POST" })).status).toBe(404);
  });
});
