import { randomHex } from "../world/random.ts";
import type { Clock, Random } from "../world/types.ts";

/** A token of the app for the shop's Admin API. Instants are simulated milliseconds since 1970. */
export type AccessToken = { token: string; mode: "offline" | "online"; userId: string | null; expiresAt: number };
type RefreshToken = { token: string; expiresAt: number; predecessor: string | null };

/** An hour for access tokens and 90 days for refresh tokens; documentation of expiring offline tokens, 2026-11. */
export const ACCESS_SECONDS = 3_600;
export const REFRESH_SECONDS = 90 * 86_400;
/** Online tokens end with the staff member's day. */
export const ONLINE_SECONDS = 86_399;
/** While simulated time runs fast, a request under way for this much real time may still use the token it began with. */
const FAST_CLOCK_GRACE_MS = 2_000;

/** The tokens Shopify gave out for this installation. */
export type AccessTokens = {
  issueOffline(predecessor?: string): { access: AccessToken; refresh: string };
  issueOnline(userId: string): AccessToken;
  /** Whether a refresh token may be used now. Using it retires the token it replaced. */
  useRefresh(token: string): boolean;
  find(token: string): AccessToken | null;
  /** Uninstalling voids every token. */
  voidAll(): void;
};

/** An empty set of tokens. */
export function createAccessTokens(clock: Clock, random: Random): AccessTokens {
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const now = (): number => clock.now().getTime();
  return {
    issueOffline(predecessor) {
      const given: AccessToken = { token: `shpat_${randomHex(random, 32)}`, mode: "offline", userId: null, expiresAt: now() + ACCESS_SECONDS * 1000 };
      access.set(given.token, given);
      const renewal: RefreshToken = { token: `shprt_${randomHex(random, 32)}`, expiresAt: now() + REFRESH_SECONDS * 1000, predecessor: predecessor ?? null };
      refresh.set(renewal.token, renewal);
      return { access: given, refresh: renewal.token };
    },
    issueOnline(userId) {
      const given: AccessToken = { token: `shpua_${randomHex(random, 32)}`, mode: "online", userId, expiresAt: now() + ONLINE_SECONDS * 1000 };
      access.set(given.token, given);
      return given;
    },
    useRefresh(token) {
      const known = refresh.get(token);
      if (known === undefined || known.expiresAt <= now()) return false;
      // The old one stays good until its replacement is first used, so that a lost answer can be asked for again.
      if (known.predecessor !== null) refresh.delete(known.predecessor);
      return true;
    },
    find(token) {
      const known = access.get(token);
      if (known === undefined) return null;
      const grace = clock.speed > 1 ? FAST_CLOCK_GRACE_MS * clock.speed : 0;
      return known.expiresAt + grace > now() ? known : null;
    },
    voidAll() {
      access.clear();
      refresh.clear();
    },
  };
}
