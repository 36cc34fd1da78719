import { chooseFeeds } from "#app/domain/carriers/feed-choice.ts";
import { seconds, plus } from "#app/domain/shared/time.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { retry, type Effect } from "../commands/dispatch-outbox.ts";
import { feedCall } from "../commands/feeds/feed-call.ts";
import { startOfNextDay } from "../commands/feeds/poll-feeds.ts";
import type { Received } from "../commands/receive-messages.ts";
import type { CarrierFeeds, DispatchResult, FeedDirectory, NewMessage, ReadModels, ShopDirectory } from "../ports.ts";

/** What registering needs of the outside. */
export type RegisterPorts = {
  readonly feeds: CarrierFeeds; readonly directory: FeedDirectory; readonly reads: Pick<ReadModels, "order">; readonly shops: Pick<ShopDirectory, "find">;
  readonly receive: (messages: readonly NewMessage[]) => Promise<Received>; readonly appUrl: string;
};

/** Vendors often need a moment before they know a new number: the first question comes this much later. */
const FIRST_QUESTION = seconds(60);

/** Asks the best of the shop's feeds to watch a parcel; the next best where one refuses it. What the vendor knows at once enters the inbox. */
export const registerTracker =
  ({ feeds, directory, reads, shops, receive, appUrl }: RegisterPorts): Effect<"register_tracker"> =>
  async (item, { orderId, shipmentId, number }, now): Promise<DispatchResult> => {
    const [record, connections, found] = await Promise.all([shops.find(item.shop), directory.connections(item.shop), reads.order(item.shop, { by: "id", orderId })]);
    const shipment = found?.journey.shipments.find((one) => one.id === shipmentId);
    if (!record || !found || !shipment) return { outcome: "skipped", because: "The shipment is gone." };
    const wanted = normalTrackingNumber(number);
    const leg = shipment.legs.find((one) => normalTrackingNumber(one.number) === wanted);
    const carrier = leg ? leg.carrier : shipment.tracking.carrier;
    const chosen = chooseFeeds(carrier, connections.map(({ source }) => ({ source, couriers: feeds[source].about.couriers, kind: feeds[source].about.kind })));
    if (chosen.length === 0) return { outcome: "skipped", because: connections.length === 0 ? "No carrier feed is connected; Shopify's own events are used." : "None of the connected feeds follows this carrier." };

    const { country, zip } = found.journey.order?.destination ?? { country: null, zip: null };
    const refusals: string[] = [];
    for (const source of chosen) {
      const connection = connections.find((one) => one.source === source);
      if (!connection) continue;
      if (connection.pausedUntil !== null && connection.pausedUntil > now) return retry(item, connection.trouble ?? "The feed is paused.", now, connection.pausedUntil);
      const { about } = feeds[source];
      if ((await directory.spend(item.shop, source, 1, about.limits.perDay, now)) === 0) return retry(item, `${about.name}'s calls of this day are used up.`, now, startOfNextDay(now));
      const answer = await feeds[source].register(feedCall(appUrl, record, source, connection.credentials, now), { shipmentId, orderId, number, carrier, country, zip, sentAt: shipment.createdAt });
      if (answer.outcome === "unavailable") {
        await directory.noteCall(item.shop, source, { trouble: answer.because, pausedUntil: answer.retryAt });
        return retry(item, answer.because, now, answer.retryAt);
      }
      if (answer.outcome === "refused") { refusals.push(`${about.name}: ${answer.because}`); continue; }
      await directory.noteCall(item.shop, source, { trouble: null, pausedUntil: null });
      await directory.watch([{ shop: item.shop, shipmentId, orderId, source, number: wanted, carrier, pushes: answer.pushes, registeredAt: now, nextPollAt: plus(now, FIRST_QUESTION) }]);
      if (answer.known.length > 0) await receive(answer.known);
      return { outcome: "sent", detail: `${about.name}${answer.detail ? ` (${answer.detail})` : ""}` };
    }
    return { outcome: "failed", because: refusals.join(" ") };
  };
