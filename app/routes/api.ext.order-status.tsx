import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";
import { minutes } from "#app/domain/shared/time.ts";
import { appSecrets } from "./requests/app-secrets.server.ts";
import { readSessionToken } from "./requests/session-token.server.ts";

/** Extensions run on Shopify's origins in sandboxes of their own: every answer, a refusal too, must be readable there. */
const OPEN = {
  "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Authorization, Content-Type", "Access-Control-Allow-Methods": "GET, OPTIONS",
  "Access-Control-Max-Age": "7200", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "frame-ancestors 'none';",
} as const;

/** Requests per minute for one order, and for one shopper's address. A page asks once a minute. */
const PER_ORDER = 60;
const PER_ADDRESS = 120;

const say = (status: number, error: string, more: Readonly<Record<string, string>> = {}): Response => Response.json({ error }, { status, headers: { ...OPEN, ...more } });

const answer = async (request: Request): Promise<Response> => {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: OPEN });
  if (request.method !== "GET") return say(405, "Only GET is answered here.", { Allow: "GET, OPTIONS" });
  const { env, apiKey, clock, queries, rateLimit } = await container();
  const token = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return say(401, "A session token is missing.");
  const now = clock();
  const read = readSessionToken(token, { apiKey, secrets: appSecrets({ env }), now });
  if (read.outcome === "refused") return say(401, read.because);
  const { shop, customerGid } = read.holder;

  const params = new URL(request.url).searchParams;
  const orderGid = params.get("order") ?? "";
  if (!/^gid:\/\/shopify\/Order(?:Identity)?\/\d{1,20}(?:\?.*)?$/.test(orderGid)) return say(400, "Name the order by its global id.");
  const address = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown";
  for (const [key, allowed] of [[`status:${orderGid}`, PER_ORDER], [`status-ip:${address}`, PER_ADDRESS]] as const) {
    const pace = rateLimit(shop, key, allowed, minutes(1), now);
    if (pace.outcome === "slow_down") return say(429, "Too many requests.", { "Retry-After": String(pace.retryAfterSeconds) });
  }
  return Response.json(await queries.orderStatus(shop, { surface: params.get("surface") === "thank_you" ? "thank_you" : "order_status", orderGid, customerGid, checkoutToken: params.get("checkout") }), { headers: OPEN });
};

const readable = async (request: Request): Promise<Response> => {
  try {
    return await answer(request);
  } catch (fault) {
    const { log } = await container();
    log.for("process").error("order_status.failed", { because: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
    return say(500, "The order's status could not be read.");
  }
};

export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> => readable(request);
export const action = ({ request }: ActionFunctionArgs): Promise<Response> => readable(request);
