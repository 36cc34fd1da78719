import { Session } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { freshSessions } from "./fresh-sessions.ts";
import { createTokens, offlineSessionId, type WithShopLock } from "./tokens.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const NOW = 1_800_000_000_000 as Instant;
const MINUTE = 60_000;
const ID = offlineSessionId(SHOP);

const session = (minutesLeft: number | null, { accessToken = "old", refreshToken = "refresh-1", refreshDays = 90 }: { accessToken?: string; refreshToken?: string | null; refreshDays?: number } = {}): Session =>
  new Session({
    id: ID, shop: SHOP, state: "", isOnline: false, scope: "read_orders", accessToken,
    ...(minutesLeft === null ? {} : { expires: new Date(NOW + minutesLeft * MINUTE) }),
    ...(refreshToken === null ? {} : { refreshToken, refreshTokenExpires: new Date(NOW + refreshDays * 24 * 60 * MINUTE) }),
  });

/** A lock as processes share it: one holder at a time, in order. */
const createLock = (): WithShopLock => {
  let last: Promise<unknown> = Promise.resolve();
  return (_shop, work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};

/** Shopify's token endpoint: each renewal has a number; the previous refresh token works until its replacement is used. */
const shopify = (lost: ReadonlySet<number> = new Set()) => {
  const asked: string[] = [];
  const accepted = new Set(["refresh-1"]);
  const endpoint: typeof fetch = async (input, init) => {
    expect(String(input)).toBe(`https://${SHOP}/admin/oauth/access_token`);
    const body = JSON.parse(String(init?.body)) as Record<string, string>;
    expect(body).toMatchObject({ grant_type: "refresh_token", client_id: "key", client_secret: "secret" });
    asked.push(body["refresh_token"] ?? "");
    const call = asked.length;
    await Promise.resolve();
    if (!accepted.has(body["refresh_token"] ?? "")) return Response.json({ error: "invalid_grant" }, { status: 400 });
    const replacement = `refresh-${call + 1}`;
    accepted.add(replacement);
    if (lost.has(call)) throw new TypeError("fetch failed");
    return Response.json({ access_token: `new-${call}`, scope: "read_orders,read_fulfillments", expires_in: 3600, refresh_token: replacement, refresh_token_expires_in: 7_776_000 });
  };
  return { endpoint, asked };
};

const stage = (first: Session | undefined, { endpoint, asked }: { endpoint: typeof fetch; asked: string[] } = shopify()) => {
  const rows = new Map<string, Session>(first ? [[first.id, first]] : []);
  const writes: Session[] = [];
  const sessions = {
    loadSession: async (id: string) => rows.get(id),
    storeSession: async (one: Session) => {
      writes.push(one);
      rows.set(one.id, one);
      return true;
    },
    deleteSession: async (id: string) => rows.delete(id),
    deleteSessions: async (ids: string[]) => ids.every((id) => rows.delete(id)),
    findSessionsByShop: async () => [...rows.values()],
  };
  const withShopLock = createLock();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const tokens = createTokens({ sessions, withShopLock, apiKey: "key", apiSecret: "secret", fetch: endpoint, clock: () => NOW, log: { for: () => silent } });
  return { tokens, sessions, withShopLock, writes, asked, rows };
};

describe("a shop's token", () => {
  it("is used as it is while it lasts longer than five minutes", async () => {
    const { tokens, asked } = stage(session(6));
    expect(await tokens.of(SHOP)).toEqual({ outcome: "token", accessToken: "old" });
    expect(asked).toEqual([]);
  });

  it("is renewed five minutes before its end, and the whole pair is stored in one write", async () => {
    const { tokens, writes } = stage(session(5));
    expect(await tokens.of(SHOP)).toEqual({ outcome: "token", accessToken: "new-1" });
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatchObject({ id: ID, accessToken: "new-1", refreshToken: "refresh-2", scope: "read_orders,read_fulfillments" });
    expect(writes[0]?.expires?.getTime()).toBe(NOW + 3_600_000);
    expect(writes[0]?.refreshTokenExpires?.getTime()).toBe(NOW + 90 * 24 * 60 * MINUTE);
  });

  it("is renewed once, however many ask at the same time", async () => {
    const { tokens, asked } = stage(session(-1));
    const answers = await Promise.all(Array.from({ length: 20 }, () => tokens.of(SHOP)));
    expect(new Set(answers.map((one) => (one.outcome === "token" ? one.accessToken : one.outcome)))).toEqual(new Set(["new-1"]));
    expect(asked).toEqual(["refresh-1"]);
  });

  it("is renewed once when several were refused with the same token", async () => {
    const { tokens, asked } = stage(session(50));
    const answers = await Promise.all([tokens.of(SHOP, "old"), tokens.of(SHOP, "old"), tokens.of(SHOP, "an older one")]);
    expect(answers.slice(0, 2)).toEqual([{ outcome: "token", accessToken: "new-1" }, { outcome: "token", accessToken: "new-1" }]);
    expect(asked).toHaveLength(1);
  });

  it("survives a lost answer: the old refresh token is asked with again", async () => {
    const { tokens, asked, rows } = stage(session(-1), shopify(new Set([1])));
    expect(await tokens.of(SHOP)).toEqual({ outcome: "token", accessToken: "new-2" });
    expect(asked).toEqual(["refresh-1", "refresh-1"]);
    expect(rows.get(ID)?.refreshToken).toBe("refresh-3");
  });

  it("is used to its end while Shopify does not renew it, and then the work waits", async () => {
    const down = { endpoint: (async () => new Response("", { status: 503 })) as typeof fetch, asked: [] };
    expect(await stage(session(3), down).tokens.of(SHOP)).toEqual({ outcome: "token", accessToken: "old" });
    expect(await stage(session(-1), down).tokens.of(SHOP)).toMatchObject({ outcome: "unavailable", retryAt: NOW + 30_000 });
    expect((await stage(session(3), down).tokens.of(SHOP, "old")).outcome).toBe("unavailable");
  });

  it("is gone when the app is not installed, the renewal is refused or the 90 days have passed", async () => {
    const refused = { endpoint: (async () => Response.json({ error: "invalid_grant" }, { status: 400 })) as typeof fetch, asked: [] };
    expect((await stage(undefined).tokens.of(SHOP)).outcome).toBe("unauthorised");
    expect((await stage(session(-1), refused).tokens.of(SHOP)).outcome).toBe("unauthorised");
    expect((await stage(session(-1, { refreshDays: -1 })).tokens.of(SHOP)).outcome).toBe("unauthorised");
    expect((await stage(session(null, { refreshToken: null })).tokens.of(SHOP, "old")).outcome).toBe("unauthorised");
  });
});

describe("the sessions Shopify's library sees", () => {
  it("are renewed before it looks at them", async () => {
    const { sessions, tokens, withShopLock, asked } = stage(session(2));
    const seen = await freshSessions(sessions, { tokens, withShopLock }).loadSession(ID);
    expect(seen?.accessToken).toBe("new-1");
    expect(asked).toHaveLength(1);
  });

  it("keep the pair of a token exchange that ends while a renewal is under way", async () => {
    const { sessions, tokens, withShopLock, rows } = stage(session(-1));
    const fresh = freshSessions(sessions, { tokens, withShopLock });
    const renewal = tokens.of(SHOP);
    await Promise.resolve();
    await Promise.all([renewal, fresh.storeSession(session(60, { accessToken: "exchanged", refreshToken: "refresh-x" }))]);
    expect(rows.get(ID)).toMatchObject({ accessToken: "exchanged", refreshToken: "refresh-x" });
  });

  it("of a user or of no shop are passed through untouched", async () => {
    const { sessions, tokens, withShopLock, asked } = stage(session(-1));
    const fresh = freshSessions(sessions, { tokens, withShopLock });
    expect(await fresh.loadSession("offline_evil.example")).toBeUndefined();
    expect(await fresh.loadSession(`${SHOP}_42`)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
