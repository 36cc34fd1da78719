import type { CaseId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { News } from "#app/domain/workflows/news.ts";

/** An address of the merchant's that is told news. Secrets (`whsec_…`) are plain here and sealed at rest; null: cannot be opened any more. */
export type Endpoint = {
  readonly shop: ShopId; readonly id: string; readonly url: string; readonly events: readonly News[]; readonly secret: string | null;
  readonly former: { readonly secret: string; readonly until: Instant } | null; // signs too, until then
  readonly enabled: boolean; readonly disabledBecause: string | null; // null where the merchant switched it off
  readonly failingSince: Instant | null; // no message arrived since
  readonly createdAt: Instant;
};

/** One message for one endpoint: its words are fixed when it is made, and `id` is what the receiver tells repeats by. */
export type Delivery = {
  readonly shop: ShopId; readonly id: string; readonly endpointId: string; readonly orderId: OrderId | null; readonly caseId: CaseId | null; readonly type: News | "test"; readonly body: string; readonly createdAt: Instant;
  readonly state: "pending" | "delivered" | "failed"; readonly attempts: number;
  readonly lastAt: Instant | null; readonly lastStatus: number | null; readonly lastWords: string | null; readonly tookMs: number | null;
};

/** Endpoints and what was sent to them, within a transaction or without. */
export interface Endpoints {
  of(shop: ShopId): Promise<readonly Endpoint[]>; // oldest first
  find(shop: ShopId, id: string): Promise<Endpoint | null>; // locked for this transaction
  save(endpoint: Endpoint): Promise<void>;
  remove(shop: ShopId, id: string): Promise<void>; // with its deliveries
  addDeliveries(deliveries: readonly Delivery[]): Promise<void>; // a known id is left as it is
  delivery(shop: ShopId, id: string): Promise<Delivery | null>; // locked for this transaction
  saveDelivery(delivery: Delivery): Promise<void>; // what came of it; its words never change
  /** The newest first, of all endpoints. */
  latest(shop: ShopId, limit: number): Promise<readonly Delivery[]>;
  /** Failed ones of an endpoint made since, oldest first, locked for this transaction. */
  failed(shop: ShopId, endpointId: string, since: Instant, limit: number): Promise<readonly Delivery[]>;
  /** Deletes deliveries made before `before` that are over. Returns how many went. */
  prune(before: Instant): Promise<number>;
}

/** Whether messages can be sent to an https address now: null, or why not, in a merchant's words. */
export type AddressCheck = (url: string) => Promise<string | null>;
