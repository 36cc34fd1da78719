import { expect, it } from "vitest";
import { createStores, type Stores } from "#app/adapters/prisma/stores.ts";
import { TAKE_DUE } from "#app/adapters/prisma/feed-watches.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import type { Watch } from "#app/application/ports.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { shipmentId, type FulfillmentId, type OrderId } from "#app/domain/shared/ids.ts";
import { days, minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import { at, circumstances, fulfillmentFact, orderFact, scan, SHOP } from "../builders/journey.ts";
import { hurriesWhatMayHaveBeenMissed } from "./feeds/hurry-contract.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { live } from "../setup/live.ts";
import { hashOfTests, OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

/** Parcel number `n`, marked as sent, to be asked about at hour `n`. */
const watchOf = (n: number, more: Partial<Watch> = {}): Watch => ({
  shop: SHOP, shipmentId: shipmentId(`${n}` as FulfillmentId, 1), orderId: `${n}` as OrderId, source: "ups", number: `1Z${n}`, carrier: "UPS", pushes: false, registeredAt: at(0), nextPollAt: at(n), ...more,
});

const send = ({ transact }: Stores, ...numbers: number[]) => transact(async (store) => {
  for (const n of numbers) await live(store, [orderFact({ id: `${n}` as OrderId }), fulfillmentFact({ id: `${n}` as FulfillmentId, orderId: `${n}` as OrderId, tracking: [{ carrier: "UPS", number: `1Z${n}`, url: null }] })], 0, `${n}` as OrderId);
});

const installed = async (stores: Stores): Promise<Stores> => {
  await stores.shops.install(SHOP, shopInfo(), [], at(0));
  await stores.feeds.connect(SHOP, "ups", { clientId: "id", clientSecret: "s3cret" }, at(0));
  return stores;
};

/** The numbers taken at hour `h` and leased until an hour later. */
const taken = ({ feeds }: Stores, h: number, limit = 10) => feeds.takeDue(limit, at(h), at(h + 1)).then((due) => due.map((one) => one.number));

onBothDatabases("feeds", ({ open, openAgain }) => {
  it("are connected with credentials nobody can read in the database, changed, and forgotten", async () => {
    const database = await open();
    const { feeds } = storesOf(database);
    await feeds.connect(SHOP, "fedex", { key: "first-key", secret: "first-secret" }, at(1));
    await feeds.connect(SHOP, "ups", { clientId: "other-id" }, at(2));
    await feeds.connect(SHOP, "fedex", { key: "second-key", secret: "second-secret" }, at(3));
    const fresh = { shop: SHOP, pausedUntil: null, trouble: null, failures: 0 };
    expect(await feeds.connections(SHOP)).toEqual([{ ...fresh, source: "fedex", credentials: { key: "second-key", secret: "second-secret" }, connectedAt: at(1) }, { ...fresh, source: "ups", credentials: { clientId: "other-id" }, connectedAt: at(2) }]);
    expect(await feeds.connections(OTHER_SHOP)).toEqual([]);
    const { rows } = await database.pool.query("SELECT c::text AS row FROM feed_connection c");
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toMatch(/key|secret|id"/);
    for (const _ of [1, 2]) await feeds.disconnect(SHOP, "fedex");
    expect((await feeds.connections(SHOP)).map((one) => one.source)).toEqual(["ups"]);
  });

  it("whose credentials were sealed with a lost key, or belong to another feed or shop, read as not connected", async () => {
    const database = await open();
    await storesOf(database).feeds.connect(SHOP, "ups", { clientId: "id" }, at(0));
    expect(await createStores({ database, box: secretBox([Buffer.alloc(32, 1)]), lookupHash: hashOfTests, newToken: () => "t" }).feeds.connections(SHOP)).toEqual([]);
    await database.pool.query("UPDATE feed_connection SET source = 'usps'");
    expect(await storesOf(database).feeds.connections(SHOP)).toEqual([]);
    await database.pool.query("UPDATE feed_connection SET source = 'ups', shop = $1", [OTHER_SHOP]);
    expect(await storesOf(database).feeds.connections(OTHER_SHOP)).toEqual([]);
  });

  it("count failures in a row with their reason until a call works or new credentials come", async () => {
    const stores = await installed(storesOf(await open()));
    const { feeds } = stores;
    const state = async () => (await feeds.connections(SHOP)).map(({ trouble, pausedUntil, failures }) => ({ trouble, pausedUntil, failures }));
    for (const h of [1, 2]) await feeds.noteCall(SHOP, "ups", { trouble: "429\0", pausedUntil: at(h) });
    expect(await state()).toEqual([{ trouble: "429", pausedUntil: at(2), failures: 2 }]);
    for (const _ of [1, 2]) await feeds.noteCall(SHOP, "ups", { trouble: null, pausedUntil: null });
    expect(await state()).toEqual([{ trouble: null, pausedUntil: null, failures: 0 }]);
    await feeds.noteCall(SHOP, "ups", { trouble: "refused", pausedUntil: at(9) });
    await feeds.connect(SHOP, "ups", { clientId: "new" }, at(3));
    expect(await state()).toEqual([{ trouble: null, pausedUntil: null, failures: 0 }]);
    await feeds.noteCall(SHOP, "dhl", { trouble: "nobody connected it", pausedUntil: null });
    expect(await state()).toHaveLength(1);
  });

  it("spend the calls of a UTC day and no more, and begin anew at midnight, whatever a slow clock says", async () => {
    const { feeds } = await installed(storesOf(await open()));
    const evening = Date.parse("2026-11-17T23:59:59.999Z") as Instant;
    const midnight = (evening + 1) as Instant;
    const spend = (wanted: number, now: Instant, perDay: number | null = 100) => feeds.spend(SHOP, "ups", wanted, perDay, now);
    expect([await spend(60, evening), await spend(60, evening), await spend(1, evening)]).toEqual([60, 40, 0]);
    expect([await spend(30, midnight), await spend(30, evening), await spend(60, midnight)]).toEqual([30, 30, 40]);
    expect([await spend(1, plus(midnight, days(3))), await spend(5_000, plus(midnight, days(3)), null), await spend(1, plus(midnight, days(3)))]).toEqual([1, 5_000, 0]);
    expect(await feeds.spend(SHOP, "usps", 1, null, midnight)).toBe(0);
    expect(await feeds.spend(OTHER_SHOP, "ups", 1, null, midnight)).toBe(0);
  });

  it("never overspend, however many ask at once", async () => {
    const one = await installed(storesOf(await open()));
    const two = storesOf(await openAgain());
    const granted = await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 ? one : two).feeds.spend(SHOP, "ups", 7, 100, at(0))));
    expect(granted.reduce((sum, calls) => sum + calls, 0)).toBe(100);
  });

  it("are asked about what is due, the longest due first, with all the question needs; what is leased is nobody else's until the lease runs out", async () => {
    const stores = await installed(storesOf(await open()));
    await send(stores, 1, 2, 3, 9);
    await stores.feeds.watch([3, 1, 2, 9].map((n) => watchOf(n)));
    const [first, ...others] = await stores.feeds.takeDue(2, at(5), at(6));
    expect(first).toEqual({
      ...watchOf(1), nextPollAt: at(6), country: "US", zip: "10001", sentAt: at(0), milestone: "unknown", heardAt: null, checkedAt: null, hurriedAt: null, deliveredAt: null, ended: false,
    });
    expect(others.map((one) => one.number)).toEqual(["1Z2"]);
    expect(await taken(stores, 5)).toEqual(["1Z3"]);
    expect(await taken(stores, 5)).toEqual([]);
    await stores.feeds.asked([{ ...watchOf(1), checkedAt: at(5), nextPollAt: at(7.5) }, { ...watchOf(2), checkedAt: null, nextPollAt: at(7) }, { ...watchOf(3), checkedAt: at(5), nextPollAt: null }]);
    expect(await taken(stores, 7)).toEqual(["1Z2"]);
    const again = await stores.feeds.takeDue(10, at(8), at(9));
    expect(again.map(({ number, checkedAt }) => ({ number, checkedAt }))).toEqual([{ number: "1Z1", checkedAt: at(5) }, { number: "1Z2", checkedAt: null }]);
    expect(await taken(stores, 1_000)).toEqual(["1Z1", "1Z2", "1Z9"]); // nobody reported back
  });

  hurriesWhatMayHaveBeenMissed(async () => {
    const stores = await installed(storesOf(await open()));
    return {
      directory: stores.feeds, send: (...numbers) => send(stores, ...numbers),
      ends: (n, how, h) => stores.transact((store) => live(store, [{ kind: "tracking_scans", trackingNumber: `1Z${n}`, source: "shopify", heardAt: at(h), whole: null, scans: [scan(h, how)] }], h, `${n}` as OrderId)),
    };
  });

  it("say what has ended, so that it can be retired", async () => {
    const stores = await installed(storesOf(await open()));
    await send(stores, 1, 2);
    await stores.feeds.watch([watchOf(1), watchOf(2)]);
    await stores.transact((store) => live(store, [{ kind: "tracking_scans", trackingNumber: "1Z1", source: "ups", heardAt: at(3), whole: null, scans: [scan(3, "delivered")] }], 3, "1" as OrderId));
    const due = await stores.feeds.takeDue(10, at(5), at(6));
    expect(due.map(({ number, milestone, heardAt, deliveredAt, ended }) => ({ number, milestone, heardAt, deliveredAt, ended }))).toEqual([
      { number: "1Z1", milestone: "delivered", heardAt: at(3), deliveredAt: at(3), ended: true }, { number: "1Z2", milestone: "unknown", heardAt: null, deliveredAt: null, ended: false },
    ]);
  });

  it("are not asked while paused, after they were disconnected, or for a shop that removed the app", async () => {
    const stores = await installed(storesOf(await open()));
    await send(stores, 1);
    await stores.feeds.watch([watchOf(1)]);
    await stores.feeds.noteCall(SHOP, "ups", { trouble: "429", pausedUntil: at(6) });
    expect([await taken(stores, 5), await taken(stores, 6), await taken(stores, 7)]).toEqual([[], ["1Z1"], ["1Z1"]]);
    await stores.shops.uninstall(SHOP, at(8));
    expect(await taken(stores, 9)).toEqual([]);
    await stores.shops.install(SHOP, shopInfo(), [], at(10));
    expect(await taken(stores, 10)).toEqual(["1Z1"]);
    await stores.feeds.disconnect(SHOP, "ups");
    expect(await taken(stores, 20)).toEqual([]);
  });

  it("that were disconnected forget what they watch, not what they told, and an answer on its way brings nothing back", async () => {
    const stores = await installed(storesOf(await open()));
    await send(stores, 1, 2);
    await stores.feeds.watch([watchOf(1), watchOf(2)]);
    await stores.transact((store) => live(store, [{ kind: "tracking_scans", trackingNumber: "1Z1", source: "ups", heardAt: at(3), whole: at(3), scans: [scan(3, "in_transit")] }], 3, "1" as OrderId));
    await stores.feeds.disconnect(SHOP, "ups");
    await stores.feeds.asked([1, 2].map((n) => ({ ...watchOf(n), checkedAt: at(4), nextPollAt: at(5) })));
    await stores.feeds.connect(SHOP, "ups", { clientId: "again" }, at(6));
    expect(await taken(stores, 50)).toEqual([]);
    const feedsOf = (n: number) => stores.transact(async (store) => (await store.journeys.load(SHOP, [`${n}` as OrderId]))[0]?.shipments[0]?.feeds);
    expect([await feedsOf(1), await feedsOf(2)]).toEqual([[{ source: "ups", number: "1Z1", heardAt: at(3), checkedAt: null, wholeAt: at(3), wholeFrom: at(3) }], []]);
  });

  it("watch a parcel once however often they are asked to, and never one that is gone", async () => {
    const database = await open();
    const stores = await installed(storesOf(database));
    await send(stores, 1);
    for (const nextPollAt of [at(1), at(4)]) await stores.feeds.watch([watchOf(1, { nextPollAt, number: "1z-1" }), watchOf(1, { nextPollAt }), watchOf(404)]);
    expect((await database.pool.query("SELECT number, next_poll_at FROM feed_watch")).rows).toEqual([{ number: "1Z1", next_poll_at: new Date(at(4)) }]);
    expect([await taken(stores, 3), await taken(stores, 4)]).toEqual([[], ["1Z1"]]);
  });

  it("share a batch, so that a shop with many parcels does not hold up another", async () => {
    const stores = await installed(storesOf(await open()));
    await stores.shops.install(OTHER_SHOP, shopInfo(), [], at(0));
    await stores.feeds.connect(OTHER_SHOP, "dhl", { key: "k" }, at(0));
    await send(stores, 1, 2, 3, 4, 5, 6, 7, 8);
    const other = { shop: OTHER_SHOP, source: "dhl" } as const;
    await stores.transact(async (store) => {
      const [journey] = await store.journeys.load(OTHER_SHOP, ["9" as OrderId]);
      if (journey) await store.journeys.save([advance(journey, [fulfillmentFact({ id: "9" as FulfillmentId, orderId: "9" as OrderId })], circumstances(0))], at(0));
    });
    await stores.feeds.watch([...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => watchOf(n)), watchOf(9, other)]);
    expect(await taken(stores, 10, 4)).toEqual(["1Z1", "1Z2", "1Z9"]);
  });
});

onPostgres("two processes that ask feeds", ({ open, openAgain }) => {
  it("take different parcels at the same time, and neither waits", async () => {
    const one = await installed(storesOf(await open()));
    const two = storesOf(await openAgain());
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    await send(one, ...numbers);
    await one.feeds.watch(numbers.map((n) => watchOf(n)));
    const batches = await Promise.all([one, two, one, two].map((stores) => taken(stores, 100, 10)));
    expect(batches.flat().toSorted()).toEqual([...new Set(batches.flat())].toSorted());
    const rest = [await taken(one, 100, 40)];
    expect(new Set([...batches, ...rest].flat())).toEqual(new Set(numbers.map((n) => `1Z${n}`)));
  });

  it("look only at what is due, however much is watched", async () => {
    const database = await open();
    const stores = await installed(storesOf(database));
    await send(stores, 1);
    await stores.feeds.watch([watchOf(1)]);
    await database.pool.query(
      `INSERT INTO feed_watch (shop, shipment_id, source, number, registered_at, next_poll_at) SELECT $1, n || '.1', 'ups', 'N' || n, $2, CASE WHEN n % 2 = 0 THEN $3::timestamptz END FROM generate_series(100, 60000) n`,
      [SHOP, new Date(at(0)), new Date(at(99))]);
    await database.pool.query("ANALYZE");
    const { rows } = await database.pool.query<{ "QUERY PLAN": string }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT TEXT) ${TAKE_DUE}`, [100, new Date(at(5)), new Date(plus(at(5), minutes(10)))]);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).not.toMatch(/Seq Scan on feed_watch/);
    expect(plan).not.toMatch(/rows=\d{4,} loops/);
    expect(plan).toMatch(/Index.*feed_watch_due/);
  });
});
