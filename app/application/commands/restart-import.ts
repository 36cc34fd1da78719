import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, HistoryStore, Jobs } from "../ports.ts";

/** Starts the back-fill again, for example after it failed. A running one goes on. What was imported stays. */
export const restartImport =
  ({ history, clock, jobs }: { readonly history: HistoryStore; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (shop: ShopId): Promise<void> => {
    await history.start(shop, clock());
    await jobs.wake("continue_import", shop);
  };

/** Wakes imports that stand still because the process that worked on them is gone. */
export const wakeImports =
  ({ history, jobs }: { readonly history: HistoryStore; readonly jobs: Jobs }) =>
  async (limit: number): Promise<void> => {
    for (const shop of await history.unfinished(limit)) await jobs.wake("continue_import", shop);
  };
