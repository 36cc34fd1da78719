import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { checkoutDateOf } from "#app/domain/journeys/dates.ts";
import { advance, type Circumstances } from "#app/domain/journeys/advance.ts";
import { catchingUpUntil, listensFrom } from "#app/domain/decisions/catching-up.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { OrderPast } from "#app/domain/workflows/rules/situation.ts";
import type { Store } from "../ports.ts";
import type { ShopModels } from "../queries/shop-model.ts";
import { shownAtCheckout } from "../queries/shown-at-checkout.ts";
import { followClocks } from "./ftc/follow-clocks.ts";

/** How to advance: with which shops' models, when, and whether live or as history. */
export type Advancing = Pick<Circumstances, "now" | "mode"> & { readonly models: ShopModels };

/**
 * Loads the journeys of these orders under the shop's policy and model, advances each by its facts and saves what follows. Without facts it asks what the
 * time that has passed means. What checkout showed for a new order enters the promise ledger with it, and its ship-by clock begins.
 */
export const advanceJourneys = async (store: Store, shop: ShopId, facts: ReadonlyMap<OrderId, readonly Fact[]>, { models, now, mode }: Advancing): Promise<void> => {
  const policy = await store.policies.of(shop);
  const work = await store.work.of(shop);
  const incidents = await store.incidents.running(shop);
  const { model, silences } = await models(store.dates, shop, policy, now);
  const record = await store.shops.find(shop);
  const returnedAt = record?.returnedAt ?? null;
  const [catchingUp, listeningFrom] = [catchingUpUntil(returnedAt, now), listensFrom(returnedAt)];
  const pasts = work.rules.some((rule) => rule.mode !== "off") ? await store.rules.pasts(shop, [...facts.keys()]) : new Map<OrderId, OrderPast>();
  const journeys = await store.journeys.load(shop, [...facts.keys()]);
  const steps = journeys.map((journey) => advance(journey, facts.get(journey.orderId) ?? [], { policy, work, model, silences, incidents, now, mode, catchingUp, listeningFrom, pasts }));
  await store.journeys.save(steps, now);
  const bought = steps.flatMap(({ before, after: { order } }) => (order !== null && order.checkoutDate !== null && before.order?.checkoutDate == null ? [order] : []));
  const tables = new Map<string, PublishedDateTable | null>();
  for (const id of new Set(bought.flatMap((order) => checkoutDateOf(order)?.table ?? []))) tables.set(id, await store.dates.tableNamed(shop, id));
  const shown = bought.flatMap((order) => shownAtCheckout(order, policy, tables.get(checkoutDateOf(order)?.table ?? "") ?? null));
  if (shown.length > 0) await store.ledger.add(shop, shown);
  await followClocks(store, shop, steps.map(({ after }) => after), { settings: work.shipBy, country: record?.country ?? null, zone: policy.rules.zone, shown, now });
};
