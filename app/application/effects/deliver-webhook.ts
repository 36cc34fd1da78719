import { days, since, type Instant } from "#app/domain/shared/time.ts";
import { isNews } from "#app/domain/workflows/news.ts";
import { NEWS_WORDS } from "#app/domain/workflows/news-words.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { Clock, Delivery, DispatchResult, Endpoint, Store, Transact, WebhookSender, WebhookSent } from "../ports.ts";
import { nextAttempt } from "./delivery-schedule.ts";

/** An endpoint at which nothing has arrived for so long is switched off. */
const LONGEST_FAILURE = days(5);

/** Tells the merchant that an endpoint was switched off. Best effort: its page says it anyway. */
export type TellSwitchedOff = (endpoint: Endpoint, because: string, now: Instant) => Promise<void>;

type Ports = { readonly transact: Transact; readonly webhooks: WebhookSender; readonly clock: Clock; readonly random: () => number; readonly switchedOff: TellSwitchedOff };

/**
 * Sends one message to one endpoint and notes what came of it. Killed between the two it is sent again under the same id, by which
 * the receiver knows it. An endpoint that wants no more, or at which nothing arrives for days, is switched off.
 */
export const deliverWebhook =
  ({ transact, webhooks, clock, random, switchedOff }: Ports): Effect<"deliver_webhook"> =>
  async (item, { deliveryId, endpointId }, now) => {
    const [delivery, endpoint, shop] = await transact(async ({ endpoints, shops }) => [await endpoints.delivery(item.shop, deliveryId), await endpoints.find(item.shop, endpointId), await shops.find(item.shop)] as const);
    if (delivery === null || endpoint === null) return { outcome: "skipped", because: "The endpoint or the message was removed." };
    if (delivery.state !== "pending") return { outcome: "skipped", because: "It is settled already." };
    const isTest = delivery.type === "test";
    const refuse = async (because: string): Promise<DispatchResult> => {
      await transact(({ endpoints }) => endpoints.saveDelivery({ ...delivery, state: "failed", lastAt: now, lastStatus: null, lastWords: because, tookMs: null }));
      return { outcome: "skipped", because };
    };
    if (shop === null || shop.uninstalledAt !== null) return refuse("The shop has uninstalled the app.");
    if (!endpoint.enabled && !isTest) return refuse("The endpoint is switched off.");
    if (endpoint.secret === null) return refuse("The signing secret cannot be read any more; make a new one.");

    const secrets = [endpoint.secret, ...(endpoint.former !== null && endpoint.former.until > now ? [endpoint.former.secret] : [])];
    const sent = await webhooks({ shop: item.shop, url: endpoint.url, secrets, id: delivery.id, body: delivery.body, now });
    const ended = clock();
    const result = resultOf(sent, isTest ? null : nextAttempt(item.attempts, ended, random(), sent.outcome === "unavailable" ? sent.retryAt : null));
    const tried: Delivery = { ...delivery, state: stateOf(result), attempts: delivery.attempts + 1, lastAt: ended, lastStatus: sent.status, lastWords: wordsOf(sent), tookMs: since(now, ended) };
    const because = await transact((store) => note(store, tried, ended, isTest));
    if (because !== null) await switchedOff(endpoint, because, ended).catch(() => undefined);
    return result;
  };

const resultOf = (sent: WebhookSent, again: Instant | null): DispatchResult => {
  if (sent.outcome === "sent") return { outcome: "sent", detail: sent.detail };
  return sent.outcome === "unavailable" && again !== null ? { outcome: "retry", because: sent.because, at: again } : { outcome: "failed", because: sent.because };
};

const stateOf = ({ outcome }: DispatchResult): Delivery["state"] => (outcome === "sent" ? "delivered" : outcome === "retry" ? "pending" : "failed");

const wordsOf = (sent: WebhookSent): string => (sent.outcome === "sent" ? `Answered ${sent.status}.` : sent.because);

/** Notes an attempt at the delivery, the endpoint and the case. Answers why the endpoint was switched off by it, or null. */
const note = async ({ endpoints, cases }: Store, tried: Delivery, now: Instant, isTest: boolean): Promise<string | null> => {
  const { shop, caseId } = tried;
  const endpoint = await endpoints.find(shop, tried.endpointId);
  await endpoints.saveDelivery(tried);
  if (tried.state === "delivered" && caseId !== null && (await cases.find(shop, caseId)) !== null) {
    await cases.tell(shop, [{ caseId, key: `webhook:${tried.id}`, at: now, by: "hither", kind: "told_out", text: `${new URL(endpoint?.url ?? "https://an.endpoint").hostname} was told: ${isNews(tried.type) ? NEWS_WORDS[tried.type] : tried.type}.` }]);
  }
  if (endpoint === null) return null;
  if (tried.state === "delivered") {
    if (endpoint.failingSince !== null) await endpoints.save({ ...endpoint, failingSince: null });
    return null;
  }
  const failingSince = endpoint.failingSince ?? (isTest ? null : now);
  const because = tried.lastStatus === 410 ? "It answered 410: it wants no more messages." : failingSince !== null && since(failingSince, now) > LONGEST_FAILURE ? "No message has arrived there for five days." : null;
  const off = because !== null && endpoint.enabled;
  await endpoints.save({ ...endpoint, failingSince, ...(off && { enabled: false, disabledBecause: because }) });
  return off ? because : null;
};
