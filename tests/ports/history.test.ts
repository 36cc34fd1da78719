import { expect, it } from "vitest";
import type { HistoryRows } from "#app/application/ports.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { shipmentId, type FulfillmentId, type LineId } from "#app/domain/shared/ids.ts";
import { at, circumstances, fulfillment, FULFILLMENT, fulfillmentFact, order, ORDER, orderFact, scan, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { message, shopInfo, storesOf } from "../setup/stores.ts";

const NOTHING: HistoryRows = { orders: [], lines: [], items: [], scans: [] };
const { lines: LINES, ...BARE_ORDER } = order();
const ORDERS: HistoryRows = { ...NOTHING, orders: [{ order: BARE_ORDER, fulfillments: [fulfillment({ items: null })] }], lines: LINES.map((line) => ({ orderId: ORDER, line })) };
const FULFILLMENTS: HistoryRows = {
  ...NOTHING, items: [{ fulfillmentId: FULFILLMENT, lineId: "1" as LineId, quantity: 1 }],
  scans: [scan(1, "label_created"), scan(20, "in_transit")].map((one) => ({ fulfillmentId: FULFILLMENT, scan: one })),
};

onBothDatabases("the back-fill", ({ open }) => {
  const imported = async () => {
    const database = await open();
    const stores = storesOf(database);
    let run = await stores.history.start(SHOP, at(0));
    const commit = async (rows: HistoryRows, change = {}) => {
      const kept = await stores.history.commit(run, change, rows);
      run = (await stores.history.current(SHOP)) ?? run;
      return kept;
    };
    const journey = async () => (await stores.transact((store) => store.journeys.load(SHOP, [ORDER])))[0];
    return { database, ...stores, commit, journey, run: () => run };
  };

  it("writes orders, lines, parcels, items and scans exactly, in whatever slices they come, and again without effect", async () => {
    const { commit, journey, history, transact } = await imported();
    for (const rows of [ORDERS, FULFILLMENTS, FULFILLMENTS, ORDERS]) expect(await commit(rows)).toBe(true);
    const found = await journey();
    expect(found?.order).toEqual(order());
    expect(found?.shipments).toHaveLength(1);
    expect(found?.shipments[0]).toMatchObject({ id: shipmentId(FULFILLMENT, 1), items: [{ lineId: "1", quantity: 1 }], tracking: fulfillment().tracking[0] });
    expect(found?.shipments[0]?.timeline.scans).toEqual([scan(1, "label_created"), scan(20, "in_transit")]);
    expect(await history.unsettled(SHOP, 10)).toEqual([ORDER]);
    await transact(async (store) => {
      const journeys = await store.journeys.load(SHOP, [ORDER]);
      await store.journeys.save(journeys.map((one) => advance(one, [], circumstances(21, { mode: "history" }))), at(21));
    });
    expect(await history.unsettled(SHOP, 10)).toEqual([]);
  });

  it("opens a case for trouble found in the past, once, also when the import is made again", async () => {
    const { commit, history, transact } = await imported();
    const settle = async () => {
      const orders = await history.unsettled(SHOP, 10);
      return transact(async (store) => {
        const steps = (await store.journeys.load(SHOP, orders)).map((one) => advance(one, [], circumstances(60, { mode: "history" })));
        await store.journeys.save(steps, at(60));
        return steps.flatMap((one) => [...one.opened, ...one.decisions]);
      });
    };
    const trouble: HistoryRows = { ...NOTHING, scans: [{ fulfillmentId: FULFILLMENT, scan: scan(40, "in_transit", { exception: "address_problem" }) }] };
    for (const rows of [ORDERS, FULFILLMENTS, trouble]) await commit(rows);
    expect(await settle()).toHaveLength(2);
    const cases = await transact((store) => store.cases.openOfOrder(SHOP, ORDER));
    expect(cases).toMatchObject([{ category: "address_problem", status: "open" }]);
    for (const rows of [ORDERS, FULFILLMENTS, trouble]) await commit(rows);
    expect(await settle()).toEqual([]);
  });

  it("adds items of one fulfillment that two slices tell apart", async () => {
    const { commit, journey } = await imported();
    await commit(ORDERS);
    for (const lineId of ["2", "1"]) await commit({ ...NOTHING, items: [{ fulfillmentId: FULFILLMENT, lineId: lineId as LineId, quantity: 3 }] });
    expect((await journey())?.shipments[0]?.items).toEqual([{ lineId: "1", quantity: 3 }, { lineId: "2", quantity: 3 }]);
  });

  it("never replaces what is newer", async () => {
    const { commit, journey, transact } = await imported();
    await transact(async (store) => {
      const [before] = await store.journeys.load(SHOP, [ORDER]);
      if (before) await store.journeys.save([advance(before, [orderFact({ updatedAt: at(9), name: "#new" }), fulfillmentFact({ updatedAt: at(9), tracking: [{ carrier: "DHL", number: "NEW1", url: null }] })], circumstances(9))], at(9));
    });
    await commit(ORDERS);
    const found = await journey();
    expect(found?.order?.name).toBe("#new");
    expect(found?.shipments[0]?.tracking.number).toBe("NEW1");
  });

  it("keeps nothing of a fulfillment it does not know", async () => {
    const { commit, database } = await imported();
    await commit({ ...NOTHING, scans: [{ fulfillmentId: "404" as FulfillmentId, scan: scan(1, "in_transit") }], items: [{ fulfillmentId: "404" as FulfillmentId, lineId: "1" as LineId, quantity: 1 }] });
    expect((await database.pool.query("SELECT 1 FROM scan")).rowCount).toBe(0);
  });

  it("reopens carrier messages that waited for an imported parcel", async () => {
    const { commit, keepMessages, transact } = await imported();
    await keepMessages([message(1, { source: "easypost" })]);
    await transact(async (store) => {
      const [found] = await store.inbox.claim(1, at(0));
      await store.inbox.close([{ id: found?.id ?? "", outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: "1Z999AA10123456784" } } }], at(0));
    });
    await commit(ORDERS);
    expect(await transact((store) => store.inbox.claim(1, at(1)))).toHaveLength(1);
  });

  it("lets one of two processes on: the slower one writes neither rows nor place", async () => {
    const { history, database } = await imported();
    const seen = await history.current(SHOP);
    if (!seen) throw new Error("the import was started");
    expect(await history.commit(seen, { phase: "orders", byteOffset: 2 ** 40 }, NOTHING)).toBe(true);
    expect(await history.commit(seen, { byteOffset: 5 }, ORDERS)).toBe(false);
    expect(await history.current(SHOP)).toMatchObject({ phase: "orders", byteOffset: 2 ** 40, version: seen.version + 1 });
    expect((await database.pool.query(`SELECT 1 FROM "order"`)).rowCount).toBe(0);
  });

  it("keeps a running import and starts a finished one from the beginning", async () => {
    const { history, shops, commit } = await imported();
    await shops.install(SHOP, shopInfo(), [], at(0));
    await commit(NOTHING, { phase: "orders", ordersDone: 7, ordersUrl: "https://files" });
    expect(await history.start(SHOP, at(1))).toMatchObject({ phase: "orders", ordersDone: 7 });
    expect(await history.unfinished(10)).toEqual([SHOP]);
    await commit(NOTHING, { phase: "done", finishedAt: at(2) });
    expect(await history.unfinished(10)).toEqual([]);
    expect(await history.start(SHOP, at(3))).toMatchObject({ phase: "exporting", ordersDone: 0, ordersUrl: null, startedAt: at(3), finishedAt: null });
  });
});
