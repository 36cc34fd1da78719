import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { freshSessions } from "./adapters/shopify/fresh-sessions.ts";
import type { Env } from "./config/env.server.ts";
import { shopId, type ShopId } from "./domain/shared/ids.ts";

type ShopifyDependencies = {
  readonly env: Pick<Env, "SHOPIFY_API_KEY" | "SHOPIFY_API_SECRET" | "SHOPIFY_APP_URL">;
  /** From `freshSessions`, so that the library never renews a token behind our lock. */
  readonly sessionStorage: ReturnType<typeof freshSessions>;
  /** After every token exchange: a first installation, a re-installation, or a session that had run out. Safe to run twice. */
  readonly onInstalled: (shop: ShopId, scopes: readonly string[]) => Promise<void>;
};

/**
 * Shopify's library, for the embedded admin alone: session tokens, token exchange, document headers. Webhooks and the Admin
 * API have their own ways in and out. Managed installation: Shopify asks for the scopes of shopify.app.toml, and nobody is
 * ever asked for a shop's domain (App Store requirement 2.3.1).
 */
export const createShopify = ({ env, sessionStorage, onInstalled }: ShopifyDependencies) =>
  shopifyApp({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    appUrl: env.SHOPIFY_APP_URL,
    apiVersion: ApiVersion.October26,
    distribution: AppDistribution.AppStore,
    authPathPrefix: "/auth",
    sessionStorage,
    logger: { level: LogSeverity.Warning },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: {
      afterAuth: async ({ session }) => {
        const shop = shopId(session.shop);
        if (shop === null) throw new Error(`Shopify's library authenticated "${session.shop}", which is no shop's domain.`);
        await onInstalled(shop, (session.scope ?? "").split(",").map((scope) => scope.trim()).filter(Boolean));
      },
    },
  });

/** Shopify's library as configured here. */
export type Shopify = ReturnType<typeof createShopify>;
