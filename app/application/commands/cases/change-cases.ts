import { MOST_CASES, type CaseChange, type CaseResult } from "#app/contracts/case-requests.ts";
import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import { authorOf, memberOf } from "#app/domain/workflows/cases/case-settings.ts";
import { changeCase, type CaseAuthor, type CaseChanged, type CaseWish } from "#app/domain/workflows/cases/change-case.ts";
import { merge } from "#app/domain/workflows/cases/merge.ts";
import type { Clock, Jobs, Store, Transact } from "../../ports.ts";
import { resolvedNews } from "./resolved-news.ts";

/** What changing cases needs of the outside. */
export type CasePorts = { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs };

/** Does to each case what somebody wants. Each stands for itself: what cannot be done with one is said and keeps the others from nothing. */
export const changeCases =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, ids, wish, userId, by, memberId, key }: CaseChange): Promise<readonly CaseResult[]> => {
    const results: CaseResult[] = [];
    for (const id of [...new Set(ids)].slice(0, MOST_CASES)) {
      results.push(await transact(async (store) => {
        const { cases: settings } = await store.work.of(shop);
        const author = { by: by ?? authorOf(settings, userId), at: clock(), key, settings };
        return wish.kind === "merge" ? mergeOne(store, shop, id, wish.into, author) : changeOne(store, shop, id, wish.kind === "take" ? { kind: "take", memberId: memberId ?? memberOf(settings, userId)?.id ?? null } : wish, author);
      }));
    }
    if (results.some(({ outcome }) => outcome === "changed")) await jobs.wake("dispatch_outbox");
    return results;
  };

const missing = (id: CaseId): CaseResult => ({ id, outcome: "refused", because: "This case does not exist any more." });

const changeOne = async (store: Store, shop: ShopId, id: CaseId, wish: CaseWish, author: CaseAuthor): Promise<CaseResult> => {
  const one = await store.cases.find(shop, id);
  if (one === null) return missing(id);
  const result: CaseChanged = changeCase(one, wish, author);
  if (result.outcome !== "changed") return { id, outcome: result.outcome, because: result.because };
  await store.cases.save([result.case]);
  await store.cases.tell(shop, result.events);
  if (result.case.status === "resolved" && one.status !== "resolved") await store.outbox.add(shop, resolvedNews(result.case), author.at);
  return { id, outcome: "changed", because: result.events[0]?.text ?? "" };
};

/** Locked in the order of their ids, so that two people who merge the same two crosswise do not wait for each other. */
const mergeOne = async (store: Store, shop: ShopId, id: CaseId, into: CaseId, author: CaseAuthor): Promise<CaseResult> => {
  const first = await store.cases.find(shop, id < into ? id : into);
  const second = await store.cases.find(shop, id < into ? into : id);
  const [part, whole] = id < into ? [first, second] : [second, first];
  if (part === null || whole === null) return missing(part === null ? id : into);
  const result = merge(part, whole, author);
  if (result.outcome === "refused") return { id, outcome: "refused", because: result.because };
  await store.cases.save(result.cases);
  await store.cases.tell(shop, result.events);
  await store.outbox.add(shop, resolvedNews(result.cases[0]), author.at);
  return { id, outcome: "changed", because: result.events[0]?.text ?? "" };
};
