import { randomHex } from "../world/random.ts";
import type { Clock, Random } from "../world/types.ts";

/** Access tokens of one vendor: they end, and nobody is told. */
export type OauthTokens = {
  grant(): { token: string; issuedAt: Date };
  /** Whether an `Authorization` header carries a token that still counts. */
  accepts(authorization: string | undefined): boolean;
  /** Ends every token at once, as when a vendor rotates its keys. */
  revoke(): void;
};

/** A vendor's token desk. Tokens live for `lifeMs` of simulated time. */
export function createFeedOauth({ clock, random }: { clock: Clock; random: Random }, lifeMs: number): OauthTokens {
  const until = new Map<string, number>();
  return {
    grant() {
      const token = randomHex(random, 48);
      until.set(token, clock.now().getTime() + lifeMs);
      return { token, issuedAt: clock.now() };
    },
    accepts: (authorization) => (until.get(/^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "") ?? 0) > clock.now().getTime(),
    revoke: () => until.clear(),
  };
}
