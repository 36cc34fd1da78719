import type { WireRequest, WireResponse } from "./wire.ts";

/** Answers a request without any network: what a test stands up in place of the app. */
export type Endpoint = (request: Request) => Response | Promise<Response>;

/** An extension runs in an opaque origin. */
const ORIGIN = "null";
/** Headers a page may send without asking first (Fetch standard, CORS-safelisted request-headers, 2026). */
const SAFELISTED = new Set(["accept", "accept-language", "content-language"]);

const list = (header: string | null): string[] => (header ?? "").split(",").map((part) => part.trim().toLowerCase());
const allowsOrigin = (response: Response): boolean => ["*", ORIGIN].includes(response.headers.get("access-control-allow-origin") ?? "");
const refused = (why: string): TypeError => new TypeError(`Failed to fetch (${why})`);

/** The rules a browser applies between an extension and the app: preflight where it is due, and no answer without permission. */
export const fetchUnderCors = async (endpoint: Endpoint, { url, method, headers, body }: WireRequest): Promise<WireResponse> => {
  const unusual = Object.keys(headers).filter((name) => !SAFELISTED.has(name));
  if (unusual.length > 0 || !["GET", "HEAD", "POST"].includes(method)) {
    const preflight = await endpoint(new Request(url, {
      method: "OPTIONS",
      headers: { origin: ORIGIN, "access-control-request-method": method, "access-control-request-headers": unusual.join(",") },
    }));
    const allowed = list(preflight.headers.get("access-control-allow-headers"));
    // "*" does not cover Authorization.
    const missing = unusual.filter((name) => !allowed.includes(name) && !(allowed.includes("*") && name !== "authorization"));
    if (!preflight.ok || !allowsOrigin(preflight)) throw refused("the preflight was refused");
    if (missing.length > 0) throw refused(`the preflight does not allow ${missing.join(", ")}`);
  }
  const response = await endpoint(new Request(url, { method, headers: { ...headers, origin: ORIGIN }, ...(body === null ? {} : { body }) }));
  if (!allowsOrigin(response)) throw refused("no Access-Control-Allow-Origin for this origin");
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};
