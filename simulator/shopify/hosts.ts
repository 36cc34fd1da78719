import type { SimulatedWorld } from "../world/simulated-world.ts";
import { handleGraphql } from "./admin/endpoint.ts";
import { STORAGE_HOST } from "./admin/bulk/run.ts";
import { type HostRequest, type HostResponse, jsonResponse } from "./host-response.ts";
import { handleTokenRequest } from "./oauth.ts";

/** The one API version the schema at hand describes. */
const API_VERSION = "2026-10";

/** Whether the pretend Shopify answers for that host. */
export function isShopifyHost(host: string): boolean {
  return host.endsWith(".myshopify.com") || host === STORAGE_HOST;
}

/** Loud on purpose: a path nobody imitates must not look like a quiet day. */
function unknown(request: HostRequest): HostResponse {
  console.error(`[simulator] nothing answers ${request.method} https://${request.host}${request.url}`);
  return jsonResponse(404, { errors: "Not Found" });
}

/** `Range: bytes=from-to` over a file of that length; null when there is none that fits. */
function rangeOf(header: string | undefined, length: number): { from: number; to: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (match?.[1] === undefined) return null;
  const from = Number(match[1]);
  const to = match[2] === undefined || match[2] === "" ? length - 1 : Math.min(Number(match[2]), length - 1);
  return from <= to ? { from, to } : null;
}

/** Results of bulk operations, as Google Cloud Storage serves them. */
function handleStorage(world: SimulatedWorld, request: HostRequest): HostResponse {
  const path = request.url.split("?")[0] ?? "";
  const file = world.admin.state.files.get(path);
  if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) return unknown(request);
  const xml = { "content-type": "application/xml; charset=UTF-8" };
  if (file.expiresAt <= world.clock.now().getTime()) return { status: 400, headers: xml, body: "<?xml version='1.0' encoding='UTF-8'?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>" };
  const wanted = request.headers["range"];
  const range = rangeOf(wanted, file.content.length);
  if (wanted !== undefined && range === null) return { status: 416, headers: { ...xml, "content-range": `bytes */${file.content.length}` }, body: "" };
  const content = range === null ? file.content : file.content.subarray(range.from, range.to + 1);
  const headers: Record<string, string> = {
    "content-type": "application/jsonl", "accept-ranges": "bytes", etag: `"${path.slice(-38, -6)}"`,
    ...(range === null ? {} : { "content-range": `bytes ${range.from}-${range.to}/${file.content.length}` }),
  };
  const answer: HostResponse = { status: range === null ? 200 : 206, headers, body: request.method === "HEAD" ? "" : content };
  const fault = world.admin.fileFaults.next();
  switch (fault) {
    case null:
    case "THROTTLED":
      return answer;
    case "timeout":
      return { ...answer, fault: { kind: "hang" } };
    case "cut":
      // Mostly in the middle of a line, as broken connections do.
      return { ...answer, fault: { kind: "cut", afterBytes: Math.floor(content.length / 2) } };
    case 500:
    case 502:
    case 503:
      return { status: fault, headers: xml, body: "<?xml version='1.0' encoding='UTF-8'?><Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>" };
  }
}

/** Answers everything under `*.myshopify.com` and `storage.googleapis.com`. */
export function handleShopifyHost(world: SimulatedWorld, request: HostRequest): HostResponse {
  if (request.host === STORAGE_HOST) return handleStorage(world, request);
  if (request.host !== world.shop.myshopify_domain) return unknown(request);
  const path = request.url.split("?")[0] ?? "";
  if (path === "/admin/oauth/access_token" && request.method === "POST") {
    return handleTokenRequest(world.admin.oauth, request.body, request.headers["content-type"] ?? "");
  }
  const version = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(path)?.[1];
  if (version === API_VERSION && request.method === "POST") return handleGraphql(world.admin.endpoint, version, request);
  return unknown(request);
}
