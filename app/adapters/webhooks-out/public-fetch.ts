import { request, type RequestOptions } from "node:https";
import { Readable } from "node:stream";
import { checkDestination, resolveHost, type Resolve } from "./destination.ts";
import { only } from "./pinned-post.ts";

/** Asks one of the given addresses, and no other, over TLS; the certificate still has to name the URL's host. Rejects when there is no answer, or a redirect. */
export const fetchAt = ({ url, addresses }: { readonly url: URL; readonly addresses: readonly string[] }, init: RequestInit = {}, tls: Pick<RequestOptions, "ca"> = {}): Promise<Response> => {
  const body = typeof init.body === "string" ? Buffer.from(init.body, "utf8") : null;
  const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(body ? { "content-length": String(body.length) } : {}) };
  return new Promise<Response>((answered, failed) => {
    const sent = request(url, { ...tls, method: init.method ?? "GET", agent: false, lookup: only(addresses), headers, ...(init.signal ? { signal: init.signal } : {}) }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        return failed(new TypeError("The server redirects; redirects are not followed."));
      }
      const received = new Headers(Object.entries(answer.headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])));
      answered(new Response(status === 204 ? null : (Readable.toWeb(answer) as ReadableStream), { status, headers: received }));
    });
    sent.on("error", failed);
    sent.end(body ?? undefined);
  });
};

/**
 * A `fetch` for servers a merchant names: over TLS, never into a private network, connected only to the addresses that were
 * checked, and without following redirects. It takes an address as text, a method, plain headers, a text body and a signal;
 * whatever else a caller passes is not for it. Rejects, as fetch does, when the server cannot or may not be reached.
 */
export const createPublicFetch = (resolve: Resolve = resolveHost): typeof fetch => async (input, init = {}) => {
  const destination = await checkDestination(input instanceof Request ? input.url : String(input), resolve);
  if (destination.outcome !== "allowed") throw new TypeError(destination.because);
  return fetchAt(destination, init);
};
