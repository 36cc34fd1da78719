import { createHmac } from "node:crypto";
import type { Deliveries } from "../world/deliveries.ts";
import { type JsonValue, writeJson } from "../world/json.ts";
import type { NextId } from "../world/ids.ts";
import { randomUuid } from "../world/random.ts";
import type { Clock, Random, Shop } from "../world/types.ts";
import type { AppConfig } from "./app-config.ts";
import { type ProtectedContent, withoutProtected } from "./bodies/redact.ts";

/** A subscription made through the Admin API. */
export type ApiSubscription = {
  id: string; topic: string; uri: string; format: "JSON"; filter: string | null; includeFields: string[]; name: string | null; created_at: string; updated_at: string;
};

/** Shopify's whole budget for one delivery, source: reference of webhook delivery, 2026-11. */
const TIMEOUT_MS = 5_000;
/**
 * Eight retries over four hours, exponential; changelog of 2024-09-10. The spacing itself is not published: doubling
 * from one minute, the last one filling up the four hours.
 */
export const RETRIES_MS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 113].map((minutes) => minutes * 60_000);

/** `orders/create` and `ORDERS_CREATE` are the same topic. */
export function topicEnum(topic: string): string {
  return topic.toUpperCase().replaceAll("/", "_");
}

/** Base64 HMAC-SHA256 of the raw body under the app's client secret. */
export function signBody(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}

/** Sends what happened to the app, for every subscription it has. */
export type Webhooks = {
  publish(topic: string, body: () => JsonValue): void;
  /** The three topics that exist only as `compliance_topics`; they arrive even when the app is not installed. */
  publishCompliance(topic: string, body: () => JsonValue): void;
  readonly apiSubscriptions: ApiSubscription[];
};

/** Only the named top-level fields, as `include_fields` asks. */
function included(body: JsonValue, fields: readonly string[]): JsonValue {
  if (fields.length === 0 || body === null || typeof body !== "object" || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => fields.includes(key)));
}

/** Shopify's webhook sender: one signed delivery per subscription; those of one event share its event id. */
export function createWebhooks(options: {
  clock: Clock; random: Random; shop: Shop; nextId: NextId; deliveries: Deliveries; appUrl: () => string; clientSecret: string;
  config: () => AppConfig; approved: () => ReadonlySet<ProtectedContent>;
}): Webhooks {
  const { clock, random, shop, deliveries } = options;
  const apiSubscriptions: ApiSubscription[] = [];

  const deliver = (topic: string, eventId: string, body: JsonValue, to: { uri: string; includeFields: readonly string[]; name: string | null; apiId: string | null }): void => {
    const id = randomUuid(random);
    const raw = writeJson(included(body, to.includeFields));
    deliveries.send({
      source: "shopify", topic, id, body: raw, url: new URL(to.uri, options.appUrl()).href, timeoutMs: TIMEOUT_MS, retriesMs: RETRIES_MS,
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "Shopify-Captain-Hook",
        "X-Shopify-Topic": topic,
        "X-Shopify-Hmac-Sha256": signBody(raw, options.clientSecret),
        "X-Shopify-Shop-Domain": shop.myshopify_domain,
        "X-Shopify-API-Version": options.config().apiVersion,
        "X-Shopify-Webhook-Id": id,
        "X-Shopify-Event-Id": eventId,
        "X-Shopify-Triggered-At": clock.now().toISOString(),
        ...(to.name === null ? {} : { "X-Shopify-Name": to.name }),
      },
      onGivenUp() {
        // A subscription made through the API is deleted when it fails that often; those of the app's file stay.
        const index = apiSubscriptions.findIndex((one) => one.id === to.apiId);
        if (index >= 0) apiSubscriptions.splice(index, 1);
      },
    });
  };

  return {
    apiSubscriptions,
    publish(topic, body) {
      const wanted = topicEnum(topic);
      const targets = [
        ...options.config().subscriptions.filter((one) => topicEnum(one.topic) === wanted).map((one) => ({ ...one, apiId: null })),
        ...apiSubscriptions.filter((one) => one.topic === wanted).map((one) => ({ ...one, apiId: one.id })),
      ];
      if (targets.length === 0) return;
      const content = withoutProtected(body(), options.approved());
      const eventId = randomUuid(random);
      for (const target of targets) {
        if (target.filter !== null && target.filter !== "") throw new Error(`The pretend Shopify does not filter webhooks: ${topic} has filter ${target.filter}`);
        deliver(topic, eventId, content, target);
      }
    },
    publishCompliance(topic, body) {
      const uri = options.config().complianceUris.get(topic);
      if (uri !== undefined) deliver(topic, randomUuid(random), body(), { uri, includeFields: [], name: null, apiId: null });
    },
  };
}
