import { createHmac, randomUUID } from "node:crypto";
import type { PretendFeed } from "../../simulator/carriers/feed.ts";
import type { Stage } from "./start-stage.ts";

export type ShopifyDelivery = { readonly topic: string; readonly body: string; readonly id?: string; readonly shop?: string; readonly secret?: string | null };

/** Posts a delivery as Shopify would. `secret: null` leaves the signature out; another text signs it wrongly. */
export const deliverFromShopify = (stage: Stage, { topic, body, id = randomUUID(), shop, secret }: ShopifyDelivery): Promise<Response> => {
  const { context, world, urls } = stage.demo;
  const key = secret === undefined ? context.app.clientSecret : secret;
  return fetch(`${urls.app}/webhooks/shopify`, {
    method: "POST", body,
    headers: {
      "content-type": "application/json", "x-shopify-topic": topic, "x-shopify-shop-domain": shop ?? world.shop.myshopify_domain, "x-shopify-webhook-id": id, "x-shopify-event-id": randomUUID(),
      "x-shopify-api-version": "2026-10", "x-shopify-triggered-at": world.clock.now().toISOString(),
      ...(key === null ? {} : { "x-shopify-hmac-sha256": createHmac("sha256", key).update(body).digest("base64") }),
    },
  });
};

/** Posts an event as EasyPost would, signed with the secret both sides know. */
export const deliverFromEasyPost = (stage: Stage, token: string, body: string, secret = easypostSecret(stage)): Promise<Response> =>
  fetch(`${stage.demo.urls.app}/webhooks/easypost/${token}`, {
    method: "POST", body, headers: { "content-type": "application/json", "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex")}` },
  });

const easypostSecret = (stage: Stage): string => feedOf(stage, "easypost").webhook?.secret ?? "";

/** A vendor's stand-in. */
export const feedOf = (stage: Stage, source: string): PretendFeed => {
  const feed = stage.demo.context.feeds.find((one) => one.source === source);
  if (!feed) throw new Error(`The world has no vendor ${source}.`);
  return feed;
};

/** The token in the addresses at which carrier feeds reach the shop. EasyPost and the merchant's endpoint are connected by the demo's merchant. */
export const feedToken = async (stage: Stage): Promise<string> => {
  const [shop] = await stage.sql<{ token: string }>("SELECT token FROM shop");
  if (!shop) throw new Error("The shop is not installed.");
  return shop.token;
};

/** A look at the shopper's tracking page, through the storefront. */
export const asShopper = async (stage: Stage, order: { readonly name: string; readonly email: string }): Promise<{ readonly status: number; readonly body: unknown }> => {
  const query = new URLSearchParams({ order: order.name, email: order.email });
  const response = await fetch(`${stage.demo.urls.storefront}/apps/hither/tracking?${query}`, { headers: { accept: "application/json" } });
  return { status: response.status, body: await response.json().catch(() => null) };
};
