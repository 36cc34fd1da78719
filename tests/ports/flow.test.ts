import { expect, it } from "vitest";
import { dispatchOutbox, type Effects } from "#app/application/commands/dispatch-outbox.ts";
import { requestAct } from "#app/application/commands/acts/request-act.ts";
import { saveTeam } from "#app/application/commands/cases/save-team.ts";
import { runFlowAction } from "#app/application/commands/flow/run-action.ts";
import { carryOutAct } from "#app/application/effects/carry-out-act.ts";
import { triggerFlow } from "#app/application/effects/trigger-flow.ts";
import { writeShopper } from "#app/application/effects/write-shopper.ts";
import type { ShopperMail, Transact } from "#app/application/ports.ts";
import { createShopModels } from "#app/application/queries/shop-model.ts";
import { linkSigner } from "#app/adapters/system/link-signer.ts";
import type { FlowWish } from "#app/contracts/flow-actions.ts";
import { FLOW_TRIGGERS, type FlowPayload } from "#app/contracts/flow-triggers.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { shipmentId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import { caseOne } from "../builders/case.ts";
import { circumstances, FULFILLMENT, fulfillmentFact, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { actedOnShopify } from "../fakes/acted-on-shopify.ts";
import { fakeHolidays } from "../fakes/dates.ts";
import { onBothDatabases, type Fixture } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const log = { for: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) };
const jobs = { wake: async () => undefined };
const unwanted = async () => ({ outcome: "skipped", because: "Not of this test." }) as const;
const PARCEL = shipmentId(FULFILLMENT, 1);

/** A shop with an order at the pretend Shopify and, where `parcel` says so, a parcel of it on its way. */
const sceneOf = async (fixture: Fixture, { parcel = true } = {}) => {
  const stores = storesOf(await fixture.open());
  const { transact, reads, shops, flow, actReads } = stores;
  const shopify = actedOnShopify();
  const { clock } = shopify;
  await shops.install(SHOP, shopInfo(), [], clock());
  const placed = shopify.place({ fulfilled: parcel });
  await transact(async (store) => {
    const [journey] = await store.journeys.load(SHOP, [placed.id]);
    if (!journey) throw new Error("no journey");
    const line = { id: placed.lineId, title: "Hearth throw", sku: null, quantity: 2, unfulfilled: parcel ? 0 : 2, requiresShipping: true };
    const known = orderFact({ id: placed.id, name: placed.name, customerId: placed.customerId, createdAt: clock(), updatedAt: clock(), totalMinor: 30_200, lines: [line] });
    const sent = fulfillmentFact({ orderId: placed.id, createdAt: clock(), updatedAt: clock() });
    await store.journeys.save([advance(journey, parcel ? [known, sent, scansFact(scan(0, "in_transit", { occurredAt: clock(), receivedAt: clock() }))] : [known], circumstances(0, { now: clock(), mode: "history" }))], clock());
  });
  const mails: ShopperMail[] = [];
  const told: { readonly handle: string; readonly payload: FlowPayload }[] = [];
  const mailing = { transact, reads, shops, flow, links: linkSigner(Buffer.alloc(32, 3)), mailer: async (_shop: ShopId, mail: ShopperMail) => { mails.push(mail); return { outcome: "sent", detail: null } as const; }, shown: { note: () => undefined, flush: async () => undefined } };
  const trigger = triggerFlow({
    transact, reads, shops, flow, adminUrl: (_shop, page) => `https://admin.example${page}`,
    admin: { triggerFlow: async (_shop, handle, payload) => { told.push({ handle, payload }); return { outcome: "accepted" }; } },
  });
  const effects: Effects = {
    email_shopper: unwanted, reassure_shopper: unwanted, trigger_flow: unwanted, post_webhook: unwanted, deliver_webhook: unwanted, post_slack: unwanted, open_ticket: unwanted, fetch_order: unwanted, register_tracker: unwanted, publish_estimate: unwanted, publish_dates: unwanted,
    write_shopper: writeShopper(mailing), offer_delay: unwanted, carry_out_act: carryOutAct({ acts: shopify.acts, actReads, transact, clock }),
  };
  const actionsOver = (over: Transact) => runFlowAction({ transact: over, reads, models: createShopModels({ holidays: fakeHolidays }), requestAct: requestAct({ transact: over, clock, jobs }), clock, jobs });
  const dispatch = dispatchOutbox({ transact, effects, clock, log });
  return {
    ...stores, shopify, clock, orderId: placed.id, mails, told, actionsOver,
    run: (run: string, wish: FlowWish, orderId: OrderId = placed.id, shop: ShopId = SHOP) => actionsOver(transact)({ shop, run, orderId, wish }),
    work: async () => { for (let round = 0; round < 12; round += 1) { await dispatch(20); await shopify.world.clock.advance(minutes(2)); } },
    tell: (intent: Partial<Extract<Intent, { kind: "trigger_flow" }>> & Pick<Extract<Intent, { kind: "trigger_flow" }>, "news">) =>
      trigger({ id: "1", shop: SHOP, key: "k", intent: { kind: "publish_dates" }, attempts: 1, createdAt: clock() }, { kind: "trigger_flow", orderId: placed.id, shipmentId: PARCEL, caseId: null, ...intent }, clock()),
    openCase: (more: Parameters<typeof caseOne>[0] = {}) => {
      const one = caseOne({ orderId: placed.id, shipmentId: PARCEL, openedAt: clock(), dueAt: plus(clock(), minutes(60)), movedAt: clock(), ...more });
      return transact(async (store) => { await store.cases.save([one]); return one; });
    },
    caseNow: (one: Pick<Case, "id">) => transact((store) => store.cases.find(SHOP, one.id)),
  };
};

const later = (at: Instant, by: number): Instant => (at + by) as Instant;

onBothDatabases("Flow", (fixture) => {
  it("is told only what a workflow of this shop uses, and an older word never replaces a newer", async () => {
    const { flow, clock, tell, told } = await sceneOf(fixture);
    expect(await tell({ news: "shipment.silent" })).toEqual({ outcome: "skipped", because: "Shopify Flow has not said that a workflow uses this trigger." });
    await flow.noteUse(OTHER_SHOP, "shipment-silent", true, clock());
    expect(await flow.useOf(SHOP, "shipment-silent")).toBe("unknown");
    await flow.noteUse(SHOP, "shipment-silent", true, clock());
    expect(await tell({ news: "shipment.silent", details: { stage: "in_transit", hours: 50 } })).toEqual({ outcome: "sent", detail: null });
    expect(told.map(({ payload }) => payload)).toMatchObject([{ "Stage": "in_transit", "Hours silent": 50, "Explanation": "Nobody has heard of it for 50 hours." }]);
    await flow.noteUse(SHOP, "shipment-silent", false, later(clock(), 1_000));
    await flow.noteUse(SHOP, "shipment-silent", true, later(clock(), 500));
    expect(await tell({ news: "shipment.silent" })).toEqual({ outcome: "skipped", because: "No workflow that begins with this trigger is switched on." });
    expect(told).toHaveLength(1);
  });

  it("whose id for a trigger we cannot read is told everything, until it names one of ours", async () => {
    const { flow, clock } = await sceneOf(fixture);
    await flow.noteUse(SHOP, "id:gid://shopify/FlowTrigger/7", true, clock());
    expect(await Promise.all(FLOW_TRIGGERS.map((one) => flow.useOf(SHOP, one)))).toEqual(FLOW_TRIGGERS.map(() => "used"));
    await flow.noteUse(SHOP, "case-opened", true, clock());
    expect([await flow.useOf(SHOP, "case-opened"), await flow.useOf(SHOP, "case-overdue")]).toEqual(["used", "unknown"]);
  });

  it("gets each kind of news in the words of its trigger, with every digit of the order", async () => {
    const { flow, clock, tell, told, openCase, orderId } = await sceneOf(fixture);
    for (const one of FLOW_TRIGGERS) await flow.noteUse(SHOP, one, true, clock());
    const { id: caseId } = await openCase({ severity: 2, because: "Nobody was home." });
    await tell({ news: "shipment.exception", caseId });
    await tell({ news: "shipment.date_changed", details: { from: "2026-11-20", to: "2026-11-24", days: 4, because: "A storm." } });
    await tell({ news: "shipment.at_risk", details: { probability: 0.63, promised: "2026-11-20" } });
    await tell({ news: "shipment.returning", caseId });
    await tell({ news: "case.opened", caseId });
    await tell({ news: "case.overdue", caseId, details: { times: 2 } });
    expect(told.map(({ handle }) => handle)).toEqual(["shipment-exception", "delivery-date-changed", "shipment-at-risk", "return-to-sender", "case-opened", "case-overdue"]);
    expect(told.every(({ payload }) => payload.order_id === orderId && payload["Tracking number"] !== "")).toBe(true);
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { "Exception code": "lost", "Explanation": "Nobody was home.", "Case URL": `https://admin.example/app/cases/${caseId}` },
      { "Previous date": "2026-11-20", "New date": "2026-11-24", "Days later": 4, "Explanation": "A storm." }, { "Probability percent": 63, "Promised date": "2026-11-20" },
      { "Case URL": `https://admin.example/app/cases/${caseId}` }, { "Severity": "critical", "Owner": "", "Case code": "lost" }, { "Times passed on": 2, "Hours overdue": 0 },
    ]);
    expect(await tell({ news: "case.resolved", caseId })).toMatchObject({ outcome: "skipped", because: "Flow has no trigger for this." });
    expect(await tell({ news: "shipment.delivered" })).toMatchObject({ outcome: "skipped" }); // it was not
  });

  it("closes an order's cases once: the same run later leaves alone what was opened again", async () => {
    const { run, openCase, caseNow, transact } = await sceneOf(fixture);
    const one = await openCase();
    expect(await run("r1", { action: "resolve-case", resolution: "refunded" })).toEqual({ status: 200, content: { resolved: 1 } });
    expect(await caseNow(one)).toMatchObject({ status: "resolved", resolution: "refunded", resolvedBy: "flow" });
    await transact((store) => store.cases.save([{ ...one, reopened: 1 }]));
    expect(await run("r1", { action: "resolve-case", resolution: "refunded" })).toEqual({ status: 200, content: { resolved: 1 } });
    expect(await caseNow(one)).toMatchObject({ status: "open" });
    expect(await run("r1", { action: "notify-customer", message: "Hello" })).toMatchObject({ status: 409 });
    expect(await run("r2", { action: "resolve-case", resolution: "none" }, one.orderId ?? undefined, OTHER_SHOP)).toEqual({ status: 200, content: { resolved: 0 } });
  });

  it("gives cases to a person or a team of the shop, and says who there is when it is nobody", async () => {
    const { run, openCase, caseNow, transact, clock } = await sceneOf(fixture);
    expect(await run("r0", { action: "assign-case", to: "Ada" })).toMatchObject({ status: 422, content: { error: expect.stringContaining("Nobody is of the team yet") } });
    const person = (name: string, team: string) => ({ id: "", name, team, email: `${name}@example.com`, slackId: null, away: false, isMe: false });
    let numbers = 0;
    await saveTeam({ transact, clock, newId: () => `m${(numbers += 1)}` })(SHOP, { members: [person("Ada", "Support"), person("Ben", "Warehouse")], assignment: [], dueHours: { critical: 8, warning: 24 }, escalateAfterHours: 8, escalateTo: null }, null);
    expect(await run("r1", { action: "assign-case", to: "ben@example.com" })).toMatchObject({ status: 422, content: { error: "The order has no open case that could be given to anybody." } });
    const one = await openCase();
    expect(await run("r2", { action: "assign-case", to: "BEN@example.com" })).toEqual({ status: 200, content: { assigned: 1, to: "Ben" } });
    expect(await caseNow(one)).toMatchObject({ ownerId: "m2", team: "Warehouse" });
    expect(await run("r3", { action: "assign-case", to: "support" })).toEqual({ status: 200, content: { assigned: 1, to: "Support" } });
    expect(await caseNow(one)).toMatchObject({ ownerId: null, team: "Support" });
    expect(await run("r4", { action: "assign-case", to: "Zoe" })).toMatchObject({ status: 422, content: { error: expect.stringContaining("There are: Ada, Support, Ben, Warehouse.") } });
  });

  it("writes to the customer once, with where the parcel is; the words lie in no outbox and in no answer", async () => {
    const { run, work, mails, transact, orderId, openCase, caseReads, flow } = await sceneOf(fixture);
    const one = await openCase();
    const wish = { action: "notify-customer", message: "Dear Jo.\n\nWe are looking for it." } as const;
    for (let again = 0; again < 2; again += 1) expect(await run("r1", wish)).toEqual({ status: 200, content: { queued: true } });
    await work();
    expect(await run("r1", wish)).toEqual({ status: 200, content: { queued: true } });
    await work();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: "ada@example.com" });
    expect(mails[0]?.paragraphs.slice(1, 3)).toEqual(["Dear Jo.", "We are looking for it."]);
    expect(mails[0]?.paragraphs).toHaveLength(4);
    expect((await caseReads.detail(SHOP, one.id))?.story.filter((line) => line.kind === "told_shopper")).toHaveLength(1);
    await transact((store) => store.privacy.redactOrders(SHOP, null, [orderId], later(0 as Instant, 0)));
    expect(await flow.wordsOf(SHOP, "r1")).toBeNull();
  });

  it("is asked to come again for an order not read yet, and keeps no answer of that", async () => {
    const { run, transact } = await sceneOf(fixture);
    for (const wish of [{ action: "recalculate-delivery-date" }, { action: "notify-customer", message: "Hi" }, { action: "hold-fulfilment", reason: "other", note: "" }] as const) expect(await run("r1", wish, "77" as OrderId)).toMatchObject({ status: 202 });
    expect(await transact((store) => store.flowRuns.take(SHOP, "r1"))).toBeNull();
    expect(await run("r1", { action: "recalculate-delivery-date" })).toMatchObject({ status: 200, content: { recalculated: true } });
  });

  it.each([
    ["give-store-credit", { action: "give-store-credit", amount: 7.5, expiresAfterDays: 90, trackingNumber: null, tellShopper: false }, "GiveCredit"],
    ["hold-fulfilment", { action: "hold-fulfilment", reason: "incorrect_address", note: "" }, "HoldFulfillment"],
    ["reship-order", { action: "reship-order", trackingNumber: null, tellShopper: false }, "CompleteDraft"],
  ] as const)("%s answers later until Shopify has done it, and does it once however often it is asked", async (_name, wish, change) => {
    const { run, work, shopify } = await sceneOf(fixture, { parcel: false });
    const answers = await Promise.all([run("r1", wish), run("r1", wish)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await work();
    const answer = await run("r1", wish);
    expect(answer).toMatchObject({ status: 200, content: { act: "flow:r1" } });
    expect(await run("r1", wish)).toEqual(answer);
    expect(shopify.sent.filter((one) => one === change)).toHaveLength(1);
    expect(await run("r1", wish.action === "hold-fulfilment" ? { action: "reship-order", trackingNumber: null, tellShopper: false } : { action: "hold-fulfilment", reason: "other", note: "" })).toMatchObject({ status: 409 });
  });

  it("an act a guard refuses says why, and says the same again", async () => {
    const { run, shopify } = await sceneOf(fixture, { parcel: false });
    const wish = { action: "give-store-credit", amount: 100_000, expiresAfterDays: null, trackingNumber: null, tellShopper: false } as const;
    const first = await run("r1", wish);
    expect(first).toMatchObject({ status: 422, content: { error: expect.stringContaining("budget") } });
    expect(await run("r1", wish)).toEqual(first);
    expect(await run("r2", { ...wish, amount: 5, trackingNumber: "NOPE1" })).toMatchObject({ status: 422, content: { error: "The order has no parcel with the tracking number NOPE1." } });
    expect(shopify.sent).not.toContain("GiveCredit");
  });

  it("a process that dies before it can answer has either done all of a run or nothing", async () => {
    const { actionsOver, transact, orderId, run, openCase, caseReads } = await sceneOf(fixture);
    const one = await openCase();
    const dying: Transact = (work) => transact(async (store) => { await work(store); throw new Error("killed"); });
    const ask = { shop: SHOP, run: "r1", orderId, wish: { action: "resolve-case", resolution: "reshipped" } } as const;
    await expect(actionsOver(dying)(ask)).rejects.toThrow("killed");
    expect((await caseReads.detail(SHOP, one.id))?.row.status).toBe("open");
    const deaf: Transact = async (work) => { await transact(work); throw new Error("answer lost"); };
    await expect(actionsOver(deaf)(ask)).rejects.toThrow("answer lost");
    expect(await run("r1", ask.wish)).toEqual({ status: 200, content: { resolved: 1 } });
    expect((await caseReads.detail(SHOP, one.id))?.story.filter((line) => line.kind === "resolved")).toHaveLength(1);
  });
});
