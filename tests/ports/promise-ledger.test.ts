import { expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { subjectOf, type ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import { at, fulfillmentFact, order, ORDER, orderFact, scan, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { live } from "../setup/live.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const date = (day: number) => `2026-11-${day}` as CalendarDate;
const parcelOf = (number: number) => shipmentId(`80${number}` as FulfillmentId, 1);

/** A date shown of the order at `h`: from the 18th to the 20th on the thank-you page, unless said otherwise. */
const shown = (h: number, more: Partial<ShownDate> = {}): ShownDate => ({
  subject: subjectOf({ orderId: more.orderId ?? ORDER }), surface: "thank_you", stage: "ordered", shownAt: at(h), orderId: ORDER, shipmentId: null, earliest: date(18), latest: date(20), style: "range", rate: 0.9,
  shipsBy: date(17), lane: "US-NY", service: "standard", carrier: "ups", location: "91", model: "learned 1", evidence: ["250 parcels to NY", "the last 8 weeks"], because: "Learned.", ...more,
});
const ofParcel = (h: number, number: number, more: Partial<ShownDate> = {}): ShownDate =>
  shown(h, { subject: subjectOf({ shipmentId: parcelOf(number) }), shipmentId: parcelOf(number), stage: "shipped", surface: "tracking_page", shipsBy: null, ...more });

/** Tells the story of parcels of one order, `number → its scans`, all sent at the beginning. */
const tell = (database: Database, parcels: Readonly<Record<number, readonly ReturnType<typeof scan>[]>>, more: Parameters<typeof orderFact>[0] = {}, id: OrderId = ORDER) =>
  storesOf(database).transact((store) => live(store, [
    orderFact({ id, ...more }),
    ...Object.entries(parcels).flatMap(([number, scans]) => [
      fulfillmentFact({ id: `80${number}` as FulfillmentId, orderId: id, tracking: [{ carrier: "UPS", number: `1Z${number}`, url: null }], items: [{ lineId: "1" as LineId, quantity: 1 }] }),
      { kind: "fulfillment_scans", fulfillmentId: `80${number}` as FulfillmentId, scans, whole: null } as const,
    ]),
  ], 100, id));

onBothDatabases("the promise ledger", ({ open, openAgain }) => {
  it("holds what was shown, word for word, and nothing twice", async () => {
    const { ledger } = storesOf(await open());
    const none = shown(3, { earliest: null, latest: null, rate: null, shipsBy: null, service: null, carrier: null, location: null, evidence: [], because: "Too few parcels." });
    const told = [shown(0), shown(1), shown(2, { latest: date(21) }), none, shown(4), shown(5, { style: "latest" }), shown(5, { surface: "email" })];
    for (const _ of [1, 2]) await ledger.add(SHOP, told);
    await ledger.add(SHOP, [shown(6, { surface: "email", rate: 0.8, because: "The same date for another reason." })]);
    await ledger.add(OTHER_SHOP, [shown(0)]);
    await ledger.add(SHOP, []);
    const { rows } = await ledger.page(SHOP, { search: "", after: null, before: null, limit: 50 });
    expect(rows.map((row) => [row.shownAt, row.surface, row.window?.to ?? null, row.style]).toReversed()).toEqual(
      [told[0], told[2], told[3], told[4], told[5], told[6]].map((one) => [new Date(one?.shownAt ?? 0).toISOString(), one?.surface, one?.latest, one?.style]));
    expect(rows.at(-1)).toEqual({
      id: expect.any(String), shownAt: new Date(at(0)).toISOString(), surface: "thank_you", stage: "ordered", subject: `order:${ORDER}`, orderId: ORDER, orderName: null, shipmentId: null, window: { from: date(18), to: date(20) },
      style: "range", rate: 0.9, lane: "US-NY", service: "standard", carrier: "ups", model: "learned 1", evidence: ["250 parcels to NY", "the last 8 weeks"], because: "Learned.", outcome: "waiting", deliveredOn: null,
    });
    expect(rows.find((row) => row.window === null)).toMatchObject({ because: "Too few parcels.", rate: null, service: null, outcome: "none", evidence: [] });
    expect(await ledger.outcomes(OTHER_SHOP, at(0))).toHaveLength(1);
  });

  it("compares with what was shown before, not with what was written before", async () => {
    const { ledger } = storesOf(await open());
    await ledger.add(SHOP, [shown(0), shown(9, { latest: date(22) })]);
    await ledger.add(SHOP, [shown(5)]); // told late, and still the same as at 0
    await ledger.add(SHOP, [shown(7, { latest: date(21) }), shown(8, { latest: date(21) })]);
    expect((await ledger.ofOrder(SHOP, ORDER)).map((row) => [row.shownAt, row.window?.to])).toEqual([[0, 20], [7, 21], [9, 22]].map(([h, day]) => [new Date(at(h ?? 0)).toISOString(), date(day ?? 0)]));
  });

  it("adds a date once, however many show it at the same moment", async () => {
    const [one, other] = [storesOf(await open()), storesOf(await openAgain())];
    const rows = Array.from({ length: 620 }, (_, index) => shown(0, { subject: `offer:t1:US:*:${index}`, surface: "product", stage: "before_purchase", orderId: null }));
    await Promise.all([one.ledger.add(SHOP, rows), other.ledger.add(SHOP, rows.toReversed()), one.ledger.add(SHOP, rows), other.transact((store) => store.ledger.add(SHOP, rows))]);
    const page = await one.ledger.page(SHOP, { search: "", after: null, before: null, limit: 2_000 });
    expect(page.rows).toHaveLength(620);
    expect(new Set(page.rows.map((row) => row.outcome))).toEqual(new Set(["none"]));
  });

  it("is written with what showed the date, or not at all", async () => {
    const { ledger, transact } = storesOf(await open());
    await expect(transact(async (store) => { await store.ledger.add(SHOP, [shown(0)]); throw new Error("lost"); })).rejects.toThrow("lost");
    expect(await ledger.ofOrder(SHOP, ORDER)).toEqual([]);
    await transact((store) => store.ledger.add(SHOP, [shown(0)]));
    expect(await ledger.ofOrder(SHOP, ORDER)).toHaveLength(1);
  });

  it("refuses to change or lose a row, whoever asks", async () => {
    const database = await open();
    const { ledger } = storesOf(database);
    await ledger.add(SHOP, [shown(0)]);
    for (const attempt of ["UPDATE promise SET latest = latest + 1", "DELETE FROM promise", "TRUNCATE promise", "SELECT set_config('hither.redacting', 'on', true); UPDATE promise SET latest = latest + 1"]) {
      await expect(database.pool.query(attempt), attempt).rejects.toThrow("The promise ledger only grows");
    }
    expect(await ledger.ofOrder(SHOP, ORDER)).toHaveLength(1);
  });

  it("tells what came of a parcel's first date, in days of the shop", async () => {
    const database = await open();
    const { ledger, shops } = storesOf(database);
    await shops.install(SHOP, shopInfo(), [], at(0));
    const trouble = [scan(5, "accepted"), scan(30, "in_transit", { exception: "address_problem" })];
    await tell(database, { 1: trouble });
    await tell(database, {
      1: [...trouble, scan(40, "in_transit"), scan(59, "delivered")], // 21:00 in New York, the next day in UTC
      2: [scan(65, "delivered")], 3: [scan(5, "accepted")], 4: [scan(5, "accepted"), scan(60, "returned")], 5: [],
    });
    const moved = (slow: object) => JSON.stringify({ kind: "window", earliest: date(19), latest: date(21), rate: null, basis: "learned", because: "", ...slow });
    for (const [hour, answer] of [[30, moved({})], [34, moved({ slow: "UPS is slow." })], [58, moved({ slow: "UPS is slow." })]] as const) {
      await database.pool.query("INSERT INTO estimate (shop, shipment_id, at, answer, because, model) VALUES ($1, $2, $3, $4, '', 'm')", [SHOP, parcelOf(2), iso(at(hour)), answer]);
    }
    const first = [1, 2, 3, 4, 5].map((number) => ofParcel(number, number));
    await ledger.add(SHOP, [
      ofParcel(0, 1, { surface: "admin", latest: date(19) }), ofParcel(0, 2, { earliest: null, latest: null }), ...first,
      ofParcel(20, 1, { latest: date(25) }), ofParcel(21, 1, { surface: "email", latest: date(26) }), shown(0, { subject: "offer:t1:US:*:0", stage: "before_purchase", orderId: null }),
    ]);
    const fate = (number: number) => ({ ...first[number - 1], orderName: order().name });
    const outcomes = await ledger.outcomes(SHOP, at(0));
    expect(outcomes).toEqual([
      { ...fate(1), handedOverOn: date(17), deliveredOn: date(19), over: false, troubles: [{ category: "address_problem", on: date(18) }, { category: "no_movement", on: date(18) }] },
      { ...fate(2), handedOverOn: date(17), deliveredOn: date(20), over: false, troubles: [{ category: "carrier_slow", on: date(18) }] }, // nobody saw it handed over: it was marked sent
      { ...fate(3), handedOverOn: date(17), deliveredOn: null, over: false, troubles: [{ category: "no_movement", on: date(17) }] }, // a silence is trouble too: since its last scan
      { ...fate(4), handedOverOn: date(17), deliveredOn: null, over: true, troubles: expect.any(Array) },
      { ...fate(5), handedOverOn: null, deliveredOn: null, over: false, troubles: [] },
    ]);
    expect((await ledger.outcomes(SHOP, at(3))).map((one) => one.subject)).toEqual([3, 4, 5].map((number) => `shipment:${parcelOf(number)}`)); // what was first shown earlier is not told as if it were first
    expect(await ledger.outcomes(OTHER_SHOP, at(0))).toEqual([]);
  });

  it("counts an order as delivered with the last of its parcels, when nothing of it waits", async () => {
    const database = await open();
    const { ledger, shops } = storesOf(database);
    await shops.install(SHOP, shopInfo(), [], at(0));
    const line = (id: string, unfulfilled: number | null, requiresShipping = true) => ({ id: id as LineId, title: id, sku: null, quantity: 2, unfulfilled, requiresShipping });
    const arrived = (h: number) => [scan(h - 20, "accepted"), scan(h, "delivered")];
    const orders = ["1", "2", "3", "4", "5", "6"] as OrderId[];
    const [two, waits, half, cancelled, nowhere, untold] = orders;
    await tell(database, { 11: arrived(30), 12: arrived(65) }, { lines: [line("1", null)] }, two);
    await tell(database, { 21: arrived(30) }, { lines: [line("1", 1)] }, waits);
    await tell(database, { 31: arrived(30), 32: [scan(50, "accepted")] }, { lines: [line("1", 0)] }, half);
    await tell(database, {}, { cancelledAt: at(50) }, cancelled);
    await tell(database, {}, { lines: [line("1", 2)] }, nowhere);
    await tell(database, { 61: arrived(30) }, { lines: [line("1", null), line("2", 0), line("3", 2, false)] }, untold); // one of two pieces was sent, as far as parcels say
    await ledger.add(SHOP, orders.map((orderId, index) => shown(index, { orderId })));
    await ledger.add(SHOP, [shown(9, { orderId: two ?? ORDER, stage: "before_purchase", surface: "checkout", latest: date(19) })]);
    const fates = (await ledger.outcomes(SHOP, at(0))).map((one) => [one.orderId, one.stage, one.handedOverOn, one.deliveredOn, one.over]);
    expect(fates).toEqual([
      [two, "ordered", date(19), date(20), false], [waits, "ordered", null, null, false], [half, "ordered", date(19), null, false],
      [cancelled, "ordered", null, null, true], [nowhere, "ordered", null, null, false], [untold, "ordered", null, null, false], [two, "before_purchase", date(19), date(20), false],
    ]);
    const { rows } = await ledger.page(SHOP, { search: "", after: null, before: null, limit: 50 });
    expect(rows.map((row) => [row.orderId, row.outcome])).toEqual([[two, "missed"], [untold, "waiting"], [nowhere, "waiting"], [cancelled, "none"], [half, "waiting"], [waits, "waiting"], [two, "kept"]]);
  });

  it("is read page by page, newest first, and found by order name, id and subject", async () => {
    const database = await open();
    const { ledger } = storesOf(database);
    await tell(database, { 1: [] }, { name: "#1001" });
    await ledger.add(SHOP, Array.from({ length: 7 }, (_, index) => shown(Math.floor(index / 2), { subject: `offer:t1:US:*:${index}`, orderId: null, stage: "before_purchase", surface: "cart" })));
    await ledger.add(SHOP, [shown(10), ofParcel(11, 1)]);
    const page = (more: { after?: string | null; before?: string | null; search?: string }) => ledger.page(SHOP, { search: "", after: null, before: null, limit: 4, ...more });
    const subjects = (of: Awaited<ReturnType<typeof page>>) => of.rows.map((row) => row.subject.split(":").at(-1));
    const first = await page({});
    expect([subjects(first), first.previous]).toEqual([[parcelOf(1), ORDER, "6", "5"], null]);
    const second = await page({ after: first.next });
    expect(subjects(second)).toEqual(["4", "3", "2", "1"]);
    const third = await page({ after: second.next });
    expect([subjects(third), third.next]).toEqual([["0"], null]);
    const back = await page({ before: third.previous });
    expect(subjects(back)).toEqual(["4", "3", "2", "1"]);
    expect(await page({ before: back.previous })).toEqual(first);
    for (const cursor of ["no such cursor", Buffer.from(`${new Date(at(0)).toISOString()} x`).toString("base64url")]) expect(await page({ after: cursor })).toEqual(first);
    for (const search of ["1001", "#1001", ` ${ORDER} `]) expect(subjects(await page({ search })), search).toEqual([parcelOf(1), ORDER]);
    expect(subjects(await page({ search: parcelOf(1) }))).toEqual([parcelOf(1)]);
    expect(subjects(await page({ search: "offer:t1:US:*:3" }))).toEqual(["3"]);
    expect((await page({ search: "#9999" })).rows).toEqual([]);
    expect(first.rows[0]).toMatchObject({ orderName: "#1001", shipmentId: parcelOf(1) });
    expect((await ledger.ofOrder(SHOP, ORDER)).map((row) => row.subject)).toEqual([`order:${ORDER}`, `shipment:${parcelOf(1)}`]);
    expect(await ledger.ofOrder(OTHER_SHOP, ORDER)).toEqual([]);
  });

  it("knows a parcel's order even where the row does not name it, forgets both in a redaction, and hands them to who asks for their data", async () => {
    const database = await open();
    const { ledger, transact } = storesOf(database);
    await tell(database, { 1: [scan(5, "accepted"), scan(30, "delivered")] }, { customerId: "77" });
    const other = "5" as OrderId;
    for (const shop of [SHOP, OTHER_SHOP]) await ledger.add(shop, [shown(0), ofParcel(1, 1, { orderId: null }), shown(2, { orderId: other }), shown(3, { subject: "offer:t1:US:*:0", orderId: null })]);
    expect((await ledger.ofOrder(SHOP, ORDER)).map((row) => [row.subject, row.outcome, row.orderName])).toEqual([[`order:${ORDER}`, "kept", "#1001"], [`shipment:${parcelOf(1)}`, "kept", "#1001"]]);

    await transact((store) => store.privacy.fileDataRequest(SHOP, "r1", "77", [], at(9)));
    const { rows: [filed] } = await database.pool.query<{ data_sealed: string }>("SELECT data_sealed FROM privacy_request");
    const data = JSON.parse(secretBox([Buffer.alloc(32, 7)]).open(filed?.data_sealed ?? "", { shop: SHOP, column: "privacy_request.data" }) ?? "{}") as { dates: readonly ShownDate[] };
    expect(data.dates).toEqual([shown(0), ofParcel(1, 1, { orderId: null })]);

    await transact((store) => store.privacy.redactOrders(SHOP, "77", [], at(9)));
    const left = async (shop: typeof SHOP) => (await ledger.page(shop, { search: "", after: null, before: null, limit: 9 })).rows.map((row) => row.subject);
    expect(await left(SHOP)).toEqual(["offer:t1:US:*:0", `order:${other}`]);
    expect(await left(OTHER_SHOP)).toHaveLength(4);
    await expect(database.pool.query("DELETE FROM promise")).rejects.toThrow("The promise ledger only grows"); // a redaction opens the ledger for itself alone
    await transact((store) => store.privacy.redactShop(SHOP));
    expect([await left(SHOP), (await left(OTHER_SHOP)).length]).toEqual([[], 4]);
  });
});
