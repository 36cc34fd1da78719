import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActAsk } from "../../app/contracts/act-views.ts";
import { SHOWN_ATTRIBUTE } from "../../app/contracts/date-table.ts";
import type { ShipByView } from "../../app/contracts/ship-by-view.ts";
import type { CaseDetail } from "../../app/contracts/case-views.ts";
import { act as ask } from "../../simulator/launch/as-merchant.ts";
import { AUSTIN } from "../../simulator/world/world-for-tests.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { routeData } from "./promise-shopper.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** On the wall in New York, in November. */
const newYork = (day: string, hour: number): Date => new Date(Date.parse(`${day}T05:00:00Z`) + hour * HOUR);

type Seen = { readonly detail: CaseDetail; readonly shipBy: ShipByView | null };

describe.each(["pglite", "postgres"] as const)("the ship-by clock, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;
  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database });
    await stage.settle();
  }, 300_000);
  afterAll(() => stage?.close());

  /** An order of a checkout that showed a date, of which nothing leaves. */
  const place = async (shopper: string): Promise<Order> => {
    const { world } = stage.demo;
    const order = world.placeOrder({
      lines: [{ productId: world.products[0]?.id ?? "", quantity: 2 }], email: `${shopper}@shopper.example`, address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "6.00" },
      attributes: [{ name: SHOWN_ATTRIBUTE, value: "2026-11-25/2026-11-30/a-table" }],
    });
    await stage.settle();
    return order;
  };
  const clockOf = async (order: Order) => (await stage.sql<{ state: string; basis: string; day: string; notices: readonly { readonly sentAt: number | null; readonly answer: string | null }[] }>("SELECT state, basis, ship_by::text AS day, notices FROM ship_clock WHERE order_id = $1", [String(order.id)]))[0];
  const casesOf = (order: Order) => stage.sql<{ id: string; status: string }>(`SELECT id, status FROM "case" WHERE order_id = $1 AND category = 'not_shipped'`, [String(order.id)]);
  const seen = (caseId: string): Promise<Seen> => routeData<Seen>(stage, `/app/cases/${encodeURIComponent(caseId)}`, "routes/app.cases.$id");
  const questionsTo = (shopper: string): readonly string[] => stage.demo.world.mails.map((mail) => JSON.stringify(mail)).filter((mail) => mail.includes(`${shopper}@shopper.example`) && mail.includes("/apps/hither/delay"));
  const linkOf = (mail: string, answer: string): string => [...mail.matchAll(/\/apps\/hither\/delay\?[^"'\s\\<>]+/g)].map(([path]) => path.replaceAll("&amp;", "&")).find((path) => path.endsWith(`answer=${answer}`)) ?? "";
  const visit = async (path: string, init?: RequestInit) => {
    const response = await fetch(new URL(path, stage.demo.urls.storefront), { redirect: "manual", ...init });
    return { status: response.status, html: await response.text() };
  };

  test.skipIf(missing)("who was not shipped to in time is asked once, cancels without a script, and the order is cancelled and refunded at Shopify", async () => {
    const { world } = stage.demo;
    const order = await place("hurry");
    const begun = await clockOf(order);
    expect(begun).toMatchObject({ state: "running", basis: "stated", notices: [] });
    const day = begun?.day ?? "";
    await stage.advanceTo(newYork(day, 15));
    const [one] = await casesOf(order);
    expect((await seen(one?.id ?? "")).shipBy).toMatchObject({ standing: "open", pressing: true, sentence: expect.stringContaining(`by ${day} (today is the last day): the time stated at checkout`) });

    // Six in the evening: the question is due, and the worker is gone as it begins.
    await stage.advanceTo(new Date(newYork(day, 18).getTime() - 1));
    await world.clock.advance(1);
    await stage.killAndRestart();
    await stage.settle();
    await stage.advanceTo(newYork(day, 19));
    const [mail, ...more] = questionsTo("hurry");
    expect([more.length, (await clockOf(order))?.notices.length]).toEqual([0, 1]);

    const link = linkOf(mail ?? "", "cancel");
    const page = await visit(link);
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/<input[^>]*value="cancel"[^>]*checked|<input[^>]*checked[^>]*value="cancel"/);
    expect((await clockOf(order))?.notices[0]?.answer).toBeNull(); // opening it is no answer
    const body = new URLSearchParams({ t: new URLSearchParams(link.split("?")[1]).get("t") ?? "", n: "1", answer: "cancel" });
    expect((await visit("/apps/hither/delay", { method: "POST", body: new URLSearchParams({ ...Object.fromEntries(body), t: "1.abc.def" }) })).status).toBe(404);
    expect((await visit("/apps/hither/delay", { method: "POST", body })).html).toContain("It is cancelled");
    await stage.settle();

    const { shipBy, detail } = await seen(one?.id ?? "");
    expect(shipBy).toMatchObject({ standing: "owed", owed: { kind: "cancel_order" }, notices: [{ answer: "cancel" }] });
    expect(detail.story.map(({ by, text }) => `${by}: ${text}`)).toContain("shopper: The shopper cancels what has not left.");
    expect(world.order(String(order.id))?.cancelled_at ?? null).toBeNull(); // nothing is done without a person
    const wish: ActAsk = { intent: "request", about: { orderId: String(order.id), shipmentId: null, caseId: one?.id ?? null }, request: { kind: "cancel_order", refund: true, restock: true, note: "Not shipped in time (16 CFR Part 435)", tellShopper: true }, key: "merchant:ship-by-cancel", sure: false };
    expect(await ask(stage.demo.context, "/app/acts", { ...wish, intent: "preview" })).toMatchObject({ outcome: "possible" });
    expect(await ask(stage.demo.context, "/app/acts", wish)).toMatchObject({ outcome: "waiting" });
    await stage.advanceTo(new Date(world.clock.now().getTime() + 10 * MINUTE));
    expect(world.order(String(order.id))).toMatchObject({ cancelled_at: expect.anything(), financial_status: "refunded" });
    expect([(await clockOf(order))?.state, (await casesOf(order)).map(({ status }) => status)]).toEqual(["ended", ["resolved"]]);
    expect(questionsTo("hurry")).toHaveLength(1);
  }, 240_000);
});
