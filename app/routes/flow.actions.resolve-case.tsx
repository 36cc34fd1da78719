import type { ActionFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";
import { appSecrets } from "./requests/app-secrets.server.ts";
import { boundedBody } from "./requests/bounded-body.server.ts";
import { readFlowAction } from "./requests/flow-action.ts";
import { isSignedByShopify } from "./requests/signed-body.server.ts";

/** Bytes. Flow sends a handful of short properties. */
const LARGEST = 65_536;

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "frame-ancestors 'none';" } as const;
const say = (status: number, content: object): Response => Response.json(content, { status, headers: HEADERS });

export const loader = (): Response => say(405, { error: "Shopify Flow posts here." });

/**
 * Flow's action "Resolve case". Flow repeats a run it got no answer for; resolving what is resolved changes nothing, so the same
 * `action_run_id` twice is answered twice with 200 and done once.
 */
export const action = async ({ request }: ActionFunctionArgs): Promise<Response> => {
  if (request.method !== "POST") return say(405, { error: "Shopify Flow posts here." });
  const { env, commands, log } = await container();
  const body = await boundedBody(request, LARGEST);
  if (body.outcome === "too_large") return say(413, { error: "The body is too large." });
  if (!isSignedByShopify(body.bytes, request.headers.get("x-shopify-hmac-sha256"), appSecrets({ env }))) return say(401, { error: "The signature is missing or wrong." });
  const read = readFlowAction(new TextDecoder().decode(body.bytes));
  if (read.outcome === "unreadable") return say(400, { error: read.because });
  const { shop, orderId, resolution, run } = read;
  const { count } = await commands.resolveOrderCases({ shop, orderId, by: "flow", resolution });
  log.for(shop).info("flow.cases_resolved", { orderId, count, run });
  return say(200, { resolved: count });
};
