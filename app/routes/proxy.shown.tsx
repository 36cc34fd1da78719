import type { ActionFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";
import { shopId } from "#app/domain/shared/ids.ts";
import { minutes } from "#app/domain/shared/time.ts";
import { boundedBody } from "./requests/bounded-body.server.ts";
import { readShownOffer } from "./requests/shown-offer.ts";

/** Bytes of a beacon; a real one has some 120. */
const LARGEST_BEACON = 2_048;
/** Beacons per minute from one shopper's address; a page sends one. */
const PER_ADDRESS = 60;

const UNSEEN = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex, nofollow" } as const;
/** Nobody waits for the answer, and a forger learns nothing from it. */
const nothing = (): Response => new Response(null, { status: 204, headers: UNSEEN });
const plain = (status: number, text: string, more: Readonly<Record<string, string>> = {}): Response => new Response(text, { status, headers: { ...UNSEEN, "Content-Type": "text/plain; charset=utf-8", ...more } });

const note = async (request: Request): Promise<Response> => {
  const { shopify, clock, commands, rateLimit, log } = await container();
  const body = await boundedBody(request, LARGEST_BEACON);
  await shopify.authenticate.public.appProxy(request);
  const shop = shopId(new URL(request.url).searchParams.get("shop") ?? "");
  const offer = body.outcome === "read" ? readShownOffer(new TextDecoder().decode(body.bytes)) : null;
  if (shop === null || offer === null) return nothing();

  const from = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown";
  if (rateLimit(shop, `shown:${from}`, PER_ADDRESS, minutes(1), clock()).outcome === "slow_down") return nothing();
  const { outcome } = await commands.recordOffer(shop, offer);
  if (outcome === "unknown") log.for(shop).info("shown.unknown", { table: offer.tableId, lane: offer.lane, day: offer.day });
  return nothing();
};

/** A product page or cart tells which date it showed. Every beacon that Shopify has signed is answered with 204, whatever it holds. */
export const action = async ({ request }: ActionFunctionArgs): Promise<Response> => {
  try {
    return await note(request);
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 400) return plain(400, "This address answers only requests that Shopify has signed.");
    if (thrown instanceof Response) throw thrown;
    const { log } = await container();
    log.for("process").error("shown.failed", { because: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
    return nothing();
  }
};

export const loader = (): Response => plain(405, "Only POST is answered here.", { Allow: "POST" });
