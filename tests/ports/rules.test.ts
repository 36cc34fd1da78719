import { expect, it } from "vitest";
import { playerAtHome } from "#app/adapters/replay/player-at-home.ts";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { advanceJourneys } from "#app/application/commands/advance-journeys.ts";
import { watchCases } from "#app/application/commands/cases/watch-cases.ts";
import { askReplay, runReplay } from "#app/application/commands/rules/replay.ts";
import { restoreVersion } from "#app/application/commands/rules/restore-version.ts";
import { removeRule, saveRule, setRuleMode, type RuleDraft } from "#app/application/commands/rules/save-rule.ts";
import { saveSettings, type SettingsInput } from "#app/application/commands/save-settings.ts";
import type { Jobs } from "#app/application/ports.ts";
import { ruleById, rules, settingsHistory, trying } from "#app/application/queries/rules.ts";
import { createShopModels } from "#app/application/queries/shop-model.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import type { FulfillmentId, OrderId, RuleId } from "#app/domain/shared/ids.ts";
import { NO_CHANGE } from "#app/domain/workflows/rules/tried-change.ts";
import { at, fulfillmentFact, ORDER, orderFact, scan, SHOP } from "../builders/journey.ts";
import { fakeHolidays } from "../fakes/dates.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };
const TAG_LOST: RuleDraft = {
  id: null, name: "Tag what is lost", mode: "on", trigger: "shipment.exception", when: [{ field: "category", operator: "is", value: "lost" }, { field: "first_time", operator: "is", value: true }], acts: [{ kind: "act", request: { kind: "tag", tags: ["lost"] } }],
};
const SECOND = "9007199254740993002" as OrderId;
const fulfillmentOf = (order: OrderId): FulfillmentId => `${order}9` as FulfillmentId;
const sent = (order: OrderId, h: number): readonly Fact[] => [
  orderFact({ id: order, name: `#${order.slice(-1)}`, createdAt: at(h - 24), updatedAt: at(h - 24), lines: [] }), fulfillmentFact({ id: fulfillmentOf(order), orderId: order, createdAt: at(h), updatedAt: at(h), items: [] }), seen(order, scan(h + 1, "accepted")),
];
const seen = (order: OrderId, ...scans: ReturnType<typeof scan>[]): Fact => ({ kind: "fulfillment_scans", fulfillmentId: fulfillmentOf(order), scans, whole: null });
const lost = (h: number) => scan(h, "in_transit", { exception: "lost" });

const play = async (database: Database) => {
  const { transact, ruleDesk: desk } = storesOf(database);
  const woken: string[] = [];
  const jobs = { wake: (job: string) => { woken.push(job); return Promise.resolve(); } } as Jobs;
  let [ids, now] = [0, 0];
  const clock = () => at(now);
  const ports = { transact, desk, clock, jobs, newId: () => `id${(ids += 1)}` };
  const models = createShopModels({ holidays: fakeHolidays });
  await transact(async (store) => { for (const shop of [SHOP, OTHER_SHOP]) await store.shops.install(shop, shopInfo(), [], at(-400)); });
  const tell = (order: OrderId, h: number, ...facts: readonly Fact[]) => transact((store) => advanceJourneys(store, SHOP, new Map([[order, facts]]), { models, now: at(h), mode: "live" }));
  const query = async <Row>(text: string): Promise<Row[]> => (await database.pool.query(text)).rows as Row[];
  return {
    transact, desk, ports, tell, query, woken, setNow: (h: number) => { now = h; }, replay: runReplay({ transact, desk, models, clock, log: silent, openPlayer: playerAtHome }),
    acts: () => query<{ id: string; by: string; state: string }>("SELECT id, by, state FROM act ORDER BY id"), runs: () => query<{ key: string; live: boolean }>("SELECT key, live FROM shadow_run ORDER BY id"),
  };
};

onBothDatabases("rules", ({ open }) => {
  it("that are on ask for their act once, however often the same is told", async () => {
    const { ports, tell, acts, runs, query } = await play(await open());
    const saved = await saveRule(ports)(SHOP, TAG_LOST, null);
    expect(saved).toMatchObject({ outcome: "saved" });
    await tell(ORDER, 2, ...sent(ORDER, 0));
    await tell(ORDER, 30, seen(ORDER, lost(30)));
    await tell(ORDER, 31, seen(ORDER, lost(30)));
    expect(await acts()).toMatchObject([{ by: "rule:id1", state: "waiting" }]);
    expect(await query<{ n: number }>("SELECT count(*)::int AS n FROM outbox WHERE kind = 'carry_out_act'")).toEqual([{ n: 1 }]);
    expect(await runs()).toMatchObject([{ live: true }]);
    expect((await ruleById(ports)(SHOP, "id1" as RuleId)).runs).toMatchObject([{ live: true, orderName: "#1", what: "tag the order “lost” (problem: is lost; first trouble of this shopper: it is the first time)" }]);
    expect((await rules(ports)(SHOP)).rows).toMatchObject([{ did: 1, would: 0, sentence: "When a parcel is lost and it is the first time: tag the order “lost”." }]);
  });

  it("know what came before an order: the second trouble of a shopper is not the first", async () => {
    const { ports, tell, acts, transact } = await play(await open());
    await saveRule(ports)(SHOP, TAG_LOST, null);
    await tell(ORDER, 2, ...sent(ORDER, 0));
    await tell(ORDER, 30, seen(ORDER, lost(30)));
    await tell(SECOND, 52, ...sent(SECOND, 50));
    await tell(SECOND, 80, seen(SECOND, lost(80)));
    expect(await acts()).toHaveLength(1);
    const pasts = await transact((store) => store.rules.pasts(SHOP, [ORDER, SECOND, "5" as OrderId]));
    expect(pasts).toEqual(new Map([[ORDER, { homeCountry: "US", earlierOrders: 0, earlierTroubles: 0, reships: 0 }], [SECOND, { homeCountry: "US", earlierOrders: 1, earlierTroubles: 1, reships: 0 }]]));
  });

  it("in shadow mode are written down and do nothing", async () => {
    const { ports, tell, acts, runs } = await play(await open());
    await saveRule(ports)(SHOP, { ...TAG_LOST, mode: "shadow" }, null);
    await tell(ORDER, 2, ...sent(ORDER, 0));
    await tell(ORDER, 30, seen(ORDER, lost(30)));
    expect(await acts()).toEqual([]);
    expect(await runs()).toMatchObject([{ live: false }]);
  });

  it("hear of a case nobody moved, and of one that is closed no more", async () => {
    const { ports, tell, acts, runs, transact, query } = await play(await open());
    await saveRule(ports)(SHOP, { ...TAG_LOST, trigger: "case.overdue", when: [{ field: "severity", operator: "is", value: "2" }], acts: [...TAG_LOST.acts, { kind: "resolve_case", resolution: "Sent again." }] }, null);
    await tell(ORDER, 2, ...sent(ORDER, 0));
    await tell(ORDER, 30, seen(ORDER, lost(30)));
    expect(await acts()).toEqual([]);
    for (let time = 0; time < 2; time += 1) await watchCases({ ...ports, clock: () => at(60 + time) })(50);
    expect(await acts()).toMatchObject([{ by: "rule:id1" }]);
    expect(await runs()).toHaveLength(1);
    expect(await query<{ status: string; resolved_by: string }>('SELECT status, resolved_by FROM "case"')).toEqual([{ status: "resolved", resolved_by: "rule" }]);
    expect(await transact((store) => store.cases.openOfOrder(SHOP, ORDER))).toEqual([]);
  });

  it("are refused with what is wrong by its part, and nothing is saved", async () => {
    const { ports, query } = await play(await open());
    expect(await saveRule(ports)(SHOP, { ...TAG_LOST, name: "", acts: [{ kind: "assign_case", team: "Nobody" }] }, null)).toMatchObject({ outcome: "invalid", errors: { name: expect.any(String), "acts.0": expect.any(String) } });
    expect(await setRuleMode(ports)(SHOP, "none" as RuleId, "on", null)).toEqual({ outcome: "not_found" });
    expect(await query("SELECT * FROM settings_version")).toEqual([]);
  });

  it("keep every version, and any of them can hold again", async () => {
    const { ports } = await play(await open());
    await saveRule(ports)(SHOP, TAG_LOST, null);
    await setRuleMode(ports)(SHOP, "id1" as RuleId, "off", null);
    await removeRule(ports)(SHOP, "id1" as RuleId, null);
    expect((await rules(ports)(SHOP)).rows).toEqual([]);
    const history = await settingsHistory(ports)(SHOP, null);
    expect(history.versions.map(({ version, changes, isPresent }) => [version, changes, isPresent])).toEqual([
      [4, ["Rule “Tag what is lost” removed."], true], [3, ["Rule “Tag what is lost”: on → off"], false],
      [2, ["Rule “Tag what is lost” added (on): When a parcel is lost and it is the first time: tag the order “lost”."], false], [1, [], false],
    ]);
    expect(await restoreVersion(ports)(SHOP, "work", 2, null)).toEqual({ outcome: "restored" });
    expect((await rules(ports)(SHOP)).rows).toMatchObject([{ rule: { id: "id1", mode: "on" } }]);
    expect((await settingsHistory(ports)(SHOP, null)).versions[0]).toMatchObject({ version: 5, isPresent: true, what: expect.stringContaining("Version 2") });
    await restoreVersion(ports)(SHOP, "work", 1, null);
    expect((await rules(ports)(SHOP)).rows).toEqual([]);
    expect(await restoreVersion(ports)(SHOP, "work", 99, null)).toEqual({ outcome: "not_found" });
    expect((await settingsHistory(ports)(OTHER_SHOP, null)).versions).toEqual([]);
  });

  it("and the policy too: what was saved can be taken back, and the same saved twice is one version", async () => {
    const { ports, transact, woken } = await play(await open());
    const input: SettingsInput = { zone: "America/New_York", cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5, 6], closedDates: [], handlingDays: { min: 0, max: 1 }, transit: [], silenceHours: 48, silenceRate: 0.01, riskPercent: 50, emailShoppers: true, senderName: null, replyTo: null };
    for (let time = 0; time < 2; time += 1) expect(await saveSettings(ports)(SHOP, input)).toEqual({ outcome: "saved" });
    const { versions } = await settingsHistory(ports)(SHOP, null);
    expect(versions.map(({ part, version }) => [part, version])).toEqual([["policy", 2], ["policy", 1]]);
    expect(versions[0]?.changes).toContain("Silence until anything is learned: 36 hours → 48 hours.");
    await restoreVersion(ports)(SHOP, "policy", 1, null);
    expect((await transact((store) => store.policies.of(SHOP))).silenceAfter).toBe(36 * 3_600_000);
    expect(woken).toContain("measure_dates");
  });
});

onBothDatabases("replays", ({ open }) => {
  const withPast = async (database: Database) => {
    const scene = await play(database);
    await scene.tell(ORDER, 2, ...sent(ORDER, 0));
    await scene.tell(ORDER, 50, seen(ORDER, scan(50, "in_transit")));
    await scene.tell(ORDER, 70, seen(ORDER, scan(70, "delivered")));
    await scene.tell(SECOND, 52, ...sent(SECOND, 50));
    await scene.tell(SECOND, 60, seen(SECOND, lost(60)));
    scene.setNow(400);
    return scene;
  };

  it("play the recorded past under both settings, and change nothing but their own row", async () => {
    const { ports, replay, query, acts, runs, woken } = await withPast(await open());
    const before = await query("SELECT count(*)::int AS n FROM decision");
    expect(await askReplay(ports)(SHOP, { ...NO_CHANGE, rule: { ...TAG_LOST, id: "" as RuleId, when: TAG_LOST.when.slice(0, 1) }, emailShoppers: false }, null)).toMatchObject({ outcome: "asked" });
    expect(woken).toContain("replay");
    await replay(SHOP);
    const { replay: found } = await trying(ports)(SHOP);
    expect(found).toMatchObject({ state: "done", done: 2, total: 2, result: { shipments: 2, orders: 2, acts: { tag: 1 }, changes: { act_new: 1, case_new: 0, case_gone: 0 }, rules: [{ ruleId: "tried", fired: 1 }] } });
    expect(found?.result?.before.messages).toBeGreaterThan(0);
    expect(found?.result?.after.messages).toBe(0);
    expect(found?.result?.examples.find(({ kind }) => kind === "act")).toMatchObject({ change: "new", orderName: "#2", what: "tag the order “lost”" });
    expect([await query("SELECT count(*)::int AS n FROM decision"), await acts(), await runs()]).toEqual([before, [], []]);
  });

  it("answer the same when a process dies and another begins again", async () => {
    const { ports, replay, desk } = await withPast(await open());
    const asked = await askReplay(ports)(SHOP, { ...NO_CHANGE, silenceHours: 12 }, null);
    const id = asked.outcome === "asked" ? asked.id : "";
    await desk.progress(SHOP, id, { state: "running", done: 1, total: 2 }); // left behind
    expect(await desk.shopsWithReplay(10)).toEqual([SHOP]);
    await replay(SHOP);
    const first = (await desk.replay(SHOP, id))?.result;
    await askReplay(ports)(SHOP, { ...NO_CHANGE, silenceHours: 12 }, null);
    await replay(SHOP);
    const { replay: again } = await trying(ports)(SHOP);
    expect(again?.id).not.toBe(id);
    expect(JSON.stringify(again?.result)).toBe(JSON.stringify(first));
    expect(await desk.shopsWithReplay(10)).toEqual([]);
  });

  it("give way to a newer one, and never come back", async () => {
    const { ports, desk } = await withPast(await open());
    const [one, two] = [await askReplay(ports)(SHOP, { ...NO_CHANGE, silenceHours: 12 }, null), await askReplay(ports)(SHOP, { ...NO_CHANGE, silenceHours: 24 }, null)];
    const idOf = (asked: typeof one) => (asked.outcome === "asked" ? asked.id : "");
    expect(await desk.replay(SHOP, idOf(one))).toMatchObject({ state: "replaced" });
    expect(await desk.progress(SHOP, idOf(one), { done: 1 })).toBe(false);
    expect(await desk.progress(SHOP, idOf(two), { done: 1 })).toBe(true);
    expect(await desk.newestReplay(OTHER_SHOP)).toBeNull();
  });

  it("are not asked for where nothing would change, or what is tried is wrong", async () => {
    const { ports } = await play(await open());
    expect(await askReplay(ports)(SHOP, NO_CHANGE, null)).toEqual({ outcome: "no_change" });
    expect(await askReplay(ports)(SHOP, { ...NO_CHANGE, silenceHours: 1 }, null)).toMatchObject({ outcome: "invalid", errors: { silenceHours: expect.any(String) } });
  });
});
