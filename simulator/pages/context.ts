import type { PretendFeed } from "../carriers/feed.ts";
import type { HookEndpoint } from "../inboxes/hook-endpoint.ts";
import type { PretendSlack } from "../inboxes/slack.ts";
import type { Director } from "../scenarios/director.ts";
import type { ShopperLife } from "../shoppers/shopper-life.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { World } from "../world/types.ts";
import type { Notices } from "./notices.ts";

/** Where everything can be reached, as origins without a trailing slash. */
export type Urls = {
  /** The start page and every page of this room. */
  simulator: string;
  /** The storefront, and with it the checkout. */
  storefront: string;
  /** The app as the outside world reaches it: through the stand-in tunnel. */
  app: string;
};

/** What the app's configuration file says of it; read from shopify.app.toml. */
export type AppFacts = { name: string; handle: string; clientId: string; clientSecret: string; scopes: readonly string[] };

/** Everything the pages show and the buttons do. */
export type PageContext = {
  world: World;
  director: Director;
  urls: Urls;
  app: AppFacts;
  hooks: HookEndpoint;
  slack: PretendSlack;
  notices: Notices;
  /** A session token as Shopify's admin would mint it for the app, valid long enough at the clock's speed. */
  mintSessionToken(): string;
  /** Every tracking vendor, and the accounts the merchant has there. */
  feeds: readonly PretendFeed[];
  /** Many orders within the coming simulated hour. */
  rush(orders?: number): void;
  /** The export of the merchant's former shipping software, CSV. */
  pastShipments(): string;
  /** The system of whoever packs for the shop. */
  warehouse: Warehouse;
  /** Buyers who look at their dates by themselves. */
  shoppers: ShopperLife;
  /** Which scenario orders placed by hand will follow; null leaves them to whoever works at the orders page. */
  handOrders: { scenario: string | null };
  /** Repository root, for the extensions' toml files. */
  root: string;
};
