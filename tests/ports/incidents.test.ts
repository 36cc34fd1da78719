import { expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { findIncidentsOf, wakeIncidents } from "#app/application/commands/incidents/find-incidents.ts";
import { saveLimits } from "#app/application/commands/acts/save-limits.ts";
import { actForAll, stopForAll } from "#app/application/commands/incidents/act-for-all.ts";
import { messageShoppers } from "#app/application/commands/incidents/message-shoppers.ts";
import type { Jobs } from "#app/application/ports.ts";
import { previewForAll } from "#app/application/queries/acts/preview-for-all.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { shipmentId, type FulfillmentId, type IncidentId, type OrderId } from "#app/domain/shared/ids.ts";
import type { ActRequest } from "#app/domain/workflows/acts/act.ts";
import { DEFAULT_LIMITS } from "#app/domain/workflows/acts/act-limits.ts";
import { caseId } from "#app/domain/workflows/case.ts";
import { at, circumstances, fulfillmentFact, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { shopInfo, storesOf } from "../setup/stores.ts";

const quiet = { for: () => ({ debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }) };
const orderIdOf = (n: number) => `5000${n}` as OrderId;
const fulfillmentOf = (n: number) => `6000${n}` as FulfillmentId;
const parcelOf = (n: number) => shipmentId(fulfillmentOf(n), 1);
const inTexas = { country: "US", region: "TX", city: "Austin", zip: "78701" };

/** Parcel `n`, sent at hour `h` and scanned an hour later in Dallas. */
const sent = (n: number, h: number): readonly Fact[] => [
  orderFact({ id: orderIdOf(n), name: `#${n}`, createdAt: at(h - 2), updatedAt: at(h - 2), customerId: null, destination: inTexas }),
  fulfillmentFact({ id: fulfillmentOf(n), orderId: orderIdOf(n), createdAt: at(h), updatedAt: at(h), tracking: [{ carrier: "UPS", number: `1Z-${n}`, url: null }] }),
  seen(n, h + 1, "in_transit"),
];
const seen = (n: number, h: number, milestone: Parameters<typeof scan>[1]): Fact => ({ ...scansFact(scan(h, milestone, { key: `${n}-${milestone}-${h}`, place: { city: "Dallas", region: "TX", country: "US", zip: null } })), fulfillmentId: fulfillmentOf(n) }) as Fact;

const play = async (database: Database) => {
  const { transact, shops, incidents } = storesOf(database);
  await transact(async (store) => { await store.shops.install(SHOP, shopInfo(), [], at(-400)); });
  const tell = (n: number, facts: readonly Fact[], h: number) => transact(async (store) => {
    const running = await store.incidents.running(SHOP);
    const [journey] = await store.journeys.load(SHOP, [orderIdOf(n)]);
    const step = journey && advance(journey, facts, circumstances(h, { incidents: running }));
    if (step) await store.journeys.save([step], at(h));
    return step;
  });
  const look = (h: number) => findIncidentsOf({ transact, clock: () => at(h), jobs: { wake: () => Promise.resolve() } as Jobs, log: quiet })(SHOP);
  const casesNow = async (): Promise<readonly { id: string; category: string; status: string; incident_id: string | null; resolved_by: string | null }[]> =>
    (await database.pool.query<{ id: string; category: string; status: string; incident_id: string | null; resolved_by: string | null }>('SELECT id, category, status, incident_id, resolved_by FROM "case" WHERE shop = $1 ORDER BY id', [SHOP])).rows;
  await tell(999, sent(999, -200), -199); // the shop has been watched for a week
  await tell(999, [seen(999, -180, "delivered")], -180);
  return { tell, look, casesNow, incidents, shops };
};

const NUMBERS = Array.from({ length: 12 }, (_, n) => n + 1);

/** An incident of twelve parcels, of which the first is on its way again. */
const struck = async (database: Database) => {
  const played = await play(database);
  for (const n of NUMBERS) await played.tell(n, sent(n, 0), 1);
  for (const n of NUMBERS) await played.tell(n, [], 38);
  await played.look(38);
  const [{ id, caseId: whole } = { id: "", caseId: "" }] = await played.incidents.list(SHOP, 10);
  await played.tell(1, [seen(1, 39, "out_for_delivery")], 39);
  return { ...played, id: id as IncidentId, whole };
};

onBothDatabases("incidents", ({ open }) => {
  it("gather parcels that fell silent together into one case, take in what follows, and let go what is left", async () => {
    const database = await open();
    const { tell, look, casesNow, incidents } = await play(database);
    for (const n of NUMBERS) await tell(n, sent(n, 0), 1);
    for (const n of NUMBERS) await tell(n, [], 38);
    expect((await casesNow()).filter((one) => one.category === "no_movement" && one.status === "open")).toHaveLength(12);

    await look(38);
    const [incident] = await incidents.list(SHOP, 10);
    expect(incident).toMatchObject({ kind: "silent", parcels: 12, endedAt: null });
    const open1 = (await casesNow()).filter((one) => one.status !== "resolved");
    expect(open1).toMatchObject([{ id: incident?.caseId, category: "incident" }]);
    expect((await casesNow()).filter((one) => one.incident_id !== null && one.status === "resolved" && one.resolved_by === "hither")).toHaveLength(12);
    const again = await casesNow();
    await look(38);
    expect(await casesNow(), "looking twice changes nothing").toEqual(again);
    const { rows: told } = await database.pool.query<{ key: string }>("SELECT key FROM outbox WHERE shop = $1 AND intent->>'news' = 'incident.opened'", [SHOP]);
    expect(told.map((one) => one.key.split(":").at(-1) ?? "").toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["chat", "flow", "webhook"]);

    await tell(50, sent(50, 4), 5);
    const late = await tell(50, [], 42);
    expect([late?.decisions.map((one) => one.verdict.kind), late?.opened]).toEqual([["silence"], []]);
    await look(43);
    expect(await incidents.one(SHOP, incident?.id as never)).toMatchObject({ parcels: 13, told: 0, shares: expect.arrayContaining([expect.objectContaining({ what: expect.any(String) })]) });
    expect((await casesNow()).filter((one) => one.status !== "resolved")).toHaveLength(1);

    for (const n of NUMBERS.slice(1)) await tell(n, [seen(n, 60, "out_for_delivery")], 60);
    await look(61);
    const left = (await casesNow()).filter((one) => one.status !== "resolved");
    expect(left.map((one) => one.category)).toEqual(["no_movement", "no_movement"]);
    expect(left.map((one) => one.id)).toContain(caseId(parcelOf(1), "no_movement", at(1)) );
    expect(await incidents.list(SHOP, 10)).toMatchObject([{ endedAt: new Date(at(61)).toISOString() }]);
  });

  it("are written about to each order still in them, once for one wish, and not when they are over", async () => {
    const database = await open();
    const { id, whole, tell, look } = await struck(database);
    const { transact } = storesOf(database);
    const write = (key: string, text = "The hub is closed by ice.", h = 40) =>
      messageShoppers({ transact, clock: () => at(h), jobs: { wake: () => Promise.resolve() } as Jobs })({ shop: SHOP, incidentId: id, text, userId: null, key });
    expect(await write("once-and-once")).toEqual({ outcome: "queued", shoppers: 11 });
    expect(await write("once-and-once")).toEqual({ outcome: "queued", shoppers: 11 });
    expect(await write("another-wish", "  ")).toMatchObject({ outcome: "refused" });
    const { rows } = await database.pool.query<{ order_id: string; intent: { caseId: string } }>("SELECT order_id, intent FROM outbox WHERE shop = $1 AND intent->>'template' = 'from_team' ORDER BY order_id", [SHOP]);
    expect(rows.map((row) => row.order_id)).toEqual(NUMBERS.slice(1).map(orderIdOf).toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(rows.map((row) => row.intent.caseId))).toEqual(new Set([whole]));
    const { rows: story } = await database.pool.query<{ text: string }>("SELECT text FROM case_event WHERE shop = $1 AND case_id = $2 AND text LIKE 'The hub%'", [SHOP, whole]);
    expect(story).toHaveLength(1);

    for (const n of NUMBERS) await tell(n, [seen(n, 60, "out_for_delivery")], 60);
    await look(61);
    expect(await write("too-late-now", "Sorry.", 62)).toMatchObject({ outcome: "refused", because: expect.stringContaining("over") });
  });

  it("have an act asked for each order still in them, as far as the budget reaches, told in one line and taken back together", async () => {
    const database = await open();
    const { id, whole, incidents } = await struck(database);
    const { transact, actReads } = storesOf(database);
    const ports = { transact, actReads, clock: () => at(40), jobs: { wake: () => Promise.resolve() } as Jobs };
    await saveLimits(ports)(SHOP, { ...DEFAULT_LIMITS, perDayMinor: 4_000 }, "Ada");
    const wish = (request: ActRequest, key = "merchant:once-and-once") => ({ shop: SHOP, incidentId: id, request, by: "merchant:Ada" as const, key });
    const credit: ActRequest = { kind: "store_credit", amountMinor: 500, expiresAfterDays: 90, tellShopper: true };

    expect(await previewForAll(ports)(wish(credit))).toMatchObject({
      outcome: "possible", says: "Store credit of $5.00, for each of 8 orders, $40.00 in all. It expires after 90 days. Shopify e-mails each shopper. Once done it cannot be taken back.",
      warnings: [expect.stringMatching(/^3 orders are left out: \$5\.00 more would exceed the budget of today/)], costMinor: 4_000,
    });
    expect(await actForAll(ports)(wish({ kind: "reship", pieces: null, tellShopper: true }))).toMatchObject({ outcome: "refused" });
    expect(await actForAll(ports)(wish({ ...credit, amountMinor: 0 }))).toMatchObject({ outcome: "refused", field: "amount" });
    expect((await database.pool.query("SELECT 1 FROM act WHERE shop = $1", [SHOP])).rows, "a dry run and a refusal leave nothing behind").toEqual([]);

    for (const _ of [1, 2]) expect(await actForAll(ports)(wish(credit))).toMatchObject({ outcome: "waiting" });
    const { rows: asked } = await database.pool.query<{ order_id: string }>("SELECT order_id FROM act WHERE shop = $1 AND state = 'waiting' ORDER BY order_id", [SHOP]);
    expect([asked.length, asked.some((one) => one.order_id === orderIdOf(1))]).toEqual([8, false]);
    const row = { key: "merchant:once-and-once", what: "Store credit of $5.00", by: "Ada", waiting: 8, running: 0, done: 0, refused: 0, undone: 0 };
    expect((await incidents.one(SHOP, id))?.acts).toEqual([{ ...row, askedAt: new Date(at(40)).toISOString() }]);
    const { rows: story } = await database.pool.query<{ text: string }>("SELECT text FROM case_event WHERE shop = $1 AND case_id = $2 AND kind = 'act'", [SHOP, whole]);
    expect(story.map((one) => one.text)).toEqual([expect.stringMatching(/^Store credit of \$5\.00 was asked for, for 8 orders\. 3 orders are left out: /)]);

    expect(await stopForAll(ports)({ shop: SHOP, key: row.key, by: "merchant:Ada" })).toEqual({ outcome: "undone", result: "8 were taken back before they were done." });
    expect(await stopForAll(ports)({ shop: SHOP, key: row.key, by: "merchant:Ada" })).toMatchObject({ outcome: "too_late" });
    expect((await incidents.one(SHOP, id))?.acts).toMatchObject([{ waiting: 0, undone: 8 }]);
    expect(await previewForAll(ports)(wish(credit, "merchant:another-wish")), "what was taken back is not spent").toMatchObject({ costMinor: 4_000 });
  });

  it("ask to be looked for only where something fell silent or late since, or one is running", async () => {
    const database = await open();
    const { tell, look, incidents } = await play(database);
    const woken = async (h: number): Promise<readonly string[]> => {
      const shops: string[] = [];
      await wakeIncidents({ incidents, clock: () => at(h), jobs: { wake: (_: string, shop?: string) => { shops.push(shop ?? ""); return Promise.resolve(); } } as Jobs })(10);
      return shops;
    };
    expect(await woken(0)).toEqual([]);
    await tell(1, sent(1, 0), 1);
    await tell(1, [], 38);
    expect(await woken(39)).toEqual([SHOP]);
    await look(39);
    expect([await woken(39.05), await woken(45)]).toEqual([[], []]);
  });

  it("call nothing an incident in a shop whose ordinary days nobody knows", async () => {
    const database = await open();
    const { tell, look, incidents } = await play(database);
    await database.pool.query("DELETE FROM decision WHERE shop = $1", [SHOP]);
    for (const n of NUMBERS) { await tell(n, sent(n, 0), 1); await tell(n, [], 38); }
    await look(38);
    expect(await incidents.list(SHOP, 10)).toEqual([]);
  });
});
