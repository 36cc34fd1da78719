import { minus, minutes, plus, since, type Duration, type Instant } from "#app/domain/shared/time.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { AdminApi, Clock, Jobs, Log, NewMessage, Transact } from "../ports.ts";
import type { Received } from "./receive-messages.ts";

/** What a comparison needs of the outside. */
export type ReconcilePorts = {
  readonly transact: Transact; readonly admin: AdminApi; readonly clock: Clock; readonly log: Log;
  readonly receive: (messages: readonly NewMessage[]) => Promise<Received>;
};

/** How often each shop is compared with Shopify. */
export const SYNC_EVERY = minutes(15);
/** Shopify's index lags behind its webhooks: windows overlap by this much. */
const OVERLAP = minutes(10);

/** `found`: orders no webhook had told. `later`: Shopify could not be asked to the end. */
export type Reconciled = { readonly outcome: "in_step"; readonly found: number } | { readonly outcome: "later"; readonly because: string };

/**
 * Finds what no webhook told: every order Shopify updated since the last sweep that the inbox has not seen in this version.
 * What it finds enters by the inbox under `order/<id>@<updated at>`, so finding it twice changes nothing.
 */
export const reconcile =
  ({ transact, admin, clock, log, receive }: ReconcilePorts) =>
  async (shop: ShopId): Promise<Reconciled> => {
    const began = clock();
    const record = await transact((store) => store.shops.find(shop));
    if (!record || record.uninstalledAt !== null) return { outcome: "in_step", found: 0 };
    const from = minus(record.syncedUntil ?? record.installedAt, OVERLAP);

    let found = 0;
    let after: string | null = null;
    do {
      const page = await admin.changedOrders(shop, from, after, clock());
      if (page.outcome !== "page") {
        const pause = page.outcome === "unavailable" ? Math.max(since(clock(), page.retryAt), minutes(1)) : SYNC_EVERY;
        await transact((store) => store.shops.putOffSync(shop, plus(clock(), pause as Duration)));
        log.for(shop).warn("reconcile.later", { because: page.because });
        return { outcome: "later", because: page.because };
      }
      const missed = await notKnown(transact, shop, page.messages);
      if (missed.length > 0) found += (await receive(missed)).accepted;
      after = page.next;
    } while (after !== null);

    await transact((store) => store.shops.markSynced(shop, began));
    log.for(shop).info("reconcile.done", { found });
    return { outcome: "in_step", found };
  };

type Dated = NewMessage & { readonly orderId: OrderId; readonly updatedAt: Instant };

const notKnown = async (transact: Transact, shop: ShopId, messages: readonly Dated[]): Promise<readonly Dated[]> => {
  const known = await transact((store) => store.journeys.versions(shop, messages.map((one) => one.orderId)));
  return messages.filter((one) => (known.get(one.orderId) ?? -Infinity) < one.updatedAt);
};

/** Wakes a reconciliation for every shop that is due. */
export const wakeDueShops =
  ({ transact, clock, jobs }: Pick<ReconcilePorts, "transact" | "clock"> & { readonly jobs: Jobs }) =>
  async (limit: number): Promise<{ readonly woken: number }> => {
    const now = clock();
    const due = await transact((store) => store.shops.dueForSync(minus(now, SYNC_EVERY), now, limit));
    for (const shop of due) await jobs.wake("reconcile", shop);
    return { woken: due.length };
  };
