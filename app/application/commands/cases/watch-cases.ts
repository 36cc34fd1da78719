import type { ShopId } from "#app/domain/shared/ids.ts";
import { watchCase } from "#app/domain/workflows/cases/watch-case.ts";
import type { DueCase, Store } from "../../ports.ts";
import { beginClaims } from "../claims/begin-claims.ts";
import { ruleOnNews } from "../rules/rule-on-news.ts";
import type { CasePorts } from "./change-cases.ts";

/** Looks at cases whose time has come: gives them to somebody, passes on what nobody moved, keeps shoppers informed. Costs nothing for cases that are not due. */
export const watchCases =
  ({ transact, clock, jobs }: CasePorts) =>
  async (limit: number): Promise<{ readonly looked: number }> => {
    const looked = await transact(async (store) => {
      const now = clock();
      const due = await store.cases.takeDue(limit, now);
      const ofShop = Map.groupBy(due, ({ case: { shop } }) => shop);
      for (const [shop, cases] of [...ofShop].sort(([a], [b]) => (a < b ? -1 : 1))) await watchShop(store, shop, cases, now);
      return due.length;
    });
    if (looked > 0) await jobs.wake("dispatch_outbox");
    return { looked };
  };

/** One after the other, because whom a case is given to depends on who was given the one before. */
const watchShop = async (store: Store, shop: ShopId, due: readonly DueCase[], now: Parameters<Store["cases"]["takeDue"]>[1]): Promise<void> => {
  const [{ cases: settings }, policy, before] = [await store.work.of(shop), await store.policies.of(shop), await store.cases.load(shop)];
  const load = new Map(before);
  const count = (owner: typeof due[number]["case"]["ownerId"], by: number) => void (owner !== null && load.set(owner, (load.get(owner) ?? 0) + by));
  const watched = due.map(({ case: one, about, trail }) => {
    const result = watchCase(one, { settings, policy, load, about, trail, now });
    if (result.case.ownerId !== one.ownerId) { count(one.ownerId, -1); count(result.case.ownerId, 1); }
    return { ...result, before: one };
  });
  await store.cases.save(watched.flatMap((one) => (one.case === one.before ? [] : [one.case])));
  await store.cases.tell(shop, watched.flatMap(({ events }) => events));
  await store.outbox.add(shop, watched.flatMap(({ intents }) => intents), now);
  await ruleOnNews(store, shop, watched.flatMap(({ intents }) => intents), now);
  await store.cases.lookAgain(shop, watched.map((one) => ({ id: one.case.id, at: one.lookAgainAt })));
  await beginClaims(store, shop, watched.map((one) => one.case), now);
};
