import { expect, it } from "vitest";
import type { Stores } from "#app/adapters/prisma/stores.ts";
import type { HistoryRows, MessageOutcome } from "#app/application/ports.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { learnAll } from "#app/domain/journeys/learn.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { at, fulfillment, FULFILLMENT, fulfillmentFact, order, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { live, loaded } from "../setup/live.ts";
import { message, OTHER_SHOP, storesOf } from "../setup/stores.ts";

const NUMBER = "1Z999AA10123456784";
const PARCEL = shipmentId(FULFILLMENT, 1);

/** EasyPost says this of the parcel at hour `h`; `whole`: it is everything it knows. */
const told = (h: number, whole: boolean, ...scans: Scan[]): Fact =>
  ({ kind: "tracking_scans", trackingNumber: NUMBER, source: "easypost", heardAt: at(h), whole: whole ? at(h) : null, scans: scans.map((one) => ({ ...one, receivedAt: at(h) })) });
const handedOver = (number: string, h: number): Fact => ({ kind: "handed_over", trackingNumber: NUMBER, toldBy: "easypost", next: { number, carrier: "USPS" }, at: at(h) });

const wait = (stores: Stores, outcome: MessageOutcome) => stores.transact(async (store) => {
  const [found] = await store.inbox.claim(1, at(0));
  await store.inbox.close([{ id: found?.id ?? "", outcome }], at(0));
});
const due = ({ transact }: Stores) => transact((store) => store.inbox.claim(10, at(90))).then((found) => found.map((one) => one.deliveryId));
const forName = (name: string): MessageOutcome => ({ kind: "waiting", waitsFor: { kind: "order_name", name } });

onBothDatabases("what sources tell", ({ open }) => {
  it("comes back as it was saved: legs, freshness, a warehouse's steps, and all a scan says", async () => {
    const { transact } = storesOf(await open());
    const full = scan(20, "delivered", { timing: "local", carrier: "USPS", trackingNumber: "9400 1", proof: { photo: false, signature: true }, place: { city: "Austin", region: null, country: "US", zip: null } });
    const facts: Fact[] = [
      orderFact(), fulfillmentFact(), handedOver("9400 1", 6), handedOver("9400 0", 6), told(21, true, scan(1, "accepted"), full), scansFact(scan(2, "in_transit", { source: "shopify", timing: "day" })),
      { kind: "order_steps", steps: [
        { key: "b", step: "packed", occurredAt: at(-1), receivedAt: at(0), lineIds: ["1" as LineId], location: "Reno", note: "gift", tracking: { carrier: "UPS", number: NUMBER } },
        { key: "a", step: "received", occurredAt: at(-2), receivedAt: at(0), lineIds: [], location: null, note: null, tracking: null },
      ] },
    ];
    const saved = await transact((store) => live(store, facts, 22));
    const found = await transact((store) => loaded(store));
    const inOrder = (one: typeof saved) => ({ ...one, shipments: one.shipments.map((parcel) => ({ ...parcel, feeds: parcel.feeds.toSorted((a, b) => (a.source < b.source ? -1 : 1)) })) });
    expect(inOrder(found)).toEqual(inOrder(saved));
    const [parcel] = found.shipments;
    expect(parcel?.legs.map((leg) => leg.number)).toEqual(["9400 0", "9400 1"]);
    expect(parcel?.feeds).toEqual([
      { source: "easypost", number: NUMBER, heardAt: at(21), checkedAt: null, wholeAt: at(21), wholeFrom: at(1) }, { source: "shopify", number: "", heardAt: at(2), checkedAt: null, wholeAt: null, wholeFrom: null },
    ]);
    expect(found.steps.map((step) => step.key)).toEqual(["a", "b"]);
    expect(parcel?.timeline.scans.find((one) => one.key === full.key)).toEqual({ ...full, receivedAt: at(21) });
  });

  it("adds up to the same in whatever order it is saved, whole histories and withdrawals included", async () => {
    const { transact } = storesOf(await open());
    const wrong = scan(5, "out_for_delivery");
    const facts = [
      told(6, false, wrong), told(7, true, scan(1, "accepted"), scan(4, "in_transit"), wrong), told(10, true, scan(1, "accepted"), scan(4, "in_transit"), scan(8, "in_transit")), told(12, false, scan(11, "out_for_delivery")),
    ];
    const known = (id: OrderId): Fact[] => [orderFact({ id }), fulfillmentFact({ id: `${id}7` as FulfillmentId, orderId: id })];
    const stories = permutations(facts).map((one, index) => ({ id: String(1_000 + index) as OrderId, facts: one }));
    const pictures = new Set<string>();
    for (const { id, facts: inThisOrder } of stories) {
      await transact((store) => live(store, known(id), 1, id));
      for (const fact of inThisOrder) await transact((store) => live(store, [fact], 13, id));
      const [parcel] = (await transact((store) => loaded(store, id))).shipments;
      const [expected] = learnAll(emptyJourney(SHOP, id), [...known(id), ...inThisOrder]).shipments;
      expect(parcel?.timeline).toEqual(expected?.timeline);
      expect(parcel?.feeds).toEqual(expected?.feeds);
      pictures.add(JSON.stringify([parcel?.timeline.scans, parcel?.feeds]));
      expect(parcel?.timeline.scans.filter((one) => one.withdrawn).map((one) => one.key)).toEqual([wrong.key]);
    }
    expect(stories).toHaveLength(24);
    expect(pictures.size).toBe(1);
  });

  it("keeps the first arrival of a statement, and takes a withdrawal back when the source stands by it again", async () => {
    const { transact } = storesOf(await open());
    const scans = () => transact((store) => loaded(store)).then((found) => found.shipments[0]?.timeline.scans.map(({ key, receivedAt, withdrawn }) => [key, receivedAt, withdrawn]));
    const [first, second] = [scan(1, "accepted"), scan(2, "in_transit")];
    await transact((store) => live(store, [fulfillmentFact(), told(9, true, first, second)], 9));
    await transact((store) => live(store, [told(3, false, second)], 9));
    expect(await scans()).toEqual([[first.key, at(9), false], [second.key, at(3), false]]);
    await transact((store) => live(store, [told(10, true, first)], 10));
    expect(await scans()).toEqual([[first.key, at(9), false], [second.key, at(3), true]]);
    await transact((store) => live(store, [told(11, true, first, second)], 11));
    expect(await scans()).toEqual([[first.key, at(9), false], [second.key, at(3), false]]);
  });

  it("touches what asking writes as little as asking touches it", async () => {
    const database = await open();
    const { transact, feeds } = storesOf(database);
    const watch = { shop: SHOP, shipmentId: PARCEL, orderId: ORDER, source: "easypost", number: NUMBER, carrier: "UPS", pushes: true, registeredAt: at(1), nextPollAt: at(2) } as const;
    const before = await transact((store) => live(store, [fulfillmentFact()], 1));
    expect(before.shipments[0]?.feeds).toEqual([]);
    await feeds.watch([watch]);
    await feeds.asked([{ ...watch, nextPollAt: at(50), checkedAt: at(3) }]);
    await transact((store) => live(store, [told(4, true, scan(2, "in_transit"))], 4));
    await feeds.watch([{ ...watch, registeredAt: at(5), nextPollAt: at(60) }]);
    const { rows } = await database.pool.query("SELECT heard_at, checked_at, whole_at, whole_from, registered_at, next_poll_at FROM feed_watch");
    expect(rows).toEqual([{ heard_at: new Date(at(4)), checked_at: new Date(at(3)), whole_at: new Date(at(4)), whole_from: new Date(at(2)), registered_at: new Date(at(1)), next_poll_at: new Date(at(60)) }]);
    expect((await transact((store) => loaded(store))).shipments[0]?.feeds).toEqual([{ source: "easypost", number: NUMBER, heardAt: at(4), checkedAt: at(3), wholeAt: at(4), wholeFrom: at(2) }]);
  });

  it("finds a parcel by the number it goes on under, and wakes what waited for that number", async () => {
    const stores = storesOf(await open());
    await stores.keepMessages([message(1, { source: "usps" })]);
    await wait(stores, { kind: "waiting", waitsFor: { kind: "tracking_number", number: "94-00 1" } });
    await stores.transact((store) => live(store, [orderFact(), fulfillmentFact()], 1));
    const found = (shop = SHOP) => stores.transact((store) => store.journeys.findByTracking(shop, "9400-1"));
    expect([await found(), await due(stores)]).toEqual([[], []]);
    await stores.transact((store) => live(store, [handedOver("94001", 6)], 6));
    expect([await found(), await found(OTHER_SHOP), await due(stores)]).toEqual([[ORDER], [], ["delivery-1"]]);
  });

  it("finds an order by its name with and without the #, in any case, newest first, and in no other shop", async () => {
    const { transact } = storesOf(await open());
    const named = (name: string, shop = SHOP) => transact((store) => store.journeys.findByName(shop, name));
    await transact((store) => live(store, [orderFact({ name: "#hw-1001" })], 1));
    await transact((store) => live(store, [orderFact({ id: "5" as OrderId, name: "HW-1001", createdAt: at(9), updatedAt: at(9) })], 9, "5" as OrderId));
    for (const name of ["#HW-1001", "hw-1001", " HW-1001 ", "#hw-1001\0"]) expect(await named(name)).toEqual(["5", ORDER]);
    expect([await named("1001"), await named("%"), await named("#HW-1001", OTHER_SHOP)]).toEqual([[], [], []]);
  });

  it("wakes a warehouse's message when the order it names is told or imported, and no other", async () => {
    const stores = storesOf(await open());
    for (const [number, name] of [[1, "1001"], [2, "#1001"], [3, "#1002"]] as const) {
      await stores.keepMessages([message(number, { source: "warehouse" })]);
      await wait(stores, forName(name));
    }
    expect(await due(stores)).toEqual([]);
    await stores.transact((store) => live(store, [orderFact({ name: "#1001" })], 1));
    expect(await due(stores)).toEqual(["delivery-1", "delivery-2"]);
    const { lines: _, ...bare } = order({ id: "6" as OrderId, name: "#1002" });
    await stores.history.commit(await stores.history.start(SHOP, at(0)), {}, { orders: [{ order: bare, fulfillments: [] }], lines: [], items: [], scans: [] });
    expect(await due(stores)).toEqual(["delivery-1", "delivery-2", "delivery-3"]);
  });

  it("wakes a message at once whose order or leg was saved before it began to wait", async () => {
    const stores = storesOf(await open());
    await stores.transact((store) => live(store, [orderFact({ name: "#hw1" }), fulfillmentFact(), handedOver("9400 1", 6)], 6));
    await stores.keepMessages([message(1, { source: "warehouse" }), message(2, { source: "usps" }), message(3, { source: "warehouse" })]);
    await stores.transact(async (store) => {
      const [one, two, three] = (await store.inbox.claim(3, at(0))).map(({ id }) => id);
      await store.inbox.close([{ id: one ?? "", outcome: forName("HW1") }, { id: two ?? "", outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: "94001" } } }, { id: three ?? "", outcome: forName("HW2") }], at(0));
    });
    expect(await due(stores)).toEqual(["delivery-1", "delivery-2"]);
  });

  it("counts a status nothing could read once per scan, however often it is told or imported", async () => {
    const { transact, sourceReads, history } = storesOf(await open());
    const odd = (h: number, more: Partial<Scan> = {}) => scan(h, "unknown", { code: "X9", text: "Held at bay", ...more });
    const scans = [odd(1), odd(2), odd(3, { carrier: "LaserShip" }), odd(4, { exception: "customs_hold" }), odd(5, { carrierEta: at(90) }), scan(6, "in_transit")];
    for (const h of [7, 8]) await transact((store) => live(store, [fulfillmentFact(), scansFact(...scans)], h));
    const counted = async () => (await sourceReads.unknownStatuses(SHOP, 10)).rows.map(({ carrier, scans: times, firstSeenAt, lastSeenAt, shipmentId: example }) => ({ carrier, times, firstSeenAt, lastSeenAt, example }));
    const ups = { carrier: "UPS", times: 2, firstSeenAt: at(1), lastSeenAt: at(2), example: PARCEL };
    const laserShip = { carrier: "LaserShip", times: 1, firstSeenAt: at(3), lastSeenAt: at(3), example: PARCEL };
    expect(await counted()).toEqual([laserShip, ups]);
    const rows: HistoryRows = { orders: [{ order: order(), fulfillments: [fulfillment()] }], lines: [], items: [], scans: [odd(1), odd(9)].map((one) => ({ fulfillmentId: FULFILLMENT, scan: one })) };
    for (const run of [await history.start(SHOP, at(9)), await history.current(SHOP)]) if (run) await history.commit((await history.current(SHOP)) ?? run, {}, rows);
    expect(await counted()).toEqual([{ ...ups, times: 3, lastSeenAt: at(9) }, laserShip]);
  });

  it("says how often a carrier's deliveries come with a photo, of those whose source says so", async () => {
    const { transact, reads } = storesOf(await open());
    const deliver = (n: number, h: number, carrier: string, photo: boolean | null, milestone: Scan["milestone"] = "delivered") => {
      const [id, orderId] = [`8${n}` as FulfillmentId, `${n}` as OrderId];
      const proof = { photo, signature: true };
      return transact((store) => live(store, [fulfillmentFact({ id, orderId, tracking: [{ carrier, number: `N${n}`, url: null }] }), { kind: "fulfillment_scans", fulfillmentId: id, scans: [scan(h - 1, "in_transit"), scan(h, milestone, { proof })], whole: null }], h, orderId));
    };
    await deliver(1, 10, "Amazon Logistics", true);
    await deliver(2, 20, "AMAZON LOGISTICS", true);
    await deliver(3, 30, "amazon logistics", false);
    await deliver(4, 40, "Amazon Logistics", null);
    await deliver(5, 50, "Amazon Logistics", true, "out_for_delivery");
    await deliver(6, 60, "UPS", true);
    const norm = (carrier: string, h: number, shop = SHOP) => reads.photoNorm(shop, carrier, at(h));
    expect(await norm("Amazon Logistics", 0)).toEqual({ deliveries: 3, withPhoto: 2 });
    expect(await norm("amazon LOGISTICS", 15)).toEqual({ deliveries: 2, withPhoto: 1 });
    expect([await norm("UPS", 0), await norm("Amazon", 0), await norm("UPS", 0, OTHER_SHOP)]).toEqual([{ deliveries: 1, withPhoto: 1 }, { deliveries: 0, withPhoto: 0 }, { deliveries: 0, withPhoto: 0 }]);
  });
});

onPostgres("what sources tell two processes", ({ open, openAgain }) => {
  it("misses no message: one that starts to wait for an order while it is being saved is due again", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    await one.keepMessages([message(1, { source: "warehouse" })]);
    let orderSaved = () => {};
    const saved = new Promise<void>((done) => { orderSaved = done; });
    let finish = () => {};
    const finishing = new Promise<void>((done) => { finish = done; });
    const saving = one.transact(async (store) => {
      await live(store, [orderFact({ name: "#1001" })], 1);
      orderSaved();
      await finishing;
    });
    await saved;
    const waiting = two.transact(async (store) => {
      const [found] = await store.inbox.claim(1, at(1));
      expect(await store.journeys.findByName(SHOP, "1001")).toEqual([]);
      setTimeout(finish, 100);
      await store.inbox.close([{ id: found?.id ?? "", outcome: forName("1001") }], at(1));
    });
    await Promise.all([saving, waiting]);
    expect(await due(one)).toEqual(["delivery-1"]);
  });
});

const permutations = <T>(all: readonly T[]): T[][] => (all.length <= 1 ? [[...all]] : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest])));
