import { expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import type { ShipmentTab } from "#app/contracts/admin-views.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId, type ShipmentId } from "#app/domain/shared/ids.ts";
import { at, circumstances, FULFILLMENT, fulfillmentFact, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { hashOfTests, OTHER_SHOP, storesOf } from "../setup/stores.ts";

const orderIdOf = (number: number) => `90071992547409930${number}` as OrderId;
const parcelOf = (number: number) => shipmentId(`80071992547409930${number}` as FulfillmentId, 1);

/** Order number `n`, shipped `n` hours into the story, with these scans. */
const factsOf = (number: number, ...scans: ReturnType<typeof scan>[]): Fact[] => [
  orderFact({ id: orderIdOf(number), name: `#${number}`, createdAt: at(number) }),
  fulfillmentFact({ id: parcelOf(number).split(".")[0] as FulfillmentId, orderId: orderIdOf(number), createdAt: at(number), updatedAt: at(number), tracking: [{ carrier: "UPS", number: `1Z-${number}`, url: null }] }),
  { kind: "fulfillment_scans", fulfillmentId: parcelOf(number).split(".")[0] as FulfillmentId, scans, whole: null },
];

const tell = (database: Database, order: OrderId, facts: readonly Fact[], h: number) =>
  storesOf(database).transact(async (store) => {
    const [journey] = await store.journeys.load(SHOP, [order]);
    if (journey) await store.journeys.save([advance(journey, facts, circumstances(h))], at(h));
  });

const FIRST_PAGE = { search: "", after: null, before: null, limit: 3 };

onBothDatabases("read models", ({ open }) => {
  it("page through shipments, newest first, forwards to the end and back to the beginning", async () => {
    const database = await open();
    const { reads } = storesOf(database);
    for (const number of [10, 11, 12, 13, 14, 15, 16]) await tell(database, orderIdOf(number), factsOf(number), 20);
    const list = (after: string | null, before: string | null) => reads.shipments(SHOP, { ...FIRST_PAGE, tab: "all", after, before });
    const names = (page: Awaited<ReturnType<typeof list>>) => page.rows.map((row) => row.orderName);
    const first = await list(null, null);
    expect([names(first), first.previous]).toEqual([["#16", "#15", "#14"], null]);
    const second = await list(first.next, null);
    expect(names(second)).toEqual(["#13", "#12", "#11"]);
    const third = await list(second.next, null);
    expect([names(third), third.next]).toEqual([["#10"], null]);
    const back = await list(null, third.previous);
    expect(names(back)).toEqual(["#13", "#12", "#11"]);
    const beginning = await list(null, back.previous);
    expect([names(beginning), beginning.previous]).toEqual([["#16", "#15", "#14"], null]);
    expect(names(await list("no such cursor", null))).toEqual(["#16", "#15", "#14"]);
  });

  it("sort shipments into tabs, find them by name, number or id, and count them for the home page", async () => {
    const database = await open();
    const { reads } = storesOf(database);
    await tell(database, orderIdOf(10), factsOf(10), 11); // label only
    await tell(database, orderIdOf(11), factsOf(11, scan(12, "in_transit")), 13);
    await tell(database, orderIdOf(12), factsOf(12, scan(14, "in_transit", { exception: "address_problem", reason: "x" })), 15);
    await tell(database, orderIdOf(13), factsOf(13, scan(14, "delivered"), scan(13, "unknown", { code: "???" })), 15);
    const inTab = async (tab: ShipmentTab, search = "") => (await reads.shipments(SHOP, { ...FIRST_PAGE, tab, search, limit: 50 })).rows.map((row) => row.orderName);
    expect(await inTab("all")).toEqual(["#13", "#12", "#11", "#10"]);
    expect(await inTab("trouble")).toEqual(["#12"]);
    expect(await inTab("on_the_way")).toEqual(["#12", "#11"]);
    expect(await inTab("not_scanned")).toEqual(["#10"]);
    expect(await inTab("delivered")).toEqual(["#13"]);
    for (const search of ["11", "#11", " 1z11 ", "1Z-11", orderIdOf(11), parcelOf(11), parcelOf(11).split(".")[0] ?? ""]) expect([search, await inTab("all", search)]).toEqual([search, ["#11"]]);
    expect(await inTab("trouble", "#11")).toEqual([]);
    expect(await inTab("all", "%' OR 1=1 --\0")).toEqual([]);
    expect(await reads.home(SHOP, at(16))).toMatchObject({ counts: { onTheWay: 2, trouble: 1, notScanned: 1, deliveredThisWeek: 1, openCases: 1 }, unknownCodes: 1, urgent: [{ orderName: "#12", category: "address_problem" }] });
    expect((await reads.home(SHOP, at(16 + 8 * 24))).counts.deliveredThisWeek).toBe(0);
    expect((await reads.home(OTHER_SHOP, at(16))).counts).toEqual({ onTheWay: 0, trouble: 0, notScanned: 0, deliveredThisWeek: 0, openCases: 0 });
  });

  it("show a parcel with its whole record, and to no other shop", async () => {
    const database = await open();
    const { reads } = storesOf(database);
    const two = fulfillmentFact({ tracking: [{ carrier: "UPS", number: "A1", url: "https://a" }, { carrier: "UPS", number: "B2", url: null }], items: [{ lineId: "1" as LineId, quantity: 1 }] });
    await tell(database, ORDER, [orderFact(), two, scansFact(scan(20, "in_transit", { place: { city: "Austin", region: "TX", country: "US", zip: null } }))], 21);
    await tell(database, ORDER, [scansFact(scan(30, "in_transit", { exception: "attempt_failed", text: "Attempted" }))], 31);
    const detail = await reads.shipment(SHOP, shipmentId(FULFILLMENT, 1));
    expect(detail).toMatchObject({
      orderName: "#1001", milestone: "in_transit", exception: "attempt_failed", silent: false, destination: "New York, NY, US", trackingUrl: "https://a", lastScanAt: "2026-11-18T21:00:00.000Z",
      items: [{ title: "Wool throw", sku: "THROW", quantity: 1 }], siblings: [{ id: shipmentId(FULFILLMENT, 2), label: "Package 2 of 2" }],
      cases: [{ category: "attempt_failed", trackingNumber: "A1", status: "open" }],
    });
    expect(detail?.decisions[0]).toMatchObject({ kind: "exception", rule: "exception.attempt_failed" });
    expect(detail?.estimates.length).toBeGreaterThan(0);
    expect(detail?.effects.map((effect) => [effect.kind, effect.state]).sort()).toEqual(["email_shopper", "open_ticket", "post_slack", "post_webhook", "post_webhook", "register_tracker", "trigger_flow", "trigger_flow"].map((kind) => [kind, "pending"]));
    expect(await reads.shipment(OTHER_SHOP, shipmentId(FULFILLMENT, 1))).toBeNull();
    expect(await reads.shipment(SHOP, "nothing" as ShipmentId)).toBeNull();
  });

  it("show a parcel that fell silent as silent until it is scanned again", async () => {
    const database = await open();
    const { reads } = storesOf(database);
    const silent = async () => (await reads.shipment(SHOP, shipmentId(FULFILLMENT, 1)))?.silent;
    await tell(database, ORDER, [orderFact(), fulfillmentFact()], 0);
    expect(await silent()).toBe(false);
    await tell(database, ORDER, [], 40);
    expect(await silent()).toBe(true);
    await tell(database, ORDER, [scansFact(scan(41, "in_transit"))], 42);
    expect(await silent()).toBe(false);
  });

  it("list cases by status and find them by order or tracking number", async () => {
    const database = await open();
    const { reads, caseReads, transact } = storesOf(database);
    for (const number of [10, 11]) await tell(database, orderIdOf(number), factsOf(number, scan(number + 1, "in_transit", { exception: "address_problem" })), number + 2);
    const list = (tab: "open" | "resolved", search = "") => caseReads.list(SHOP, { ...FIRST_PAGE, tab, search, mine: null, now: at(30), category: null, team: null, owner: null, severity: null });
    const newest = (await list("open")).rows.at(-1);
    expect((await list("open")).rows.map((row) => row.orderName), "due first").toEqual(["#10", "#11"]);
    expect(await reads.caseById(SHOP, newest?.id as never)).toEqual(newest);
    for (const search of ["#10", "1z10", orderIdOf(10)]) expect((await list("open", search)).rows.map((row) => row.orderName)).toEqual(["#10"]);
    await transact(async (store) => {
      const found = await store.cases.find(SHOP, newest?.id as never);
      if (found) await store.cases.save([{ ...found, status: "resolved", resolvedAt: at(20), resolution: "Done", resolvedBy: "flow" }]);
    });
    expect((await list("open")).rows.map((row) => row.orderName)).toEqual(["#10"]);
    expect((await list("resolved")).rows).toMatchObject([{ orderName: "#11", resolution: "Done", resolvedBy: "flow" }]);
  });

  it("find a shopper's order by its id, or by its name together with the e-mail, and with nothing less", async () => {
    const database = await open();
    const { reads } = storesOf(database);
    await tell(database, ORDER, [orderFact(), fulfillmentFact()], 1);
    await tell(database, ORDER, [scansFact(scan(30, "in_transit", { carrierEta: at(400) }))], 31);
    const byName = (name: string, email: string, shop = SHOP) => reads.order(shop, { by: "name_and_email", name, emailHash: hashOfTests(shop, email) });
    const found = await reads.order(SHOP, { by: "id", orderId: ORDER });
    expect(found?.journey.order?.name).toBe("#1001");
    for (const name of ["#1001", "1001", " 1001 "]) expect((await byName(name, " ADA@example.com "))?.journey.orderId).toBe(ORDER);
    expect(await byName("#1001", "eve@example.com")).toBeNull();
    expect(await byName("#1002", "ada@example.com")).toBeNull();
    expect(await byName("#1001", "ada@example.com", OTHER_SHOP)).toBeNull();
    expect(await reads.order(SHOP, { by: "id", orderId: "404" as OrderId })).toBeNull();
    const parcel = shipmentId(FULFILLMENT, 1);
    expect(found?.firstEstimates[parcel]).toBeDefined();
    expect(found?.firstEstimates[parcel]).not.toEqual(found?.journey.estimates[parcel]);
    expect(await reads.contact(SHOP, ORDER)).toEqual({ email: "ada@example.com", firstName: "Ada", locale: "en-US" });
    expect(await reads.contact(OTHER_SHOP, ORDER)).toBeNull();
  });

  it("say how far an import is", async () => {
    const database = await open();
    const { reads, history } = storesOf(database);
    expect(await reads.importState(SHOP)).toMatchObject({ phase: "none", share: 0 });
    const run = await history.start(SHOP, at(0));
    await history.commit(run, { phase: "orders", ordersTotal: 200, ordersDone: 100 });
    const half = await reads.importState(SHOP);
    expect(half).toMatchObject({ phase: "orders", ordersTotal: 200, ordersDone: 100, startedAt: "2026-11-17T15:00:00.000Z", finishedAt: null });
    expect(half.share).toBeGreaterThan(0.2);
    expect(half.share).toBeLessThan(0.5);
    const again = await history.current(SHOP);
    if (again) await history.commit(again, { phase: "done", finishedAt: at(1) });
    expect(await reads.importState(SHOP)).toMatchObject({ phase: "done", share: 1, finishedAt: "2026-11-17T16:00:00.000Z" });
  });
});
