import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import { lookAtClock } from "#app/domain/workflows/ftc/look-at-clock.ts";
import { shipByApplies } from "#app/domain/workflows/ftc/ship-by-settings.ts";
import type { ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";
import type { Clock, Jobs, Store, Transact } from "../../ports.ts";
import { followClocks } from "./follow-clocks.ts";
import { keepLook } from "./keep-look.ts";

/** Looks at ship-by clocks whose time has come: reminds the merchant, asks the shopper, says what is owed. Costs nothing for clocks that are not due. */
export const watchShipClocks =
  ({ transact, clock, jobs }: { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (limit: number): Promise<{ readonly looked: number }> => {
    const looked = await transact(async (store) => {
      const now = clock();
      const due = await store.shipClocks.takeDue(limit, now);
      const ofShop = Map.groupBy(due, ({ shop }) => shop);
      for (const [shop, clocks] of [...ofShop].sort(([a], [b]) => (a < b ? -1 : 1))) await watchShop(store, shop, clocks, now);
      return due.length;
    });
    if (looked > 0) await jobs.wake("dispatch_outbox");
    return { looked };
  };

/** Each is first brought up to what its order is now: while a clock is switched off nobody follows it. */
const watchShop = async (store: Store, shop: ShopId, due: readonly ShipClock[], now: Instant): Promise<void> => {
  const [record, policy, work] = [await store.shops.find(shop), await store.policies.of(shop), await store.work.of(shop)];
  const applies = record !== null && shipByApplies(work.shipBy, record.country);
  // Who uninstalled may come back; who switches it on has all of them looked at.
  if (!applies || record.uninstalledAt !== null) return store.shipClocks.save(due.map((one) => ({ ...one, lookAt: applies ? plus(now, days(1)) : null })));
  const { zone } = policy.rules;
  const journeys = await store.journeys.load(shop, due.map(({ orderId }) => orderId));
  const clocks = await followClocks(store, shop, journeys, { settings: work.shipBy, country: record.country, zone, shown: [], now });
  for (const journey of journeys) {
    const one = clocks.get(journey.orderId);
    if (one !== undefined) await keepLook(store, journey, lookAtClock(one, { settings: work.shipBy, mayWrite: policy.emailShoppers, zone, now }), { work, now });
  }
};
