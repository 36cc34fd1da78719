import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { assertNever } from "#app/domain/shared/brand.ts";
import { LARGEST_REQUEST } from "#app/contracts/warehouse-events.ts";
import type { Clock, Log, NewMessage } from "#app/application/ports.ts";
import { send, type Answer } from "./answer.ts";
import { fromFeed, type FeedPushPorts } from "./feed-push.ts";
import type { GroupCommit } from "./group-commit.ts";
import { readBody } from "./read-body.ts";
import { checkShopifyWebhook } from "./shopify-webhook.ts";
import { fromWarehouse, type WarehousePorts } from "./warehouse-events.ts";

/** What the door needs of the outside. */
export type IngressPorts = Omit<FeedPushPorts, "clock"> & {
  readonly commit: GroupCommit; readonly shopifySecrets: readonly string[]; readonly clock: Clock; readonly log: Log;
  readonly warehouse: Omit<WarehousePorts, "clock">;
};

/** Shopify's largest documented bodies are far below; its own limit is not published. */
const LARGEST_BODY = 5 * 1024 * 1024;
const EVENTS = "/api/v1/events";

/**
 * The door for webhooks and warehouses, in front of the web framework: length cap, signature over the raw bytes, durable
 * inbox rows, then 200. What a message means is nobody's concern here. Answers true when the request was its own.
 */
export const createIngress = (ports: IngressPorts) => (request: IncomingMessage, response: ServerResponse): boolean => {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (!path.startsWith("/webhooks/") && path !== EVENTS) return false;
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
  const body = await readBody(request, path === EVENTS ? LARGEST_REQUEST : LARGEST_BODY);
  switch (body.outcome) {
    case "too_large": return path === EVENTS ? { status: 413, json: { error: "The body is larger than 1 MiB." } } : { status: 413, text: "The body is larger than 5 MiB." };
    case "aborted": return { status: 400, text: "The body ended early." };
    case "read": break;
    default: return assertNever(body);
  }
  const knock = { headers: request.headers, url: request.url ?? path, bytes: body.bytes };
  if (path === EVENTS) return fromWarehouse({ ...ports.warehouse, clock: ports.clock }, knock, (messages) => Promise.all(messages.map((message) => ports.commit.add(message))));
  if (path === "/webhooks/shopify") return fromShopify(ports, request.headers, body.bytes);
  const pushed = await fromFeed(ports, path, knock);
  return "status" in pushed ? pushed : keep(ports, pushed);
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

const keep = async ({ commit }: IngressPorts, message: NewMessage): Promise<Answer> => {
  await commit.add(message);
  return { status: 200, text: "" };
};
