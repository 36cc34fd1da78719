import type { TestWebhook } from "#app/contracts/webhooks.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import type { Clock, Delivery, Jobs, Store, Transact } from "../../ports.ts";
import { deliverIntent } from "./deliver-intent.ts";

/** What sending needs of the outside. */
export type SendAgainPorts = { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs; readonly newId: () => string };
/** How many messages are on their way now. */
export type SentAgain = { readonly outcome: "sending"; readonly count: number } | { readonly outcome: "not_found" };

/** Of one click. */
const MOST = 1_000;

/** Sends a test to an endpoint, once and without retries, switched off or not. */
export const sendTest =
  ({ transact, clock, jobs, newId }: SendAgainPorts) =>
  async (shop: ShopId, endpointId: string): Promise<SentAgain> => {
    const now = clock();
    const body: TestWebhook = { type: "test", timestamp: iso(now), data: { shop, message: "This is a test from Hither. If its signature is right, you are done." } };
    const test: Delivery = {
      shop, id: `msg_test_${newId()}`, endpointId, orderId: null, caseId: null, type: "test", body: JSON.stringify(body), createdAt: now, state: "pending", attempts: 0, lastAt: null, lastStatus: null, lastWords: null, tookMs: null,
    };
    const sent = await transact(async ({ endpoints, outbox }): Promise<SentAgain> => {
      if ((await endpoints.find(shop, endpointId)) === null) return { outcome: "not_found" };
      await endpoints.addDeliveries([test]);
      await outbox.add(shop, [deliverIntent(test)], now);
      return { outcome: "sending", count: 1 };
    });
    await jobs.wake("dispatch_outbox");
    return sent;
  };

const again = async ({ endpoints, outbox }: Store, shop: ShopId, deliveries: readonly Delivery[], now: Instant): Promise<SentAgain> => {
  for (const one of deliveries) await endpoints.saveDelivery({ ...one, state: "pending" });
  await outbox.add(shop, deliveries.map(deliverIntent), now);
  return { outcome: "sending", count: deliveries.length };
};

/** Sends a message again under its own id, with all its retries. One that is on its way is left alone. */
export const replayDelivery =
  ({ transact, clock, jobs }: SendAgainPorts) =>
  async (shop: ShopId, id: string): Promise<SentAgain> => {
    const sent = await transact(async (store): Promise<SentAgain> => {
      const delivery = await store.endpoints.delivery(shop, id);
      return delivery === null ? { outcome: "not_found" } : again(store, shop, delivery.state === "pending" ? [] : [delivery], clock());
    });
    await jobs.wake("dispatch_outbox");
    return sent;
  };

/** Sends again everything that failed at an endpoint since, oldest first. */
export const replayFailed =
  ({ transact, clock, jobs }: SendAgainPorts) =>
  async (shop: ShopId, endpointId: string, since: Instant): Promise<SentAgain> => {
    const sent = await transact(async (store) => again(store, shop, await store.endpoints.failed(shop, endpointId, since, MOST), clock()));
    await jobs.wake("dispatch_outbox");
    return sent;
  };
