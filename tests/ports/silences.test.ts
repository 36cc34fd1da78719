import { expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { advanceJourneys } from "#app/application/commands/advance-journeys.ts";
import { refitSilences, wakeSilenceRefits } from "#app/application/commands/refit-silences.ts";
import type { Log } from "#app/application/ports.ts";
import { createShopModels } from "#app/application/queries/shop-model.ts";
import { fitSilences } from "#app/domain/decisions/silences/fit-silences.ts";
import { NOTHING_LEARNED } from "#app/domain/decisions/silences/learned-silences.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, hours, minus, plus, type Instant } from "#app/domain/shared/time.ts";
import { at, fulfillmentFact, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { fakeHolidays } from "../fakes/dates.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { live } from "../setup/live.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const quietLog: Log = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };

const installed = async (database: Database, shop: ShopId = SHOP) => {
  const stores = storesOf(database);
  await stores.shops.install(shop, shopInfo(), [], at(0));
  await stores.history.commit(await stores.history.start(shop, at(0)), { phase: "done" });
  return stores;
};

/** So many parcels of the last weeks that were scanned every `gap` working-day hours and then delivered. */
const plantParcels = async ({ pool }: Database, many: number, gap: number, now: Instant): Promise<void> => {
  await pool.query(
    `INSERT INTO "order" (shop, id, name, created_at, updated_at, currency, total_minor, country, region)
     SELECT $1, 'o' || n, '#' || n, $2::timestamptz - make_interval(hours => 30 + n % 1400), now(), 'USD', 100, 'US', 'TX' FROM generate_series(1, $3::int) n`, [SHOP, new Date(now).toISOString(), many]);
  await pool.query(
    `INSERT INTO shipment (shop, id, order_id, fulfillment_id, carrier, tracking_number, tracking_key, created_at, updated_at, milestone, last_scan_at, accepted_at, delivered_at)
     SELECT shop, 's' || id, id, id, 'UPS', id, id, created_at + interval '5 hours', now(), 'delivered', created_at + interval '20 hours', created_at + interval '8 hours', created_at + interval '20 hours' FROM "order" WHERE id LIKE 'o%'`);
  await pool.query(
    `INSERT INTO scan (shop, shipment_id, key, source, occurred_at, received_at, code, milestone)
     SELECT s.shop, s.id, k::text, 'ups', s.created_at + make_interval(secs => k * $2::float8 * 3600), now(), 'x', CASE k WHEN 1 THEN 'accepted' WHEN 5 THEN 'delivered' ELSE 'in_transit' END
     FROM shipment s, generate_series(1, 5) k WHERE s.shop = $1 AND s.id LIKE 'so%'`, [SHOP, gap]);
};

const ports = (stores: Awaited<ReturnType<typeof installed>>, now: Instant) => ({
  silences: stores.silences, shops: stores.shops, holidays: fakeHolidays, fit: async (past: Parameters<typeof fitSilences>[0]) => fitSilences(past), clock: () => now, log: quietLog,
});

onBothDatabases("silences", ({ open }) => {
  it("are read from a shop's own scans, parcel by parcel, with the orders that still wait", async () => {
    const database = await open();
    const stores = await installed(database);
    await stores.transact((store) => live(store, [orderFact(), fulfillmentFact(), scansFact(scan(5, "accepted"), scan(20, "in_transit"))], 21));
    const found = await stores.silences.gaps(SHOP, minus(at(0), days(420)), at(21), 1_000);
    expect(found).toEqual([
      { stage: "before_label", step: "any", since: at(-24), until: at(0), holder: null, country: "US", region: "NY" },
      { stage: "label", step: "any", since: at(0), until: at(5), holder: "ups", country: "US", region: "NY" },
      { stage: "in_transit", step: "collected", since: at(5), until: at(20), holder: "ups", country: "US", region: "NY" },
      { stage: "in_transit", step: "moving", since: at(20), until: null, holder: "ups", country: "US", region: "NY" },
    ]);
    expect(await stores.silences.gaps(OTHER_SHOP, minus(at(0), days(420)), at(21), 1_000)).toEqual([]);
    await database.pool.query("UPDATE shipment SET cancelled = true WHERE shop = $1", [SHOP]);
    expect(await stores.silences.gaps(SHOP, minus(at(0), days(420)), at(21), 1_000)).toEqual([]);
    await database.pool.query("DELETE FROM shipment WHERE shop = $1", [SHOP]);
    expect(await stores.silences.gaps(SHOP, minus(at(0), days(420)), at(21), 1_000)).toEqual([{ stage: "before_label", step: "any", since: at(-24), until: null, holder: null, country: "US", region: "NY" }]);
  });

  it("are learned from an even sample where there are many, and only from the last year and a bit", async () => {
    const database = await open();
    const stores = await installed(database);
    await plantParcels(database, 2_300, 3, at(0));
    const parcels = async (most: number, from: Instant) => (await stores.silences.gaps(SHOP, from, at(0), most)).filter(({ stage }) => stage === "label").length;
    expect(await parcels(10_000, minus(at(0), days(420)))).toBe(2_300);
    const sampled = await parcels(230, minus(at(0), days(420)));
    expect(sampled).toBeGreaterThan(150);
    expect(sampled).toBeLessThan(330);
    expect(await parcels(10_000, at(1))).toBe(0);
  });

  it("once learned, decide when a parcel is silent; the timer is set by them", async () => {
    const database = await open();
    const stores = await installed(database);
    const models = createShopModels({ holidays: fakeHolidays });
    const due = async () => (await database.pool.query<{ due_at: Date }>("SELECT due_at FROM timer WHERE shop = $1 AND shipment_id NOT LIKE 'order.%'", [SHOP])).rows[0]?.due_at.getTime();
    const ask = (now: Instant) => stores.transact((store) => advanceJourneys(store, SHOP, new Map([[ORDER, []]]), { models, now, mode: "live" }));
    await stores.transact((store) => advanceJourneys(store, SHOP, new Map([[ORDER, [orderFact(), fulfillmentFact(), scansFact(scan(5, "accepted"), scan(8, "in_transit"))]]]), { models, now: at(9), mode: "live" }));
    const cold = (await due())!;
    expect(cold).toBeLessThanOrEqual(at(8 + 36));

    await plantParcels(database, 1_500, 3, at(9));
    await refitSilences(ports(stores, at(10)))(SHOP);
    expect((await stores.silences.learned(SHOP))?.version).toBe("silences 2026-11-18T01:00");
    expect(await due()).toBe(cold); // timers that wait are left alone
    await ask(at(11));
    const silences = (await models(stores.dates, SHOP, (await stores.shops.settings(SHOP)).policy, at(11))).silences;
    const answer = silences.answer({ stage: "in_transit", step: "moving", since: at(8), carrier: "UPS", destination: { country: "US", region: "NY", city: null, zip: null }, location: null });
    expect(answer.basis).toBe("learned");
    expect(answer.until).toBeLessThan(at(8 + 12));
    expect(await due()).toBe(answer.until);

    // A timer that fires before the quiet is silence is only set again; one that fires after it speaks.
    const decided = async () => (await database.pool.query("SELECT 1 FROM decision WHERE shop = $1 AND kind = 'silence'", [SHOP])).rowCount;
    await database.pool.query("UPDATE timer SET due_at = $2 WHERE shop = $1", [SHOP, new Date(at(11)).toISOString()]);
    await ask(at(11));
    expect([await decided(), await due()]).toEqual([0, answer.until]);
    await ask(answer.until);
    expect(await decided()).toBe(1);
  });

  it("are due a day after they were learned, once the import is done, and again in another format", async () => {
    const database = await open();
    const stores = await installed(database);
    await stores.shops.install(OTHER_SHOP, shopInfo(), [], at(0));
    const woken: ShopId[] = [];
    const wake = (now: Instant) => wakeSilenceRefits({ silences: stores.silences, clock: () => now, jobs: { wake: async (_job: string, shop?: ShopId) => void (shop && woken.push(shop)) } })(10);
    await wake(at(0));
    await refitSilences(ports(stores, at(0)))(SHOP);
    await wake(plus(at(0), hours(23)));
    expect(woken).toEqual([SHOP]);
    expect(await stores.silences.learned(SHOP)).toEqual({ version: "silences 2026-11-17T15:00", learned: NOTHING_LEARNED });
    await wake(plus(at(0), hours(25)));
    expect(woken).toEqual([SHOP, SHOP]);
    await database.pool.query(`UPDATE silence_model SET body = '{"format": 0}' WHERE shop = $1`, [SHOP]);
    expect(await stores.silences.learned(SHOP)).toBeNull();
    await wake(at(1));
    expect(woken).toEqual([SHOP, SHOP, SHOP]);
  });

  it("are found among a hundred thousand parcels without looking at them", async () => {
    const database = await open();
    const { transact } = await installed(database);
    await database.pool.query("INSERT INTO timer (shop, shipment_id, order_id, due_at) SELECT $1, 's' || n, 'o' || n, $2::timestamptz + make_interval(mins => n) FROM generate_series(1, 100000) n", [SHOP, new Date(at(1)).toISOString()]);
    await database.pool.query("INSERT INTO timer (shop, shipment_id, order_id, due_at) VALUES ($1, 'late', 'late', $2)", [SHOP, new Date(at(0)).toISOString()]);
    await database.pool.query("ANALYZE timer");
    expect(await transact((store) => store.timers.takeDue(200, at(0)))).toEqual([{ shop: SHOP, orderId: "late", shipmentId: "late" }]);
    const { rows } = await database.pool.query<{ "QUERY PLAN": string }>("EXPLAIN SELECT shop, order_id, shipment_id FROM timer WHERE due_at <= $1 ORDER BY due_at LIMIT 200", [new Date(at(0)).toISOString()]);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain("timer_due_at_idx");
    expect(plan).not.toContain("Seq Scan");
    // Batches go by how long a timer has been due, so none waits behind the others for ever.
    const taken = await transact((store) => store.timers.takeDue(3, plus(at(1), hours(2))));
    expect(taken.map(({ shipmentId }) => shipmentId)).toEqual(["late", "s1", "s2"]);
  });
});

