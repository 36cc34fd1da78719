import { LEFT_AFTER } from "#app/domain/decisions/catching-up.ts";
import { minus } from "#app/domain/shared/time.ts";
import type { CarrierFeeds, Clock, FeedDirectory, Log, ShopDirectory } from "../ports.ts";

/** What coming back needs of the outside. */
export type ComeBackPorts = {
  readonly feeds: CarrierFeeds; readonly directory: Pick<FeedDirectory, "connections" | "hurry">; readonly shops: Pick<ShopDirectory, "left" | "markReturned">;
  readonly clock: Clock; readonly log: Log;
};

/**
 * Before work begins: finds the shops nobody worked for, has every feed asked at once about what it may have pushed in vain, and
 * notes the return, so that nothing is judged before the answers are in. The absence is noted last: interrupted, it is found again.
 */
export const comeBack =
  ({ feeds, directory, shops, clock, log }: ComeBackPorts) =>
  async (): Promise<{ readonly shops: number; readonly parcels: number }> => {
    const now = clock();
    const left = await shops.left(minus(now, LEFT_AFTER));
    let parcels = 0;
    for (const { shop, since } of left) {
      let asked = 0;
      for (const { source } of await directory.connections(shop)) asked += await directory.hurry(shop, source, since, now, feeds[source].about.limits);
      await shops.markReturned(shop, now);
      log.for(shop).info("shop.returned_to", { since: new Date(since).toISOString(), asked });
      parcels += asked;
    }
    return { shops: left.length, parcels };
  };
