import { expect, it } from "vitest";
import type { Stores } from "#app/adapters/prisma/stores.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import type { OrderStep } from "#app/domain/orders/order-step.ts";
import { shipmentId, type FulfillmentId, type OrderId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { at, fulfillment, FULFILLMENT, fulfillmentFact, order, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { live } from "../setup/live.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const NUMBER = "1Z999AA10123456784";
/** Happened at hour `h`, heard of `late` hours later. */
const heard = (h: number, late: number, more: Partial<Scan> = {}): Scan => scan(h, "in_transit", { receivedAt: at(h + late), ...more });
const told = (source: "easypost" | "ups", h: number, scans: readonly Scan[]): Fact => ({ kind: "tracking_scans", trackingNumber: NUMBER, source, heardAt: at(h), whole: null, scans: scans.map((one) => ({ ...one, source })) });

const tell = ({ transact }: Stores, h: number, ...facts: Fact[]) => transact((store) => live(store, facts, h));

onBothDatabases("what is known about sources", ({ open }) => {
  it("tells how late their word comes, leaving out what they could not have told in time or stated roughly", async () => {
    const stores = storesOf(await open());
    await stores.shops.install(SHOP, shopInfo(), [], at(0));
    await stores.feeds.connect(SHOP, "easypost", { key: "k" }, at(10));
    await tell(stores, 0, fulfillmentFact());
    await stores.feeds.watch([{ shop: SHOP, shipmentId: shipmentId(FULFILLMENT, 1), orderId: ORDER, source: "easypost", number: NUMBER, carrier: "UPS", pushes: true, registeredAt: at(20), nextPollAt: at(60) }]);
    await stores.feeds.asked([{ shop: SHOP, shipmentId: shipmentId(FULFILLMENT, 1), source: "easypost", number: NUMBER, checkedAt: at(45), nextPollAt: at(90) }]);
    await stores.feeds.spend(SHOP, "easypost", 7, 100, at(150));
    const late = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((hours, index) => heard(30 + index, hours));
    const leftOut = [heard(5, 50), heard(15, 50), heard(41, 50, { timing: "day" }), heard(42, 50, { timing: "local" }), heard(43, 50, { timing: "assumed" })];
    const early = heard(44, -2); // the vendor's clock is ahead of ours
    await tell(stores, 140, told("easypost", 139, [...late, ...leftOut, early]), scansFact(scan(-5, "in_transit", { source: "shopify", receivedAt: at(60) }), scan(50, "in_transit", { source: "shopify", receivedAt: at(50.5) })));
    expect(await stores.sourceReads.lags(SHOP, at(150))).toEqual([
      { source: "shopify", scans: 1, p50: 30, p90: 30, p99: 30, heardAt: at(60), checkedAt: null, watching: 0, callsToday: 0 },
      { source: "easypost", scans: 11, p50: 5 * 60, p90: 9 * 60, p99: 100 * 60, heardAt: at(139), checkedAt: at(45), watching: 1, callsToday: 7 },
    ]);
    expect((await stores.sourceReads.lags(SHOP, at(150 + 24)))[1]).toMatchObject({ scans: 11, callsToday: 0 });
    expect((await stores.sourceReads.lags(SHOP, at(150 + 31 * 24)))[1]).toMatchObject({ scans: 0, p50: 0 });
    expect(await stores.sourceReads.lags(OTHER_SHOP, at(150))).toEqual([]);
    await stores.feeds.connect(OTHER_SHOP, "dhl", { key: "k" }, at(0));
    expect(await stores.sourceReads.lags(OTHER_SHOP, at(150))).toEqual([{ source: "dhl", scans: 0, p50: 0, p90: 0, p99: 0, heardAt: null, checkedAt: null, watching: 0, callsToday: 0 }]);
  });

  it("tells when a warehouse was last heard, and how late its word comes", async () => {
    const stores = storesOf(await open());
    const step = (h: number, late: number, key: string): OrderStep => ({ key, step: "picked", occurredAt: at(h), receivedAt: at(h + late), lineIds: [], location: null, note: null, tracking: null });
    await tell(stores, 12, orderFact(), { kind: "order_steps", steps: [step(5, 0.5, "a"), step(6, 0.25, "b"), step(2, 10, "c")] });
    expect(await stores.sourceReads.lags(SHOP, at(20))).toEqual([{ source: "warehouse", scans: 3, p50: 30, p90: 600, p99: 600, heardAt: at(12), checkedAt: null, watching: 0, callsToday: 0 }]);
    expect(await stores.sourceReads.lags(OTHER_SHOP, at(20))).toEqual([]);
  });

  it("leaves a back-fill out of a source's lag and knows that the source was heard", async () => {
    const stores = storesOf(await open());
    await stores.shops.install(SHOP, shopInfo(), [], at(0));
    const { lines: _, ...bare } = order();
    const run = await stores.history.start(SHOP, at(0));
    await stores.history.commit(run, {}, { orders: [{ order: bare, fulfillments: [fulfillment()] }], lines: [], items: [], scans: [1, 2].map((h) => ({ fulfillmentId: FULFILLMENT, scan: scan(h, "in_transit", { source: "shopify", receivedAt: at(70) }) })) });
    expect(await stores.sourceReads.lags(SHOP, at(80))).toEqual([{ source: "shopify", scans: 0, p50: 0, p90: 0, p99: 0, heardAt: at(70), checkedAt: null, watching: 0, callsToday: 0 }]);
  });

  it("lists what nothing could read, last seen first, notes a report once, and shows nothing of it to another shop", async () => {
    const stores = storesOf(await open());
    const long = "Y".repeat(5_000);
    await tell(stores, 3, fulfillmentFact(), scansFact(scan(1, "unknown", { code: "A1", text: "Odd" }), scan(2, "unknown", { code: "A1", text: null }), scan(3, "unknown", { code: "A1", text: long }), scan(4, "unknown", { code: "A1", text: "Image available", reason: "information" })));
    const { rows, total } = await stores.sourceReads.unknownStatuses(SHOP, 2);
    expect([rows.map((row) => row.text), total]).toEqual([[long, null], 3]);
    const [first] = rows;
    expect(first).toMatchObject({ source: "easypost", carrier: "UPS", code: "A1", scans: 1, firstSeenAt: at(3), lastSeenAt: at(3), shipmentId: shipmentId(FULFILLMENT, 1), reportedAt: null });
    const id = first?.id ?? "";
    expect(await stores.sourceReads.markReported(OTHER_SHOP, id, at(4))).toBeNull();
    expect(await stores.sourceReads.markReported(SHOP, "nothing", at(4))).toBeNull();
    for (const h of [5, 6]) expect(await stores.sourceReads.markReported(SHOP, id, at(h))).toEqual({ ...first, reportedAt: at(5) });
    expect(await stores.sourceReads.unknownStatuses(OTHER_SHOP, 10)).toEqual({ rows: [], total: 0 });
  });

  it("names another parcel for an unread status when the one it named is redacted, and forgets it when there is none", async () => {
    const stores = storesOf(await open());
    const other = "5" as OrderId;
    const odd = (code: string, h: number) => scan(h, "unknown", { code, text: "Left with neighbour Ada" });
    await stores.transact((store) => live(store, [orderFact({ id: other }), fulfillmentFact({ id: "55" as FulfillmentId, orderId: other }), { kind: "fulfillment_scans", fulfillmentId: "55" as FulfillmentId, scans: [odd("BOTH", 1)], whole: null }], 1, other));
    await tell(stores, 3, orderFact(), fulfillmentFact(), scansFact(odd("BOTH", 2), odd("ONE", 3)));
    const named = async () => (await stores.sourceReads.unknownStatuses(SHOP, 10)).rows.map((row) => [row.code, row.shipmentId]);
    expect(await named()).toEqual([["ONE", shipmentId(FULFILLMENT, 1)], ["BOTH", shipmentId(FULFILLMENT, 1)]]);
    await stores.transact((store) => store.privacy.redactOrders(SHOP, null, [ORDER], at(9)));
    expect(await named()).toEqual([["BOTH", shipmentId("55" as FulfillmentId, 1)]]);
  });

  it("keeps one key per shop for the events API, unreadable in the database, and an older one opens nothing", async () => {
    const database = await open();
    const { sourceReads } = storesOf(database);
    const key = (keyId: string) => ({ keyId, secret: `plain-${keyId}`, madeAt: at(1) });
    expect([await sourceReads.eventsKey(SHOP), await sourceReads.ownerOfEventsKey("k1")]).toEqual([null, null]);
    for (const keyId of ["k1", "k2", "k2"]) await sourceReads.saveEventsKey(SHOP, key(keyId));
    await sourceReads.saveEventsKey(OTHER_SHOP, key("k3"));
    expect(await sourceReads.eventsKey(SHOP)).toEqual(key("k2"));
    expect(await sourceReads.ownerOfEventsKey("k1")).toBeNull();
    expect(await sourceReads.ownerOfEventsKey("k2")).toEqual({ ...key("k2"), shop: SHOP });
    expect(await sourceReads.ownerOfEventsKey("k3\0")).toEqual({ ...key("k3"), shop: OTHER_SHOP });
    expect((await database.pool.query("SELECT 1 FROM events_key k WHERE k::text LIKE '%plain-%'")).rowCount).toBe(0);
    await expect(sourceReads.saveEventsKey(SHOP, key("k3"))).rejects.toThrow("events_key_key_id_key"); // another shop's id is never taken over
    for (const _ of [1, 2]) await sourceReads.saveEventsKey(SHOP, null);
    expect([await sourceReads.eventsKey(SHOP), await sourceReads.ownerOfEventsKey("k2")]).toEqual([null, null]);
  });
});
