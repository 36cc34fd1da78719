import { Session } from "@shopify/shopify-api";
import { expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import type { Learned } from "#app/domain/estimates/learning/learned.ts";
import { subjectOf } from "#app/domain/estimates/shown-date.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import { shipmentId, type FulfillmentId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { DEFAULT_WORK } from "#app/domain/workflows/work-settings.ts";
import { at, circumstances, FULFILLMENT, fulfillmentFact, NEW_YORK, ORDER, orderFact, scan, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { message, OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

/** Texts planted wherever something of a shopper or merchant can be; after a redaction none may be left in any table. */
const CANARY = "canary-7f3a";
const OTHERS_ORDER = "111" as OrderId;

/** Every row of every table of ours that mentions one of the texts, as `table: row`. */
const traces = async (database: Database, texts: readonly string[]): Promise<string[]> => {
  const { rows: tables } = await database.pool.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'");
  expect(tables.length).toBeGreaterThan(29);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t WHERE t::text LIKE ANY($1)`, [texts.map((text) => `%${text}%`)]);
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
};

const plant = async (database: Database, shop: ShopId, order: OrderId) => {
  const { transact, shops, sessions, history, keepMessages, budget, feeds, sourceReads, dates, ledger, ruleDesk, endpoints } = storesOf(database);
  await shops.install(shop, shopInfo({ name: CANARY }), [], at(0));
  await shops.saveSettings(shop, { senderName: CANARY }, at(0));
  await sessions.storeSession(new Session({ id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: `shpat_${CANARY}`, refreshToken: `shprt_${CANARY}` }));
  const secret = `whsec_${CANARY}`;
  await endpoints.save({ shop, id: "we_1", url: "https://hooks.example.com", events: ["case.opened"], secret, former: { secret, until: at(9) }, enabled: true, disabledBecause: null, failingSince: null, createdAt: at(0) });
  await endpoints.addDeliveries([{ shop, id: `msg_${order}`, endpointId: "we_1", orderId: order, caseId: null, type: "case.opened", body: CANARY, createdAt: at(0), state: "pending", attempts: 0, lastAt: null, lastStatus: null, lastWords: null, tookMs: null }]);
  await transact((store) => store.outbox.add(shop, [{ key: `deliver:msg_${order}`, intent: { kind: "deliver_webhook", endpointId: "we_1", deliveryId: `msg_${order}` } }], at(0)));
  await history.start(shop, at(0));
  await feeds.connect(shop, "easypost", { apiKey: `${CANARY}-key`, secret: `${CANARY}-secret` }, at(0));
  await feeds.noteCall(shop, "easypost", { trouble: `${CANARY} was not accepted`, pausedUntil: null });
  await sourceReads.saveEventsKey(shop, { keyId: `${CANARY}-${shop}`, secret: `${CANARY}-signing`, madeAt: at(0) });
  await budget.report(shop, { available: 1, maximum: 2, restoreRate: 1 }, at(0));
  await keepMessages([
    message(1, { shop, body: `{"id":${order},"email":"${CANARY}@example.com"}` }), message(2, { shop, source: "easypost", body: `{"tracking_code":"${CANARY.toUpperCase()}"}` }),
    message(3, { shop, body: `{"id":${order}, truncated ${CANARY}` }), message(4, { shop, topic: "customers/redact", body: `{"customer":{"id":4242,"email":"${CANARY}@example.com"}}` }),
    message(5, { shop, body: `{"id":${order},"not yet":"${CANARY}"}` }), message(6, { shop, source: "warehouse", body: `{"order":"${CANARY}-name"}` }),
    message(7, { shop, source: "warehouse", body: `{"order":"#${CANARY}-name", truncated` }), message(8, { shop, source: "aftership", body: `{"tracking":"${CANARY}-LEG"}` }),
  ]);
  await transact(async (store) => {
    const claimed = (await store.inbox.claim(50, at(0))).filter((one) => one.shop === shop);
    const idOf = (number: number) => claimed.find((one) => one.deliveryId === `delivery-${number}`)?.id ?? "";
    await store.inbox.close([
      { id: idOf(1), outcome: { kind: "done", subject: order } }, { id: idOf(2), outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: CANARY } } },
      { id: idOf(6), outcome: { kind: "waiting", waitsFor: { kind: "order_name", name: `${CANARY}-name` } } }, { id: idOf(7), outcome: { kind: "unreadable", because: "truncated" } },
      { id: idOf(8), outcome: { kind: "waiting", waitsFor: { kind: "tracking_number", number: `${CANARY}-leg` } } },
      { id: idOf(3), outcome: { kind: "unreadable", because: "truncated" } },
    ], at(0));
  });
  await transact(async (store) => {
    const [journey] = await store.journeys.load(shop, [order]);
    if (!journey) throw new Error("load answers one journey per order");
    const facts = [
      orderFact({ shop, id: order, customerId: "4242", name: `#${CANARY}-name`, contact: { email: `${CANARY}@example.com`, firstName: CANARY, locale: "en" }, destination: { country: "US", region: null, city: CANARY, zip: CANARY },
        lines: [{ id: "1" as never, title: CANARY, sku: CANARY, quantity: 1, unfulfilled: null, requiresShipping: true }] }),
      fulfillmentFact({ orderId: order, tracking: [{ carrier: CANARY, number: CANARY, url: `https://${CANARY}` }] }),
      { kind: "fulfillment_scans", fulfillmentId: FULFILLMENT, scans: [scan(1, "in_transit", { text: CANARY, carrier: CANARY, trackingNumber: CANARY }), scan(2, "in_transit", { exception: "attempt_failed", reason: CANARY }), scan(2, "unknown", { code: CANARY, text: CANARY, carrier: CANARY })], whole: at(3) } as const,
      { kind: "handed_over", trackingNumber: CANARY, toldBy: "easypost", next: { number: `${CANARY}-leg`, carrier: CANARY }, at: at(2) } as const,
      { kind: "tracking_scans", trackingNumber: CANARY, source: "easypost", heardAt: at(3), whole: at(3), scans: [scan(3, "in_transit", { trackingNumber: CANARY })] } as const,
      { kind: "order_steps", steps: [{ key: CANARY, step: "packed", occurredAt: at(0), receivedAt: at(0), lineIds: [CANARY as never], location: CANARY, note: CANARY, tracking: { carrier: CANARY, number: CANARY } }] } as const,
      { kind: "fulfillment_scans", fulfillmentId: "999" as FulfillmentId, scans: [scan(1, "in_transit", { text: CANARY })], whole: null } as const,
    ];
    await store.journeys.save([advance(journey, facts, circumstances(3))], at(3));
    await store.shipClocks.save([{ shop, orderId: order, state: "running", basis: "thirty_days", beganAt: at(0), shipBy: "2026-12-17" as CalendarDate, owedSince: null, lookAt: at(9),
      notices: [{ number: 1, shipBy: "2026-12-17" as CalendarDate, revisedOn: null, reason: CANARY, askedAt: at(1), sentAt: at(1), failed: null, answer: "wait", answeredAt: at(2) }] }]);
    await store.privacy.fileDataRequest(shop, "request-1", "4242", [], at(3));
  });
  await transact(async (store) => {
    const caseId = `${order}.lost.1` as never;
    await store.claims.begin(shop, [{ caseId, orderId: order, shipmentId: shipmentId(FULFILLMENT, 1), kind: "lost" }], at(3));
    const claim = await store.claims.find(shop, caseId);
    if (claim !== null) await store.claims.save([{ ...claim, reference: CANARY, note: CANARY }]);
  });
  await transact((store) => store.rules.keep(shop, { acts: [], runs: [{ ruleId: "r" as never, key: `did:${CANARY}`, at: at(3), orderId: order, shipmentId: null, what: CANARY, live: true }] }));
  await transact((store) => store.rules.notePolicy(shop, defaultPolicy(NEW_YORK), defaultPolicy(NEW_YORK), { by: shop, what: shop, at: at(3) }));
  await ruleDesk.askReplay(shop, { id: "1", askedAt: at(3), by: shop, what: CANARY, proposed: { policy: defaultPolicy(NEW_YORK), work: DEFAULT_WORK } });
  await dates.keepModel(shop, { version: shop, learned: { fittedOn: "2026-11-17", lanes: [], parcels: { handOffs: 0, arrivals: 0 } } as unknown as Learned, rehearsal: { until: "2026-11-17" as CalendarDate, weeks: [], parcels: [] } }, at(3));
  await dates.keepConditions(shop, { measuredAt: at(3), backlogs: [], disturbances: [] });
  await dates.keepTable(shop, { v: 2, id: shop, apiUrl: "", published: at(3) / 1_000, expires: at(9) / 1_000, style: "range", days: [], services: [], lanes: {}, ships: [], busy: false });
  await dates.importPast(shop, { id: shop, name: shop }, [{ key: shop, orderedAt: at(0), handedOverAt: null, nearAt: null, arrivedAt: null, location: null, carrier: null, service: null, country: null, region: null, zip: null, items: 1 }], at(3));
  await dates.keepLocations(shop, [{ id: shop, name: shop, country: null, region: null, zip: null, active: true }]);
  await ledger.add(shop, [{
    subject: subjectOf({ orderId: order }), surface: "email", stage: "ordered", shownAt: at(3), orderId: order, shipmentId: null, earliest: null, latest: null, style: "range", rate: null, shipsBy: null,
    lane: `US-${CANARY}`, service: CANARY, carrier: CANARY, location: null, model: "m", evidence: [CANARY], because: CANARY,
  }]);
  await feeds.watch([{ shop, shipmentId: shipmentId(FULFILLMENT, 1), orderId: order, source: "easypost", number: `${CANARY}-leg`, carrier: CANARY, pushes: true, registeredAt: at(3), nextPollAt: at(4) }]);
};

onBothDatabases("privacy", ({ open }) => {
  it("keeps e-mail, name and every secret unreadable in the database", async () => {
    const database = await open();
    await plant(database, SHOP, ORDER);
    expect(await traces(database, [`shpat_${CANARY}`, `shprt_${CANARY}`, `whsec_${CANARY}`, `${CANARY}-secret`, `${CANARY}-key`, `${CANARY}-signing`])).toEqual([]);
    const { rows } = await database.pool.query(`SELECT email_sealed, first_name_sealed, email_hash FROM "order"`);
    for (const value of Object.values(rows[0] as Record<string, string>)) {
      expect(value).toBeTruthy();
      expect(value).not.toContain(CANARY);
    }
    const filed = await database.pool.query("SELECT data_sealed FROM privacy_request");
    expect(filed.rows[0].data_sealed).toMatch(/^v1\./);
  });

  it("leaves no trace of a redacted customer's orders, and leaves other shops alone", async () => {
    const database = await open();
    await plant(database, SHOP, ORDER);
    await plant(database, OTHER_SHOP, OTHERS_ORDER);
    const mine = (rows: readonly string[]) => rows.filter((row) => row.includes(SHOP) && !/^(shop|shop_settings|feed_connection|events_key): /.test(row)); // the merchant's own
    const planted = mine(await traces(database, [CANARY, CANARY.toUpperCase(), ORDER]));
    for (const table of ["order", "order_line", "order_step", "shipment", "shipment_leg", "scan", "early_scan", "feed_watch", "unknown_status", "inbox", "outbox", "promise", "shadow_run", "replay_run", "webhook_delivery", "claim", "ship_clock"]) expect(planted.some((row) => row.startsWith(`${table}: `)), table).toBe(true);
    const others = (await traces(database, [OTHER_SHOP])).length;
    await storesOf(database).transact((store) => store.privacy.redactOrders(SHOP, "4242", [ORDER], at(9)));
    expect(mine(await traces(database, [CANARY, CANARY.toUpperCase(), ORDER]))).toEqual([]);
    expect(await traces(database, [OTHER_SHOP])).toHaveLength(others);
  });

  it("still knows a compliance request when it is delivered again", async () => {
    const { transact, keepMessages } = storesOf(await open());
    const request = message(4, { topic: "customers/redact", body: `{"customer":{"id":4242,"email":"${CANARY}@example.com"}}` });
    await keepMessages([request]);
    await transact((store) => store.privacy.redactOrders(SHOP, "4242", [], at(9)));
    expect(await keepMessages([request])).toEqual({ accepted: 0, duplicates: 1 });
  });

  it("leaves nothing at all of a redacted shop", async () => {
    const database = await open();
    await plant(database, SHOP, ORDER);
    await plant(database, OTHER_SHOP, OTHERS_ORDER);
    const others = (await traces(database, [OTHER_SHOP])).length;
    await storesOf(database).transact((store) => store.privacy.redactShop(SHOP));
    expect(await traces(database, [SHOP, ORDER])).toEqual([]);
    expect(await traces(database, [OTHER_SHOP])).toHaveLength(others);
  });
});
