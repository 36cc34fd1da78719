import { createHmac } from "node:crypto";

/** What Shopify adds to a request it forwards through the app proxy. */
export type ProxyFacts = { readonly shop: string; readonly pathPrefix: string; readonly customerId: string; readonly at: Date };

/**
 * Shopify's signature of an app-proxy query: every parameter but `signature`, repeated ones joined by a comma, sorted by name,
 * written `name=value` without separators, HMAC-SHA256 under the client secret, in hex.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies (2026-11-20)
 */
export const proxySignature = (query: URLSearchParams, secret: string): string => {
  const names = [...new Set(query.keys())].filter((name) => name !== "signature").sort();
  const message = names.map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
  return createHmac("sha256", secret).update(message).digest("hex");
};

/** The visitor's query with Shopify's parameters and signature. Visitors cannot state these themselves. */
export const signedQuery = (visitor: URLSearchParams, facts: ProxyFacts, secret: string): URLSearchParams => {
  const query = new URLSearchParams(visitor);
  query.delete("signature");
  query.set("shop", facts.shop);
  query.set("logged_in_customer_id", facts.customerId);
  query.set("path_prefix", facts.pathPrefix);
  query.set("timestamp", String(Math.floor(facts.at.getTime() / 1000)));
  query.set("signature", proxySignature(query, secret));
  return query;
};

/** The visitor's address as the app sees it; from a range reserved for documentation. */
const VISITOR = "203.0.113.9";

/** Headers of the visitor that reach the app; cookies do not. */
const PASSED_ON = ["accept", "accept-language", "content-type", "user-agent", "origin"];

/** Forwards a visitor's request to the app as Shopify's proxy does: GET and POST, signed, redirects left to the visitor. */
export const forward = async (request: Request, target: URL, signal: AbortSignal): Promise<Response> => {
  const headers = new Headers({ "x-forwarded-for": VISITOR, "x-forwarded-host": new URL(request.url).host });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = ["GET", "HEAD"].includes(request.method) ? null : await request.arrayBuffer();
  return fetch(target, { method: request.method, headers, body, redirect: "manual", signal });
};
