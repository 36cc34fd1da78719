import type { ActRequested } from "#app/contracts/act-views.ts";
import { dateIn, startOfDay } from "#app/domain/shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Act, ActRequest, AskedBy } from "#app/domain/workflows/acts/act.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { carryOutIntent } from "#app/domain/workflows/acts/act-intents.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import { isAutomatic } from "#app/domain/workflows/acts/asked-by.ts";
import { checkRequest } from "#app/domain/workflows/acts/check-request.ts";
import { wrongCurrency } from "#app/domain/workflows/acts/for-all.ts";
import { judgeAct } from "#app/domain/workflows/acts/judge-act.ts";
import type { Clock, Jobs, Store, Transact } from "../../ports.ts";
import { endAct } from "./end-act.ts";
import { tellCase } from "./tell-case.ts";

/** What asking for an act needs of the outside. */
export type RequestPorts = { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs };

/**
 * An act somebody wants. `key` names the wish: `merchant:<nonce>`, `rule:<rule>.<case>`, `flow:<run>`, `slack:<interaction>`; the same key is the same act.
 * `sure`: a person was told what speaks against it. `costMinor`: what a preview found it to give away, where there was one. `currency`: what the amount was said in, where that
 * may be another than the order's, for which it is refused.
 */
export type WantedAct = {
  readonly shop: ShopId; readonly orderId: OrderId; readonly shipmentId: ShipmentId | null; readonly caseId: CaseId | null;
  readonly request: ActRequest; readonly by: AskedBy; readonly key: string; readonly sure?: boolean; readonly costMinor?: number | null; readonly currency?: string;
};

/** Asks for an act at Shopify. Nothing is called here: it waits for its undo window, is judged again, and is carried out from the outbox. */
export const requestAct =
  ({ transact, clock, jobs }: RequestPorts) =>
  async (wanted: WantedAct): Promise<ActRequested> => {
    const fault = checkRequest(wanted.request);
    if (fault !== null) return { outcome: "refused", because: fault.because, field: fault.field };
    const asked = await transact((store) => ask(store, wanted, clock()));
    if (asked.outcome === "waiting") await jobs.wake("dispatch_outbox");
    return asked;
  };

const ask = async (store: Store, wanted: WantedAct, now: Instant): Promise<ActRequested> => {
  const { shop, request, by, shipmentId } = wanted;
  const id = actId(wanted.key);
  await store.acts.lock(shop);
  const known = await store.acts.find(shop, id);
  if (known) return { outcome: "known", actId: id, state: known.state };
  const spent = await store.acts.spent(shop, { id, orderId: wanted.orderId }, await startOfToday(store, shop, now), now);
  if (!spent) return { outcome: "not_found" };
  const { acts: limits } = await store.work.of(shop);
  const costMinor = wanted.costMinor ?? statedCost(request);
  const otherCurrency = wanted.currency === undefined ? null : wrongCurrency(request, wanted.currency, spent.currency);
  if (otherCurrency !== null) return { outcome: "refused", because: otherCurrency, field: null };
  const verdict = judgeAct({ request, shipmentId, costMinor }, spent, limits, { by, sure: wanted.sure ?? false });
  const act: Act = {
    shop, id, orderId: wanted.orderId, shipmentId, caseId: wanted.caseId, request, by, state: "waiting", askedAt: now, dueAt: plus(now, minutes(limits.undoMinutes)), endedAt: null,
    costMinor, currency: spent.currency, result: null, made: null,
  };
  if (verdict.verdict !== "allowed") {
    if (isAutomatic(by)) await keepRefusal(store, act, verdict.because, now); // nobody sees the answer, so it is written down
    return verdict.verdict === "ask" ? { outcome: "ask", because: verdict.because } : { outcome: "refused", because: verdict.because, field: null };
  }
  await store.acts.add([act]);
  await store.outbox.add(shop, [carryOutIntent(act)], now);
  await tellCase(store, act, "asked", `${actWords(request, spent.currency)} was asked for.`, now);
  if (!isAutomatic(by)) await moveCase(store, act, now);
  return { outcome: "waiting", actId: id, dueAt: act.dueAt };
};

/** A person who has something done about a case has moved it: nobody needs to be reminded of it now. */
const moveCase = async (store: Store, { shop, caseId }: Act, now: Instant): Promise<void> => {
  const one = caseId === null ? null : await store.cases.find(shop, caseId);
  if (one && one.status !== "resolved") await store.cases.save([{ ...one, movedAt: now }]);
};

const keepRefusal = async (store: Store, act: Act, because: string, now: Instant): Promise<void> => {
  await store.acts.add([act]);
  await endAct(store, act.shop, act.id, { state: "refused", result: because, made: undefined }, now);
};

/** What a request says itself that it gives away; null where only Shopify knows. */
export const statedCost = (request: ActRequest): number | null => {
  if (request.kind === "store_credit" || request.kind === "refund") return request.amountMinor;
  return request.kind === "discount" && "amountMinor" in request.worth ? request.worth.amountMinor : null;
};

/** When the shop's present day began. */
export const startOfToday = async (store: Pick<Store, "shops">, shop: ShopId, now: Instant): Promise<Instant> => {
  const record = await store.shops.find(shop);
  return record ? startOfDay(dateIn(now, record.zone), record.zone) : now;
};
