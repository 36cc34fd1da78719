import { promisedOf } from "#app/domain/journeys/journey.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import { applyRules, tellingsOf } from "#app/domain/workflows/rules/apply-rules.ts";
import { NO_PAST } from "#app/domain/workflows/rules/situation.ts";
import type { Store } from "../../ports.ts";

/**
 * What the merchant's rules make of news that no scan brought, like a case that is overdue: judged and kept in the transaction that tells of it. Costs one read where no rule
 * listens. News of a parcel that is advanced is judged there.
 */
export const ruleOnNews = async (store: Store, shop: ShopId, intents: readonly PlannedIntent[], now: Instant): Promise<void> => {
  const work = await store.work.of(shop);
  const tellings = tellingsOf(intents).filter(({ news }) => work.rules.some((rule) => rule.mode !== "off" && rule.trigger === news));
  const orders = [...new Set(tellings.flatMap(({ orderId }) => orderId ?? []))].toSorted((a, b) => (a < b ? -1 : 1));
  if (orders.length === 0) return;
  const [{ rules: { zone, workingDays } }, pasts] = [await store.policies.of(shop), await store.rules.pasts(shop, orders)];
  for (const journey of await store.journeys.load(shop, orders)) {
    const { order, shipments, openCases, endedCases } = journey;
    for (const telling of tellings.filter(({ orderId }) => orderId === journey.orderId)) {
      const shipment = shipments.find((one) => one.id === telling.shipmentId) ?? null;
      const promised = telling.shipmentId === null ? null : promisedOf(journey, telling.shipmentId);
      const ruling = applyRules([telling], { shop, shipment, order, promised, cases: [...openCases, ...endedCases], past: pasts.get(journey.orderId) ?? NO_PAST, zone, workingDays, work, now });
      await store.cases.save(ruling.cases);
      await store.cases.tell(shop, ruling.events);
      await store.rules.keep(shop, ruling);
      await store.outbox.add(shop, ruling.intents, now);
    }
  }
};
