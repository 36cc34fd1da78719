import type { FlowAsk } from "#app/contracts/flow-actions.ts";
import type { Clock, FlowAnswer, Jobs, ReadModels, Store, Transact } from "../../ports.ts";
import type { ShopModels } from "../../queries/shop-model.ts";
import type { requestAct } from "../acts/request-act.ts";
import { sorry, type FlowDone } from "./flow-answers.ts";
import { assignCases, notifyCustomer, recalculate, resolveCases } from "./order-actions.ts";
import { runAct, type ActWish } from "./run-act.ts";

/** What running Flow's actions needs of the outside. */
export type FlowActionPorts = {
  readonly transact: Transact; readonly reads: Pick<ReadModels, "contact">; readonly models: ShopModels; readonly requestAct: ReturnType<typeof requestAct>; readonly clock: Clock; readonly jobs: Jobs;
};

const isAct = (ask: FlowAsk): ask is FlowAsk & { readonly wish: ActWish } => ask.wish.action === "reship-order" || ask.wish.action === "give-store-credit" || ask.wish.action === "hold-fulfilment";

/**
 * Does what a run of a Flow action asks for, once. What a run does and its answer are kept in one transaction, so a repeat, also after a
 * lost answer, is answered alike and changes nothing; an act at Shopify is named by its run, and a repeat finds out what came of it.
 */
export const runFlowAction =
  (ports: FlowActionPorts) =>
  async (ask: FlowAsk): Promise<FlowAnswer> => {
    if (isAct(ask)) return (await runAct(ports, ask, ask.wish)).answer;
    // Read before the transaction: reads have connections of their own.
    const contact = ask.wish.action === "notify-customer" ? await ports.reads.contact(ask.shop, ask.orderId) : null;
    const answer = await ports.transact((store) => once(store, ports, ask, contact?.email ?? null));
    if (answer.status === 200) await ports.jobs.wake("dispatch_outbox");
    return answer;
  };

const once = async (store: Store, ports: FlowActionPorts, ask: FlowAsk, email: string | null): Promise<FlowAnswer> => {
  const { shop, run, orderId, wish: { action } } = ask;
  const known = await store.flowRuns.take(shop, run);
  if (known !== null) return known.action === action ? known.answer : { status: 409, content: { error: `The run ${run} belongs to the action ${known.action}.` } };
  const at = ports.clock();
  const { answer, words } = await perform(store, ports, ask, email);
  // What is to be asked again later is not settled yet.
  if (answer.status !== 202) await store.flowRuns.keep(shop, run, { action, orderId, at, answer, words: words ?? null });
  return answer;
};

const perform = (store: Store, { clock, models }: FlowActionPorts, { wish, ...about }: FlowAsk, email: string | null): Promise<FlowDone> => {
  const now = clock();
  switch (wish.action) {
    case "resolve-case": return resolveCases(store, about, wish.resolution, now);
    case "assign-case": return assignCases(store, about, wish.to, now);
    case "notify-customer": return notifyCustomer(store, about, wish.message, email, now);
    case "recalculate-delivery-date": return recalculate(store, about, models, now);
    // Acts are answered from their own record.
    case "reship-order": case "give-store-credit": case "hold-fulfilment": return Promise.resolve(sorry("An act is not run here."));
  }
};
