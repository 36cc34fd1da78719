import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActAsk, ActPreview, ActsPageView } from "../../app/contracts/act-views.ts";
import type { LineId } from "../../app/domain/shared/ids.ts";
import type { ActKind, ActRequest } from "../../app/domain/workflows/acts/act.ts";
import { actId } from "../../app/domain/workflows/acts/act-id.ts";
import { act as ask, pageData } from "../../simulator/launch/as-merchant.ts";
import { AUSTIN } from "../../simulator/world/world-for-tests.ts";
import { timesDoneAt, type PlacedOrder } from "../fakes/acted-on-shopify.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";

const MINUTE = 60_000;
type Placed = Pick<PlacedOrder, "id" | "customerId"> & { readonly lineId: LineId };

/** Every act, for an order of one piece. */
const REQUESTS: { readonly [K in ActKind]: Extract<ActRequest, { kind: K }> } = {
  correct_address: { kind: "correct_address", address: { firstName: "Jo", lastName: "Lee", company: null, address1: "9 Other Road", address2: null, city: "Dallas", provinceCode: "TX", zip: "75201", countryCode: "US", phone: null } },
  hold: { kind: "hold", reason: "incorrect_address", note: "No house number" },
  release: { kind: "release" },
  reship: { kind: "reship", pieces: null, tellShopper: true },
  refund: { kind: "refund", pieces: null, shipping: true, amountMinor: null, asStoreCredit: false, note: "Lost", tellShopper: true },
  store_credit: { kind: "store_credit", amountMinor: 1_234, expiresAfterDays: 90, tellShopper: true },
  discount: { kind: "discount", worth: { percent: 10 }, expiresAfterDays: 30 },
  open_return: { kind: "open_return", pieces: null, reason: "Damaged" },
  cancel_order: { kind: "cancel_order", refund: true, restock: true, note: "Lost", tellShopper: false },
  tag: { kind: "tag", tags: ["lost-parcel"] },
  note: { kind: "note", text: "Carrier confirmed the loss" },
};
const KINDS = Object.keys(REQUESTS) as ActKind[];
/** What gives something for good: these the worker is killed over. */
const FOR_GOOD = ["reship", "refund", "store_credit", "cancel_order"] as const satisfies readonly ActKind[];

describe.each(["pglite", "postgres"] as const)("acts at Shopify, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;
  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database });
    await stage.settle();
    const { limits } = await page();
    await asked({ intent: "limits", limits: { ...limits, perDayMinor: null, perOrderMinor: null, perShopperMinor: null } });
    if ((await page()).limits.perDayMinor !== null) throw new Error("The limits were not saved.");
  }, 300_000);
  afterAll(() => stage?.close());

  const asked = (wish: ActAsk): Promise<unknown> => ask(stage.demo.context, "/app/acts", wish);
  const page = async (): Promise<ActsPageView> => {
    const data = (await pageData(stage.demo.context, "/app/acts")) as { readonly "routes/app.acts": { readonly data: { readonly view: ActsPageView } } };
    return data["routes/app.acts"].data.view;
  };
  const later = async (by: number): Promise<void> => stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + by));

  const place = async (kind: ActKind, shopper: string): Promise<Placed> => {
    const { world } = stage.demo;
    const order = world.placeOrder({ lines: [{ productId: world.products[0]?.id ?? "", quantity: 1 }], email: `${shopper}@shopper.example`, address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "6.00" } });
    if (kind === "open_return") world.fulfill(order.id, { tracking: [{ company: "UPS", number: "1Z999AA10123456784", url: null }] });
    await stage.settle();
    const [row] = await stage.sql<{ customer_id: string; line: string }>(`SELECT o.customer_id, l.id AS line FROM "order" o JOIN order_line l ON l.shop = o.shop AND l.order_id = o.id WHERE o.id = $1`, [String(order.id)]);
    if (!row) throw new Error("The app has not heard of the order.");
    return { id: String(order.id) as Placed["id"], customerId: row.customer_id, lineId: row.line as LineId };
  };
  const wish = (intent: "preview" | "request", order: Placed, request: ActRequest, key: string): ActAsk => ({ intent, about: { orderId: order.id, shipmentId: null, caseId: null }, request, key, sure: false });
  const stateOf = async (key: string): Promise<string | undefined> => (await stage.sql<{ state: string }>("SELECT state FROM act WHERE id = $1", [key]))[0]?.state;
  const doIt = async (kind: ActKind, order: Placed, key: string): Promise<void> => {
    expect(await asked(wish("request", order, REQUESTS[kind], key))).toMatchObject({ intent: "request", outcome: "waiting" });
  };

  test.skipIf(missing).each(KINDS)("%s is previewed, waits, is done, and its effect is seen at Shopify", async (kind) => {
    const { world } = stage.demo;
    const order = await place(kind, `once-${kind}`);
    if (kind === "release") {
      await doIt("hold", order, "merchant:first-a-hold");
      await later(6 * MINUTE);
    }
    const key = `merchant:done-${kind}`;
    const act = { id: actId(key), request: REQUESTS[kind] };
    const seen = (await asked(wish("preview", order, REQUESTS[kind], key))) as ActPreview;
    expect(seen).toMatchObject({ outcome: "possible", says: expect.stringMatching(/\.$/) });
    const before = timesDoneAt(world, act, order);
    await doIt(kind, order, key);
    await later(4 * MINUTE);
    expect([await stateOf(key), timesDoneAt(world, act, order)]).toEqual(["waiting", before]);
    await later(10 * MINUTE);
    expect([await stateOf(key), timesDoneAt(world, act, order)]).toEqual(["done", 1]);
    expect((await page()).rows.find(({ id }) => id === key)).toMatchObject({ state: "done", result: expect.stringMatching(/\.$/) });
  }, 120_000);

  test.skipIf(missing).each(FOR_GOOD)("%s is done once when the worker is killed over it", async (kind) => {
    const { world } = stage.demo;
    const order = await place(kind, `killed-${kind}`);
    const key = `merchant:kill-${kind}`;
    await doIt(kind, order, key);
    await later(5 * MINUTE - 1);
    await world.clock.advance(1); // due now: the worker begins, and is gone
    await stage.killAndRestart();
    await later(20 * MINUTE);
    expect([await stateOf(key), timesDoneAt(world, { id: actId(key), request: REQUESTS[kind] }, order)]).toEqual(["done", 1]);
  }, 180_000);

  test.skipIf(missing)("an act taken back in time is never done", async () => {
    const order = await place("refund", "taken-back");
    const key = "merchant:taken-back";
    await doIt("refund", order, key);
    expect(await asked({ intent: "undo", id: key })).toMatchObject({ outcome: "undone" });
    await later(10 * MINUTE);
    expect([await stateOf(key), timesDoneAt(stage.demo.world, { id: actId(key), request: REQUESTS.refund }, order)]).toEqual(["undone", 0]);
  }, 120_000);
});
