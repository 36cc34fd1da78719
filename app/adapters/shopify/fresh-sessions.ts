import type { Session } from "@shopify/shopify-api";
import { shopOfOfflineSession, type SessionStore, type Tokens, type WithShopLock } from "./tokens.ts";

type Wrapped = SessionStore & { deleteSession(id: string): Promise<boolean>; deleteSessions(ids: string[]): Promise<boolean>; findSessionsByShop(shop: string): Promise<Session[]> };

/**
 * Session storage for Shopify's library that hands out offline sessions already renewed. The library renews without a lock
 * (shopify-app-remix 6.0.1); seeing only fresh sessions it never does, and what it stores after a token exchange waits for
 * a renewal under way, so that the newest pair is the one that stays.
 */
export const freshSessions = (storage: Wrapped, { tokens, withShopLock }: { readonly tokens: Tokens; readonly withShopLock: WithShopLock }): Wrapped => ({
  loadSession: async (id) => {
    const shop = shopOfOfflineSession(id);
    const session = await storage.loadSession(id);
    if (shop === null || session === undefined) return session;
    await tokens.of(shop); // whatever comes of it: an expired session makes the library exchange the session token
    return storage.loadSession(id);
  },
  storeSession: (session) => {
    const shop = shopOfOfflineSession(session.id);
    return shop === null ? storage.storeSession(session) : withShopLock(shop, () => storage.storeSession(session));
  },
  deleteSession: (id) => storage.deleteSession(id),
  deleteSessions: (ids) => storage.deleteSessions(ids),
  findSessionsByShop: (shop) => storage.findSessionsByShop(shop),
});
