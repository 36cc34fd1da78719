import { days, minutes, plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import { nextPoll } from "#app/domain/shipments/poll-schedule.ts";
import type { CarrierFeeds, Clock, DueWatch, FeedConnection, FeedDirectory, Log, NewMessage, ShopDirectory } from "../../ports.ts";
import type { Received } from "../receive-messages.ts";
import { feedCall } from "./feed-call.ts";

/** What asking vendors needs of the outside. `pause` waits in real time between two calls. */
export type PollPorts = {
  readonly feeds: CarrierFeeds; readonly directory: FeedDirectory; readonly shops: Pick<ShopDirectory, "find">; readonly receive: (messages: readonly NewMessage[]) => Promise<Received>;
  readonly clock: Clock; readonly log: Log; readonly appUrl: string; readonly pause: (seconds: number) => Promise<void>;
};

/** Whoever took a watch has this long to ask; then another may. */
const LEASE = minutes(10);
/** A feed that fails without saying when to come back is left alone for this long, doubling up to six hours. */
const PATIENCE = minutes(1);

/** The first moment of the next UTC day, when day quotas begin anew. */
export const startOfNextDay = (now: Instant): Instant => ((Math.floor(now / days(1)) + 1) * days(1)) as Instant;

/**
 * Asks vendors about parcels whose word is due: those that never push, and those whose push is overdue. What they answer
 * enters by the inbox, so an unchanged answer changes nothing. Answers how many watches were looked at.
 */
export const pollFeeds =
  (ports: PollPorts) =>
  async (limit: number): Promise<{ readonly looked: number }> => {
    const now = ports.clock();
    const due = await ports.directory.takeDue(limit, now, plus(now, LEASE));
    const [idle, asked] = [due.filter((one) => !isWanted(one, now)), due.filter((one) => isWanted(one, now))];
    await ports.directory.asked(idle.map((one) => ({ ...one, checkedAt: null, nextPollAt: nextOf(one, now) })));
    await Promise.all([...Map.groupBy(asked, ({ shop, source }) => `${shop} ${source}`).values()].map((group) => askGroup(ports, group)));
    return { looked: due.length };
  };

/** A lease runs out or a push comes: whether it is really time to ask is seen only now. */
const isWanted = (watch: DueWatch, now: Instant): boolean => (nextOf(watch, now) ?? Infinity) <= now;

const nextOf = (watch: DueWatch, now: Instant): Instant | null => nextPoll({ ...watch, id: watch.shipmentId, now });

const askGroup = async (ports: PollPorts, group: readonly DueWatch[]): Promise<void> => {
  const [first] = group;
  if (!first) return;
  const { feeds, directory, shops, clock, log } = ports;
  const { shop, source } = first;
  const { limits } = feeds[source].about;
  const [record, connections] = await Promise.all([shops.find(shop), directory.connections(shop)]);
  const connection = connections.find((one) => one.source === source);
  if (!record || !connection) return;

  for (let from = 0; from < group.length; from += limits.batch) {
    if (from > 0) await ports.pause(1 / limits.perSecond);
    const batch = group.slice(from, from + limits.batch);
    const now = clock();
    if ((await directory.spend(shop, source, 1, limits.perDay, now)) === 0) {
      await directory.noteCall(shop, source, { trouble: `The ${limits.perDay} calls of this day are used up.`, pausedUntil: startOfNextDay(now) });
      await later(directory, group.slice(from), startOfNextDay(now));
      return;
    }
    const answer = await feeds[source].poll(feedCall(ports.appUrl, record, source, connection.credentials, now), batch);
    if (answer.outcome !== "answered") {
      const until = answer.outcome === "unavailable" ? (answer.retryAt ?? patience(connection, now)) : plus(now, days(1));
      log.for(shop).warn("feed.not_answered", { source, because: answer.because });
      await directory.noteCall(shop, source, { trouble: answer.because, pausedUntil: until });
      await later(directory, group.slice(from), until);
      return;
    }
    if (answer.messages.length > 0) await ports.receive(answer.messages);
    await directory.noteCall(shop, source, { trouble: null, pausedUntil: null });
    await directory.asked(batch.map((watch) => ({ ...watch, checkedAt: now, nextPollAt: nextOf({ ...watch, checkedAt: now }, now) })));
  }
};

const patience = ({ failures }: FeedConnection, now: Instant): Instant => plus(now, seconds(Math.min(6 * 3600, (PATIENCE / 1000) * 2 ** failures)));

const later = (directory: FeedDirectory, watches: readonly DueWatch[], at: Instant): Promise<void> =>
  directory.asked(watches.map((watch) => ({ ...watch, checkedAt: null, nextPollAt: at })));
