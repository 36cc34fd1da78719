import { stringify } from "lossless-json";

/** How every room of the simulator answers HTTP: web-standard requests in, a response out, or null for "not mine". */
export type Handler = (request: Request, url: URL) => Response | null | Promise<Response | null>;

/** Asks each handler in turn; the first answer wins. */
export function firstOf(...handlers: Handler[]): Handler {
  return async (request, url) => {
    for (const handler of handlers) {
      const response = await handler(request, url);
      if (response !== null) return response;
    }
    return null;
  };
}

/** A JSON answer. Never cached: everything here changes with the clock. Ids beyond 2^53 keep every digit. */
export function json(body: unknown, status = 200): Response {
  return new Response(stringify(body, null, 2) ?? "null", {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}

/** An HTML answer that may load nothing from outside this machine. */
export function page(markup: string, status = 200): Response {
  return new Response(markup, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self' http://localhost:* http://127.0.0.1:*; object-src 'none'",
    },
  });
}

/** Back to a page after a form was handled (303, so that a reload repeats nothing). */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
