import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { FEED_SOURCES, type FeedSource } from "#app/domain/shipments/scan.ts";
import type { CarrierFeed, Clock, Credentials, NewMessage } from "#app/application/ports.ts";
import type { Answer } from "./answer.ts";
import { NOT_TEXT, textOf } from "./read-body.ts";

/** What pushes of carrier feeds need of the outside. */
export type FeedPushPorts = {
  readonly pushOf: (source: FeedSource) => CarrierFeed["push"];
  /** The shop a token in the address stands for, with its credentials at that feed; null when it has not connected it. */
  readonly feedOf: (source: FeedSource, token: string) => Promise<{ readonly shop: ShopId; readonly credentials: Credentials } | null>;
  readonly clock: Clock;
};

/** One request as it came. */
export type Knock = { readonly headers: IncomingHttpHeaders; readonly url: string; readonly bytes: Buffer };

const NO_SUCH_ADDRESS = { status: 404, text: "There is no such webhook address." } as const;

const wordOf = (path: string): { readonly source: FeedSource; readonly token: string } | null => {
  const [, word = "", token = ""] = /^\/webhooks\/([a-z0-9]+)\/([\w-]{16,100})$/.exec(path) ?? [];
  const source = FEED_SOURCES.find((one) => one === word);
  return source ? { source, token } : null;
};

/** A push of a carrier feed to `/webhooks/<feed>/<shop's token>`: proven by the vendor's own scheme, then one message for the inbox. */
export const fromFeed = async ({ pushOf, feedOf, clock }: FeedPushPorts, path: string, { headers, url, bytes }: Knock): Promise<Answer | NewMessage> => {
  const address = wordOf(path);
  const push = address && pushOf(address.source);
  const owner = address && push ? await feedOf(address.source, address.token) : null;
  if (!address || !push || !owner) return NO_SUCH_ADDRESS;
  const now = clock();
  if (!push.verify({ bytes, headers, query: new URL(url, "https://door.invalid").searchParams }, owner.credentials, now)) return { status: 401, text: "The signature is missing or does not match the body." };
  const body = textOf(bytes);
  if (body === null) return { status: 400, text: NOT_TEXT };
  const deliveryId = push.deliveryId(body, headers) ?? createHash("sha256").update(bytes).digest("hex");
  return { shop: owner.shop, source: address.source, topic: "push", deliveryId, eventId: null, triggeredAt: null, receivedAt: now, body };
};
