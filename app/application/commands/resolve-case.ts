import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import { resolve, type Case, type Resolution } from "#app/domain/workflows/case.ts";
import { resolvedEvent } from "#app/domain/workflows/cases/change-case.ts";
import type { Store } from "../ports.ts";
import type { CasePorts } from "./cases/change-cases.ts";
import { resolvedNews } from "./cases/resolved-news.ts";

type By = Exclude<Resolution["by"], "carrier" | "hither">;

/** What became of the wish to close a case. */
export type CaseResolved = { readonly outcome: "resolved" } | { readonly outcome: "already_resolved" } | { readonly outcome: "not_found" };

/** Closes cases within a transaction: state, story and news together. `author`: as in a story, `flow:<run>` or `slack:<user>`. */
export const closeAll = async (store: Store, shop: ShopId, cases: readonly Case[], resolution: Resolution, author: string): Promise<readonly Case[]> => {
  const closed = cases.flatMap((one) => {
    const result = resolve(one, resolution);
    return result.outcome === "resolved" ? [result.case] : [];
  });
  await store.cases.save(closed);
  await store.cases.tell(shop, closed.map((one) => resolvedEvent(one, author)));
  await store.outbox.add(shop, closed.flatMap(resolvedNews), resolution.at);
  return closed;
};

/** A person, a workflow or a rule closes one case. Closing it twice is answered, not repeated. `author` defaults to whoever `by` names. */
export const resolveCase =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, caseId, by, resolution, author = by }: { readonly shop: ShopId; readonly caseId: CaseId; readonly by: By; readonly resolution: string; readonly author?: string }): Promise<CaseResolved> => {
    const outcome = await transact(async (store): Promise<CaseResolved> => {
      const one = await store.cases.find(shop, caseId);
      if (!one) return { outcome: "not_found" };
      const closed = await closeAll(store, shop, [one], { by, resolution, at: clock() }, author);
      return closed.length === 0 ? { outcome: "already_resolved" } : { outcome: "resolved" };
    });
    if (outcome.outcome === "resolved") await jobs.wake("dispatch_outbox");
    return outcome;
  };
