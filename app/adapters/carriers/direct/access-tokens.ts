import { createHash } from "node:crypto";
import { z } from "zod";
import type { Credentials, FeedCall } from "#app/application/ports.ts";
import { minus, plus, seconds, type Duration, type Instant } from "#app/domain/shared/time.ts";
import { callVendor, type VendorAnswer, type VendorCall } from "../feed/call-vendor.ts";

type Asking = Pick<FeedCall, "credentials" | "now">;
type Failed = Exclude<VendorAnswer, { readonly outcome: "answered" }>;

/** A token, with the rest of the answer that brought it: some vendors say there what it may be used for. */
export type Token = { readonly outcome: "token"; readonly token: string; readonly until: Instant; readonly scope: string | null } | Failed;

/** OAuth 2 client credentials at one vendor. */
export type AccessTokens = {
  /** A new token, whatever is kept. */
  fresh(asking: Asking): Promise<Token>;
  /** A call with a token: kept ones are used until shortly before they end, and once more anew when the vendor answers 401. */
  call(asking: Asking, build: (token: string) => VendorCall): Promise<VendorAnswer>;
};

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(3_600), scope: z.string().nullish().catch(null) });

/** A token this close to its end is not used any more: a slow call would outlive it. */
const EARLY = seconds(5 * 60);
/** A short-lived token is still used for most of its life. */
const earlyOf = (life: Duration): Duration => Math.min(EARLY, life / 5) as Duration;

const keyOf = (credentials: Credentials): string => createHash("sha256").update(JSON.stringify(Object.entries(credentials).toSorted(([a], [b]) => (a < b ? -1 : 1)))).digest("hex");

/** Tokens kept in this process, by credentials; those whose time is over are forgotten. `tokenCall` asks the vendor for one. */
export const createAccessTokens = (tokenCall: (asking: Asking) => VendorCall): AccessTokens => {
  const kept = new Map<string, { readonly token: string; readonly until: Instant }>();
  const asked = new Map<string, Promise<Token>>();

  const fresh = async (asking: Asking): Promise<Token> => {
    const call = tokenCall(asking);
    const answer = await callVendor(call);
    if (answer.outcome !== "answered") return badClient(answer, call.vendor);
    const read = granted.safeParse(answer.json);
    if (!read.success) return { outcome: "unavailable", because: `${call.vendor} answered without an access token.`, retryAt: null };
    const life = seconds(read.data.expires_in);
    const until = minus(plus(asking.now, life), earlyOf(life));
    for (const [key, { until: end }] of kept) if (end <= asking.now) kept.delete(key);
    kept.set(keyOf(asking.credentials), { token: read.data.access_token, until });
    return { outcome: "token", token: read.data.access_token, until, scope: read.data.scope ?? null };
  };

  /** Several calls that need a token at once ask for one. */
  const shared = (asking: Asking): Promise<Token> => {
    const key = keyOf(asking.credentials);
    const running = asked.get(key) ?? fresh(asking).finally(() => asked.delete(key));
    asked.set(key, running);
    return running;
  };

  return {
    fresh,
    call: async (asking, build) => {
      const have = kept.get(keyOf(asking.credentials));
      const first = have && have.until > asking.now ? { outcome: "token" as const, token: have.token } : await shared(asking);
      if (first.outcome !== "token") return first;
      const call = build(first.token);
      const answer = await callVendor({ ...call, expected: [...(call.expected ?? []), 401] });
      if (answer.outcome !== "answered" || answer.status !== 401) return answer;
      kept.delete(keyOf(asking.credentials));
      const second = await shared(asking);
      return second.outcome === "token" ? callVendor(build(second.token)) : second;
    },
  };
};

/** Token endpoints answer 400 as well as 401 to a client they do not know (RFC 6749, 5.2). */
const badClient = (failed: Failed, vendor: string): Failed =>
  failed.outcome === "refused" && /answered 400/.test(failed.because) ? { outcome: "refused", because: `${vendor} does not accept the credentials.` } : failed;
