import type { CarrierFeed, CarrierFeeds, DueWatch, FeedConnection, FeedDirectory, Watch } from "#app/application/ports.ts";
import { CORRECTABLE } from "#app/domain/shipments/poll-schedule.ts";
import { FEED_SOURCES, type FeedSource } from "#app/domain/shipments/scan.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What a remembered watch is asked about besides itself. */
type Remembered = DueWatch & { leasedUntil: Instant | null };

/** A feed directory in memory, with its insides open. */
export const fakeDirectory = () => {
  const connections: FeedConnection[] = [];
  const watches: Remembered[] = [];
  const spent = new Map<string, number>();
  const same = (a: Pick<Watch, "shop" | "shipmentId" | "source" | "number">, b: typeof a) => a.shop === b.shop && a.shipmentId === b.shipmentId && a.source === b.source && a.number === b.number;
  const change = (shop: string, source: FeedSource, how: Partial<FeedConnection>) => {
    const at = connections.findIndex((one) => one.shop === shop && one.source === source);
    const before = connections[at];
    if (before) connections[at] = { ...before, ...how };
  };
  const directory: FeedDirectory = {
    connections: async (shop) => connections.filter((one) => one.shop === shop),
    connect: async (shop, source, credentials, now) => {
      await directory.disconnect(shop, source);
      connections.push({ shop, source, credentials, connectedAt: now, pausedUntil: null, trouble: null, failures: 0 });
    },
    disconnect: async (shop, source) => {
      const at = connections.findIndex((one) => one.shop === shop && one.source === source);
      if (at >= 0) connections.splice(at, 1);
    },
    noteCall: async (shop, source, { trouble, pausedUntil }) => {
      const failures = connections.find((one) => one.shop === shop && one.source === source)?.failures ?? 0;
      change(shop, source, { trouble, pausedUntil, failures: trouble === null ? 0 : failures + 1 });
    },
    spend: async (shop, source, wanted, perDay, now) => {
      const key = `${shop} ${source} ${Math.floor(now / 86_400_000)}`;
      const granted = perDay === null ? wanted : Math.max(0, Math.min(wanted, perDay - (spent.get(key) ?? 0)));
      spent.set(key, (spent.get(key) ?? 0) + granted);
      return granted;
    },
    watch: async (added) => {
      for (const one of added) {
        const known = watches.find((watch) => same(watch, one));
        if (known) Object.assign(known, one);
        else watches.push({ ...one, country: null, zip: null, sentAt: one.registeredAt, milestone: "unknown", heardAt: null, checkedAt: null, hurriedAt: null, deliveredAt: null, ended: false, leasedUntil: null });
      }
    },
    takeDue: async (limit, now, until) => {
      const paused = (one: Watch) => connections.every((connection) => connection.source !== one.source || (connection.pausedUntil ?? 0) > now);
      const due = watches.filter((one) => one.nextPollAt !== null && one.nextPollAt <= now && !paused(one)).slice(0, limit);
      return due.map((one) => ({ ...Object.assign(one, { nextPollAt: until }) }));
    },
    hurry: async (shop, source, missedSince, now, { batch, perSecond }) => {
      const missed = watches.filter((one) => one.shop === shop && one.source === source && (!one.ended || (one.deliveredAt ?? -Infinity) >= missedSince - CORRECTABLE));
      const heard = (one: Remembered) => Math.max(one.heardAt ?? -Infinity, one.checkedAt ?? -Infinity);
      missed.toSorted((a, b) => heard(a) - heard(b) || 0).forEach((one, n) => Object.assign(one, { hurriedAt: now, nextPollAt: Math.min(one.nextPollAt ?? Infinity, now + (Math.floor(n / batch) * 1_000) / perSecond) }));
      return missed.length;
    },
    asked: async (results) => {
      for (const { checkedAt, ...result } of results) {
        const known = watches.find((watch) => same(watch, result));
        if (known) Object.assign(known, { nextPollAt: result.nextPollAt, checkedAt: checkedAt ?? known.checkedAt });
      }
    },
  };
  return { directory, connections, watches };
};

const nobody = (source: FeedSource): CarrierFeed => ({
  about: { source, name: source, kind: "aggregator", couriers: null, fields: [], pushes: "none", limits: { batch: 2, perSecond: 10, perDay: null }, notice: null, docs: "https://example.com" },
  push: null, normalise: () => ({ outcome: "ignored", because: "a fake says nothing" }),
  check: async () => ({ outcome: "sent", detail: null }), register: async () => ({ outcome: "watched", pushes: false, detail: null, known: [] }), poll: async () => ({ outcome: "answered", messages: [], calls: 1 }),
});

/** Feeds that agree to everything and say nothing, except as `change` says. */
export const fakeFeeds = (change: Partial<Record<FeedSource, Partial<CarrierFeed>>> = {}): CarrierFeeds =>
  Object.fromEntries(FEED_SOURCES.map((source) => [source, { ...nobody(source), ...change[source] }])) as Record<FeedSource, CarrierFeed>;
