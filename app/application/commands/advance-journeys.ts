import { advance, type Circumstances } from "#app/domain/journeys/advance.ts";
import { catchingUpUntil } from "#app/domain/decisions/catching-up.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Store } from "../ports.ts";

/** Loads the journeys of these orders under the shop's policy, advances each by its facts and saves what follows. Without facts it asks what the time that has passed means. */
export const advanceJourneys = async (store: Store, shop: ShopId, facts: ReadonlyMap<OrderId, readonly Fact[]>, { model, now, mode }: Omit<Circumstances, "policy" | "catchingUp">): Promise<void> => {
  const policy = await store.policies.of(shop);
  const catchingUp = catchingUpUntil((await store.shops.find(shop))?.returnedAt ?? null, now);
  const journeys = await store.journeys.load(shop, [...facts.keys()]);
  await store.journeys.save(journeys.map((journey) => advance(journey, facts.get(journey.orderId) ?? [], { policy, model, now, mode, catchingUp })), now);
};
