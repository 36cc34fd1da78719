import type { ActId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import type { Spent } from "#app/domain/workflows/acts/judge-act.ts";

/** An act as it is kept while it is carried out. */
export type KeptAct = Act & {
  readonly startedAt: Instant | null; // when it was first handed to Shopify
  readonly busyUntil: Instant | null; // until then whoever is at it is left alone; null: nobody is
};

/** Acts within one transaction. */
export interface ActStore {
  /** Adds acts; one that is known is left as it is. */
  add(acts: readonly Act[]): Promise<void>;
  /** Lets one transaction at a time judge and change the acts of a shop, so that two together never exceed a budget. */
  lock(shop: ShopId): Promise<void>;
  find(shop: ShopId, id: ActId): Promise<KeptAct | null>;
  /** What was given away without this act; null when the order is not known. `today`: when the shop's day began. */
  spent(shop: ShopId, act: { readonly id: ActId; readonly orderId: OrderId }, today: Instant, now: Instant): Promise<Spent | null>;
  /** What other acts made at Shopify for the shopper of this order since: by it a credit of another act is not taken for this one's. */
  madeForShopper(shop: ShopId, act: { readonly id: ActId; readonly orderId: OrderId }, since: Instant): Promise<{ readonly gids: readonly string[]; readonly running: readonly Pick<Act, "id" | "request">[] }>;
  save(act: KeptAct): Promise<void>;
}
