import { describe, expect, it } from "vitest";
import { dispatchOutbox, type Effects } from "#app/application/commands/dispatch-outbox.ts";
import { requestAct } from "#app/application/commands/acts/request-act.ts";
import { saveLimits } from "#app/application/commands/acts/save-limits.ts";
import { undoAct } from "#app/application/commands/acts/undo-act.ts";
import { carryOutAct } from "#app/application/effects/carry-out-act.ts";
import type { ActsAtShopify, KeptAct, Transact } from "#app/application/ports.ts";
import { previewAct } from "#app/application/queries/acts/preview-act.ts";
import type { ActId, LineId } from "#app/domain/shared/ids.ts";
import { minutes, type Instant } from "#app/domain/shared/time.ts";
import type { ActKind, ActRequest } from "#app/domain/workflows/acts/act.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { DEFAULT_LIMITS } from "#app/domain/workflows/acts/act-limits.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { actedOnShopify, type ActedOnShopify, type PlacedOrder } from "../fakes/acted-on-shopify.ts";
import { circumstances, orderFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases, type Fixture } from "../setup/databases.ts";
import { shopInfo, storesOf } from "../setup/stores.ts";

const log = { for: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) };
const jobs = { wake: async () => undefined };
const unwanted = async () => ({ outcome: "skipped", because: "Not of this test." }) as const;

/** One of each, for an order of two throws at $148 each. */
const REQUESTS: { readonly [K in ActKind]: Extract<ActRequest, { kind: K }> } = {
  correct_address: { kind: "correct_address", address: { firstName: "Jo", lastName: "Lee", company: null, address1: "9 Other Road", address2: null, city: "Dallas", provinceCode: "TX", zip: "75201", countryCode: "US", phone: null } },
  hold: { kind: "hold", reason: "incorrect_address", note: "No house number" },
  release: { kind: "release" },
  reship: { kind: "reship", pieces: null, tellShopper: true },
  refund: { kind: "refund", pieces: null, shipping: true, amountMinor: null, asStoreCredit: false, note: "Lost", tellShopper: true },
  store_credit: { kind: "store_credit", amountMinor: 1_000, expiresAfterDays: 90, tellShopper: true },
  discount: { kind: "discount", worth: { percent: 10 }, expiresAfterDays: 30 },
  open_return: { kind: "open_return", pieces: null, reason: "Damaged" },
  cancel_order: { kind: "cancel_order", refund: true, restock: true, note: "Lost", tellShopper: false },
  tag: { kind: "tag", tags: ["lost-parcel"] },
  note: { kind: "note", text: "Carrier confirmed the loss" },
};
const KINDS = Object.keys(REQUESTS) as ActKind[];
/** The change at Shopify by which each is done; of two steps both. */
const CHANGES: Readonly<Record<ActKind, readonly string[]>> = {
  correct_address: ["HoldFulfillment", "UpdateOrder", "ReleaseFulfillment"], hold: ["HoldFulfillment"], release: ["ReleaseFulfillment"], reship: ["CreateDraft", "CompleteDraft"], refund: ["Refund"], store_credit: ["GiveCredit"],
  discount: ["CreateCode"], open_return: ["OpenReturn"], cancel_order: ["CancelOrder"], tag: ["AddTags"], note: ["UpdateOrder"],
};

/** A process that dies at its n-th step: from then on nothing it wants to do happens. Steps are transactions and calls. */
class Killed extends Error {}
type Mortal = { steps: number; dead: boolean; readonly at: number; readonly how: "before" | "after" };
const mortally = (mortal: Mortal) => async <T>(step: () => Promise<T>): Promise<T> => {
  if (mortal.dead) throw new Killed();
  mortal.steps += 1;
  const last = mortal.steps === mortal.at;
  if (last && mortal.how === "before") mortal.dead = true;
  if (mortal.dead) throw new Killed();
  const result = await step();
  if (last) mortal.dead = true;
  if (mortal.dead) throw new Killed();
  return result;
};

type Scene = Awaited<ReturnType<typeof sceneOf>>;

const sceneOf = async (fixture: Fixture, shopify: ActedOnShopify = actedOnShopify()) => {
  const database = await fixture.open();
  const stores = storesOf(database);
  const { transact, actReads } = stores;
  const { clock } = shopify;
  await transact((store) => store.shops.install(SHOP, shopInfo(), [], clock()));
  const effectsOver = (over: Transact, acts: ActsAtShopify): Effects => ({
    email_shopper: unwanted, reassure_shopper: unwanted, write_shopper: unwanted, offer_delay: unwanted, trigger_flow: unwanted, post_webhook: unwanted, deliver_webhook: unwanted, post_slack: unwanted, open_ticket: unwanted, fetch_order: unwanted, register_tracker: unwanted, publish_estimate: unwanted, publish_dates: unwanted,
    carry_out_act: carryOutAct({ acts, actReads, transact: over, clock }),
  });
  const work = dispatchOutbox({ transact, effects: effectsOver(transact, shopify.acts), clock, log });
  const find = (id: ActId): Promise<KeptAct | null> => transact((store) => store.acts.find(SHOP, id));
  return {
    ...stores, database, shopify, find,
    request: requestAct({ transact, clock, jobs }), undo: undoAct({ acts: shopify.acts, actReads, transact, clock, jobs }), limits: saveLimits({ transact, clock }),
    preview: previewAct({ acts: shopify.acts, actReads, transact, clock }),
    wait: (by: number) => shopify.world.clock.advance(by),
    /** Works until the act has ended; each round is later, as it is with a queue. */
    finish: async (id: ActId): Promise<KeptAct> => {
      for (let round = 0; round < 40; round += 1) {
        await work(20);
        const act = await find(id);
        if (act && act.state !== "waiting" && act.state !== "running") return act;
        await shopify.world.clock.advance(minutes(2));
      }
      throw new Error(`${id} does not end: ${JSON.stringify(await find(id))}`);
    },
    /** One round of a worker that dies on its way. False: it lived. */
    workAndDie: async (mortal: Mortal): Promise<boolean> => {
      const alive = mortally(mortal);
      const dying: Transact = (inside) => alive(() => transact(inside));
      const { acts } = shopify;
      const mortalActs: ActsAtShopify = {
        order: (...given) => alive(() => acts.order(...given)), suggestRefund: (...given) => alive(() => acts.suggestRefund(...given)), carryOut: (...given) => alive(() => acts.carryOut(...given)),
        findOut: (...given) => alive(() => acts.findOut(...given)), takeBack: (...given) => alive(() => acts.takeBack(...given)),
      };
      await dispatchOutbox({ transact: dying, effects: effectsOver(dying, mortalActs), clock, log })(20).catch((fault: unknown) => {
        if (!(fault instanceof Killed)) throw fault;
      });
      return mortal.dead;
    },
    /** An order known to the database too. `ready`: on hold, for what releases. */
    order: async (kind: ActKind, more: { readonly fulfilled?: boolean } = {}): Promise<PlacedOrder> => {
      const order = shopify.place({ fulfilled: more.fulfilled ?? kind === "open_return" });
      await transact(async (store) => {
        const [journey] = await store.journeys.load(SHOP, [order.id]);
        if (!journey) throw new Error("no journey");
        const line = { id: order.lineId, title: "Hearth throw", sku: null, quantity: 2, unfulfilled: 2, requiresShipping: true };
        await store.journeys.save([advance(journey, [orderFact({ id: order.id, name: order.name, customerId: order.customerId, createdAt: clock(), updatedAt: clock(), totalMinor: 30_200, lines: [line] })], circumstances(0, { now: clock(), mode: "history" }))], clock());
      });
      if (kind === "release") {
        const held = await shopify.acts.order(SHOP, order.id, "hold");
        if (held.outcome !== "found" || held.order === null) throw new Error("no order");
        await shopify.acts.carryOut(SHOP, { act: { id: actId("setup"), orderId: order.id, made: null, askedAt: clock(), by: "hither", request: REQUESTS.hold }, startedAt: clock(), order: held.order, lines: [], suggestion: null, othersMade: [] });
      }
      return order;
    },
  };
};

const wanted = (order: PlacedOrder, request: ActRequest, key: string) => ({ shop: SHOP, orderId: order.id, shipmentId: null, caseId: null, request, by: "merchant:Ada", key } as const);

let nonce = 0;
const asked = async (scene: Scene, kind: ActKind, how: { readonly order?: PlacedOrder; readonly request?: ActRequest } = {}) => {
  const order = how.order ?? (await scene.order(kind));
  const request = how.request ?? REQUESTS[kind];
  const key = `merchant:${(nonce += 1)}`;
  const answer = await scene.request(wanted(order, request, key));
  expect(answer).toMatchObject({ outcome: "waiting" });
  await scene.wait(minutes(DEFAULT_LIMITS.undoMinutes));
  return { id: actId(key), order, request };
};

onBothDatabases("acts", (fixture) => {
  it.each(KINDS)("%s is previewed in words, changes nothing by that, and is done once", async (kind) => {
    const scene = await sceneOf(fixture);
    await scene.limits(SHOP, { ...DEFAULT_LIMITS, perDayMinor: null, perOrderMinor: null, perShopperMinor: null }, "Ada");
    const order = await scene.order(kind);
    const before = scene.shopify.sent.length;
    const seen = await scene.preview(wanted(order, REQUESTS[kind], "merchant:preview"));
    expect(seen).toMatchObject({ outcome: "possible", says: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(scene.shopify.sent.slice(before).filter((name) => CHANGES[kind].includes(name))).toEqual([]);
    const act = await asked(scene, kind, { order });
    expect(scene.shopify.timesDone(act, act.order)).toBe(0);
    expect(await scene.finish(act.id)).toMatchObject({ state: "done", result: expect.stringMatching(/\.$/) });
    expect(scene.shopify.timesDone(act, act.order)).toBe(1);
  });

  it.each(KINDS.flatMap((kind) => CHANGES[kind].flatMap((operation) => (["before", "after"] as const).map((how) => [kind, operation, how] as const))))("%s is done once when %s breaks %s Shopify does it", async (kind, operation, how) => {
    const scene = await sceneOf(fixture);
    const act = await asked(scene, kind);
    scene.shopify.breakNext(operation, how);
    expect(await scene.finish(act.id)).toMatchObject({ state: "done" });
    expect(scene.shopify.timesDone(act, act.order)).toBe(1);
  });

  it.each(KINDS)("%s is done once wherever the worker is killed", async (kind) => {
    const scene = await sceneOf(fixture);
    await scene.limits(SHOP, { ...DEFAULT_LIMITS, perDayMinor: null, perOrderMinor: null, perShopperMinor: null }, "Ada");
    for (const how of ["before", "after"] as const) {
      for (let at = 1; ; at += 1) {
        const request = kind === "store_credit" ? { ...REQUESTS.store_credit, amountMinor: 1_000 + at * 10 + (how === "after" ? 5 : 0) } : REQUESTS[kind]; // of one shopper, so that each is counted by its amount
        const order = await scene.order(kind);
        const act = await asked(scene, kind, { order, request: kind === "reship" ? { ...REQUESTS.reship, pieces: [{ lineId: order.lineId, quantity: 1 }] } : request }); // the stock has to last
        const died = await scene.workAndDie({ steps: 0, dead: false, at, how });
        expect(await scene.finish(act.id)).toMatchObject({ state: "done" });
        expect(scene.shopify.timesDone(act, act.order), `${how} step ${at}`).toBe(1);
        if (!died) break;
        expect(at).toBeLessThan(20);
      }
    }
  }, 60_000);

  it("are asked for once per key, and the outbox is told once", async () => {
    const scene = await sceneOf(fixture);
    const order = await scene.order("tag");
    const first = await scene.request(wanted(order, REQUESTS.tag, "merchant:same"));
    expect(await scene.request(wanted(order, REQUESTS.note, "merchant:same"))).toEqual({ outcome: "known", actId: actId("merchant:same"), state: "waiting" });
    expect(first).toMatchObject({ outcome: "waiting", actId: actId("merchant:same") });
  });

  it("of an order nobody knows are not found, and nonsense is refused at its field", async () => {
    const scene = await sceneOf(fixture);
    const order = await scene.order("tag");
    expect(await scene.request({ ...wanted(order, REQUESTS.tag, "merchant:x"), orderId: "5" as PlacedOrder["id"] })).toEqual({ outcome: "not_found" });
    expect(await scene.request(wanted(order, { ...REQUESTS.store_credit, amountMinor: 0 }, "merchant:y"))).toMatchObject({ outcome: "refused", field: "amount" });
    expect(await scene.find(actId("merchant:y"))).toBeNull();
  });

  it("can be taken back while they wait, and are then never done", async () => {
    const scene = await sceneOf(fixture);
    const order = await scene.order("refund");
    await scene.request(wanted(order, REQUESTS.refund, "merchant:back"));
    expect(await scene.undo({ shop: SHOP, actId: actId("merchant:back"), by: "merchant:Ada" })).toMatchObject({ outcome: "undone" });
    expect(await scene.undo({ shop: SHOP, actId: actId("merchant:back"), by: "merchant:Ada" })).toEqual({ outcome: "already" });
    await scene.wait(minutes(6));
    expect(await scene.finish(actId("merchant:back"))).toMatchObject({ state: "undone" });
    expect(scene.shopify.timesDone({ id: actId("merchant:back"), request: REQUESTS.refund }, order)).toBe(0);
  });

  it.each(["hold", "tag", "discount"] as const)("of kind %s can be taken back after they were done", async (kind) => {
    const scene = await sceneOf(fixture);
    const act = await asked(scene, kind);
    await scene.finish(act.id);
    expect(scene.shopify.timesDone(act, act.order)).toBe(1);
    expect(await scene.undo({ shop: SHOP, actId: act.id, by: "merchant:Ada" })).toMatchObject({ outcome: "undone", result: expect.stringMatching(/\.$/) });
    expect(await scene.find(act.id)).toMatchObject({ state: "undone" });
    expect(scene.shopify.timesDone(act, act.order)).toBe(0);
  });

  it("that gave something for good cannot be taken back", async () => {
    const scene = await sceneOf(fixture);
    const act = await asked(scene, "store_credit");
    await scene.finish(act.id);
    expect(await scene.undo({ shop: SHOP, actId: act.id, by: "merchant:Ada" })).toMatchObject({ outcome: "too_late" });
    expect(scene.shopify.timesDone(act, act.order)).toBe(1);
  });

  it("are judged again by what they really cost, under one lock: two together never exceed the day's budget", async () => {
    const scene = await sceneOf(fixture);
    await scene.limits(SHOP, { ...DEFAULT_LIMITS, perDayMinor: 40_000, perOrderMinor: null, perShopperMinor: null, undoMinutes: 0 }, "Ada");
    const orders = [await scene.order("refund"), await scene.order("refund")];
    for (const [index, order] of orders.entries()) expect(await scene.request(wanted(order, REQUESTS.refund, `merchant:b${index}`))).toMatchObject({ outcome: "waiting" }); // nobody knows yet what they cost: $302 each
    const ended = [await scene.finish(actId("merchant:b0")), await scene.finish(actId("merchant:b1"))];
    expect(ended.map(({ state }) => state).toSorted((a, b) => a.localeCompare(b))).toEqual(["done", "refused"]);
    expect(ended.find(({ state }) => state === "refused")?.result).toContain("budget of today");
  });

  it("for the same pieces ask a person first, and a rule is refused and written down", async () => {
    const scene = await sceneOf(fixture);
    await scene.limits(SHOP, { ...DEFAULT_LIMITS, perDayMinor: null, perOrderMinor: null, perShopperMinor: null }, "Ada");
    const order = await scene.order("reship");
    await scene.request(wanted(order, REQUESTS.reship, "merchant:r1"));
    expect(await scene.request(wanted(order, REQUESTS.refund, "merchant:r2"))).toEqual({ outcome: "ask", because: "A replacement is already on its way for the same pieces." });
    expect(await scene.request({ ...wanted(order, REQUESTS.refund, "merchant:r2"), sure: true })).toMatchObject({ outcome: "waiting" });
    expect(await scene.request({ ...wanted(order, REQUESTS.reship, "merchant:r3"), sure: true })).toMatchObject({ outcome: "refused" });
    expect(await scene.request({ ...wanted(order, REQUESTS.refund, "rule:lost.case"), by: "rule:lost" })).toMatchObject({ outcome: "refused" });
    expect(await scene.find(actId("rule:lost.case"))).toMatchObject({ state: "refused", result: expect.stringContaining("A person has to decide") });
  });

  it("that Shopify refuses say so in its words", async () => {
    const scene = await sceneOf(fixture);
    const order = await scene.order("cancel_order", { fulfilled: true });
    expect(await scene.preview(wanted(order, REQUESTS.cancel_order, "merchant:c"))).toMatchObject({ outcome: "impossible", because: expect.stringContaining("has left") });
    expect(await scene.preview(wanted(order, REQUESTS.correct_address, "merchant:d"))).toMatchObject({ outcome: "impossible", because: expect.stringContaining("Only the carrier") });
    await scene.request(wanted(order, REQUESTS.cancel_order, "merchant:c"));
    await scene.wait(minutes(6));
    expect(await scene.finish(actId("merchant:c"))).toMatchObject({ state: "refused" });
  });

  it("tell the story of their case and whoever listens, once", async () => {
    const scene = await sceneOf(fixture);
    const act = await asked(scene, "tag");
    await scene.finish(act.id);
    const intents = await scene.transact((store) => store.outbox.claim(50, (scene.shopify.clock() + 1) as Instant, (scene.shopify.clock() + 1) as Instant));
    expect(intents.map(({ key }) => key)).toEqual([`act:${act.id}:act.done:webhook`, `act:${act.id}:act.done:chat`, `act:${act.id}:done:fetch`]);
    expect(await scene.actReads.page(SHOP, { after: null, before: null, limit: 10 })).toMatchObject({ rows: [{ id: act.id, orderName: act.order.name, state: "done" }], next: null });
    expect(await scene.actReads.ofOrder(SHOP, act.order.id)).toHaveLength(1);
    expect(await scene.actReads.used(SHOP, 0 as Instant)).toEqual({ dayMinor: 0, automaticToday: 0 });
  });
});

onBothDatabases("what acts keep of a shopper", (fixture) => {
  it("lies sealed, and goes with the order", async () => {
    const scene = await sceneOf(fixture);
    const { id, order } = await asked(scene, "correct_address");
    expect(await scene.find(id)).toMatchObject({ request: REQUESTS.correct_address });
    const { rows } = await scene.database.pool.query<{ row: string }>("SELECT act::text AS row FROM act");
    expect(rows.map(({ row }) => row).join("\n")).not.toMatch(/Other Road|Dallas|75201/);
    await scene.transact((store) => store.privacy.redactOrders(SHOP, order.customerId, [order.id], scene.shopify.clock()));
    expect(await scene.find(id)).toBeNull();
    expect(await scene.actReads.ofOrder(SHOP, order.id)).toEqual([]);
  });
});

describe("the pretend Shopify of these tests", () => {
  it("counts an act that was not done as zero, and one done twice as two", async () => {
    const shopify = actedOnShopify();
    const order = shopify.place({ fulfilled: false });
    const act = { id: actId("x"), orderId: order.id, made: null, askedAt: shopify.clock(), by: "hither", request: REQUESTS.store_credit } as const;
    expect(shopify.timesDone(act, order)).toBe(0);
    const read = await shopify.acts.order(SHOP, order.id, "store_credit");
    if (read.outcome !== "found" || read.order === null) throw new Error("no order");
    const errand = { act, startedAt: shopify.clock(), order: read.order, lines: [{ lineId: order.lineId as LineId, quantity: 1 }], suggestion: null, othersMade: [] };
    await shopify.acts.carryOut(SHOP, errand);
    await shopify.acts.carryOut(SHOP, errand);
    expect(shopify.timesDone(act, order)).toBe(2);
  });
});
