import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReliabilityView } from "../../app/contracts/dates-views.ts";
import type { Order } from "../../simulator/world/types.ts";
import { pageData } from "../../simulator/launch/as-merchant.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { changePromise, dayInWords, inWords, routeData, shoppersOf, type Shoppers, type Window } from "./promise-shopper.ts";

const PORTLAND = { country: "US", province_code: "OR", zip: "97232", city: "Portland" } as const;
const BOSTON = { country: "US", province_code: "MA", zip: "02108", city: "Boston" } as const;
const TORONTO = { country: "CA", province_code: "ON", zip: "M6R 2L7", city: "Toronto" } as const;

type Row = { readonly surface: string; readonly stage: string; readonly subject: string; readonly earliest: string | null; readonly latest: string | null; readonly model: string };
/** What one surface showed of an order, or of its parcel once there is one. */
type Shown = { readonly surface: string; readonly subject: string; readonly window: Window };

const rowOf = ({ surface, subject, earliest, latest }: Row): string => `${surface} ${subject} ${earliest}/${latest}`;
const shownOf = ({ surface, subject, window }: Shown): string => `${surface} ${subject} ${window.from}/${window.to}`;
/** A surface that shows the same again adds nothing. */
const news = (all: readonly Shown[]): string[] =>
  all.map((one, at) => ({ now: shownOf(one), last: all.slice(0, at).findLast(({ surface, subject }) => surface === one.surface && subject === one.subject) })).flatMap(({ now, last }) => (last && shownOf(last) === now ? [] : [now]));

// One world and its time, from an ordinary week to orders nobody packs: what one test leaves behind would move the dates of another.
describe("dates on every surface", { shuffle: false, timeout: 300_000 }, () => {
  describe.each(["pglite", "postgres"] as const)("one date everywhere, and a row for each that was shown, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;
  let shoppers: Shoppers;

  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database, world: { feeds: [] } });
    shoppers = shoppersOf(stage);
    await stage.settle();
  });
  afterAll(() => stage?.close());

  const ledger = (): Promise<readonly Row[]> => stage.sql<Row>("SELECT surface, stage, subject, earliest::text AS earliest, latest::text AS latest, model FROM promise ORDER BY id");
  const ofOrder = async (order: Order): Promise<readonly Row[]> => stage.sql<Row>("SELECT surface, stage, subject, earliest::text AS earliest, latest::text AS latest, model FROM promise WHERE order_id = $1 ORDER BY id", [order.id]);
  const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(stage.demo.world.clock.now());
  const arrives = ({ from, to }: Window): string => (from === to && to === today() ? `Arrives today, ${dayInWords(to)}` : `Arrives ${inWords({ from, to })}`);
  /** Looks everywhere, expects the same date everywhere, and tells what was seen. */
  const lookEverywhere = async (order: Order): Promise<readonly Shown[]> => {
    const body = await shoppers.dates({ order: order.name });
    if (body.about !== "order") throw new Error("The dates API answered another question.");
    const { date } = body.everything;
    if (date?.first == null || date.last === null) throw new Error(`There is no date: ${date?.because}`);
    const window = { from: date.first, to: date.last };
    const [parcel] = body.parcels;
    const [{ json, html }, onStatus, onThanks] = [await shoppers.tracking(order), await shoppers.orderStatus(order), await shoppers.thankYou(order)];
    expect({ from: json.window?.from, to: json.window?.to }).toEqual(window);
    expect(html).toContain(arrives(window));
    expect(onStatus).toContain(arrives(window));
    expect(onThanks).toContain(arrives(window));
    const surfaces = ["api", "tracking_page", "order_status", "thank_you"];
    if (parcel) {
      expect(parcel.date).toMatchObject({ first: window.from, last: window.to });
      expect((await shoppers.dates({ shipment: parcel.id }))).toMatchObject({ about: "shipment", parcel: { date: { first: window.from, last: window.to } } });
      const { shipment } = await routeData<{ readonly shipment: { readonly window: Window } }>(stage, `/app/shipments/${parcel.id}`, "routes/app.shipments.$id");
      expect(shipment.window).toEqual(window);
      const list = JSON.stringify(await pageData(stage.demo.context, "/app/shipments"));
      expect(list).toContain(JSON.stringify(window));
      surfaces.push("admin");
    }
    return surfaces.map((surface) => ({ surface, subject: parcel ? `shipment:${parcel.id}` : `order:${order.id}`, window }));
  };
  /** The rows of an order once as many as wanted are written; a recorder gathers them for a moment. */
  const rowsOf = async (order: Order, many: number): Promise<readonly Row[]> => {
    await expect.poll(async () => (await ofOrder(order)).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(many);
    return ofOrder(order);
  };

  /** What is learned meanwhile can be published between two looks; then both are taken again. */
  const underOneTable = async <T>(look: () => Promise<T>): Promise<T> => {
    const newest = async (): Promise<string | undefined> => (await stage.sql<{ id: string }>("SELECT id FROM date_table ORDER BY published_at DESC, id DESC LIMIT 1"))[0]?.id;
    for (let tries = 0; tries < 8; tries += 1) {
      await stage.settle();
      const before = await newest();
      const seen = await look();
      if ((await newest()) === before) return seen;
    }
    throw new Error("The table of dates never stood still.");
  };

  test.skipIf(missing)("checkout, product page and API answer the same before purchase, each option and each place by itself", async () => {
    const seen = new Set<string>();
    for (const [place, options] of [[PORTLAND, ["standard", "express"]], [BOSTON, ["standard", "express"]], [TORONTO, ["international"]]] as const) {
      const { shows, carts } = await underOneTable(async () => ({ ...(await shoppers.checkout({ ...place, shipping: options[0] })), carts: await Promise.all(options.map((option) => shoppers.cart(place, option))) }));
      for (const [at, option] of options.entries()) {
        const { first, last, lane } = carts[at] ?? { first: null, last: null, lane: "" };
        const said = /"(Arrives .*)"/.exec(shows[option] ?? "")?.[1] ?? null;
        expect(said).toBe(first === null || last === null ? null : `Arrives ${inWords({ from: first, to: last })}`);
        seen.add(`${lane} ${shows[option]}`);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    const [product, cart] = await underOneTable(async () => [await shoppers.product(), await shoppers.cart({ country: "US", province_code: "", zip: "", city: "" }, null)] as const);
    expect(product?.text).toBe(`Arrives ${inWords({ from: cart.first ?? "", to: cart.last ?? "" })}`);
    expect(product?.table.id).toBe(cart.version);
  });

  test.skipIf(missing)("from checkout to the door every surface shows the same date, each shown date is a row, and none is doubled", async () => {
    const before = (await report()).view;
    const { shows, pay } = await shoppers.checkout({ ...PORTLAND, shipping: "standard" });
    const order = await pay();
    const noted = order.attributes.find((one) => one.name === "_hither_date")?.value.split("/") ?? [];
    const offered: Window = { from: noted[0] ?? "", to: noted[1] ?? "" };
    expect(shows["standard"]).toContain(inWords(offered));
    stage.demo.director.adopt(order, "failed-attempt");
    await stage.settle();
    const story = stage.demo.director.storyOfOrder(order.id);
    if (!story) throw new Error("nobody plays the order");

    const shown = [...(await lookEverywhere(order)), ...(await lookEverywhere(order))];
    expect(shown[0]?.window, "the order's first date is checkout's").toEqual(offered);
    const windows = new Set<string>();
    for (const step of story.ahead) {
      await stage.advanceTo(step.at);
      await stage.settle();
      if (step.act === "warehouse" || story.ahead.length === 0) continue;
      const now = await lookEverywhere(order);
      windows.add(JSON.stringify(now[0]?.window));
      shown.push(...now);
      if (step.turning) shown.push({ surface: "email", subject: now[0]?.subject ?? "", window: now[0]?.window ?? offered });
    }
    const mails = stage.demo.world.mails.filter((one) => one.subject.includes(order.name));
    const isTheEnd = ({ subject }: { readonly subject: string }): boolean => subject === `Your order ${order.name}: it is settled`;
    expect(mails.findIndex(isTheEnd), "the last word is that it is over").toBe(mails.length - 1);
    const wrote = mails.filter((one) => !isTheEnd(one)).map(({ text }) => /We now expect it (.*)\./.exec(text)?.[1]);
    expect(wrote, "the e-mail says what every page said then").toEqual(shown.filter((one) => one.surface === "email").map((one) => inWords(one.window)));
    expect(wrote).toHaveLength(1);
    expect(windows.size, "the date moves on the way").toBeGreaterThanOrEqual(3);
    expect(await shoppers.dates({ order: order.name })).toMatchObject({ everything: { date: null, arrivedOn: today() } });
    for (const page of [await shoppers.orderStatus(order), (await shoppers.tracking(order)).html]) expect(page).toContain(`Delivered ${dayInWords(today())}`);

    const expected = [`checkout order:${order.id} ${offered.from}/${offered.to}`, ...news(shown)];
    const rows = await rowsOf(order, expected.length);
    expect(rows.map(rowOf).toSorted()).toEqual(expected.toSorted());
    expect(rows.filter((one) => one.model === "" || one.model === "none")).toEqual([]);
    expect(rows.find((one) => one.surface === "checkout")).toMatchObject({ stage: "before_purchase", model: noted[2] });
    const [after, kept] = [(await report()).view, today() <= offered.to];
    expect(after.all).toMatchObject({ promises: before.all.promises + 1, decided: before.all.decided + 1, kept: before.all.kept + (kept ? 1 : 0) });
    expect(after.misses.some((one) => one.orderId === order.id)).toBe(!kept);
  });

  test.skipIf(missing)("the database refuses to change, to delete and to empty what was shown", async () => {
    await shoppers.cart(PORTLAND, "Standard");
    await expect.poll(async () => (await ledger()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    const before = await ledger();
    for (const change of ["UPDATE promise SET latest = latest + 1", "UPDATE promise SET shown_at = shown_at", "DELETE FROM promise", "TRUNCATE promise"]) {
      await expect(stage.sql(change), change).rejects.toThrow("The promise ledger only grows");
    }
    expect((await ledger()).slice(0, before.length)).toEqual(before);
  });

  test.skipIf(missing)("what a product page and a cart say they showed becomes a row once, what they cannot have shown does not", async () => {
    const product = await shoppers.product();
    if (!product) throw new Error("the product page shows no date");
    const entry = product.table.days.findIndex(({ until }) => product.table.now < until);
    const real = { table: product.table.id, lane: "US", service: "*", day: product.table.days[entry]?.day ?? "", surface: "product" };
    const [first = -1, last = -1] = (product.table.lanes["US"] ?? []).slice(2 * entry);
    const plus = (days: number): string => new Date(Date.parse(`${real.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    const impossible = [{ ...real, lane: "FR" }, { ...real, lane: "US-ZZ" }, { ...real, day: plus(400) }, { ...real, table: "t0" }, { ...real, service: "teleport" }, { ...real, earliest: "2030-01-01" }, { ...real, surface: "email" }];
    for (const body of [...impossible, real, real, { ...real, surface: "cart" }, real]) expect(await shoppers.beacon(body)).toBe(204);
    expect((await fetch(`${stage.demo.urls.app}/proxy/shown`, { method: "POST", body: JSON.stringify(real) })).status, "unsigned").toBe(400);
    const offers = async () => (await ledger()).filter((one) => one.surface === "product" || one.surface === "cart").map(rowOf);
    await expect.poll(async () => (await offers()).length, { timeout: 60_000 }).toBe(2);
    expect(await offers()).toEqual(["product", "cart"].map((surface) => `${surface} offer:${real.table}:US:*:${real.day} ${plus(first)}/${plus(last)}`));
    expect(product.text).toBe(`Arrives ${inWords({ from: plus(first), to: plus(last) })}`);
  });

  test.skipIf(missing)("switched on, Shopify's own page says it too: one event for each date that moved, none of them taken for a scan", async () => {
    expect(await changePromise(stage, { publishToShopify: true })).toMatchObject({ outcome: "saved" });
    await stage.settle();
    const order = await (await shoppers.checkout({ ...PORTLAND, shipping: "standard" })).pay();
    stage.demo.director.adopt(order, "late-but-moving");
    await stage.settle();
    const ahead = stage.demo.director.storyOfOrder(order.id)?.ahead ?? [];
    const ours = () => (stage.demo.world.order(order.id)?.fulfillments ?? []).flatMap(({ events }) => events.filter((one) => one.message === "Delivery estimate by Hither"));
    const published = (): string[] => ours().map((one) => new Date(Date.parse(one.estimated_delivery_at ?? "")).toLocaleDateString("en-CA", { timeZone: "America/New_York" }));
    const record = async (): Promise<string[]> => (await stage.sql<{ latest: string }>("SELECT e.latest::text AS latest FROM estimate e JOIN shipment s ON s.shop = e.shop AND s.id = e.shipment_id WHERE s.order_id = $1 ORDER BY e.id", [order.id]))
      .map(({ latest }) => latest).filter((one, place, all) => one !== all[place - 1]);
    const dates: string[] = [];
    const says: [string | null, string][] = [];
    for (const step of ahead.filter((one) => one.act !== "warehouse").slice(0, 6)) {
      await stage.advanceTo(step.at);
      await stage.settle();
      const body = await shoppers.dates({ order: order.name });
      const last = body.about === "order" ? (body.everything.date?.last ?? "") : "";
      if (dates.at(-1) !== last) {
        dates.push(last);
        says.push([await shoppers.shopifySays(order), new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }).format(Date.parse(`${last}T00:00:00Z`))]);
      }
      // A date that moved twice at one stop may have been told in between, once: then it was every page's for that moment.
      const told = published();
      expect(told.at(-1)).toBe(last);
      expect(told.filter((one, place) => one === told[place - 1])).toEqual([]);
      expect(told.filter((one) => dates.includes(one))).toEqual(dates);
      expect((await record()).filter((one) => told.includes(one))).toEqual(told);
    }
    expect(dates.length).toBeGreaterThanOrEqual(2);
    expect(says.map(([shopify]) => shopify)).toEqual(says.map(([, ours]) => ours));
    expect(await stage.sql("SELECT 1 FROM scan WHERE text LIKE '%Hither%'")).toEqual([]);
    await expect.poll(async () => (await ofOrder(order)).filter((one) => one.surface === "shopify").map((one) => one.latest), { timeout: 60_000 }).toEqual(published());
    expect(await changePromise(stage, { publishToShopify: false })).toMatchObject({ outcome: "saved" });
    await stage.settle();
  });

  const report = () => routeData<{ readonly view: ReliabilityView }>(stage, "/app/dates", "routes/app.dates._index");
});
});
