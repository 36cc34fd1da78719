import { request, type RequestOptions } from "node:https";
import { isIP, type LookupFunction } from "node:net";

/** A request to one of `addresses`, whatever the name in `url` stands for elsewhere. */
export type PostRequest = { readonly url: URL; readonly addresses: readonly string[]; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly timeoutMs: number };
/** The answer's status, or why there is none. */
export type PostReply = { readonly kind: "replied"; readonly status: number; readonly retryAfter: string | null } | { readonly kind: "failed"; readonly because: string };
/** Sends one request; never rejects. */
export type Post = (request: PostRequest) => Promise<PostReply>;

/** Answers every question for a name with the addresses that were checked: between check and connection nothing is resolved again. */
export const only = (addresses: readonly string[]): LookupFunction => (_host, options, callback) => {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first] = known;
  if (first === undefined) return callback(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "", 0);
  return options.all ? callback(null, known) : callback(null, first.address, first.family);
};

/**
 * Posts over TLS to one of the given addresses and to no other; the certificate still has to name the URL's host. Follows no
 * redirect, keeps no connection, and does not read the answer's body. `tls` is for a private certificate authority.
 */
export const createPinnedPost = (tls: Pick<RequestOptions, "ca"> = {}): Post => ({ url, addresses, headers, body, timeoutMs }) =>
  new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body, "utf8");
    const sent = request(url, { ...tls, method: "POST", agent: false, lookup: only(addresses), signal, headers: { ...headers, "content-length": String(bytes.length) } }, (answer) => {
      resolve({ kind: "replied", status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] ?? null });
      answer.on("error", () => undefined);
      answer.destroy();
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ kind: "failed", because: signal.aborted ? `no answer within ${timeoutMs / 1000} seconds` : (error.code ?? error.message) });
    });
    sent.end(bytes);
  });
