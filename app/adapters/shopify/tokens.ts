import { Session } from "@shopify/shopify-api";
import { shopId, type ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import type { AdminFailure, Clock, Log } from "#app/application/ports.ts";

/** Shopify's session storage, as far as it is used here. */
export type SessionStore = { loadSession(id: string): Promise<Session | undefined>; storeSession(session: Session): Promise<boolean> };
/** Runs `work` while no other process holds the same shop's lock. Not reentrant. */
export type WithShopLock = <T>(shop: ShopId, work: () => Promise<T>) => Promise<T>;

/** A token to use now, or why there is none. */
export type AccessToken = { readonly outcome: "token"; readonly accessToken: string } | Extract<AdminFailure, { outcome: "unavailable" | "unauthorised" }>;

/** Hands out access tokens. */
export interface Tokens {
  /** The shop's offline token, renewed when it expires within five minutes. `rejected`: the token Shopify just refused; it is not handed out again. */
  of(shop: ShopId, rejected?: string): Promise<AccessToken>;
}

/** What renewing a token takes. */
export type TokenDependencies = {
  readonly sessions: SessionStore; readonly withShopLock: WithShopLock;
  readonly apiKey: string; readonly apiSecret: string; readonly fetch: typeof fetch; readonly clock: Clock; readonly log: Log;
};

/** As Shopify's own library: a token this close to its end is renewed (shopify-app-remix 6.0.1). */
const RENEW_BEFORE = minutes(5);
const TIMEOUT_MS = 10_000;
const TRIES = 2; // the old refresh token works until its replacement is used (since 2026-08-28), so a lost answer is asked for again

/** The id under which Shopify's library stores a shop's offline session (shopify-api 15). */
export const offlineSessionId = (shop: ShopId): string => `offline_${shop}`;

/** The shop an id of Shopify's session storage belongs to, when it is an offline session's. */
export const shopOfOfflineSession = (id: string): ShopId | null => (id.startsWith("offline_") ? shopId(id.slice("offline_".length)) : null);

const expiresBefore = (session: Session, at: Instant): boolean => session.expires !== undefined && session.expires.getTime() <= at;

const unauthorised = (because: string): AccessToken => ({ outcome: "unauthorised", because });

type Renewed = { readonly access_token: string; readonly scope?: string; readonly expires_in?: number; readonly refresh_token?: string; readonly refresh_token_expires_in?: number };
type Renewal = { readonly outcome: "renewed"; readonly session: Session } | Extract<AdminFailure, { outcome: "unavailable" | "unauthorised" }>;

const isRenewed = (value: unknown): value is Renewed => typeof value === "object" && value !== null && typeof (value as Renewed).access_token === "string";

/** Offline tokens of all shops, one renewal at a time per shop, whichever process asks. */
export const createTokens = ({ sessions, withShopLock, apiKey, apiSecret, fetch, clock, log }: TokenDependencies): Tokens => {
  const unavailable = (because: string): Extract<AdminFailure, { outcome: "unavailable" }> => ({ outcome: "unavailable", because, retryAt: plus(clock(), seconds(30)) });

  const ask = async (shop: ShopId, refreshToken: string): Promise<Response | null> => {
    const body = JSON.stringify({ client_id: apiKey, client_secret: apiSecret, grant_type: "refresh_token", refresh_token: refreshToken });
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await fetch(`https://${shop}/admin/oauth/access_token`, {
        method: "POST", body, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS), headers: { "content-type": "application/json", accept: "application/json" },
      }).catch(() => null);
      if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
      log.for(shop).warn("token.renewal_unanswered", { attempt, status: answer?.status ?? null });
    }
    return null;
  };

  const renew = async (shop: ShopId, session: Session): Promise<Renewal> => {
    const asked = clock();
    if (session.refreshToken === undefined) return { outcome: "unauthorised", because: "Shopify no longer accepts the shop's token, and it cannot be renewed: the app has to be opened once." };
    if (session.refreshTokenExpires !== undefined && session.refreshTokenExpires.getTime() <= asked) return { outcome: "unauthorised", because: "The shop's token could be renewed for 90 days, which have passed: the app has to be opened once." };
    const answer = await ask(shop, session.refreshToken);
    if (answer === null) return unavailable("Shopify did not renew the shop's token: it does not answer.");
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) return { outcome: "unauthorised", because: `Shopify did not renew the shop's token (${answer.status}).` };
    if (!isRenewed(body)) return unavailable("Shopify's answer with the renewed token cannot be read.");
    const expiry = (lasts: number | undefined) => (lasts === undefined ? undefined : new Date(plus(asked, seconds(lasts))));
    const expires = expiry(body.expires_in);
    const refreshTokenExpires = expiry(body.refresh_token_expires_in);
    // One session object, stored in one write: the pair is never torn.
    const renewed = new Session({
      id: session.id, shop, state: session.state, isOnline: false, accessToken: body.access_token, ...(body.scope === undefined ? (session.scope === undefined ? {} : { scope: session.scope }) : { scope: body.scope }),
      ...(expires === undefined ? {} : { expires }), refreshToken: body.refresh_token ?? session.refreshToken, ...(refreshTokenExpires === undefined ? {} : { refreshTokenExpires }),
    });
    await sessions.storeSession(renewed);
    log.for(shop).info("token.renewed");
    return { outcome: "renewed", session: renewed };
  };

  const usable = (session: Session, rejected: string | undefined): string | null =>
    session.accessToken !== undefined && session.accessToken !== rejected && !expiresBefore(session, plus(clock(), RENEW_BEFORE)) ? session.accessToken : null;

  return {
    of: async (shop, rejected) => {
      const id = offlineSessionId(shop);
      const known = await sessions.loadSession(id);
      if (!known) return unauthorised("The app is not installed in this shop.");
      const ready = usable(known, rejected);
      if (ready !== null) return { outcome: "token", accessToken: ready };
      return withShopLock(shop, async (): Promise<AccessToken> => {
        const session = await sessions.loadSession(id); // another process may have renewed it while we waited
        if (!session) return unauthorised("The app was uninstalled.");
        const fresh = usable(session, rejected);
        if (fresh !== null) return { outcome: "token", accessToken: fresh };
        const renewal = await renew(shop, session);
        if (renewal.outcome === "renewed") return { outcome: "token", accessToken: renewal.session.accessToken ?? "" };
        const { accessToken } = session;
        const stillGood = accessToken !== undefined && accessToken !== rejected && !expiresBefore(session, clock());
        return renewal.outcome === "unavailable" && stillGood ? { outcome: "token", accessToken } : renewal;
      });
    },
  };
};
