import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createHash } from "node:crypto";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, Log, NewMessage } from "#app/application/ports.ts";
import type { GroupCommit } from "./group-commit.ts";
import { NOT_TEXT, readBody, textOf } from "./read-body.ts";
import { checkShopifyWebhook } from "./shopify-webhook.ts";

/** A carrier feed that pushes to `/webhooks/<name>/<shop's token>`. */
export type Feed = {
  verify(bytes: Buffer, headers: IncomingHttpHeaders, secret: string): boolean;
  /** The sender's own id of the delivery, or null when the body does not say. */
  deliveryId(body: string): string | null;
};

/** What the door needs of the outside. */
export type IngressPorts = {
  readonly commit: GroupCommit; readonly shopifySecrets: readonly string[]; readonly clock: Clock; readonly log: Log;
  readonly feeds: Readonly<Partial<Record<"easypost", Feed>>>;
  readonly feedOf: (feed: "easypost", token: string) => Promise<{ readonly shop: ShopId; readonly secret: string } | null>;
};

/** Shopify's largest documented bodies are far below; its own limit is not published. */
const LARGEST_BODY = 5 * 1024 * 1024;

type Answer = { readonly status: 200 | 400 | 401 | 404 | 405 | 413 | 503; readonly text: string };

const send = (response: ServerResponse, { status, text }: Answer, close = false): void => {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "content-length": Buffer.byteLength(text), ...(close ? { connection: "close" } : {}), ...(status === 503 ? { "retry-after": "5" } : {}) });
  response.end(text);
};

/**
 * The door for webhooks, in front of the web framework: length cap, signature over the raw bytes, one durable inbox row,
 * then 200. What a message means is nobody's concern here. Answers true when the request was its own.
 */
export const createIngress = (ports: IngressPorts) => (request: IncomingMessage, response: ServerResponse): boolean => {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (!path.startsWith("/webhooks/")) return false;
  void handle(ports, request, path).then(
    (answer) => send(response, answer, answer.status === 413),
    (fault: unknown) => {
      ports.log.for("process").error("ingress.not_kept", { because: fault instanceof Error ? fault.message : String(fault) });
      send(response, { status: 503, text: "Not kept; please deliver again." });
    },
  );
  return true;
};

const handle = async (ports: IngressPorts, request: IncomingMessage, path: string): Promise<Answer> => {
  if (request.method !== "POST") return { status: 405, text: "Only POST is accepted here." };
  const body = await readBody(request, LARGEST_BODY);
  switch (body.outcome) {
    case "too_large": return { status: 413, text: "The body is larger than 5 MiB." };
    case "aborted": return { status: 400, text: "The body ended early." };
    case "read": break;
    default: return assertNever(body);
  }
  if (path === "/webhooks/shopify") return fromShopify(ports, request.headers, body.bytes);
  const feed = /^\/webhooks\/(easypost)\/([\w-]{16,100})$/.exec(path);
  return feed?.[2] ? fromFeed(ports, "easypost", feed[2], request.headers, body.bytes) : { status: 404, text: "There is no such webhook address." };
};

const fromShopify = async (ports: IngressPorts, headers: IncomingHttpHeaders, bytes: Buffer): Promise<Answer> => {
  const checked = checkShopifyWebhook(headers, bytes, ports.shopifySecrets, ports.clock());
  switch (checked.outcome) {
    case "unauthorised": return { status: 401, text: checked.because };
    case "malformed": return { status: 400, text: checked.because };
    case "genuine": return keep(ports, checked.message);
    default: return assertNever(checked);
  }
};

const fromFeed = async (ports: IngressPorts, name: "easypost", token: string, headers: IncomingHttpHeaders, bytes: Buffer): Promise<Answer> => {
  const feed = ports.feeds[name];
  const owner = feed ? await ports.feedOf(name, token) : null;
  if (!feed || !owner) return { status: 404, text: "There is no such webhook address." };
  if (!feed.verify(bytes, headers, owner.secret)) return { status: 401, text: "The signature is missing or does not match the body." };
  const body = textOf(bytes);
  if (body === null) return { status: 400, text: NOT_TEXT };
  const deliveryId = feed.deliveryId(body) ?? createHash("sha256").update(bytes).digest("hex");
  return keep(ports, { shop: owner.shop, source: name, topic: "tracker", deliveryId, eventId: null, triggeredAt: null, receivedAt: ports.clock(), body });
};

const keep = async ({ commit }: IngressPorts, message: NewMessage): Promise<Answer> => {
  await commit.add(message);
  return { status: 200, text: "" };
};
