import type { DocumentNode, GraphQLResolveInfo } from "graphql";
import type { Kernel } from "../../world/kernel.ts";
import type { FlowRun, Order } from "../../world/types.ts";
import type { AppConfig } from "../app-config.ts";
import type { ProtectedContent } from "../bodies/redact.ts";
import type { ApiSubscription } from "../webhooks.ts";
import type { BulkOperation } from "./bulk/operation.ts";
import { type Connection, type Ordered, page, type PageArguments, wholeList } from "./connection.ts";
import type { AccessPolicy } from "./access.ts";
import type { SearchWarning } from "./search.ts";

/** A metafield and when it was written. The namespace is the app's own word: `$app` or `$app:name` for reserved ones. */
export type StoredMetafield = { namespace: string; key: string; type: string; value: string; id?: string; created_at?: string; updated_at?: string };

/** A definition the app made for metafields of a kind of record. `access` is null where Shopify's default holds. */
export type MetafieldDefinition = {
  id: string; ownerType: string; namespace: string; key: string; name: string; type: string; description: string | null;
  access: { admin: string | null; storefront: string | null };
};

/** What the Admin API of one app on one shop works on. */
export type AdminState = {
  readonly kernel: Kernel;
  readonly searchIndex: { readonly lagMs: number };
  readonly config: () => AppConfig;
  readonly clientId: string;
  /** Scopes granted now, and what they imply: writing includes reading. */
  readonly scopes: () => readonly string[];
  /** Kinds of customer data Shopify approved. */
  readonly approved: () => ReadonlySet<ProtectedContent>;
  readonly metafields: Map<string, StoredMetafield>;
  /** Definitions by owner type, namespace and key. */
  readonly metafieldDefinitions: Map<string, MetafieldDefinition>;
  readonly apiSubscriptions: ApiSubscription[];
  readonly flowRuns: FlowRun[];
  readonly bulkOperations: BulkOperation[];
  /** Files under https://storage.googleapis.com, by path. */
  readonly files: Map<string, { content: Buffer; expiresAt: number }>;
  /** Results of mutations called with `@idempotent`, by mutation and key. */
  readonly idempotent: Map<string, { input: string; result: unknown }>;
  /** Sorted views of the orders, each valid for one version of the tables. */
  readonly views: Map<string, { version: number; list: Ordered<Order> }>;
};

/** What one request carries through its resolvers. */
export type AdminContext = {
  readonly state: AdminState;
  readonly access: AccessPolicy;
  /** What the search had to remark, for `extensions.search`. */
  readonly searches: { path: string[]; query: string; warnings: SearchWarning[] }[];
  /** A bulk operation reads connections whole. */
  readonly unpaged: boolean;
  /** In a bulk operation: the slice of the root connection now being read, by response key. */
  readonly root?: { key: string; nodes: readonly unknown[] };
  /** The key of `@idempotent` on a root field, by response key. */
  readonly idempotencyKeys: ReadonlyMap<string, string>;
  /** Lets a bulk query run by itself. */
  readonly startBulk: (operation: BulkOperation, document: DocumentNode) => void;
};

export type Args = Record<string, unknown>;
/** How the fields of one type are read from its record. */
export type Fields<Source> = Record<string, (source: Source, args: Args, context: AdminContext, info: GraphQLResolveInfo) => unknown>;

/** A page of a list, or all of it in a bulk operation. */
export function connection<T>(list: Ordered<T>, args: Args, context: AdminContext, info: GraphQLResolveInfo): Connection<T> {
  return context.unpaged ? wholeList(list, args["reverse"] === true) : page(list, args as PageArguments, info.fieldName);
}

/** Whether a search has heard of a record's latest change; a query without a term is no search. */
export function isIndexed({ state }: AdminContext, query: string, updatedAt: string): boolean {
  return query.trim() === "" || state.searchIndex.lagMs === 0 || Date.parse(updatedAt) <= state.kernel.now().getTime() - state.searchIndex.lagMs;
}

/** A list that already stands in the order of its ids. */
export function byId<T>(items: readonly T[], idOf: (item: T) => string): Ordered<T> {
  return { items, positionOf: (item) => ({ value: 0, id: BigInt(idOf(item)) }) };
}

/** A list the stand-in never fills. */
export const NOTHING: Ordered<never> = { items: [], positionOf: () => ({ value: 0, id: 0n }) };

/** The first `first` of a plain list, or all. */
export function firstOf<T>(items: readonly T[], args: Args): readonly T[] {
  return typeof args["first"] === "number" ? items.slice(0, args["first"]) : items;
}
