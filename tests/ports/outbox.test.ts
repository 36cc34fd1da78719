import { expect, it } from "vitest";
import { shipmentId, type OrderId } from "#app/domain/shared/ids.ts";
import { minutes, plus } from "#app/domain/shared/time.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import { at, FULFILLMENT, ORDER, SHOP } from "../builders/journey.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { storesOf } from "../setup/stores.ts";

const fetchOrder = (number: number): PlannedIntent => ({ key: `order:${number}:fetch`, intent: { kind: "fetch_order", orderId: `${ORDER.slice(0, -3)}${number}` as OrderId } });
const LEASE = minutes(2);

onBothDatabases("the outbox", ({ open }) => {
  it("keeps an intent once per key, whatever became of it", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1), fetchOrder(1), fetchOrder(2)], at(0)));
    const items = await transact((store) => store.outbox.claim(10, at(0), plus(at(0), LEASE)));
    expect(items.map((item) => [item.key, item.attempts, item.intent])).toEqual([1, 2].map((n) => [fetchOrder(n).key, 1, fetchOrder(n).intent]));
    for (const item of items) expect(await transact((store) => store.outbox.settle(item, { outcome: "sent", detail: null }, at(0)))).toBe(true);
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1)], at(1)));
    expect(await transact((store) => store.outbox.claim(10, at(2), at(3)))).toEqual([]);
  });

  it("gives a leased item to nobody until the lease runs out", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1)], at(0)));
    const claim = (now: ReturnType<typeof at>) => transact((store) => store.outbox.claim(10, now, plus(now, LEASE)));
    expect(await claim(at(0))).toHaveLength(1);
    expect(await claim(plus(at(0), minutes(1)))).toEqual([]);
    expect(await claim(plus(at(0), LEASE))).toMatchObject([{ attempts: 2 }]);
  });

  it("drops the result of an attempt whose lease was taken over, and keeps that of the one that took it", async () => {
    const database = await open();
    const { transact } = storesOf(database);
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1)], at(0)));
    const [slow] = await transact((store) => store.outbox.claim(1, at(0), plus(at(0), LEASE)));
    const [fresh] = await transact((store) => store.outbox.claim(1, at(1), plus(at(1), LEASE)));
    if (!slow || !fresh) throw new Error("nothing was claimed");
    expect(await transact((store) => store.outbox.settle(slow, { outcome: "failed", because: "too late" }, at(1)))).toBe(false);
    expect(await transact((store) => store.outbox.settle(fresh, { outcome: "sent", detail: "mail 1" }, at(1)))).toBe(true);
    expect(await transact((store) => store.outbox.settle(fresh, { outcome: "sent", detail: "again" }, at(1)))).toBe(false);
    const { rows } = await database.pool.query("SELECT state, detail, attempts FROM outbox");
    expect(rows).toEqual([{ state: "sent", detail: "mail 1", attempts: 2 }]);
  });

  it("tries again when it is told to, and not before", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1)], at(0)));
    const [item] = await transact((store) => store.outbox.claim(1, at(0), plus(at(0), LEASE)));
    if (!item) throw new Error("nothing was claimed");
    await transact((store) => store.outbox.settle(item, { outcome: "retry", because: "the mailbox is full", at: at(5) }, at(0)));
    expect(await transact((store) => store.outbox.claim(1, at(4), at(6)))).toEqual([]);
    expect(await transact((store) => store.outbox.claim(1, at(5), at(6)))).toHaveLength(1);
  });

  it("lets whatever a person waits for pass the parcels handed to a carrier feed", async () => {
    const { transact } = storesOf(await open());
    const watch: PlannedIntent = { key: "parcel:track", intent: { kind: "register_tracker", shipmentId: shipmentId(FULFILLMENT, 1), orderId: ORDER, number: "1Z999AA10123456784" } };
    await transact((store) => store.outbox.add(SHOP, [watch], at(0)));
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1)], at(1)));
    const next = () => transact((store) => store.outbox.claim(1, at(2), plus(at(2), LEASE)));
    expect([...(await next()), ...(await next())].map((item) => item.key)).toEqual([fetchOrder(1).key, watch.key]);
  });

  it("deletes what was settled long ago and nothing that is pending", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => store.outbox.add(SHOP, [fetchOrder(1), fetchOrder(2)], at(0)));
    const [item] = await transact((store) => store.outbox.claim(1, at(0), at(1)));
    if (!item) throw new Error("nothing was claimed");
    await transact((store) => store.outbox.settle(item, { outcome: "skipped", because: "nobody to send to" }, at(0)));
    expect(await transact((store) => store.outbox.prune(at(100)))).toBe(1);
    expect(await transact((store) => store.outbox.claim(10, at(100), at(101)))).toHaveLength(1);
  });
});

onPostgres("two senders at one outbox", ({ open, openAgain }) => {
  it("gives two senders at the same time different items", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    await one.transact((store) => store.outbox.add(SHOP, Array.from({ length: 10 }, (_, n) => fetchOrder(n)), at(0)));
    const [first, second] = await one.transact(async (store) => {
      const mine = await store.outbox.claim(4, at(0), at(1));
      return [mine, await two.transact((other) => other.outbox.claim(50, at(0), at(1)))] as const;
    });
    expect(new Set([...first, ...second].map((item) => item.id)).size).toBe(10);
  });
});
