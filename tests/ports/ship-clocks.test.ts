import { expect, it } from "vitest";
import { answerDelay } from "#app/application/commands/ftc/answer-delay.ts";
import { askShopper } from "#app/application/commands/ftc/ask-shopper.ts";
import { saveShipBy } from "#app/application/commands/ftc/save-ship-by.ts";
import { watchShipClocks } from "#app/application/commands/ftc/watch-ship-clocks.ts";
import { advanceJourneys } from "#app/application/commands/advance-journeys.ts";
import { watchCases } from "#app/application/commands/cases/watch-cases.ts";
import { offerDelay } from "#app/application/effects/offer-delay.ts";
import { evidencePack } from "#app/application/queries/evidence.ts";
import { createShopModels } from "#app/application/queries/shop-model.ts";
import { shipByOfCase, shipBySettings } from "#app/application/queries/ship-by.ts";
import type { ShopperMail } from "#app/application/ports.ts";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { linkSigner } from "#app/adapters/system/link-signer.ts";
import { memoryRateLimit } from "#app/adapters/system/rate-limit.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { startOfDay, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { CaseId, LineId, OrderId } from "#app/domain/shared/ids.ts";
import { days, hours, plus, type Instant } from "#app/domain/shared/time.ts";
import { DEFAULT_SHIP_BY, type ShipBySettings } from "#app/domain/workflows/ftc/ship-by-settings.ts";
import { at, fulfillmentFact, NEW_YORK, ORDER, order as orderOf, orderFact, SHOP } from "../builders/journey.ts";
import { fakeHolidays } from "../fakes/dates.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const on = (day: string, hour: number): Instant => plus(startOfDay(day as CalendarDate, NEW_YORK), hours(hour));
/** Two lines of an order of 2026-11-16: its thirtieth day is 2026-12-16. */
const LINES = [{ id: "1" as LineId, title: "Wool throw", sku: "THROW", quantity: 1, unfulfilled: null, requiresShipping: true }, { id: "2" as LineId, title: "Linen", sku: null, quantity: 2, unfulfilled: null, requiresShipping: true }];
const PAID = orderFact({ lines: LINES, paid: true });

/** A shop of the United States with one order of which nothing has left, at a time the test sets. */
const deskOver = async (database: Database, { country = "US", facts = [PAID] }: { readonly country?: string; readonly facts?: readonly Fact[] } = {}) => {
  const stores = storesOf(database);
  const time = { now: at(0) as Instant };
  const clock = () => time.now;
  const jobs = { wake: async () => undefined };
  const ports = { ...stores, clock, jobs, links: linkSigner(Buffer.alloc(32, 3)), rateLimit: memoryRateLimit() };
  const models = createShopModels({ holidays: fakeHolidays });
  const mails: ShopperMail[] = [];
  const down = { mailer: false };
  const send = offerDelay({ ...ports, mailer: async (_shop, mail) => (down.mailer ? { outcome: "unavailable", because: "The mail server is away.", retryAt: null } : (mails.push(mail), { outcome: "sent", detail: null })) });
  await stores.shops.install(SHOP, shopInfo({ country }), [], at(0));
  const [clocks, cases] = [watchShipClocks(ports), watchCases(ports)];
  const told = (more: readonly Fact[]) => stores.transact((store) => advanceJourneys(store, SHOP, new Map([[ORDER, more]]), { models, now: time.now, mode: "live" }));
  /** Sends what is due of the questions, as the outbox does. */
  const dispatch = async () => {
    const items = await stores.transact((store) => store.outbox.claim(50, time.now, plus(time.now, hours(1))));
    for (const item of items) {
      const { intent } = item;
      const result = intent.kind === "offer_delay" ? await send(item, intent, time.now) : ({ outcome: "skipped", because: "Not of this test." } as const);
      await stores.transact((store) => store.outbox.settle(item, result, time.now));
    }
  };
  await told(facts);
  return {
    ...stores, time, mails, down, told, dispatch, send, ask: askShopper(ports), answer: answerDelay(ports), card: shipByOfCase(ports), settings: shipBySettings(stores), watch: clocks,
    pack: evidencePack({ ...stores, files: { pdf: async () => new Uint8Array(), zip: async () => new Uint8Array() }, clock }),
    save: (settings: Partial<ShipBySettings>) => saveShipBy(ports)(SHOP, { ...DEFAULT_SHIP_BY, ...settings }, null),
    look: async (moment: Instant) => { time.now = moment; const { looked } = await clocks(50); await dispatch(); await clocks(50); await cases(50); return looked; },
    clockOf: () => stores.shipClocks.byOrder(SHOP, ORDER),
    openCases: () => stores.transact((store) => store.cases.openOfOrder(SHOP, ORDER)),
    caseId: async () => (await database.pool.query<{ id: CaseId }>(`SELECT id FROM "case" WHERE shop = $1 ORDER BY opened_at`, [SHOP])).rows.map(({ id }) => id),
    story: async () => (await database.pool.query<{ by: string; text: string }>("SELECT by, text FROM case_event WHERE shop = $1 AND kind IN ('ship_by', 'told_shopper') ORDER BY id", [SHOP])).rows.map(({ by, text }) => `${by}: ${text}`),
    tokenOf: () => new URL(mails.at(-1)?.button.url ?? "https://none").searchParams.get("t") ?? "",
    outbox: async () => (await database.pool.query<{ key: string; state: string }>("SELECT key, state FROM outbox WHERE shop = $1 AND kind = 'offer_delay' ORDER BY id", [SHOP])).rows,
    acts: async () => (await database.pool.query<{ id: string; by: string; state: string; request: unknown }>("SELECT id, by, state, request_sealed AS request FROM act WHERE shop = $1", [SHOP])).rows,
  };
};

onBothDatabases("ship-by clocks", ({ open }) => {
  it("remind with a case, ask the shopper once, and count silence as no consent when no date was given", async () => {
    const desk = await deskOver(await open());
    expect(await desk.clockOf()).toMatchObject({ state: "running", basis: "thirty_days", shipBy: "2026-12-16", lookAt: on("2026-12-11", 9) });
    expect(await desk.look(on("2026-12-11", 8))).toBe(0);
    await desk.look(on("2026-12-11", 9));
    const [one] = await desk.openCases();
    expect(one).toMatchObject({ category: "not_shipped", shipmentId: `order.${ORDER}` });
    expect(await desk.card(SHOP, one?.id ?? "")).toMatchObject({ standing: "open", pressing: true, shipBy: "2026-12-16", mayAsk: true, owed: null, sentence: expect.stringContaining("by 2026-12-16 (5 days are left)") });
    for (let again = 0; again < 3; again += 1) await desk.look(on("2026-12-14", 10));
    expect(desk.mails).toHaveLength(1);
    expect(desk.mails[0]).toMatchObject({ to: "ada@example.com", messageKey: `${SHOP}/ship_by:${ORDER}:notice:1`, second: { url: expect.stringContaining("answer=cancel") } });
    expect(desk.mails[0]?.paragraphs.join("\n")).toContain("1 × Wool throw, 2 × Linen");
    expect((await desk.outbox()).map(({ state }) => state)).toEqual(["sent"]);
    expect(await desk.clockOf()).toMatchObject({ notices: [{ sentAt: on("2026-12-14", 10) }], lookAt: on("2027-01-16", 0) });
    await desk.look(on("2027-01-16", 0));
    expect(await desk.clockOf()).toMatchObject({ state: "owed", lookAt: null });
    expect(await desk.caseId()).toHaveLength(1);
    expect(await desk.card(SHOP, one?.id ?? "")).toMatchObject({ standing: "owed", owed: { kind: "cancel_order" }, sentence: expect.stringContaining("refund it by 2027-01-26") });
    expect(await desk.acts()).toEqual([]);
    expect((await desk.story()).map((line) => line.slice(0, 30))).toEqual(["hither: It must be with the ca", "hither: The shopper is asked n", "hither: Your order #1001: do y", "hither: The shopper did not ag"]);
    expect((await desk.pack(SHOP, ORDER))?.messages.map(({ what }) => what)).toContain("E-mail: wait or cancel?");
    expect(await desk.card(OTHER_SHOP, one?.id ?? "")).toBeNull();
  });

  it("end with the order's leaving, and close the case that waited for it; what a part leaves behind still counts", async () => {
    const desk = await deskOver(await open());
    await desk.look(on("2026-12-11", 9));
    await desk.told([fulfillmentFact({ createdAt: desk.time.now, updatedAt: desk.time.now, items: [{ lineId: "1" as LineId, quantity: 1 }] })]);
    expect(await desk.clockOf()).toMatchObject({ state: "running" });
    await desk.look(on("2026-12-14", 10));
    expect(desk.mails[0]?.paragraphs.join("\n")).toContain("2 × Linen of your order");
    const [one] = await desk.openCases();
    await desk.answer(SHOP, { token: desk.tokenOf(), number: 1, answer: "cancel", from: "1" });
    expect(await desk.card(SHOP, one?.id ?? "")).toMatchObject({ standing: "owed", owed: { kind: "refund", quantities: { 1: "0", 2: "2" } } });
    await desk.told([orderFact({ lines: LINES.map((line) => ({ ...line, unfulfilled: 0 })), updatedAt: desk.time.now })]);
    expect(await desk.clockOf()).toMatchObject({ state: "ended", lookAt: null });
    expect((await desk.openCases()).filter(({ category }) => category === "not_shipped")).toEqual([]);
  });

  it.each([false, true])("take a shopper's answer from the link of the mail alone, keep it once, and ask for a refund by themselves only where the shop says so: %s", async (refundByItself) => {
    const desk = await deskOver(await open());
    expect(await desk.save({ refundByItself })).toEqual({ outcome: "saved" });
    for (const moment of [on("2026-12-11", 9), on("2026-12-14", 10)]) await desk.look(moment);
    const say = (answer: "wait" | "cancel" | null, token = desk.tokenOf()) => desk.answer(SHOP, { token, number: 1, answer, from: "1" });
    expect(await say(null)).toEqual({ outcome: "asked", orderName: "#1001", number: 1, items: [{ title: "Wool throw", quantity: 1 }, { title: "Linen", quantity: 2 }], revisedOn: null, answerBy: "2027-01-15", said: null });
    expect(await say("cancel", "1.abc.def")).toEqual({ outcome: "not_found" });
    expect(await desk.answer(OTHER_SHOP, { token: desk.tokenOf(), number: 1, answer: "cancel", from: "1" })).toEqual({ outcome: "not_found" });
    expect(await say("wait")).toMatchObject({ outcome: "waits", revisedOn: null });
    expect(await say("cancel")).toEqual({ outcome: "cancelled", orderName: "#1001", refundBy: "2026-12-23" });
    expect(await say("cancel")).toMatchObject({ outcome: "cancelled" });
    expect((await desk.story()).filter((line) => line.startsWith("shopper:"))).toEqual(["shopper: The shopper agrees to wait without a date.", "shopper: The shopper cancels what has not left."]);
    for (let again = 0; again < 2; again += 1) await desk.look(on("2026-12-15", 10));
    expect((await desk.acts()).map(({ by, state }) => `${by}, ${state}`)).toEqual(refundByItself ? ["rule:ship-by, waiting"] : []);
  });

  it("let a merchant ask with a date, for which silence is a yes, and ask again before that date", async () => {
    const desk = await deskOver(await open());
    await desk.look(on("2026-12-11", 9));
    const [one] = await desk.openCases();
    const ask = (wish: Parameters<typeof desk.ask>[0]["wish"], key: string) => desk.ask({ shop: SHOP, caseId: one?.id ?? ("x" as CaseId), wish, userId: null, key });
    expect(await ask({ kind: "offer", revisedOn: "2026-12-16" as CalendarDate, reason: "", told: false }, "request-1")).toMatchObject({ outcome: "refused" });
    expect(await ask({ kind: "offer", revisedOn: "2027-01-06" as CalendarDate, reason: "The wool is late.", told: false }, "request-2")).toMatchObject({ outcome: "changed" });
    expect(await ask({ kind: "offer", revisedOn: null, reason: "", told: false }, "request-3")).toMatchObject({ outcome: "refused" });
    await desk.dispatch();
    expect(desk.mails[0]?.paragraphs).toEqual(expect.arrayContaining(["The reason: The wool is late.", "We now expect to ship it by Wed, Jan 6.", expect.stringMatching(/^If we do not hear from you before it ships and before Wed, Jan 6 is over/)]));
    await desk.look(on("2026-12-17", 0));
    expect(await desk.clockOf()).toMatchObject({ state: "running" });
    await desk.look(on("2027-01-02", 10));
    expect(desk.mails.map(({ paragraphs }) => paragraphs[1])).toEqual([expect.stringContaining("by Wed, Dec 16, as we should"), expect.stringContaining("by Wed, Jan 6 either")]);
    expect(await ask({ kind: "answered", answer: "wait" }, "request-4")).toEqual({ outcome: "changed", text: "The shopper agrees to wait without a date." });
    await desk.look(on("2027-03-01", 10));
    expect(await desk.card(SHOP, one?.id ?? "")).toMatchObject({ standing: "waiting" });
    expect(await ask({ kind: "answered", answer: "cancel" }, "request-5")).toMatchObject({ outcome: "changed" });
    expect(await desk.clockOf()).toMatchObject({ state: "owed" });
  });

  it("say when the shopper could not be asked, and never ask when the day is over", async () => {
    const desk = await deskOver(await open(), { facts: [orderFact({ lines: LINES, paid: true, contact: { ...orderOf().contact, email: null } })] });
    for (const moment of [on("2026-12-11", 9), on("2026-12-14", 10)]) await desk.look(moment);
    expect(await desk.clockOf()).toMatchObject({ notices: [{ sentAt: null, failed: expect.stringContaining("no e-mail address") }] });
    expect((await desk.story()).at(-1)).toContain("could not be asked whether to wait");
    const [one] = await desk.openCases();
    expect(await desk.ask({ shop: SHOP, caseId: one?.id ?? ("x" as CaseId), wish: { kind: "offer", revisedOn: null, reason: "", told: true }, userId: null, key: "request-1" })).toMatchObject({ outcome: "changed" });
    expect(await desk.card(SHOP, one?.id ?? "")).toMatchObject({ standing: "asked", mayAnswer: true });

    const late = await deskOver(await open());
    late.down.mailer = true;
    for (const moment of [on("2026-12-11", 9), on("2026-12-14", 10), on("2026-12-16", 23)]) await late.look(moment);
    late.down.mailer = false;
    for (const moment of [on("2026-12-17", 1), on("2026-12-17", 3)]) await late.look(moment);
    expect([late.mails.length, (await late.clockOf())?.state]).toEqual([0, "owed"]);
  });

  it("run only where they apply: after the payment, in the United States or where they are switched on, and not while they are off", async () => {
    const abroad = await deskOver(await open(), { country: "DE" });
    expect([await abroad.clockOf(), (await abroad.settings(SHOP)).applies]).toEqual([null, false]);
    expect(await abroad.save({ on: true, reviseByDays: 31 })).toMatchObject({ outcome: "invalid", errors: { reviseByDays: expect.any(String) } });
    await abroad.save({ on: true });
    await abroad.told([]);
    expect(await abroad.clockOf()).toMatchObject({ state: "running" });
    await abroad.save({ on: false });
    expect(await abroad.look(on("2026-12-14", 10))).toBe(1);
    expect([abroad.mails.length, await abroad.openCases(), (await abroad.clockOf())?.lookAt]).toEqual([0, [], null]);

    const unpaid = await deskOver(await open(), { facts: [orderFact({ lines: LINES, paid: false })] });
    expect(await unpaid.clockOf()).toMatchObject({ state: "unpaid", lookAt: null });
    await unpaid.told([orderFact({ lines: LINES, paid: true, updatedAt: plus(at(0), days(3)) })]);
    expect(await unpaid.clockOf()).toMatchObject({ state: "running", shipBy: "2026-12-20" });
  });

  it("are found by their day alone, each by one worker", async () => {
    const database = await open();
    const { transact } = storesOf(database);
    const many = Array.from({ length: 300 }, (_, n) => ({ shop: SHOP, orderId: String(n) as OrderId, state: "running", basis: "thirty_days", beganAt: at(0), shipBy: "2026-12-16" as CalendarDate, notices: [], owedSince: null, lookAt: plus(at(0), hours(n)) }) as const);
    await transact((store) => store.shipClocks.save(many));
    const due = await transact((store) => store.shipClocks.takeDue(50, at(99)));
    expect(due.map(({ orderId }) => orderId)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
    await database.pool.query("ANALYZE ship_clock");
    const { rows } = await database.pool.query<{ "QUERY PLAN": string }>("EXPLAIN SELECT shop, order_id FROM ship_clock WHERE look_at <= '2026-11-17T15:00:00Z' ORDER BY look_at LIMIT 50");
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("ship_clock_look_at_idx");
  });
});

