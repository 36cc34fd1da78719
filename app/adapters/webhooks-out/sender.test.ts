import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { PostReply, PostRequest } from "./pinned-post.ts";
import { createWebhookSender } from "./sender.ts";
import { newWebhookSecret, signedHeaders } from "./signature.ts";

const NOW = Date.now() as Instant; // the reference library compares with the machine's own clock
const body = JSON.stringify({ type: "case.opened", data: { id: "c1", note: "Grüße 📦" } });

const stage = (reply: PostReply, addresses: readonly string[] = ["93.184.215.14"]) => {
  const posted: PostRequest[] = [];
  const send = createWebhookSender({
    resolve: async () => addresses,
    post: async (request) => {
      posted.push(request);
      return reply;
    },
  });
  const secret = newWebhookSecret();
  const deliver = (change: { url?: string; secrets?: readonly string[] } = {}) => send({ shop: "hearth.myshopify.com" as ShopId, url: "https://hooks.example.com/hither", secrets: [secret], id: "msg_1", body, now: NOW, ...change });
  return { posted, secret, deliver };
};
const replied = (status: number, retryAfter: string | null = null): PostReply => ({ kind: "replied", status, retryAfter });

describe("a message to a merchant's endpoint", () => {
  it("carries a signature that the reference library of Standard Webhooks accepts", async () => {
    const { posted, secret, deliver } = stage(replied(204));
    expect(await deliver()).toEqual({ outcome: "sent", detail: "204", status: 204 });
    const [request] = posted;
    expect(new Webhook(secret).verify(request?.body ?? "", { ...request?.headers })).toEqual(JSON.parse(body));
    expect(request?.headers["webhook-id"]).toBe("msg_1");
    expect(request?.addresses).toEqual(["93.184.215.14"]);
    expect(request?.timeoutMs).toBe(15_000);
    expect(() => new Webhook(newWebhookSecret()).verify(request?.body ?? "", { ...request?.headers })).toThrow("No matching signature found");
    expect(() => new Webhook(secret).verify(`${request?.body} `, { ...request?.headers })).toThrow("No matching signature found");
  });

  it("carries both signatures while a secret is changed over, and either is enough", async () => {
    const { posted, secret, deliver } = stage(replied(204));
    const former = newWebhookSecret();
    await deliver({ secrets: [secret, former] });
    const [request] = posted;
    for (const known of [secret, former]) expect(new Webhook(known).verify(request?.body ?? "", { ...request?.headers })).toEqual(JSON.parse(body));
  });

  it.each([
    [replied(200), { outcome: "sent" }],
    [replied(410), { outcome: "refused" }],
    [replied(301), { outcome: "unavailable", retryAt: null }],
    [replied(308), { outcome: "unavailable", retryAt: null }],
    [replied(400), { outcome: "unavailable", retryAt: null }],
    [replied(500, "60"), { outcome: "unavailable", retryAt: null }],
    [replied(429, "60"), { outcome: "unavailable", retryAt: NOW + 60_000 }],
    [replied(502, "60"), { outcome: "unavailable", retryAt: NOW + 60_000 }],
    [replied(503, "999999999"), { outcome: "unavailable", retryAt: NOW + 86_400_000 }],
    [replied(504, new Date(NOW + 120_000).toUTCString()), { outcome: "unavailable", retryAt: Math.floor((NOW + 120_000) / 1000) * 1000 }],
    [replied(503, "soon"), { outcome: "unavailable", retryAt: null }],
    [replied(503, new Date(NOW - 120_000).toUTCString()), { outcome: "unavailable", retryAt: null }],
    [{ kind: "failed", because: "ECONNRESET" } as const, { outcome: "unavailable", because: "The endpoint cannot be reached: ECONNRESET." }],
  ])("that is answered with %j is told as %j", async (reply, expected) => {
    expect(await stage(reply).deliver()).toMatchObject(expected);
  });

  it("is not sent into a private network, without https, or without a secret", async () => {
    const inside = stage(replied(200), ["93.184.215.14", "10.0.0.1"]);
    expect(await inside.deliver()).toMatchObject({ outcome: "refused" });
    const { deliver, posted } = stage(replied(200));
    expect(await deliver({ url: "http://hooks.example.com" })).toMatchObject({ outcome: "refused" });
    for (const secret of ["", "whsec_", "whsec_c2hvcnQ=", "not a secret", `whsec_${"*".repeat(44)}`]) expect(await deliver({ secrets: [secret] }), secret).toMatchObject({ outcome: "refused" });
    expect([...inside.posted, ...posted]).toEqual([]);
  });
});

describe("a signing secret", () => {
  it("is new every time and long enough for the specification", () => {
    const secrets = Array.from({ length: 50 }, newWebhookSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
      expect(Buffer.from(secret.slice("whsec_".length), "base64")).toHaveLength(32);
      expect(signedHeaders({ id: "m", body: "{}", secrets: [secret], now: NOW })).not.toBeNull();
    }
  });
});
