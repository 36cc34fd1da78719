import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { memoryRateLimit } from "#app/adapters/system/rate-limit.ts";
import { createShownRecorder } from "#app/application/commands/note-shown.ts";
import { datesAnswer } from "#app/application/queries/dates-answer.ts";
import { shopperView } from "#app/application/queries/shopper-view.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { cartDatesSchema, orderDatesSchema, shipmentDatesSchema } from "#app/contracts/dates-api.ts";
import { answerFrom } from "#app/domain/estimates/date-table.ts";
import type { FulfillmentId, LineId, OrderId } from "#app/domain/shared/ids.ts";
import { hours, plus, type Instant } from "#app/domain/shared/time.ts";
import { createDatesApi } from "#app/ingress/dates-api.ts";
import { at, FULFILLMENT, fulfillmentFact, NEW_YORK, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { live } from "../setup/live.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const NOW = at(6);
const KEY = { keyId: "hk_1", secret: "whsec_c2VjcmV0IG9mIHRoZSBmaXJzdCBzaG9w", madeAt: at(0) };
const OTHER_KEY = { keyId: "hk_2", secret: "whsec_c2VjcmV0IG9mIHRoZSBvdGhlciBzaG9w", madeAt: at(0) };
const bearer = ({ keyId, secret }: { readonly keyId: string; readonly secret: string }) => ({ authorization: `Bearer ${keyId}.${secret}` });
const seconds = (instant: Instant) => instant / 1_000;

const TABLE: PublishedDateTable = {
  v: 2, id: "t1", apiUrl: "https://hither.example", published: seconds(at(0)), expires: seconds(at(72)), style: "range",
  days: [{ day: "2026-11-17", until: seconds(at(4)) }, { day: "2026-11-18", until: seconds(at(28)) }], services: ["express"],
  lanes: { "*": { "*": [-1, -1, -1, -1] }, US: { "*": [3, 6, 3, 6], express: [1, 2, 1, 2] }, "US-CA-941": { "*": [4, 7, 5, 8] } }, ships: [0, 1], busy: true,
};

const line = (id: string, quantity = 1) => ({ id: id as LineId, title: `Item ${id}`, sku: null, quantity, unfulfilled: null, requiresShipping: true });

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The door over the real stores, with two shops that have a key each. What is written later is written when `flush` says so. */
const open = async (database: Database, now: () => Instant = () => NOW) => {
  const stores = storesOf(database);
  for (const [shop, key] of [[SHOP, KEY], [OTHER_SHOP, OTHER_KEY]] as const) {
    await stores.shops.install(shop, shopInfo({ zone: NEW_YORK }), [], at(-48));
    await stores.sourceReads.saveEventsKey(shop, key);
  }
  const faults: string[] = [];
  const log = { for: () => ({ info: () => {}, warn: (event: string) => void faults.push(event), error: (event: string, fields?: object) => void faults.push(`${event} ${JSON.stringify(fields)}`) }) };
  const shown = createShownRecorder({ ledger: stores.ledger, log, later: () => {} });
  const door = createDatesApi({ answer: datesAnswer({ reads: stores.dateAnswers, shown, clock: now }), rateLimit: memoryRateLimit(), clock: now, log });
  server = http.createServer((request, response) => void (door(request, response) || response.writeHead(418).end()));
  await new Promise<void>((done) => void server?.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/dates`;
  const ask = async (query: string, headers: Record<string, string> = bearer(KEY)) => {
    const response = await fetch(`${url}?${query}`, { headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
  };
  const ledger = async () => {
    await shown.flush();
    expect(faults).toEqual([]);
    return (await database.pool.query<{ subject: string; earliest: string | null }>("SELECT subject, earliest::text FROM promise WHERE surface = 'api' AND shop = $1 ORDER BY id", [SHOP])).rows;
  };
  return { stores, ask, ledger };
};

onBothDatabases("the dates API", ({ open: database }) => {
  it("says when everything of an order comes, as its shopper reads it, and enters it into the ledger once", async () => {
    const { stores, ask, ledger } = await open(await database());
    await stores.dates.keepTable(SHOP, TABLE);
    const order = orderFact({ lines: [line("1"), line("2", 2)] });
    await stores.transact((store) => live(store, [order, fulfillmentFact({ items: [{ lineId: "1" as LineId, quantity: 1 }] }), scansFact(scan(3, "accepted"))], 5));

    const { status, body, headers } = await ask("order=%231001");
    expect([status, headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
    const answer = orderDatesSchema.parse(body);
    const found = await stores.reads.order(SHOP, { by: "id", orderId: ORDER });
    const view = found && shopperView(found, { shopName: "", zone: NEW_YORK, now: NOW });
    expect(view?.window).not.toBeNull();
    expect(answer).toMatchObject({ shop: SHOP, order: { id: ORDER, name: "#1001" }, everything: { total: 3, arrived: 0, undated: 0, date: { first: view?.window?.from, last: view?.window?.to, busy: true } } });
    expect(answer.parcels).toMatchObject([{ id: `${FULFILLMENT}.1`, stage: "on_the_way", carrier: "UPS", date: { first: view?.parcels[0]?.window?.from, last: view?.parcels[0]?.window?.to, busy: false } }]);
    expect(answer.items).toMatchObject([{ lineId: "1", quantity: 1, parcels: [`${FULFILLMENT}.1`] }, { lineId: "2", quantity: 2, stage: "not_shipped", window: { last: answer.notShipped?.last } }]);
    // What has not left was ordered a day before the parcel did: both may last until the same day, and the rest may come before it.
    expect(answer.everything.next).toEqual({ quantity: 2, first: answer.notShipped?.first, last: answer.notShipped?.last });
    expect((answer.notShipped?.first ?? "") < (answer.parcels[0]?.date?.first ?? "")).toBe(true);

    for (const name of ["1001", ORDER, `gid://shopify/Order/${ORDER}`]) expect((await ask(`order=${encodeURIComponent(name)}`)).body).toEqual(body);
    expect(await ledger()).toEqual([{ subject: `order:${ORDER}`, earliest: answer.notShipped?.first }, { subject: `shipment:${FULFILLMENT}.1`, earliest: answer.parcels[0]?.date?.first }]);
  });

  it("says where one parcel is and what is in it, and no date once it has arrived", async () => {
    const { stores, ask, ledger } = await open(await database());
    const tell = (h: number, ...facts: Parameters<typeof live>[1]) => stores.transact((store) => live(store, facts, h));
    await tell(5, orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted")));
    const underWay = shipmentDatesSchema.parse((await ask(`shipment=${FULFILLMENT}.1`)).body);
    expect(underWay).toMatchObject({ shop: SHOP, order: { name: "#1001" }, parcel: { stage: "on_the_way", date: { first: expect.any(String) as string } }, items: [{ title: "Wool throw", quantity: 1 }] });
    await tell(50, scansFact(scan(49, "delivered")));
    expect(shipmentDatesSchema.parse((await ask(`shipment=${FULFILLMENT}.1`)).body)).toMatchObject({ parcel: { stage: "delivered", date: null, deliveredOn: "2026-11-19" } });
    expect(orderDatesSchema.parse((await ask(`order=${ORDER}`)).body)).toMatchObject({ everything: { date: null, arrived: 1, arrivedOn: "2026-11-19" }, notShipped: null });
    expect(await ledger()).toMatchObject([{ subject: `shipment:${FULFILLMENT}.1` }]);
  });

  it("says what every shipping option of a cart may promise, as checkout reads it off the same table", async () => {
    const { stores, ask, ledger } = await open(await database());
    await stores.dates.keepTable(SHOP, TABLE);
    const { status, headers, body } = await ask("country=us&region=US-CA&zip=94110&method=Standard&method=UPS%20Express");
    expect([status, headers.get("cache-control")]).toEqual([200, "private, max-age=30"]);
    const place = { country: "US", region: "CA", zip: "94110" };
    const checkout = answerFrom(TABLE, { ...place, at: NOW, method: "Standard" });
    expect(checkout).toMatchObject({ earliest: "2026-11-23", latest: "2026-11-26" });
    const answer = cartDatesSchema.parse(body);
    expect(answer).toMatchObject({ shop: SHOP, destination: place, options: [
      { method: "Standard", lane: "US-CA-941", date: { first: checkout?.earliest, last: checkout?.latest, style: "range", rate: 0.9, shipsBy: "2026-11-19", busy: true, version: "t1" } },
      { method: "UPS Express", date: { first: "2026-11-23" } }, // the finest lane has no word of its own on it
    ] });
    // Elsewhere the option has dates of its own; earlier, the order counted a day before.
    expect(cartDatesSchema.parse((await ask(`country=US&method=Express&at=${encodeURIComponent(new Date(at(2)).toISOString())}`)).body).options).toMatchObject([{ lane: "US", date: { first: "2026-11-18", last: "2026-11-19", shipsBy: "2026-11-17" } }]);
    expect(cartDatesSchema.parse((await ask("country=DE")).body).options).toMatchObject([{ method: null, date: { first: null, because: "The shop shows no date for this shipping option to this destination." } }]);
    await ask("country=us&region=CA&zip=94110&method=Standard");
    expect(await ledger()).toEqual([
      { subject: "offer:t1:US-CA-941:*:2026-11-18", earliest: "2026-11-23" }, { subject: "offer:t1:US:express:2026-11-17", earliest: "2026-11-18" }, { subject: "offer:t1:none", earliest: null },
    ]);
  });

  it("shows no date rather than a wrong one without a table, after it expired, and between tables the newest", async () => {
    let now = NOW;
    const { stores, ask } = await open(await database(), () => now);
    const because = async () => cartDatesSchema.parse((await ask("country=US")).body).options[0]?.date;
    expect(await because()).toMatchObject({ first: null, version: null, because: "The shop had published no dates at that time." });
    await stores.dates.keepTable(SHOP, TABLE);
    expect(await because()).toMatchObject({ first: "2026-11-21", version: "t1" });
    await stores.dates.keepTable(SHOP, { ...TABLE, id: "t2", published: seconds(at(5)), busy: false, lanes: { US: { "*": [9, 9, 9, 9] } } });
    expect(await because()).toMatchObject({ first: "2026-11-27", version: "t2", busy: false });
    expect(cartDatesSchema.parse((await ask(`country=US&at=${new Date(at(4.5)).toISOString()}`)).body).options[0]?.date).toMatchObject({ first: "2026-11-21", version: "t1" });
    now = plus(at(72), hours(1));
    expect(await because()).toMatchObject({ first: null, because: expect.stringMatching(/^The shop's published dates expired at 2026-11-20T/) as string });
  });

  it("refuses strangers, keys that were replaced, and keys of shops that left, and shows nobody another shop's order", async () => {
    const { stores, ask, ledger } = await open(await database());
    await stores.transact((store) => live(store, [orderFact(), fulfillmentFact()], 1));
    const wrong = [{}, { authorization: "Basic aGtfMTo=" }, { authorization: "Bearer hk_1" }, bearer({ keyId: "hk_1", secret: OTHER_KEY.secret }), bearer({ keyId: "hk_9", secret: KEY.secret })];
    for (const headers of wrong) {
      const refused = await ask(`order=${ORDER}`, headers);
      expect([refused.status, refused.headers.get("www-authenticate"), refused.body]).toEqual([401, 'Bearer realm="Hither"', { error: expect.stringContaining("The key is missing, unknown or replaced.") as string }]);
    }
    expect((await ask(`order=${ORDER}`, bearer(OTHER_KEY))).status).toBe(404);
    expect((await ask(`shipment=${FULFILLMENT}.1`, bearer(OTHER_KEY))).status).toBe(404);
    expect((await ask("order=%239999")).body).toEqual({ error: "The shop has no order of this id or name." });
    expect((await ask("shipment=1.1")).body).toEqual({ error: "The shop has no parcel of this id." });
    expect(await ledger()).toEqual([]);

    expect((await ask(`order=${ORDER}`)).status).toBe(200);
    await stores.sourceReads.saveEventsKey(SHOP, { ...KEY, secret: "whsec_bmV3" });
    expect((await ask(`order=${ORDER}`)).status).toBe(401);
    expect((await ask(`order=${ORDER}`, bearer({ ...KEY, secret: "whsec_bmV3" }))).status).toBe(200);
    await stores.shops.uninstall(SHOP, NOW);
    expect((await ask(`order=${ORDER}`, bearer({ ...KEY, secret: "whsec_bmV3" }))).status).toBe(401);
  });

  it("takes the newest of several orders of one name, and an id before a name", async () => {
    const { stores, ask } = await open(await database());
    const older = "1001" as OrderId;
    await stores.transact((store) => live(store, [orderFact({ id: older, name: "#77", createdAt: at(-90) })], 0, older));
    const newer = "5005" as OrderId;
    await stores.transact((store) => live(store, [orderFact({ id: newer, name: "#77", createdAt: at(-2) })], 0, newer));
    await stores.transact((store) => live(store, [orderFact()], 0));
    expect((await ask("order=77")).body).toMatchObject({ order: { id: newer } });
    expect((await ask("order=1001")).body).toMatchObject({ order: { id: older } });
    expect((await ask("order=%231001")).body).toMatchObject({ order: { id: ORDER } });
  });

  it("names both fulfillments of an order, and what the warehouse holds back has no date", async () => {
    const { stores, ask } = await open(await database());
    const second = { ...fulfillmentFact({ id: "73" as FulfillmentId, items: [{ lineId: "2" as LineId, quantity: 1 }] }) };
    const held = { kind: "order_steps", steps: [{ key: "w1", step: "backordered", occurredAt: at(1), receivedAt: at(1), lineIds: ["3" as LineId], location: null, note: null, tracking: null }] } as const;
    await stores.transact((store) => live(store, [orderFact({ lines: [line("1"), line("2"), line("3")] }), fulfillmentFact(), second, held], 2));
    const answer = orderDatesSchema.parse((await ask(`order=${ORDER}`)).body);
    expect(answer.parcels.map((one) => one.id).toSorted()).toEqual(["73.1", `${FULFILLMENT}.1`].toSorted());
    expect(answer.everything).toMatchObject({ total: 3, undated: 1, date: { first: null, last: null, because: expect.stringMatching(/\w/) as string } });
    expect(answer.notShipped).toMatchObject({ first: null });
  });
});
