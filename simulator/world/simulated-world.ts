import type { EasyPost } from "../carriers/easypost.ts";
import type { PretendFeed } from "../carriers/feed.ts";
import type { AppConfig } from "../shopify/app-config.ts";
import type { ProtectedContent } from "../shopify/bodies/redact.ts";
import type { GraphqlEndpoint } from "../shopify/admin/endpoint.ts";
import type { Faults } from "../shopify/admin/faults.ts";
import type { AdminState } from "../shopify/admin/state.ts";
import type { OauthContext } from "../shopify/oauth.ts";
import type { TokenIssuer } from "../shopify/session-token.ts";
import type { Kernel } from "./kernel.ts";
import type { Customer, Shop, World } from "./types.ts";

/** The world together with the machinery behind it: for the hosts, the launcher, benchmarks and tests. */
export type SimulatedWorld = World & {
  /** Mints session tokens, see shopify/session-token.ts. */
  readonly issuer: TokenIssuer;
  readonly easypost: EasyPost;
  /** The other tracking vendors. */
  readonly feeds: readonly PretendFeed[];
  readonly customers: ReadonlyMap<string, Customer>;
  /** What the app's configuration files say. */
  readonly config: AppConfig;
  /** The tables and sequences, for whoever writes history in bulk. */
  readonly kernel: Kernel;
  /** The Admin API's inside. */
  readonly admin: {
    state: AdminState; endpoint: GraphqlEndpoint; oauth: OauthContext;
    /** Faults of GraphQL answers and of bulk files. */
    faults: Faults; fileFaults: Faults;
  };
  /** Where the app answers from now on. */
  setAppUrl(url: string): void;
  /** Performs acts as if it were then, and tells nobody: for a past that was there before the app. */
  asOf<T>(at: Date, work: () => T): T;
  /** Removes an order for good: `orders/delete`. */
  deleteOrder(orderId: string): void;
  deleteFulfillmentEvent(eventId: string): void;
  /** The merchant changes the shop's settings: `shop/update`. */
  updateShop(change: Partial<Omit<Shop, "id" | "myshopify_domain">>): void;
  /** The merchant grants other scopes than before: `app/scopes_update`. */
  grantScopes(scopes: readonly string[]): void;
  /** Which customer data Shopify approved the app for; all by default. */
  approveCustomerData(contents: readonly ProtectedContent[]): void;
  /** Resolves when no delivery is under way. Retries waiting for the clock do not count. */
  settled(): Promise<void>;
  /** Stops the clock's timer. */
  stop(): void;
};
