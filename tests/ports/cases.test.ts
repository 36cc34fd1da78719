import { expect, it } from "vitest";
import { changeCases } from "#app/application/commands/cases/change-cases.ts";
import { giveFeedback } from "#app/application/commands/cases/give-feedback.ts";
import { messageShopper } from "#app/application/commands/cases/message-shopper.ts";
import { savePlaybook } from "#app/application/commands/cases/save-playbook.ts";
import { saveTeam } from "#app/application/commands/cases/save-team.ts";
import { watchCases } from "#app/application/commands/cases/watch-cases.ts";
import { resolveCase } from "#app/application/commands/resolve-case.ts";
import { caseDetail, cases as listCases, playbooks } from "#app/application/queries/cases.ts";
import { linkSigner } from "#app/adapters/system/link-signer.ts";
import { memoryRateLimit } from "#app/adapters/system/rate-limit.ts";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import type { CaseQuery } from "#app/contracts/case-views.ts";
import type { CaseId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import { caseOf, caseOne, member } from "../builders/case.ts";
import { at, ORDER, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const ALL: Omit<CaseQuery, "tab" | "now" | "mine"> & { after: null; before: null } = { category: null, team: null, owner: null, severity: null, search: "", after: null, before: null };

/** Everything over one database, at a time the test sets. */
const deskOver = async (database: Database) => {
  const stores = storesOf(database);
  const time = { now: at(0) };
  const woken: string[] = [];
  const ports = { transact: stores.transact, clock: () => time.now, jobs: { wake: async (job: string) => void woken.push(job) } };
  const links = linkSigner(Buffer.alloc(32, 3));
  let numbers = 0;
  await stores.shops.install(SHOP, shopInfo(), [], at(0));
  return {
    ...stores, time, woken, links, ports,
    open: (...some: readonly Case[]) => stores.transact((store) => store.cases.save(some)),
    find: (id: CaseId, shop: ShopId = SHOP) => stores.transact((store) => store.cases.find(shop, id)),
    change: changeCases(ports), watch: watchCases(ports), resolve: resolveCase(ports), message: messageShopper(ports),
    team: saveTeam({ ...ports, newId: () => `m${(numbers += 1)}` }), playbook: savePlaybook(ports), playbooks: playbooks(ports),
    detail: caseDetail({ ...ports, caseReads: stores.caseReads }), list: listCases({ ...ports, caseReads: stores.caseReads }),
    feedback: giveFeedback({ ...ports, reads: stores.reads, links, rateLimit: memoryRateLimit() }),
    story: async (id: CaseId) => (await stores.caseReads.detail(SHOP, id))?.story.toReversed().map((line) => `${line.by}: ${line.text}`),
    outbox: async () => (await database.pool.query<{ key: string; due: Date }>("SELECT key, due_at AS due FROM outbox ORDER BY key COLLATE \"C\"")).rows,
  };
};

const draft = (...people: readonly { readonly name: string; readonly team?: string; readonly isMe?: boolean; readonly id?: string; readonly away?: boolean }[]) => ({
  members: people.map((one) => ({ id: "", email: null, slackId: null, away: false, isMe: false, team: "Support", ...one })), assignment: [], dueHours: { critical: 8, warning: 24 }, escalateAfterHours: 8, escalateTo: null,
});

onBothDatabases("cases", ({ open, openAgain }) => {
  it("are changed with who and what, each wish once, and only in the shop they belong to", async () => {
    const desk = await deskOver(await open());
    await desk.team(SHOP, draft({ name: "Ada", isMe: true }, { name: "Ben" }), "42");
    await desk.open(caseOf(1));
    const wish = { shop: SHOP, ids: [caseOf(1).id], userId: "42", key: "request-1" } as const;
    expect(await desk.change({ ...wish, wish: { kind: "take" } })).toEqual([{ id: caseOf(1).id, outcome: "changed", because: "Ada works on it." }]);
    for (let again = 0; again < 2; again += 1) await desk.change({ ...wish, wish: { kind: "note", text: "Called the carrier." }, key: "request-2" });
    expect(await desk.story(caseOf(1).id)).toEqual(["merchant:Ada: Ada works on it.", "merchant:Ada: Called the carrier."]);
    expect(await desk.change({ ...wish, shop: OTHER_SHOP, wish: { kind: "note", text: "Mine?" } })).toMatchObject([{ outcome: "refused" }]);
    expect(await desk.find(caseOf(1).id)).toMatchObject({ status: "in_progress", ownerId: "m1", team: "Support" });
  });

  it("are changed many at once, with a result for each and none lost", async () => {
    const desk = await deskOver(await open());
    await desk.open(caseOf(1), caseOf(2), caseOf(3, { orderId: "77" as OrderId }));
    await desk.resolve({ shop: SHOP, caseId: caseOf(2).id, by: "slack", author: "slack:U1", resolution: "Refunded" });
    const results = await desk.change({ shop: SHOP, ids: [caseOf(1).id, caseOf(2).id, "gone" as CaseId, caseOf(3).id], userId: null, key: "bulk-0001", wish: { kind: "status", status: "waiting" } });
    expect(results.map((one) => one.outcome)).toEqual(["changed", "refused", "refused", "changed"]);
    expect(results[1]?.because).toMatch(/resolved/);
    expect(await desk.change({ shop: SHOP, ids: [caseOf(1).id, caseOf(3).id], userId: null, key: "bulk-0002", wish: { kind: "resolve", resolution: "Sent again", as: "merchant" } })).toMatchObject([{ outcome: "changed" }, { outcome: "changed" }]);
    expect((await desk.outbox()).map((one) => one.key)).toEqual([1, 2, 3].flatMap((number) => [`${caseOf(number).id}:case.resolved:chat`, `${caseOf(number).id}:case.resolved:webhook`]));
    expect(await desk.story(caseOf(2).id)).toEqual(["slack:U1: Refunded"]);
  });

  it("are merged, the story of both saying so, and opened again as the same case", async () => {
    const desk = await deskOver(await open());
    await desk.open(caseOf(1), caseOf(2));
    const [merged] = await desk.change({ shop: SHOP, ids: [caseOf(1).id], userId: null, key: "merge-001", wish: { kind: "merge", into: caseOf(2).id } });
    expect(merged?.outcome).toBe("changed");
    expect(await desk.find(caseOf(1).id)).toMatchObject({ status: "resolved", mergedInto: caseOf(2).id });
    expect((await desk.story(caseOf(2).id))?.[0]).toMatch(/Another case became part/);
    desk.time.now = at(30);
    await desk.change({ shop: SHOP, ids: [caseOf(1).id], userId: null, key: "reopen-01", wish: { kind: "reopen", because: "It was another matter." } });
    expect(await desk.find(caseOf(1).id)).toMatchObject({ id: caseOf(1).id, status: "open", reopened: 1, mergedInto: null, resolvedAt: null, dueAt: at(38) });
  });

  it("nobody owns are given out evenly as they open, and to people who are added later", async () => {
    const desk = await deskOver(await open());
    await desk.open(...[1, 2, 3, 4].map((number) => caseOf(number)));
    expect((await desk.watch(100)).looked).toBe(4);
    expect((await desk.watch(100)).looked, "nothing is due").toBe(0);
    desk.time.now = at(1);
    await desk.team(SHOP, draft({ name: "Ada" }, { name: "Ben" }, { name: "Cid", away: true }), null);
    expect((await desk.watch(100)).looked).toBe(4);
    expect(await desk.transact((store) => store.cases.load(SHOP))).toEqual(new Map([[member("m1").id, 2], [member("m2").id, 2]]));
  });

  it("nobody moved are passed on once for each time, whoever looks and however often", async () => {
    const database = await open();
    const desk = await deskOver(database);
    const other = watchCases({ ...desk.ports, transact: storesOf(await openAgain()).transact });
    await desk.open(...Array.from({ length: 30 }, (_, number) => caseOf(number, { orderId: String(1_000 + number) as OrderId })));
    await desk.watch(100);
    desk.time.now = at(8);
    const looked = await Promise.all([desk.watch(20), other(20), desk.watch(20), other(20)]);
    for (let rest = 1; rest > 0;) rest = (await desk.watch(100)).looked;
    expect(looked.reduce((sum, one) => sum + one.looked, 0)).toBeGreaterThan(0);
    expect((await desk.outbox()).length).toBe(30 * 3);
    for (let number = 0; number < 30; number += 1) expect((await desk.find(caseOf(number).id))?.escalations).toBe(1);
    desk.time.now = at(15.9);
    expect((await desk.watch(100)).looked).toBe(0);
    desk.time.now = at(16);
    await desk.watch(100);
    expect((await desk.outbox()).length).toBe(30 * 6);
  });

  it("keep their shoppers informed: on the third working day, at the end, and two days after it", async () => {
    const desk = await deskOver(await open());
    await desk.open(caseOne({ dueAt: plus(at(0), days(50)) }));
    await desk.watch(10);
    await desk.transact(async (store) => {
      await store.cases.tell(SHOP, [{ caseId: caseOne().id, key: "first", at: at(1), by: "hither", kind: "told_shopper", text: "An update", body: { template: "delivery_problem" } }]);
      await store.cases.lookAgain(SHOP, [{ id: caseOne().id, at: at(1) }]);
    });
    desk.time.now = at(1);
    await desk.watch(10);
    desk.time.now = at(72);
    expect((await desk.watch(10)).looked).toBe(1);
    await desk.resolve({ shop: SHOP, caseId: caseOne().id, by: "merchant", resolution: "Sent again" });
    for (let twice = 0; twice < 2; twice += 1) await desk.watch(10);
    expect((await desk.outbox()).filter(({ key }) => key.includes(":email:")).map(({ key, due }) => [key.replace(caseOne().id, "case"), due.getTime()])).toEqual([
      ["case:email:feedback", at(120)], ["case:email:resolved", at(72)], ["case:email:still:1", at(72)],
    ]);
  });

  it("take the shopper's feedback from whoever holds the link of their order, the last word counting", async () => {
    const desk = await deskOver(await open());
    await desk.open(caseOne(), caseOf(2, { orderId: "77" as OrderId }));
    const token = desk.links.sign(SHOP, ORDER, at(100));
    const say = (more: object) => desk.feedback(SHOP, { token, caseId: caseOne().id, score: 4, words: "", from: "1.2.3.4", ...more });
    expect(await say({ score: null })).toEqual({ outcome: "asked", orderName: null });
    for (const score of [0, 6, 2.5]) expect((await say({ score })).outcome).toBe("asked");
    for (const wrong of [{ token: `${token}x` }, { caseId: caseOf(2).id }, { caseId: "gone" as CaseId }]) expect((await say(wrong)).outcome).toBe("not_found");
    for (const given of [{ score: 2, words: "Slow." }, { score: 2, words: "Slow." }]) expect((await say(given)).outcome).toBe("thanked");
    desk.time.now = at(2);
    await say({ score: 5, words: "Solved!\0" });
    expect(await desk.caseReads.detail(SHOP, caseOne().id)).toMatchObject({ feedback: { score: 5, words: "Solved!" } });
    expect(await desk.story(caseOne().id)).toEqual(["shopper: 2 of 5: Slow.", "shopper: 5 of 5: Solved!"]);
    desk.time.now = at(101);
    expect((await say({})).outcome, "the link has expired").toBe("not_found");
  });

  it("are listed due first, by tab and filter, page by page without gaps, with figures of how it went", async () => {
    const desk = await deskOver(await open());
    await desk.team(SHOP, draft({ name: "Ada", isMe: true, team: "Support" }), "42");
    await desk.open(...Array.from({ length: 30 }, (_, number) => caseOf(number, { dueAt: at(100 - Math.floor(number / 2)), severity: number % 2 === 0 ? 2 : 1, category: number < 10 ? "lost" : "damaged" })), { ...caseOf(99), shop: OTHER_SHOP });
    await desk.change({ shop: SHOP, ids: [caseOf(5).id, caseOf(6).id], userId: "42", key: "take-0001", wish: { kind: "take" } });
    await desk.change({ shop: SHOP, ids: [caseOf(7).id], userId: "42", key: "wait-0001", wish: { kind: "status", status: "waiting" } });
    const list = (query: Partial<typeof ALL> & { readonly tab?: CaseQuery["tab"] }, userId: string | null = "42") => desk.list(SHOP, userId, { ...ALL, tab: "open", ...query } as never);
    const first = await list({});
    const second = await list({ after: first.page.next as never });
    const seen = [...first.page.rows, ...second.page.rows];
    expect([seen.length, new Set(seen.map((one) => one.id)).size, second.page.next]).toEqual([30, 30, null]);
    expect(seen.map((one) => one.dueAt)).toEqual(seen.map((one) => one.dueAt).toSorted());
    expect((await list({ before: second.page.previous as never })).page.rows).toEqual(first.page.rows);
    expect((await list({ tab: "mine" })).page.rows.map((one) => one.id).toSorted()).toEqual([caseOf(5).id, caseOf(6).id]);
    expect((await list({ tab: "mine" }, null)).page.rows).toEqual([]);
    expect((await list({ tab: "waiting" })).page.rows.map((one) => one.id)).toEqual([caseOf(7).id]);
    expect((await list({ category: "lost" as never, severity: 2 as never })).page.rows.length).toBe(5);
    desk.time.now = at(88);
    expect((await list({ tab: "overdue" })).page.rows.length).toBe((await list({})).summary.counts.overdue);
    expect((await list({})).summary).toMatchObject({ counts: { open: 30, mine: 2, waiting: 1 }, resolved: 0, medianHours: null });
    for (const [number, h] of [[0, 89], [1, 92], [20, 95]] as const) {
      desk.time.now = at(h);
      await desk.resolve({ shop: SHOP, caseId: caseOf(number).id, by: "merchant", resolution: "Done" });
    }
    const { summary } = await list({});
    expect([summary.resolved, summary.medianHours, summary.withinDue]).toEqual([3, 92, 2 / 3]);
    expect((await list({ tab: "resolved" })).page.rows.map((one) => one.id), "the latest first").toEqual([caseOf(20).id, caseOf(1).id, caseOf(0).id]);
  });

  it("have a playbook that a shop can make its own, tick step by step, and give back", async () => {
    const desk = await deskOver(await open());
    await desk.open(caseOne());
    const own = { steps: ["Call us.", "Wait."], acts: ["refund"], toShopper: "Please wait.", toCarrier: "Please look." } as const;
    expect(await desk.playbook(SHOP, "lost", { ...own, steps: [] }, null)).toMatchObject({ outcome: "invalid", errors: { steps: expect.any(String) as string } });
    expect(await desk.playbook(SHOP, "lost", own, null)).toEqual({ outcome: "saved" });
    await desk.change({ shop: SHOP, ids: [caseOne().id], userId: null, key: "tick-0001", wish: { kind: "step", step: "Call us.", done: true } });
    expect((await desk.detail(SHOP, caseOne().id, null))?.playbook).toEqual({ ...own, done: ["Call us."] });
    desk.time.now = at(1);
    await desk.change({ shop: SHOP, ids: [caseOne().id], userId: null, key: "tick-0002", wish: { kind: "step", step: "Call us.", done: false } });
    expect((await desk.detail(SHOP, caseOne().id, null))?.playbook.done).toEqual([]);
    expect((await desk.playbooks(SHOP)).filter((one) => one.own).map((one) => one.category)).toEqual(["lost"]);
    await desk.playbook(SHOP, "lost", null, null);
    expect((await desk.playbooks(SHOP)).filter((one) => one.own)).toEqual([]);
  });

  it("keep who somebody is through later savings, and every saving of the team is a version", async () => {
    const database = await open();
    const desk = await deskOver(database);
    await desk.team(SHOP, draft({ name: "Ada", isMe: true }), "42");
    await desk.team(SHOP, draft({ id: "m1", name: "Ada L." }, { name: "Ben", isMe: true }), "7");
    expect((await desk.transact((store) => store.work.of(SHOP))).cases.members.map((one) => [one.id, one.name, one.userId])).toEqual([["m1", "Ada L.", "42"], ["m2", "Ben", "7"]]);
    expect(await desk.team(SHOP, draft({ name: "Ada" }, { name: "ada " }), null)).toMatchObject({ outcome: "invalid", errors: { "members.1": expect.any(String) as string } });
    const { rows } = await database.pool.query("SELECT by, what FROM settings_version WHERE part = 'work' AND by <> 'hither' ORDER BY version");
    expect(rows).toEqual([{ by: "merchant:Ada", what: "Team: people" }, { by: "merchant:Ben", what: "Team: people" }]);
  });

  it("carry a message to the shopper once, its words in the story and not in the outbox", async () => {
    const database = await open();
    const desk = await deskOver(database);
    await desk.open(caseOne());
    const say = (text: string) => desk.message({ shop: SHOP, caseId: caseOne().id, text, userId: null, key: "message-1" });
    expect((await say("  ")).outcome).toBe("refused");
    for (let twice = 0; twice < 2; twice += 1) expect(await say("We send it again today.")).toEqual({ outcome: "queued" });
    expect((await desk.outbox()).map(({ key }) => key)).toEqual([`${caseOne().id}:email:message:message-1`]);
    expect(await desk.caseReads.words(SHOP, caseOne().id, "message:message-1")).toBe("We send it again today.");
    const { rows: [row] } = await database.pool.query<{ intent: unknown }>("SELECT intent FROM outbox");
    expect(JSON.stringify(row?.intent)).not.toContain("again today");
  });

  it("of a redacted order take their story and what the shopper said with them", async () => {
    const database = await open();
    const desk = await deskOver(database);
    await desk.open(caseOne());
    await desk.message({ shop: SHOP, caseId: caseOne().id, text: "Dear Ada", userId: null, key: "message-1" });
    await desk.feedback(SHOP, { token: desk.links.sign(SHOP, ORDER, at(100)), caseId: caseOne().id, score: 1, words: "Ada was here", from: "1.2.3.4" });
    await desk.transact((store) => store.privacy.redactOrders(SHOP, null, [ORDER], at(3) as Instant));
    for (const table of ['"case"', "case_event", "feedback", "outbox"]) expect((await database.pool.query(`SELECT 1 FROM ${table}`)).rows, table).toEqual([]);
  });
});
