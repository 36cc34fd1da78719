import { expect, it } from "vitest";
import { at, ORDER, SHOP, shipment } from "../../../tests/builders/journey.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { DispatchResult, OutboxItem, Store, Transact } from "../ports.ts";
import { dispatchOutbox, retry, type Effects } from "./dispatch-outbox.ts";

const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };
const REGISTER: Intent = { kind: "register_tracker", shipmentId: shipment().id, orderId: ORDER, number: "1Z1" };
const FETCH: Intent = { kind: "fetch_order", orderId: ORDER };

/** What becomes of an intent at its n-th attempt when the other side is away. */
const settled = async (intent: Intent, attempts: number): Promise<DispatchResult | undefined> => {
  const results: DispatchResult[] = [];
  const item: OutboxItem = { id: "1", shop: SHOP, key: "k", intent, attempts, createdAt: at(0) };
  const store = { outbox: { claim: async () => [item], settle: async (_item: OutboxItem, result: DispatchResult) => { results.push(result); return true; } } } as unknown as Store;
  const transact: Transact = (work) => work(store);
  const away = async (one: OutboxItem) => retry(one, "Nobody answers.", at(1));
  const effects = { register_tracker: away, fetch_order: away } as unknown as Effects;
  await dispatchOutbox({ transact, effects, clock: () => at(1), log: silent })(10);
  return results[0];
};

it("gives up what nobody takes after twelve attempts, and says so", async () => {
  expect(await settled(FETCH, 11)).toMatchObject({ outcome: "retry" });
  expect(await settled(FETCH, 12)).toEqual({ outcome: "failed", because: "Nobody answers. (gave up after 12 attempts)" });
});

it("waits for days until a feed takes a parcel: one that nobody watches is never heard of", async () => {
  expect(await settled(REGISTER, 12)).toMatchObject({ outcome: "retry", at: at(2) });
  expect(await settled(REGISTER, 96)).toMatchObject({ outcome: "retry", at: at(2) });
  expect(await settled(REGISTER, 110)).toMatchObject({ outcome: "failed" });
});
