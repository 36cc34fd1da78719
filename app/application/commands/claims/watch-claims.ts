import { claimFacts } from "#app/domain/journeys/claim-facts.ts";
import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import { earliest, type Instant } from "#app/domain/shared/time.ts";
import { startOfDay } from "#app/domain/shared/calendar.ts";
import { claimClock } from "#app/domain/workflows/claims/claim-clock.ts";
import { ruleFor } from "#app/domain/workflows/claims/claim-rule.ts";
import { lookAtClaim, type Claim } from "#app/domain/workflows/claims/claim.ts";
import { READY_CLAIM_RULES } from "#app/domain/workflows/claims/ready-claim-rules.ts";
import type { Clock, Store, Transact } from "../../ports.ts";

/** Looks at claims whose time has come: says when one can be filed, and when its last day is near. Costs nothing for claims that are not due. */
export const watchClaims =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  (limit: number): Promise<{ readonly looked: number }> =>
    transact(async (store) => {
      const now = clock();
      const due = await store.claims.takeDue(limit, now);
      const ofShop = Map.groupBy(due, ({ shop }) => shop);
      for (const [shop, claims] of [...ofShop].sort(([a], [b]) => (a < b ? -1 : 1))) await watchShop(store, shop, claims, now);
      return { looked: due.length };
    });

const watchShop = async (store: Store, shop: ShopId, due: readonly Claim[], now: Instant): Promise<void> => {
  const record = await store.shops.find(shop);
  if (record === null) return store.claims.save(due.map((one) => ({ ...one, lookAt: null })));
  const { zone, country: home } = record;
  const { claims: own } = await store.work.of(shop);
  const journeys = new Map((await store.journeys.load(shop, [...new Set(due.map(({ orderId }) => orderId))])).map((one) => [one.orderId, one]));
  const looked = due.map((claim) => {
    const journey = journeys.get(claim.orderId);
    const facts = journey === undefined ? null : claimFacts(journey, claim.shipmentId, { home, zone });
    if (facts === null) return { claim: { ...claim, lookAt: null }, events: [] };
    const rule = ruleFor(own, READY_CLAIM_RULES, facts, claim.kind);
    const solved = journey?.endedCases.some((one) => one.id === claim.caseId && one.resolvedBy === "carrier") ?? false;
    return lookAtClaim(claim, claimClock(facts, rule, claim.kind, zone, now), { rule: rule?.id ?? null, solved, zone, now });
  });
  await store.claims.save(looked.map(({ claim }) => claim));
  const events = looked.flatMap((one) => one.events);
  await store.cases.tell(shop, events);
  for (const { claim } of looked.filter((one) => one.events.some(({ key }) => key.startsWith("claim:closes:")))) await hurry(store, shop, claim, claim.latestOn === null ? null : startOfDay(claim.latestOn, zone));
};

/** A case whose claim is about to lapse is due before it does. */
const hurry = async (store: Store, shop: ShopId, { caseId }: { readonly caseId: CaseId }, lastDay: Instant | null): Promise<void> => {
  const one = await store.cases.find(shop, caseId);
  if (one === null || one.status === "resolved" || lastDay === null || one.dueAt <= lastDay) return;
  await store.cases.save([{ ...one, dueAt: earliest(one.dueAt, lastDay) }]);
};
