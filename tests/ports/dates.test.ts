import { expect, it } from "vitest";
import type { HistoryRows } from "#app/application/ports.ts";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { Conditions } from "#app/domain/estimates/conditions.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { Learned, Rehearsal } from "#app/domain/estimates/learning/learned.ts";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { Step } from "#app/domain/journeys/advance.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import { at, fulfillment, FULFILLMENT, fulfillmentFact, order, ORDER, orderFact, scan, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { live, loaded } from "../setup/live.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const DAY = 24;

/** What a refit hands over, as far as keeping it goes: typed arrays, maps, and numbers JSON does not know. */
const LEARNED = {
  fittedOn: "2026-11-17", parcels: { handOffs: 12, arrivals: 9 }, lanes: [{ lane: "US-NY", parcels: 9 }], codes: { region: new Map([["NY", 0], ["CA", 1]]) },
  ordered: { windows: Float64Array.of(0.5, Number.NaN, Number.POSITIVE_INFINITY), promises: new Float64Array(3) },
} as unknown as Learned;
const REHEARSAL = {
  weeks: [{ from: "2026-11-09", calibration: { windows: Float64Array.of(1), promises: Float64Array.of(0.25) } }],
  parcels: [{ key: "1.1", countedOn: "2026-11-10", week: 0, lane: "US-NY", carrier: "ups", service: null, days: null, handOffDays: 1, remembered: { from: Uint8Array.of(1, 2), to: Uint8Array.of(3, 255), inside: Float32Array.of(0.5), promised: new Uint8Array(2), kept: new Float32Array(2) } }],
} as unknown as Rehearsal;
const MODEL = { version: "learned 1", learned: LEARNED, rehearsal: REHEARSAL };
const conditions = (h: number): Conditions => ({ measuredAt: at(h), backlogs: [{ location: null, queue: 3, perDay: 1.5, atBest: 1.5, usualDays: 1, waiting: [{ before: at(0), items: 3 }] }], disturbances: [] });
const table = (id: string, h: number, hours = 72): PublishedDateTable => ({
  v: 2, id, apiUrl: "https://hither.example", published: at(h) / 1_000, expires: at(h + hours) / 1_000, style: "range", days: [{ day: "2026-11-17", until: 1 }], services: [], lanes: { zz: { "*": [1, 2] }, "*": { "*": [-1, -1] } }, ships: [0], busy: false,
});
const past = (key: string, h: number, more: Partial<PastParcel> = {}): PastParcel => ({
  key, orderedAt: at(h), handedOverAt: at(h + 5), nearAt: null, arrivedAt: null, location: null, carrier: "ups", service: "standard", country: "US", region: "NY", zip: "10001", items: 2, ...more,
});

const installed = async (database: Database, shop: ShopId = SHOP) => {
  const stores = storesOf(database);
  await stores.shops.install(shop, shopInfo(), [], at(0));
  const run = await stores.history.start(shop, at(0));
  return { stores, importEnds: (phase: "done" | "failed") => stores.history.commit(run, { phase }) };
};

onBothDatabases("dates", ({ open }) => {
  it("keep a model as it was learned, one a shop, also for those who ask inside a transaction", async () => {
    const { dates, transact } = storesOf(await open());
    expect(await dates.facts(SHOP)).toEqual({ version: "none", learned: null, conditions: null, silences: null });
    expect(await dates.rehearsal(SHOP)).toBeNull();
    await dates.keepModel(SHOP, { ...MODEL, version: "learned 0" }, at(0));
    await dates.keepModel(SHOP, MODEL, at(1));
    await dates.keepConditions(SHOP, conditions(2));
    await dates.keepConditions(SHOP, conditions(3));
    expect(await dates.facts(SHOP)).toEqual({ version: "learned 1", learned: LEARNED, conditions: conditions(3), silences: null });
    expect(await transact((store) => store.dates.facts(SHOP))).toEqual(await dates.facts(SHOP));
    expect(await dates.rehearsal(SHOP)).toEqual(REHEARSAL);
    expect(await dates.facts(OTHER_SHOP)).toEqual({ version: "none", learned: null, conditions: null, silences: null });
  });

  it("read a model written in a format they do not know, or cut short, as none, and ask for another", async () => {
    const database = await open();
    const { stores: { dates }, importEnds } = await installed(database);
    await importEnds("done");
    await dates.keepModel(SHOP, MODEL, at(5));
    expect(await dates.dueForRefit(at(4), 10)).toEqual([]);
    await database.pool.query("UPDATE date_model SET learned = substring(learned FROM 1 FOR 40), rehearsal = substring(rehearsal FROM 1 FOR 2)");
    expect([await dates.facts(SHOP), await dates.rehearsal(SHOP)]).toEqual([{ version: "none", learned: null, conditions: null, silences: null }, null]);
    await dates.keepModel(SHOP, MODEL, at(5));
    await database.pool.query(String.raw`UPDATE date_model SET learned = '\xff'::bytea || learned, rehearsal = '\xff'::bytea || rehearsal`);
    expect([await dates.facts(SHOP), await dates.rehearsal(SHOP)]).toEqual([{ version: "none", learned: null, conditions: null, silences: null }, null]);
    expect(await dates.dueForRefit(at(4), 10)).toEqual([SHOP]);
  });

  it("change their stamp with the model, the conditions and the newest table, and with nothing else", async () => {
    const { dates } = storesOf(await open());
    const stamps = new Set<string>();
    const stampAfter = async (work: () => Promise<unknown>) => {
      await work();
      const stamp = await dates.stamp(SHOP);
      expect(await dates.stamp(SHOP)).toBe(stamp);
      stamps.add(stamp);
    };
    await stampAfter(async () => undefined);
    await stampAfter(() => dates.keepModel(SHOP, MODEL, at(0)));
    await stampAfter(() => dates.keepModel(SHOP, MODEL, at(1)));
    await stampAfter(() => dates.keepConditions(SHOP, conditions(1)));
    await stampAfter(() => dates.keepConditions(SHOP, conditions(2)));
    await stampAfter(() => dates.keepTable(SHOP, table("t1", 3)));
    await stampAfter(() => dates.keepTable(SHOP, table("t2", 3)));
    expect(stamps.size).toBe(7);
    await stampAfter(() => dates.keepTable(SHOP, table("older", 1)));
    await stampAfter(() => dates.keepModel(OTHER_SHOP, MODEL, at(9)));
    expect(stamps.size).toBe(7);
  });

  it("know the table that held at an instant, none once it expired, and each by its id until a hundred days after its end", async () => {
    const { dates } = storesOf(await open());
    for (const one of [table("t1", 0, 10), table("t2", 8, 10), table("t1", 8, 50)]) await dates.keepTable(SHOP, one);
    expect(await dates.tableAt(SHOP, at(-1))).toBeNull();
    expect(await dates.tableAt(SHOP, at(7))).toEqual(table("t1", 0, 10)); // published under its id once and for all
    expect(Object.keys((await dates.tableAt(SHOP, at(7)))?.lanes ?? {})).toEqual(["zz", "*"]);
    expect((await dates.tableAt(SHOP, at(8)))?.id).toBe("t2");
    expect(await dates.tableAt(SHOP, at(18))).toBeNull();
    expect((await dates.tableNamed(SHOP, "t1"))?.id).toBe("t1");
    expect([await dates.tableNamed(OTHER_SHOP, "t1"), await dates.tableNamed(SHOP, "t\0")]).toEqual([null, null]);
    await dates.keepTable(OTHER_SHOP, table("t3", 200 * DAY));
    await dates.keepTable(SHOP, table("t3", 10 + 100 * DAY));
    expect((await dates.tableNamed(SHOP, "t1"))?.id).toBe("t1");
    await dates.keepTable(SHOP, table("t4", 11 + 100 * DAY));
    expect([(await dates.tableNamed(SHOP, "t1"))?.id, (await dates.tableNamed(SHOP, "t2"))?.id]).toEqual([undefined, "t2"]);
  });

  it("are learned and measured where the app is installed and the past was read, the oldest first", async () => {
    const database = await open();
    const third = "third.myshopify.com" as ShopId;
    const { stores: { dates, shops }, importEnds } = await installed(database);
    await (await installed(database, OTHER_SHOP)).importEnds("done");
    await (await installed(database, third)).importEnds("done");
    expect(await dates.dueForRefit(at(99), 10)).toEqual([OTHER_SHOP, third]);
    await importEnds("done");
    await dates.keepModel(SHOP, MODEL, at(20));
    await dates.keepModel(OTHER_SHOP, MODEL, at(10));
    await dates.keepConditions(OTHER_SHOP, conditions(20));
    await dates.keepConditions(third, conditions(10));
    expect(await dates.dueForRefit(at(21), 10)).toEqual([third, OTHER_SHOP, SHOP]);
    expect(await dates.dueForRefit(at(20), 10)).toEqual([third, OTHER_SHOP]);
    expect(await dates.dueForRefit(at(21), 1)).toEqual([third]);
    expect(await dates.dueForMeasure(at(21), 10)).toEqual([SHOP, third, OTHER_SHOP]);
    expect(await dates.dueForMeasure(at(20), 10)).toEqual([SHOP, third]);
    await shops.uninstall(third, at(30));
    expect([await dates.dueForRefit(at(21), 10), await dates.dueForMeasure(at(11), 10)]).toEqual([[OTHER_SHOP, SHOP], [SHOP]]);
  });

  it("are learned from parcels that were sent and did not turn back", async () => {
    const { transact, dates } = storesOf(await open());
    const NY = { city: "New York", region: "ny", country: "US", zip: null };
    const tell = (number: number, shippedAt: number, scans: readonly ReturnType<typeof scan>[], more: Parameters<typeof fulfillment>[0] = {}) => {
      const [id, parcel] = [`70${number}` as OrderId, `80${number}` as FulfillmentId];
      return transact((store) => live(store, [
        orderFact({ id, createdAt: at(shippedAt - 24), shippingMethod: "Express Saver", locationId: "91" }),
        fulfillmentFact({ id: parcel, orderId: id, createdAt: at(shippedAt), updatedAt: at(shippedAt), items: [{ lineId: "1" as LineId, quantity: 2 }, { lineId: "2" as LineId, quantity: 3 }], ...more }),
        { kind: "fulfillment_scans", fulfillmentId: parcel, scans, whole: null },
      ], 400, id));
    };
    await tell(1, 0, [scan(5, "accepted", { place: { ...NY, region: "TX" } }), scan(40, "in_transit", { place: NY }), scan(50, "delivered", { place: NY })], { locationId: "92" });
    await tell(2, 0, [scan(60, "delivered")]); // nobody saw it handed over
    await tell(3, 0, [scan(5, "accepted")]);
    await tell(4, 0, [scan(5, "accepted"), scan(60, "returned")]);
    await tell(5, 0, [scan(5, "accepted")], { cancelled: true });
    await tell(6, 390, []); // labelled just now
    await tell(7, 0, []); // nobody ever heard of it
    await tell(8, 390, [], { tracking: [] }); // nobody can follow it
    const keyed = (rows: readonly PastParcel[]) => new Map(rows.map((row) => [row.key, row]));
    const found = keyed(await dates.pastParcels(SHOP, at(-100)));
    expect([...found.keys()].sort()).toEqual(["801.1", "802.1", "803.1", "806.1"]);
    expect(found.get("801.1")).toEqual({
      key: "801.1", orderedAt: at(-24), handedOverAt: at(5), nearAt: at(40), arrivedAt: at(50), location: "92", carrier: "ups", service: "express saver", country: "US", region: "NY", zip: "10001", items: 5,
    });
    expect(found.get("802.1")).toMatchObject({ handedOverAt: at(0), arrivedAt: at(60), location: "91" });
    expect(found.get("803.1")).toMatchObject({ handedOverAt: at(5), nearAt: null, arrivedAt: null });
    expect(found.get("806.1")).toMatchObject({ handedOverAt: null, arrivedAt: null });
    expect([...keyed(await dates.pastParcels(SHOP, at(5))).keys()].sort()).toEqual(["801.1", "802.1", "803.1", "806.1"]); // handed over since, marked sent before
    expect([...keyed(await dates.pastParcels(SHOP, at(100))).keys()]).toEqual(["806.1"]);
    expect(await dates.pastParcels(OTHER_SHOP, at(-100))).toEqual([]);
  });

  it("hand over the past parcel by parcel, and of many a sample that is even and always the same", async () => {
    const { dates } = storesOf(await open());
    const many = Array.from({ length: 4_000 }, (_, index) => past(`row ${index}`, index % 100));
    await dates.importPast(SHOP, { id: "f1", name: "2026.csv" }, many, at(1));
    const read = async (most: number, shop = SHOP) => {
      const [rows, told]: [PastParcel[], number[]] = [[], []];
      await dates.eachPastParcel(shop, { since: at(-1), most }, (expected) => { told.push(expected); return (one) => rows.push(one); });
      return { rows, told };
    };
    const all = await read(10_000);
    expect(all.told).toEqual([4_000]);
    expect(all.rows).toEqual(await dates.pastParcels(SHOP, at(-1)));
    const some = await read(1_000);
    expect(some.told).toEqual([1_000]);
    expect(Math.abs(some.rows.length - 1_000)).toBeLessThan(120);
    expect((await read(1_000)).rows).toEqual(some.rows);
    const hours = some.rows.map((one) => (one.orderedAt! - at(0)) / 3_600_000);
    expect(Math.abs(hours.reduce((sum, one) => sum + one, 0) / hours.length - 49.5)).toBeLessThan(4);
    const fewer = new Set((await read(500)).rows.map((one) => one.key));
    expect([...fewer].every((key) => some.rows.some((one) => one.key === key))).toBe(true); // the smaller is part of the larger
    expect(await read(10, OTHER_SHOP)).toEqual({ rows: [], told: [0] });
  });

  it("take files of past shipments, count what was there before, and forget a file whole", async () => {
    const { dates } = storesOf(await open());
    const bare = past("bare", 0, { orderedAt: null, nearAt: at(20), arrivedAt: at(30), location: "9", carrier: null, service: null, country: null, region: null, zip: null });
    const many = Array.from({ length: 5_100 }, (_, index) => past(`row ${index}`, index % 100));
    expect(await dates.importPast(SHOP, { id: "f1", name: "2026.csv" }, [...many, bare, bare], at(1))).toEqual({ id: "f1", name: "2026.csv", rows: 5_102, added: 5_101, repeated: 1, at: at(1) });
    expect(await dates.importPast(SHOP, { id: "f2", name: "again.csv" }, [bare, past("new", 3)], at(2))).toEqual({ id: "f2", name: "again.csv", rows: 2, added: 1, repeated: 1, at: at(2) });
    expect((await dates.importPast(OTHER_SHOP, { id: "f1", name: "theirs.csv" }, [bare], at(2))).added).toBe(1);
    expect((await dates.pastImports(SHOP)).map((one) => one.id)).toEqual(["f2", "f1"]);
    const found = await dates.pastParcels(SHOP, at(-1));
    expect(found).toHaveLength(5_102);
    expect(found.find((one) => one.key === "bare")).toEqual(bare);
    expect(found.find((one) => one.key === "row 7")).toEqual(past("row 7", 7));
    expect(await dates.pastParcels(SHOP, at(104))).toHaveLength(51); // handed over since, ordered before
    await dates.forgetImport(SHOP, "f1");
    expect((await dates.pastParcels(SHOP, at(-1))).map((one) => one.key)).toEqual(["new"]);
    expect((await dates.pastImports(SHOP)).map((one) => one.id)).toEqual(["f2"]);
    expect(await dates.pastParcels(OTHER_SHOP, at(-1))).toEqual([bare]);
  });

  it("count what waits and what left by location, and wake what waits", async () => {
    const database = await open();
    const { stores: { transact, dates } } = await installed(database);
    const line = (id: string, quantity: number, unfulfilled: number | null, requiresShipping = true) => ({ id: id as LineId, title: id, sku: null, quantity, unfulfilled, requiresShipping });
    const ordered = (id: string, h: number, more: Parameters<typeof orderFact>[0], ...facts: Parameters<typeof live>[1]) =>
      transact((store) => live(store, [orderFact({ id: id as OrderId, createdAt: at(h), ...more }), ...facts], 0, id as OrderId));
    const sent = (id: string, h: number, quantity: number, more: Parameters<typeof fulfillment>[0] = {}) =>
      fulfillmentFact({ id: `8${id}` as FulfillmentId, orderId: id as OrderId, createdAt: at(h), updatedAt: at(h), items: [{ lineId: "1" as LineId, quantity }], ...more });
    await ordered("1", -30, { locationId: "91", lines: [line("1", 5, 3), line("2", 4, 0), line("3", 1, 1, false)] });
    await ordered("2", -50, { locationId: "91", lines: [line("1", 4, null)] }, sent("2", -40, 3, { locationId: "92" }));
    await ordered("3", -20, { lines: [line("1", 2, null)] }, sent("3", -14, 2)); // sent whole, as far as lines say
    await ordered("4", -20, { lines: [line("1", 2, 2)], cancelledAt: at(-1) });
    await ordered("5", -10, { lines: [line("1", 2, 2)] }, sent("5", -10, 9, { cancelled: true }));
    await ordered("6", -20, { lines: [line("1", 2, 0)] }, sent("6", -30 * DAY, 7)); // long ago
    await ordered("7", -20, { lines: [line("1", 2, 0)] }, sent("7", -13, 1));
    const load = new Map((await dates.load(SHOP, at(0))).map((one) => [one.location, one]));
    expect(load.size).toBe(3);
    expect(load.get("91")).toEqual({ location: "91", waiting: [{ orderedAt: at(-50), items: 1 }, { orderedAt: at(-30), items: 3 }], handedOver: [] });
    expect(load.get("92")).toEqual({ location: "92", waiting: [], handedOver: [{ on: "2026-11-15", items: 3 }] });
    expect(load.get(null)).toEqual({ location: null, waiting: [{ orderedAt: at(-10), items: 2 }], handedOver: [{ on: "2026-11-16", items: 3 }] }); // 20:00 and 21:00 in New York, the next day in UTC
    expect(await dates.load(OTHER_SHOP, at(0))).toEqual([]);

    await database.pool.query("DELETE FROM timer");
    expect(await dates.wakeWaiting(OTHER_SHOP, at(1))).toBe(0);
    for (const h of [1, 2]) expect(await dates.wakeWaiting(SHOP, at(h))).toBe(3);
    const due = await transact((store) => store.timers.takeDue(10, at(1)));
    expect(due).toEqual(["1", "2", "5"].map((id) => ({ shop: SHOP, orderId: id, shipmentId: unshippedId(id as OrderId) })));
  });

  it("wake the parcels a carrier has and has not brought yet, of all carriers or of some", async () => {
    const database = await open();
    const { dates, transact } = storesOf(database);
    const { pool } = database;
    const parcel = (id: string, carrier: string, more: { accepted?: boolean; delivered?: boolean; milestone?: string } = {}) => pool.query(
      `INSERT INTO shipment (shop, id, order_id, fulfillment_id, carrier, created_at, updated_at, accepted_at, delivered_at, milestone) VALUES ($1, $2, '1', $2, $3, $4, $4, $5, $6, $7)`,
      [SHOP, id, carrier, iso(at(0)), more.accepted === false ? null : iso(at(1)), more.delivered ? iso(at(2)) : null, more.milestone ?? "in_transit"]);
    await pool.query("DELETE FROM timer");
    await parcel("u1", "UPS");
    await parcel("u2", "UPS", { delivered: true, milestone: "delivered" });
    await parcel("u3", "UPS", { accepted: false, milestone: "label_created" });
    await parcel("u4", "UPS", { milestone: "returning" });
    await parcel("f1", "FedEx");
    expect(await dates.wakeUnderWay(OTHER_SHOP, null, at(5))).toBe(0);
    expect(await dates.wakeUnderWay(SHOP, ["ups"], at(5))).toBe(1);
    expect((await transact((store) => store.timers.takeDue(10, at(5)))).map((one) => one.shipmentId)).toEqual(["u1"]);
    expect(await dates.wakeUnderWay(SHOP, null, at(6))).toBe(2);
  });

  it("know the places a shop sends from, and which of them its orders name", async () => {
    const { transact, dates } = storesOf(await open());
    const place = (id: string, name: string, active = true) => ({ id, name, country: "US", region: null, zip: "10001", active });
    await dates.keepLocations(SHOP, [place("1", "Barn"), place("2", "Attic"), place("3", "Shed", false)]);
    await dates.keepLocations(OTHER_SHOP, [place("1", "Elsewhere")]);
    expect((await dates.locations(SHOP)).map((one) => one.name)).toEqual(["Attic", "Barn", "Shed"]);
    await dates.keepLocations(SHOP, [place("2", "Loft"), place("4", "Barn 2")]);
    expect(await dates.locations(SHOP)).toEqual([place("4", "Barn 2"), place("2", "Loft")]);
    expect(await dates.locations(OTHER_SHOP)).toEqual([place("1", "Elsewhere")]);
    await transact((store) => live(store, [orderFact({ locationId: "2" }), fulfillmentFact({ locationId: "9" })], 0));
    await transact((store) => live(store, [orderFact({ id: "5" as OrderId, createdAt: at(-61 * DAY), locationId: "old" })], 0, "5" as OrderId));
    expect([await dates.namedLocations(SHOP), await dates.namedLocations(OTHER_SHOP)]).toEqual([["2", "9"], []]);
  });

  it("find an order's location and what checkout showed where they were told, whoever is silent about them later", async () => {
    const { transact, history } = storesOf(await open());
    const told = { locationId: "91", checkoutDate: "2026-11-18/2026-11-20/t1" };
    await transact((store) => live(store, [orderFact(told), fulfillmentFact({ locationId: "92" })], 0));
    await transact((store) => live(store, [orderFact({ updatedAt: at(1) }), fulfillmentFact({ updatedAt: at(1) })], 1));
    const { lines: _lines, ...bare } = order({ updatedAt: at(2) });
    const rows: HistoryRows = { orders: [{ order: bare, fulfillments: [fulfillment({ updatedAt: at(2) })] }], lines: [], items: [], scans: [] };
    await history.commit(await history.start(SHOP, at(0)), {}, rows);
    const found = await transact((store) => loaded(store));
    expect(found.order).toMatchObject({ ...told, updatedAt: at(2) });
    expect(found.shipments[0]).toMatchObject({ locationId: "92", updatedAt: at(2) });
  });

  it("keep the date of what has not left yet with its order, its history, and nothing of it after a redaction", async () => {
    const database = await open();
    const { transact, reads } = storesOf(database);
    const id = unshippedId(ORDER);
    const dated = (estimate: Estimate | null) => transact(async (store) => {
      const before = await loaded(store);
      const { [id]: _was, ...others } = before.estimates;
      const step: Step = {
        before, after: { ...before, estimates: estimate ? { ...others, [id]: estimate } : others }, estimates: estimate ? [{ shipmentId: id, estimate, model: "m1" }] : [],
        decisions: [], opened: [], resolved: [], events: [], acts: [], shadow: [], explained: [], intents: [], timers: [{ shipmentId: id, dueAt: estimate ? at(5) : null }],
      };
      await store.journeys.save([step], at(1));
    });
    const first: Estimate = { kind: "window", earliest: "2026-11-18" as CalendarDate, latest: "2026-11-20" as CalendarDate, rate: 0.9, basis: "learned", because: "First.", shipsBy: "2026-11-18" as CalendarDate, evidence: ["b", "a"] };
    await transact((store) => live(store, [orderFact()], 0));
    await dated(first);
    expect((await transact((store) => loaded(store))).estimates).toEqual({ [id]: first });
    expect(await transact((store) => store.timers.takeDue(10, at(5)))).toContainEqual({ shop: SHOP, orderId: ORDER, shipmentId: id });
    await dated({ ...first, because: "Second." });
    expect((await reads.order(SHOP, { by: "id", orderId: ORDER }))?.firstEstimates[id]).toEqual(expect.objectContaining({ kind: "window" }));
    await transact((store) => live(store, [orderFact({ updatedAt: at(9), name: "#2" }), fulfillmentFact()], 2)); // writing the order leaves its date to whoever made it
    await dated(null);
    expect(Object.keys((await transact((store) => loaded(store))).estimates)).toEqual([shipmentId(FULFILLMENT, 1)]);
    expect((await database.pool.query("SELECT because FROM estimate WHERE shipment_id = $1 AND because LIKE '%.' ORDER BY id", [id])).rows.map((row) => row.because)).toEqual(expect.arrayContaining(["First.", "Second."]));
    await dated(first);
    await transact((store) => store.privacy.redactOrders(SHOP, null, [ORDER], at(9)));
    for (const name of ["estimate", "timer", '"order"']) expect((await database.pool.query(`SELECT 1 FROM ${name}`)).rowCount, name).toBe(0);
  });
});
