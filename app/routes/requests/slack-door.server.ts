import { container, type Container } from "#app/container.server.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { boundedBody } from "./bounded-body.server.ts";

/** Bytes. Slack sends the whole message back with a press. */
const LARGEST = 262_144;

/** An answer to Slack: it reads only the status. */
export const slackAnswer = (status: 200 | 400 | 401 | 405 | 413): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/**
 * Lets in what Slack signed with the secret of the shop the address names. An address nobody has, a shop without Slack and a wrong signature
 * are answered alike.
 */
export const fromSlack = async (request: Request, token: string, then: (knock: { readonly shop: ShopId; readonly interaction: ReturnType<Container["slackDoor"]["read"]> }, app: Container) => Promise<Response>): Promise<Response> => {
  if (request.method !== "POST") return slackAnswer(405);
  const app = await container();
  const body = await boundedBody(request, LARGEST);
  if (body.outcome === "too_large") return slackAnswer(413);
  const record = token === "" ? null : await app.shops.findByToken(token);
  const connection = record === null || record.uninstalledAt !== null ? null : await app.slackConnections.of(record.shop);
  if (connection?.signingSecret == null || !app.slackDoor.isSigned(request.headers, body.bytes, connection.signingSecret, app.clock())) return slackAnswer(401);
  return then({ shop: connection.shop, interaction: app.slackDoor.read(new TextDecoder().decode(body.bytes)) }, app);
};
