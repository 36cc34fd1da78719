import { expect, it } from "vitest";
import type { Store } from "#app/application/ports.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { resolve } from "#app/domain/workflows/case.ts";
import { at, circumstances, FULFILLMENT, fulfillmentFact, order, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { live, loaded } from "../setup/live.ts";
import { message, OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const FAILED = scan(30, "in_transit", { exception: "attempt_failed", reason: "nobody_home", text: "Attempted delivery", place: { city: "Austin", region: "TX", country: "US", zip: "73301" }, carrierEta: at(80) });

onBothDatabases("journeys", ({ open }) => {
  it("come back as they were saved: order, lines, parcels, scans, estimates, open cases", async () => {
    const { transact } = storesOf(await open());
    const facts = [orderFact(), fulfillmentFact(), scansFact(scan(1, "label_created"), scan(20, "in_transit"), FAILED)];
    const saved = await transact((store) => live(store, facts, 31));
    const found = await transact((store) => loaded(store));
    expect(found).toEqual(saved);
    expect(found.order?.contact).toEqual(order().contact);
    expect(found.openCases).toHaveLength(1);
    expect(Object.keys(found.estimates)).toEqual([shipmentId(FULFILLMENT, 1)]);
  });

  it("of unknown orders come back empty, in the order asked for", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => live(store, [orderFact()], 0));
    const journeys = await transact((store) => store.journeys.load(SHOP, ["1" as OrderId, ORDER, "2" as OrderId]));
    expect(journeys).toEqual([emptyJourney(SHOP, "1" as OrderId), expect.objectContaining({ orderId: ORDER, order: order() }), emptyJourney(SHOP, "2" as OrderId)]);
  });

  it("do not cross shops", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => live(store, [orderFact(), fulfillmentFact()], 0));
    expect(await transact((store) => store.journeys.load(OTHER_SHOP, [ORDER]))).toEqual([emptyJourney(OTHER_SHOP, ORDER)]);
    expect(await transact((store) => store.journeys.findByTracking(OTHER_SHOP, "1Z999AA10123456784"))).toEqual([]);
  });

  it("take a fulfillment before its order, and scans before their fulfillment", async () => {
    const database = await open();
    const { transact } = storesOf(database);
    await transact((store) => live(store, [scansFact(scan(1, "in_transit"))], 1));
    expect((await transact((store) => loaded(store))).early).toEqual([{ fulfillmentId: FULFILLMENT, scans: [scan(1, "in_transit")] }]);
    await transact((store) => live(store, [fulfillmentFact()], 2));
    const known = await transact((store) => loaded(store));
    expect(known.order).toBeNull();
    expect(known.early).toEqual([]);
    expect(known.shipments[0]?.timeline.milestone).toBe("in_transit");
    await transact((store) => live(store, [orderFact()], 3));
    expect((await transact((store) => loaded(store))).order).toEqual(order());
    expect((await database.pool.query("SELECT 1 FROM early_scan")).rowCount).toBe(0);
    expect((await database.pool.query("SELECT key FROM outbox WHERE kind = 'fetch_order'")).rows).toEqual([{ key: `order:${ORDER}:fetch` }]);
  });

  it("stay the same when the same facts are told again", async () => {
    const database = await open();
    const { transact } = storesOf(database);
    const facts = [orderFact(), fulfillmentFact(), scansFact(scan(1, "label_created"), FAILED)];
    await transact((store) => live(store, facts, 31));
    const rows = async () => (await Promise.all(["scan", "estimate", "decision", '"case"', "timer", "outbox", "order_line"].map((table) => database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)))).map((result) => result.rows[0].n);
    const before = await rows();
    await transact((store) => live(store, facts, 31));
    expect(await rows()).toEqual(before);
  });

  it("keep the newer version of an order and drop lines it no longer has", async () => {
    const { transact } = storesOf(await open());
    const line = (id: string) => ({ id: id as LineId, title: `Item ${id}`, sku: null, quantity: 2, unfulfilled: null, requiresShipping: true });
    await transact((store) => live(store, [orderFact({ updatedAt: at(5), name: "#1001", lines: [line("1"), line("2")] })], 5));
    await transact((store) => live(store, [orderFact({ updatedAt: at(6), lines: [line("2"), line("3")] })], 6));
    await transact((store) => live(store, [orderFact({ updatedAt: at(4), name: "#old", lines: [line("9")] })], 7));
    const found = (await transact((store) => loaded(store))).order;
    expect(found?.name).toBe("#1001");
    expect(found?.lines.map((one) => one.id)).toEqual(["2", "3"]);
    expect(await transact((store) => store.journeys.versions(SHOP, [ORDER, "5" as OrderId]))).toEqual(new Map([[ORDER, at(6)]]));
  });

  it("save several steps of one order at once as one", async () => {
    const { transact } = storesOf(await open());
    await transact(async (store) => {
      const first = advance(await loaded(store), [orderFact(), fulfillmentFact()], circumstances(1));
      const second = advance(first.after, [scansFact(FAILED)], circumstances(31));
      await store.journeys.save([first, second], at(31));
    });
    const found = await transact((store) => loaded(store));
    expect(found.openCases).toHaveLength(1);
    expect(found.shipments[0]?.timeline.scans).toEqual([FAILED]);
  });

  it("keep carriers' texts that PostgreSQL cannot hold as they are", async () => {
    const { transact } = storesOf(await open());
    const odd = scan(2, "in_transit", { text: String.raw`nul:` + "\0" + String.raw`, half: ` + "\ud800" + String.raw`, written out: \u0000 \\u0000` });
    await transact((store) => live(store, [orderFact(), fulfillmentFact(), scansFact(odd)], 2));
    const found = await transact((store) => loaded(store));
    expect(found.shipments[0]?.timeline.scans[0]?.text).toBe(String.raw`nul:, half: ` + "\ufffd" + String.raw`, written out: \u0000 \\u0000`);
  });

  it("are found by their tracking number however it is typed, newest first", async () => {
    const { transact } = storesOf(await open());
    const other = "9007199254740993777" as OrderId;
    await transact((store) => live(store, [orderFact(), fulfillmentFact()], 1));
    await transact((store) => live(store, [fulfillmentFact({ id: "42" as FulfillmentId, orderId: other, createdAt: at(9), updatedAt: at(9) })], 9, other));
    expect(await transact((store) => store.journeys.findByTracking(SHOP, " 1z999aa1-0123 456784"))).toEqual([other, ORDER]);
  });

  it("name the parcels that are underway, and no other shop's", async () => {
    const { transact } = storesOf(await open());
    await transact((store) => live(store, [orderFact(), fulfillmentFact()], 1));
    const underway = (shop = SHOP) => transact((store) => store.journeys.underway(shop, 10));
    expect(await underway()).toEqual([{ shipmentId: shipmentId(FULFILLMENT, 1), orderId: ORDER, trackingNumber: "1Z999AA10123456784", carrier: "UPS" }]);
    expect(await underway(OTHER_SHOP)).toEqual([]);
    await transact((store) => live(store, [scansFact(scan(9, "delivered"))], 9));
    expect(await underway()).toEqual([]);
  });

  it("reopen a message that waited for their tracking number", async () => {
    const { transact, keepMessages } = storesOf(await open());
    await keepMessages([message(1, { source: "easypost" })]);
    await transact(async (store) => {
      const [waiting] = await store.inbox.claim(1, at(0));
      await store.inbox.close([{ id: waiting?.id ?? "", outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: "1z999aa10123456784" } } }], at(0));
    });
    expect(await transact((store) => store.inbox.claim(10, at(1)))).toEqual([]);
    await transact((store) => live(store, [fulfillmentFact()], 2));
    expect(await transact((store) => store.inbox.claim(10, at(2)))).toMatchObject([{ deliveryId: "delivery-1" }]);
  });

  it("set a timer, fire it once it is due, and remove it when nothing is expected any more", async () => {
    const { transact } = storesOf(await open());
    const due = (now: Instant) => transact((store) => store.timers.takeDue(10, now));
    await transact((store) => live(store, [orderFact(), fulfillmentFact()], 0));
    expect(await due(at(35))).toEqual([]);
    expect(await due(at(36))).toEqual([{ shop: SHOP, orderId: ORDER, shipmentId: shipmentId(FULFILLMENT, 1) }]);
    await transact((store) => live(store, [], 36));
    expect(await due(at(100))).toEqual([]); // the silence is judged; what is left is the date, which moves on by itself
    expect(await due(at(1_000))).toHaveLength(1);
    await transact((store) => live(store, [scansFact(scan(40, "in_transit"))], 40));
    expect(await due(at(1_000))).toHaveLength(1);
    await transact((store) => live(store, [scansFact(scan(50, "delivered"))], 50));
    expect(await due(at(1_000))).toEqual([]);
  });

  it("keep their cases: resolving one counts it out, and a resolved one is not opened again", async () => {
    const database = await open();
    const { transact } = storesOf(database);
    const openCases = async () => (await database.pool.query("SELECT open_cases FROM shipment")).rows[0].open_cases;
    const told = [orderFact(), fulfillmentFact(), scansFact(FAILED)];
    const [opened] = (await transact((store) => live(store, told, 31))).openCases;
    if (!opened) throw new Error("no case was opened");
    expect(await openCases()).toBe(1);
    await transact(async (store) => {
      const found = await store.cases.find(SHOP, opened.id);
      expect(found).toEqual(opened);
      expect(await store.cases.openOfOrder(SHOP, ORDER)).toEqual([opened]);
      expect(await store.cases.find(OTHER_SHOP, opened.id)).toBeNull();
      if (found) await store.cases.save([resolve(found, { by: "merchant", resolution: "Called the shopper.", at: at(32) }).case]);
    });
    expect(await openCases()).toBe(0);
    await transact((store) => store.cases.save([opened]));
    expect(await transact((store) => store.cases.find(SHOP, opened.id))).toMatchObject({ status: "resolved", resolvedBy: "merchant" });
  });

  it("are policies' business too: the defaults in the shop's zone until the merchant saves their own", async () => {
    const { transact, shops } = storesOf(await open());
    await shops.install(SHOP, shopInfo(), ["read_orders"], at(0));
    const policy = await transact((store) => store.policies.of(SHOP));
    expect(policy.rules.zone).toBe("America/New_York");
    await shops.saveSettings(SHOP, { policy: { ...policy, emailShoppers: false } }, at(1));
    expect(await transact((store) => store.policies.of(SHOP))).toEqual({ ...policy, emailShoppers: false });
  });
});

onPostgres("journeys in two processes", ({ open, openAgain }) => {
  it("wait for each other: of two workers with the same order the second sees what the first saved", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    let release = () => {};
    const held = new Promise<void>((done) => { release = done; });
    let began = () => {};
    const begun = new Promise<void>((done) => { began = done; });
    const first = one.transact(async (store) => {
      const step = advance(await loaded(store), [orderFact()], circumstances(1));
      began();
      await held;
      await store.journeys.save([step], at(1));
    });
    await begun;
    const second = two.transact((store) => loaded(store));
    expect(await Promise.race([second.then(() => "went ahead"), new Promise((done) => setTimeout(done, 200, "waits"))])).toBe("waits");
    expect(await two.transact((store) => store.timers.takeDue(1, at(0)))).toEqual([]); // others go on meanwhile
    release();
    await first;
    expect((await second).order).toEqual(order());
  });

  it("run again when two transactions waited for each other in a circle", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    const [a, b] = ["100" as OrderId, "200" as OrderId];
    let arrived = 0;
    let both = () => {};
    const met = new Promise<void>((done) => { both = done; });
    const crossing = (from: OrderId, to: OrderId) => async (store: Store) => {
      await store.journeys.load(SHOP, [from]);
      if ((arrived += 1) >= 2) both();
      await met;
      return (await store.journeys.load(SHOP, [to]))[0]?.orderId;
    };
    expect(await Promise.all([one.transact(crossing(a, b)), two.transact(crossing(b, a))])).toEqual([b, a]);
  });

  it("miss no message: a message that starts to wait while its parcel is being saved is due again", async () => {
    const one = storesOf(await open());
    const two = storesOf(await openAgain());
    await one.keepMessages([message(1, { source: "easypost" })]);
    let parcelSaved = () => {};
    const saved = new Promise<void>((done) => { parcelSaved = done; });
    let finish = () => {};
    const finishing = new Promise<void>((done) => { finish = done; });
    const saving = one.transact(async (store) => {
      await live(store, [fulfillmentFact()], 1);
      parcelSaved();
      await finishing;
    });
    await saved;
    const waiting = two.transact(async (store) => {
      const [found] = await store.inbox.claim(1, at(1));
      expect(await store.journeys.findByTracking(SHOP, "1Z999AA10123456784")).toEqual([]);
      setTimeout(finish, 100);
      await store.inbox.close([{ id: found?.id ?? "", outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: "1Z999AA10123456784" } } }], at(1));
    });
    await Promise.all([saving, waiting]);
    expect(await one.transact((store) => store.inbox.claim(1, at(2)))).toHaveLength(1);
  });
});
