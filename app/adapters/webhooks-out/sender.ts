import { days, plus, seconds, since, type Instant } from "#app/domain/shared/time.ts";
import type { WebhookSender, WebhookSent } from "#app/application/ports.ts";
import { checkDestination, resolveHost, type Resolve } from "./destination.ts";
import { createPinnedPost, type Post, type PostReply } from "./pinned-post.ts";
import { signedHeaders } from "./signature.ts";

/** Standard Webhooks 1.0: fifteen to thirty seconds. */
const TIMEOUT_MS = 15_000;
/** An endpoint may ask for patience, not for ever. */
const LONGEST_WAIT = days(1);
const TELLS_WHEN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** `Retry-After` in seconds or as a date, at most a day ahead; null when it is absent, malformed or past. */
const retryAt = (value: string | null, now: Instant): Instant | null => {
  if (value === null) return null;
  const at = /^\d{1,9}$/.test(value.trim()) ? plus(now, seconds(Number(value))) : (Date.parse(value) as Instant);
  if (Number.isNaN(at) || at <= now) return null;
  return since(now, at) > LONGEST_WAIT ? plus(now, LONGEST_WAIT) : at;
};

const outcomeOf = (reply: PostReply, now: Instant): WebhookSent => {
  if (reply.kind === "failed") return { outcome: "unavailable", because: `The endpoint cannot be reached: ${reply.because}.`, retryAt: null, status: null };
  const { status } = reply;
  if (status >= 200 && status < 300) return { outcome: "sent", detail: String(status), status };
  if (status === 410) return { outcome: "refused", because: "The endpoint answered 410: it wants no more messages.", status };
  if (status >= 300 && status < 400) return { outcome: "unavailable", because: `The endpoint answered ${status}: redirects are not followed.`, retryAt: null, status };
  return { outcome: "unavailable", because: `The endpoint answered ${status}.`, retryAt: TELLS_WHEN.has(status) ? retryAt(reply.retryAfter, now) : null, status };
};

type Dependencies = { readonly resolve: Resolve; readonly post: Post };

/** Posts one signed message to a merchant's endpoint, never into a private network. Every failure but a clear no is worth another attempt under the same id. */
export const createWebhookSender = ({ resolve = resolveHost, post = createPinnedPost() }: Partial<Dependencies> = {}): WebhookSender =>
  async ({ url, secrets, id, body, now }) => {
    const destination = await checkDestination(url, resolve);
    if (destination.outcome === "forbidden") return { outcome: "refused", because: destination.because, status: null };
    if (destination.outcome === "unresolved") return { outcome: "unavailable", because: destination.because, retryAt: null, status: null };
    const signed = signedHeaders({ id, body, secrets, now });
    if (signed === null) return { outcome: "refused", because: "The signing secret is not a Standard Webhooks secret.", status: null };
    const headers = { ...signed, "content-type": "application/json; charset=utf-8", "user-agent": "Hither-Webhooks/1" };
    return outcomeOf(await post({ url: destination.url, addresses: destination.addresses, headers, body, timeoutMs: TIMEOUT_MS }), now);
  };
