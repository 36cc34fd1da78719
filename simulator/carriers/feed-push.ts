import type { Deliveries } from "../world/deliveries.ts";
import type { FeedWebhook } from "./feed.ts";

/** How a vendor delivers: its patience, and its pauses before each retry. */
export type PushHabits = { source: string; timeoutMs: number; retriesMs: readonly number[] };
/** One push, before it is signed. */
export type PushedBody = { topic: string; id: string; body: string };

/** A vendor's webhook: where it goes, and sending to it. */
export type FeedPush = {
  webhook: FeedWebhook | null;
  /** Signs and sends, or does nothing while no address is entered. */
  send(push: PushedBody, headersFor: (webhook: FeedWebhook) => Record<string, string>, onGivenUp?: () => void): void;
};

/** A webhook nobody has entered an address for. */
export function createFeedPush(deliveries: Deliveries, { source, timeoutMs, retriesMs }: PushHabits): FeedPush {
  const push: FeedPush = {
    webhook: null,
    send({ topic, id, body }, headersFor, onGivenUp) {
      const webhook = push.webhook;
      if (webhook === null) return;
      const headers = { "Content-Type": "application/json", ...headersFor(webhook) };
      deliveries.send({ source, topic, id, url: webhook.url, body, timeoutMs, retriesMs, headers, ...(onGivenUp === undefined ? {} : { onGivenUp }) });
    },
  };
  return push;
}
