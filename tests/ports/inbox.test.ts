import { expect, it } from "vitest";
import type { Store } from "#app/application/ports.ts";
import { hours, plus } from "#app/domain/shared/time.ts";
import { at, SHOP } from "../builders/journey.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { message, OTHER_SHOP, storesOf } from "../setup/stores.ts";

const claimed = (store: Store, limit: number, h = 0) => store.inbox.claim(limit, at(h)).then((found) => found.map((one) => one.deliveryId));

onBothDatabases("the inbox", ({ open }) => {
  it("keeps a message byte for byte, with an id beyond 2^53", async () => {
    const { transact } = storesOf(await open());
    const told = message(1, { body: '{"id":820982911946154508,"name":"Zoë 🧶","odd":"\\u0000 \\ud800"}', eventId: null, triggeredAt: null });
    await transact((store) => store.inbox.add([told]));
    const [found] = await transact((store) => store.inbox.claim(10, at(0)));
    expect(found).toEqual({ ...told, id: expect.any(String), attempts: 0 });
  });

  it("keeps the same delivery once, within a batch and across batches, and counts the repeats", async () => {
    const database = await open();
    const { transact, keepMessages } = storesOf(database);
    expect(await keepMessages([message(1), message(1), message(2)])).toEqual({ accepted: 2, duplicates: 1 });
    expect(await transact((store) => store.inbox.add([message(2), message(3)]))).toEqual({ accepted: 1, duplicates: 1 });
    const { rows } = await database.pool.query("SELECT delivery_id, repeats FROM inbox ORDER BY id");
    expect(rows).toEqual([{ delivery_id: "delivery-1", repeats: 1 }, { delivery_id: "delivery-2", repeats: 1 }, { delivery_id: "delivery-3", repeats: 0 }]);
  });

  it("takes one delivery id of two shops or two sources for different deliveries", async () => {
    const { keepMessages } = storesOf(await open());
    expect(await keepMessages([message(1), message(1, { shop: OTHER_SHOP }), message(1, { source: "easypost" })])).toEqual({ accepted: 3, duplicates: 0 });
  });

  it("takes a batch larger than one statement can hold", async () => {
    const { keepMessages } = storesOf(await open());
    expect(await keepMessages(Array.from({ length: 2_345 }, (_, index) => message(index)))).toEqual({ accepted: 2_345, duplicates: 0 });
  });

  it("gives the oldest first and never what is closed", async () => {
    const { transact, keepMessages } = storesOf(await open());
    await keepMessages([message(1), message(2), message(3)]);
    await transact(async (store) => {
      const [first, second] = await store.inbox.claim(2, at(0));
      expect([first?.deliveryId, second?.deliveryId]).toEqual(["delivery-1", "delivery-2"]);
      await store.inbox.close([{ id: first?.id ?? "", outcome: { kind: "done", subject: null } }, { id: second?.id ?? "", outcome: { kind: "ignored", because: "not ours" } }], at(0));
    });
    expect(await transact((store) => claimed(store, 10))).toEqual(["delivery-3"]);
  });

  it("shares a batch among shops, so that a storm of one does not hold up another", async () => {
    const { transact, keepMessages } = storesOf(await open());
    await keepMessages(Array.from({ length: 50 }, (_, index) => message(index)));
    await keepMessages([message(900, { shop: OTHER_SHOP }), message(901, { shop: OTHER_SHOP })]);
    const found = await transact((store) => store.inbox.claim(10, at(0)));
    expect(found.filter((one) => one.shop === OTHER_SHOP)).toHaveLength(2);
    expect(found.filter((one) => one.shop === SHOP)).toHaveLength(5);
  });

  it("gives a batch back whole when the transaction fails", async () => {
    const { transact, keepMessages } = storesOf(await open());
    await keepMessages([message(1), message(2)]);
    await expect(transact(async (store) => {
      const found = await store.inbox.claim(10, at(0));
      await store.inbox.close(found.map(({ id }) => ({ id, outcome: { kind: "done", subject: null } })), at(0));
      throw new Error("a bug");
    })).rejects.toThrow("a bug");
    expect(await transact((store) => claimed(store, 10))).toEqual(["delivery-1", "delivery-2"]);
  });

  it("tries a broken message again later and puts it aside after the eighth failure, without holding up the others", async () => {
    const database = await open();
    const { transact, keepMessages } = storesOf(database);
    await keepMessages([message(1), message(2)]);
    const [broken] = await transact((store) => store.inbox.claim(1, at(0)));
    const id = broken?.id ?? "";
    await transact((store) => store.inbox.fail(id, "it broke\0", at(0)));
    expect(await transact((store) => claimed(store, 10))).toEqual(["delivery-2"]);
    expect(await transact((store) => claimed(store, 10, 1))).toEqual(["delivery-1", "delivery-2"]);
    for (let attempt = 2; attempt <= 8; attempt += 1) await transact((store) => store.inbox.fail(id, `failure ${attempt}`, at(attempt)));
    expect(await transact((store) => claimed(store, 10, 1_000))).toEqual(["delivery-2"]);
    const { rows } = await database.pool.query("SELECT state, attempts, because FROM inbox WHERE id = $1", [id]);
    expect(rows).toEqual([{ state: "dead", attempts: 8, because: "failure 8" }]);
  });

  it("deletes what was understood long ago and keeps what was not", async () => {
    const database = await open();
    const { transact, keepMessages } = storesOf(database);
    await keepMessages([message(1), message(2), message(3), message(4)]);
    await transact(async (store) => {
      const [done, unreadable, waiting] = await store.inbox.claim(3, at(0));
      await store.inbox.close([
        { id: done?.id ?? "", outcome: { kind: "done", subject: null } }, { id: unreadable?.id ?? "", outcome: { kind: "unreadable", because: "truncated" } },
        { id: waiting?.id ?? "", outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: "1Z" } } },
      ], at(0));
    });
    expect(await transact((store) => store.inbox.prune(at(0)))).toBe(0);
    expect(await transact((store) => store.inbox.prune(plus(at(0), hours(1))))).toBe(1);
    const { rows } = await database.pool.query("SELECT delivery_id FROM inbox ORDER BY id");
    expect(rows.map((row) => row.delivery_id)).toEqual(["delivery-2", "delivery-3", "delivery-4"]);
  });
});

onPostgres("two workers at one inbox", ({ open, openAgain }) => {
  it("gives two workers at the same time different rows, and neither waits", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    await one.keepMessages(Array.from({ length: 20 }, (_, index) => message(index)));
    const [first, second] = await one.transact(async (store) => {
      const mine = await claimed(store, 8);
      return [mine, await two.transact((other) => claimed(other, 50))] as const;
    });
    expect(first).toHaveLength(8);
    expect(second).toHaveLength(12);
    expect(new Set([...first, ...second]).size).toBe(20);
  });
});
