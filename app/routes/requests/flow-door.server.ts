import { container, type Container } from "#app/container.server.ts";
import { appSecrets } from "./app-secrets.server.ts";
import { boundedBody } from "./bounded-body.server.ts";
import { isSignedByShopify } from "./signed-body.server.ts";

/** Bytes. Flow sends a handful of short properties. */
const LARGEST = 65_536;

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "frame-ancestors 'none';" } as const;

/** An answer to Flow, as JSON. */
export const say = (status: number, content: object): Response => Response.json(content, { status, headers: HEADERS });

/** What somebody gets who looks at an address Flow posts to. */
export const postsOnly = (): Response => say(405, { error: "Shopify Flow posts here." });

/** Lets in what Flow signed, with its body as text; everything else is answered here. */
export const fromFlow = async (request: Request, then: (body: string, app: Container) => Promise<Response>): Promise<Response> => {
  if (request.method !== "POST") return postsOnly();
  const app = await container();
  const body = await boundedBody(request, LARGEST);
  if (body.outcome === "too_large") return say(413, { error: "The body is too large." });
  if (!isSignedByShopify(body.bytes, request.headers.get("x-shopify-hmac-sha256"), appSecrets(app))) return say(401, { error: "The signature is missing or wrong." });
  return then(new TextDecoder().decode(body.bytes), app);
};
