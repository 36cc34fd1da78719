import type { Fact } from "#app/domain/journeys/fact.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Clock, InboxMessage, Jobs, Log, MessageOutcome, Normalise, Store, Transact } from "../ports.ts";
import type { ShopModels } from "../queries/shop-model.ts";
import { advanceJourneys } from "./advance-journeys.ts";
import { applyShopChange } from "./apply-shop-change.ts";

/** What reading the inbox needs of the outside. */
export type InboxPorts = { readonly transact: Transact; readonly normalise: Normalise; readonly models: ShopModels; readonly clock: Clock; readonly jobs: Jobs; readonly log: Log };

/** inbox → normalise → timeline → estimate → decision → intents → outbox, in one transaction. */
export const processInbox =
  (ports: InboxPorts) =>
  async (limit: number): Promise<{ readonly processed: number }> => {
    const processed = await inOneTransaction(ports, limit).catch(() => eachByItself(ports, limit));
    if (processed > 0) await ports.jobs.wake("dispatch_outbox");
    return { processed };
  };

const inOneTransaction = ({ transact, normalise, models, clock }: InboxPorts, limit: number, taken: (message: InboxMessage) => void = () => {}): Promise<number> =>
  transact(async (store) => {
    const now = clock();
    const messages = await store.inbox.claim(limit, now);
    messages.forEach(taken);

    for (const [shop, ofShop] of byShop(messages)) {
      const heard = await understand(store, shop, ofShop, normalise, now);
      await advanceJourneys(store, shop, heard.facts, { models, now, mode: "live" });
      await store.inbox.close(heard.outcomes, now);
    }
    return messages.length;
  });

/** One message that breaks must not hold up the rest: after a failed batch each gets a transaction of its own. */
const eachByItself = async (ports: InboxPorts, limit: number): Promise<number> => {
  let done = 0;
  for (; done < limit; done += 1) {
    const taken: InboxMessage[] = [];
    try {
      if ((await inOneTransaction(ports, 1, (message) => taken.push(message))) === 0) break;
    } catch (fault) {
      const message = taken[0];
      if (!message) throw fault; // the database itself: nothing was taken, the job tries again
      const because = fault instanceof Error ? fault.message : String(fault);
      ports.log.for(message.shop).error("inbox.message_failed", { id: message.id, topic: message.topic, because });
      await ports.transact((store) => store.inbox.fail(message.id, because, ports.clock()));
    }
  }
  return done;
};

/** In a fixed order, so that two workers that meet over several shops never wait for each other in a circle. */
const byShop = (messages: readonly InboxMessage[]): [ShopId, InboxMessage[]][] => {
  const shops = new Map<ShopId, InboxMessage[]>();
  for (const message of messages) shops.set(message.shop, [...(shops.get(message.shop) ?? []), message]);
  return [...shops].sort(([a], [b]) => (a < b ? -1 : 1));
};

type Heard = { readonly facts: Map<OrderId, Fact[]>; readonly outcomes: { id: string; outcome: MessageOutcome }[] };

const understand = async (store: Store, shop: ShopId, messages: readonly InboxMessage[], normalise: Normalise, now: Instant): Promise<Heard> => {
  const facts = new Map<OrderId, Fact[]>();
  const outcomes: Heard["outcomes"] = [];
  const believe = (order: OrderId, told: readonly Fact[]) => facts.set(order, [...(facts.get(order) ?? []), ...told]);
  const record = await store.shops.find(shop);
  const absent = !record || record.uninstalledAt !== null;

  for (const message of messages) {
    const meaning = normalise(message);
    const end = (outcome: MessageOutcome) => outcomes.push({ id: message.id, outcome });
    switch (meaning.outcome) {
      case "order_facts":
        if (absent) { end({ kind: "ignored", because: "The shop has not installed the app." }); break; }
        believe(meaning.orderId, meaning.facts);
        end({ kind: "done", subject: meaning.orderId });
        break;
      case "tracking_facts": {
        const [order] = absent ? [] : await store.journeys.findByTracking(shop, meaning.trackingNumber);
        if (order) believe(order, meaning.facts);
        end(order ? { kind: "done", subject: order } : { kind: "waiting", waitsFor: { kind: "tracking_number", number: meaning.trackingNumber } });
        break;
      }
      case "named_order_facts": {
        const [order] = absent ? [] : await store.journeys.findByName(shop, meaning.orderName);
        if (order) believe(order, meaning.facts);
        end(order ? { kind: "done", subject: order } : { kind: "waiting", waitsFor: { kind: "order_name", name: meaning.orderName } });
        break;
      }
      case "shop_change":
        await applyShopChange(store, shop, meaning.change, now);
        end({ kind: "done", subject: null });
        break;
      case "ignored":
        end({ kind: "ignored", because: meaning.because });
        break;
      case "unreadable":
        end({ kind: "unreadable", because: meaning.because });
        break;
      default:
        assertNever(meaning);
    }
  }
  return { facts, outcomes };
};
