import type pg from "pg";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { keyedMutex } from "./keyed-mutex.ts";

/** Runs `work` while nobody else, in this process or another, runs work under the same shop's lock. */
export type ShopLock = <T>(shop: ShopId, work: () => Promise<T>) => Promise<T>;

/**
 * Within the process callers queue in memory; across processes one session lock per shop is held on a connection of a
 * pool of its own, so that the work itself never waits for the connection that holds its lock. Without `locks` (embedded
 * database, one process by construction) the queue in memory is all there is to it.
 */
export const shopLock = (locks: pg.Pool | null): ShopLock => {
  const oneByOne = keyedMutex();
  return (shop, work) =>
    oneByOne(shop, async () => {
      if (!locks) return work();
      const client = await locks.connect();
      let broken: Error | undefined;
      const breaks = (fault: Error) => { broken = fault; };
      client.on("error", breaks);
      try {
        await client.query("SELECT pg_advisory_lock(hashtextextended($1, 1))", [shop]);
        return await work();
      } finally {
        await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 1))", [shop]).catch((fault: Error) => { broken = fault; });
        client.off("error", breaks);
        client.release(broken); // a broken connection is thrown away, and its lock with it
      }
    });
};
