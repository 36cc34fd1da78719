import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LedgerPage, MissView, ReliabilityView } from "../../app/contracts/dates-views.ts";
import { planParcel, everydayStory, type EverydayParcel } from "../../simulator/scenarios/everyday.ts";
import { everydayShop } from "../../simulator/scenarios/everyday-history.ts";
import { atHour, PACKING_DAYS, wallClock } from "../../simulator/scenarios/packing-sites.ts";
import { addWorkdays } from "../../simulator/scenarios/us-calendar.ts";
import type { Order } from "../../simulator/world/types.ts";
import { GRAIN, HOUR, startLearnedShop, type LearnedShop, type Look } from "./learned-shop.ts";
import { changePromise, routeData, type Window } from "./promise-shopper.ts";

/** Enough that more waits than two days' work of the larger workshop. They come before the app measures again: each is told a date that knows of no rush. */
const RUSH = 60;
const RUSH_MINUTES = 14;

/** An order that waits, whose date was one before something was measured and is another since. `relearned`: by another model than gave the date before. */
type Later = { readonly first: string; readonly last: string; readonly because: string; readonly relearned: boolean };
/** An order and the days its checkout promised. */
type Bought = { readonly order: Order; readonly promised: Window };

describe("dates of a shop with a past, through a rush, a carrier that stands still and packers who stop", () => {
  let shop: LearnedShop;
  const seen: Partial<{
    calm: Look; rush: Look; later: readonly Later[]; drained: Look; drainedAfterDays: number;
    stopped: Look; stoppedAfterDays: number; moved: Look; movedAfterDays: number;
    halted: Look; haltedAfterDays: number; waiting: readonly Later[]; resumed: Look;
    kept: Bought; stood: Bought; left: Bought; before: ReliabilityView; during: ReliabilityView; after: ReliabilityView; ledger: LedgerPage;
  }> = {};
  const of = <K extends keyof typeof seen>(name: K): NonNullable<(typeof seen)[K]> => {
    const found = seen[name];
    if (found === undefined || found === null) throw new Error(`Nobody looked at ${name}.`);
    return found as NonNullable<(typeof seen)[K]>;
  };

  const isBusy = ({ because }: Later): boolean => because.startsWith("High order volume");
  /** Moved by nothing anybody was told: neither by what waits before it, nor because it did not leave as soon as usual, nor by what was learned in the night. */
  const unexplained = (moved: readonly Later[]): readonly Later[] => moved.filter((one) => !isBusy(one) && !one.because.startsWith("It has not left as soon as usual") && !one.relearned);
  /** The last day of an order that counts today, counted from it, anywhere in the country. */
  const reach = ({ table: { lanes } }: Look): number => lanes["US"]?.["*"]?.[1] ?? -1;
  const dayOf = (at: Date): string => wallClock("America/New_York", at).day;
  /** Ten o'clock of the next working day: what is bought then is packed and picked up the same day. */
  const morning = (): Date => atHour("America/New_York", addWorkdays(dayOf(new Date(shop.now().getTime() + 14 * HOUR)), 0, PACKING_DAYS), 10);
  /** One o'clock of the next night: what did not come on the day before is known. */
  const night = (): Date => atHour("America/New_York", dayOf(new Date(shop.now().getTime() + 23 * HOUR)), 1);
  /** The day on which the carrier of an order delivered it, by the world's own record. */
  const cameOn = ({ order }: Bought): string | undefined => {
    const { world } = shop.stage.demo;
    const scans = (world.order(order.id)?.fulfillments ?? []).flatMap(({ tracking }) => tracking.flatMap(({ number }) => world.scansOf(number ?? "")));
    const delivered = scans.find(({ status }) => status === "delivered");
    return delivered && dayOf(delivered.at);
  };
  const report = async (): Promise<ReliabilityView> => (await routeData<{ readonly view: ReliabilityView }>(shop.stage, "/app/dates", "routes/app.dates._index")).view;

  let purchases = 0;
  /** An ordinary express parcel that nothing of its own delays and that is picked up on this very day, bought at a checkout that shows a date. */
  const buy = async (isWanted: (parcel: EverydayParcel) => boolean): Promise<Bought> => {
    const { stage, now } = shop;
    const { world, director, context } = stage.demo;
    const everyday = { ...everydayShop(world.kernel, now()), slow: [] };
    purchases += 1;
    for (let draw = 0; draw < 200; draw += 1) {
      const seed = `bought/${purchases}/${draw}`;
      const parcel = planParcel(seed, now(), everyday);
      if (parcel.service !== "express" || dayOf(parcel.pickedUpAt) !== dayOf(now()) || parcel.deliveredAt > parcel.promisedAt || !isWanted(parcel)) continue;
      context.shoppers.on = true;
      const [story] = director.beginAll([everydayStory(seed, now(), world.products.length, everyday)]);
      context.shoppers.on = false;
      for (let tries = 0; tries < 400 && story?.orderId === null; tries += 1) await pause(25);
      await stage.settle();
      const order = story?.orderId === undefined || story.orderId === null ? undefined : world.order(story.orderId);
      const [from, to] = order?.attributes.find((one) => one.name === "_hither_date")?.value.split("/") ?? [];
      if (order && from && to) return { order, promised: { from, to } }; // else the checkout was too slow for this buyer
    }
    throw new Error("Nobody bought what was wanted.");
  };

  beforeAll(async () => {
    shop = await startLearnedShop();
    const { stage, now, later, table, conditions, measured, lookNow } = shop;
    const { director } = stage.demo;
    const movedLater = (since: Date): Promise<readonly Later[]> => stage.sql<Later>(`SELECT o.estimate->>'latest' AS last, o.estimate->>'because' AS because, (SELECT e.latest::text FROM estimate e WHERE e.shop = o.shop AND e.shipment_id = 'order.' || o.id ORDER BY e.id LIMIT 1) AS first,
      (SELECT count(DISTINCT l.model) > 1 FROM (SELECT e.model FROM estimate e WHERE e.shop = o.shop AND e.shipment_id = 'order.' || o.id ORDER BY e.id DESC LIMIT 2) l) AS relearned
      FROM "order" o WHERE o.estimate->>'kind' = 'window' AND o.created_at > $1 AND (SELECT count(*) FROM estimate e WHERE e.shop = o.shop AND e.shipment_id = 'order.' || o.id) > 1`, [since.toISOString()]);
    const daysSince = (at: number): number => (now().getTime() - at) / (24 * HOUR);
    const isPast = ({ promised }: Bought, by = 0): boolean => dayOf(new Date(now().getTime() - 24 * by * HOUR)) > promised.to;

    await measured();
    seen.calm = await lookNow();
    seen.before = await report();
    const calm = now();
    stage.demo.rush(Math.ceil((RUSH * 60) / RUSH_MINUTES));
    await stage.advanceTo(new Date(now().getTime() + RUSH_MINUTES * 60_000), HOUR);
    for (const story of director.stories) if (story.orderId === null) director.takeOver(story);
    await stage.settle();
    await measured();
    seen.rush = await lookNow();
    seen.later = await movedLater(calm);

    stage.demo.setPackingSpeed("double");
    const rushed = now().getTime();
    for (let halves = 0; halves < 14; halves += 1) {
      await later(12);
      if (director.packing.queues.reduce((sum, one) => sum + one.items, 0) > 20) continue;
      await measured();
      if (!(await table()).busy) break;
    }
    seen.drained = await lookNow();
    seen.drainedAfterDays = daysSince(rushed);

    await stage.advanceTo(morning(), GRAIN);
    seen.kept = await buy(({ carrier }) => carrier !== "UPS");
    // From now on express is promised as early as a coin would keep it: whatever goes wrong is a promise missed.
    await changePromise(stage, { overrides: [{ key: "express", method: "express", ratePercent: "50", floorDays: "", ceilingDays: "" }] });
    await measured();
    seen.stood = await buy(({ carrier }) => carrier === "UPS");
    await stage.advanceTo(night(), GRAIN); // it is packed and picked up
    stage.demo.standStill("UPS");
    const stood = now().getTime();
    for (let days = 0; days < 6 && (await conditions()).disturbances.length === 0; days += 1) {
      await later(24);
      await measured();
    }
    seen.stopped = await lookNow();
    seen.stoppedAfterDays = daysSince(stood);
    // One day more than promised may be chance, and is nobody's doing.
    for (let days = 0; days < 10 && !isPast(of("stood"), 2); days += 1) await later(24);
    await measured();

    stage.demo.moveAgain("UPS");
    const moving = now().getTime();
    for (let days = 0; days < 8 && (await conditions()).disturbances.length > 0; days += 1) {
      await later(24);
      await measured();
    }
    seen.moved = await lookNow();
    seen.movedAfterDays = daysSince(moving);

    await stage.advanceTo(morning(), GRAIN);
    seen.left = await buy(({ carrier }) => carrier !== "UPS");
    stage.demo.setPackingSpeed("stopped");
    const halted = now();
    for (let days = 0; days < 7 && !(await table()).busy; days += 1) {
      await later(24);
      await measured();
    }
    seen.halted = await lookNow();
    seen.haltedAfterDays = daysSince(halted.getTime());
    seen.waiting = await movedLater(halted);
    seen.during = await report();
    const [left] = await stage.sql<{ readonly by: string }>("SELECT ships_by::text AS by FROM promise WHERE surface = 'checkout' AND order_id = $1", [of("left").order.id]);
    for (let days = 0; days < 12 && (!isPast(of("left")) || dayOf(now()) <= (left?.by ?? "")); days += 1) await later(24);
    stage.demo.setPackingSpeed("double");
    for (let days = 0; days < 10 && ((await table()).busy || cameOn(of("left")) === undefined); days += 1) {
      await later(24);
      await measured();
    }
    seen.resumed = await lookNow();
    seen.after = await report();
    seen.ledger = (await routeData<{ readonly page: LedgerPage }>(stage, "/app/dates/ledger", "routes/app.dates.ledger")).page;
  }, 900_000);
  afterAll(() => shop?.stage.close());

  test("a rush is seen within two hours: later dates, and the reason, on checkout, product page and for who waits", () => {
    const [calm, rush] = [of("calm"), of("rush")];
    expect([calm.table.busy, calm.productBusy, /High order volume/.test(calm.checkout)]).toEqual([false, null, false]);
    expect((rush.at.getTime() - calm.at.getTime()) / HOUR).toBeLessThan(2.1);
    expect(rush.table.busy).toBe(true);
    expect(rush.table.ships[0]).toBeGreaterThan(calm.table.ships[0] ?? 99);
    expect(rush.checkout).toMatch(/High order volume: ships in \d+ days/);
    expect(rush.productBusy).toMatch(/^High order volume: ships in \d+ days$/);
    const moved = of("later").filter((one) => one.last > one.first);
    expect(moved.filter(isBusy).length).toBeGreaterThan(5);
    expect(unexplained(moved)).toEqual([]);
  });

  test("it vanishes by itself once the queue has drained", () => {
    const [rush, drained] = [of("rush"), of("drained")];
    expect([drained.table.busy, drained.productBusy, /High order volume/.test(drained.checkout)]).toEqual([false, null, false]);
    expect(drained.table.ships[0]).toBeLessThan(rush.table.ships[0] ?? 0);
    expect(of("drainedAfterDays")).toBeLessThan(6);
  });

  test("a carrier that stands still is found, and no other; dates reach further for it and come back after it moves", () => {
    const [stopped, moved] = [of("stopped"), of("moved")];
    expect(stopped.conditions.disturbances.map((one) => one.carrier)).toContain("ups");
    expect(stopped.conditions.disturbances.filter((one) => one.carrier !== "ups")).toEqual([]);
    expect(of("stoppedAfterDays")).toBeLessThan(3);
    expect(moved.conditions.disturbances).toEqual([]);
    expect([reach(of("drained")) < reach(stopped), reach(moved) < reach(stopped)], `${reach(of("drained"))}, ${reach(stopped)}, ${reach(moved)}`).toEqual([true, true]);
  });

  test("packers who stop are noticed by what gathers at their location: dates move with the reason, and come back when they pack again", () => {
    const [moved, halted, resumed] = [of("moved"), of("halted"), of("resumed")];
    expect([moved.table.busy, moved.productBusy]).toEqual([false, null]);
    expect(halted.table.busy).toBe(true);
    expect([halted.checkout, halted.productBusy]).toEqual([expect.stringMatching(/High order volume: ships in \d+ days/), expect.stringMatching(/^High order volume: ships in \d+ days$/)]);
    expect(of("haltedAfterDays")).toBeLessThan(4.1);
    expect(of("during").now.backlogs.filter((one) => one.extraDays > 0).map((one) => one.location)).toContain("Hudson workshop");
    const later = of("waiting").filter((one) => one.last > one.first);
    expect(later.filter(isBusy).length).toBeGreaterThan(0);
    expect(unexplained(later)).toEqual([]);
    expect([resumed.table.busy, resumed.productBusy, /High order volume/.test(resumed.checkout)]).toEqual([false, null, false]);
    expect(of("after").now.backlogs.map((one) => one.extraDays)).toEqual(of("after").now.backlogs.map(() => 0));
  });

  test("a promise that was not kept is missed in ledger and report, with whose doing it was: the carrier that stood, the packers who stopped", () => {
    const [kept, stood, left, before, after] = [of("kept"), of("stood"), of("left"), of("before"), of("after")];
    const missOf = ({ order }: Bought): MissView | undefined => after.misses.find((one) => one.orderId === order.id);
    const late = (one: Bought) => ({ promised: one.promised, deliveredOn: cameOn(one), daysLate: (Date.parse(cameOn(one) ?? "") - Date.parse(one.promised.to)) / (24 * HOUR) });
    expect(cameOn(kept)?.localeCompare(kept.promised.to)).toBeLessThanOrEqual(0);
    expect(missOf(kept)).toBeUndefined();
    expect([late(stood).daysLate, late(left).daysLate].filter((days) => days > 0)).toHaveLength(2);
    expect(missOf(stood)).toMatchObject({ ...late(stood), fault: "carrier" });
    expect(missOf(left)).toMatchObject({ ...late(left), fault: "merchant", because: expect.stringMatching(/^It was to leave by [\d-]+ and left on [\d-]+\.$/) as string });
    // Every date that was shown and not kept is told, each with one fault; nothing else is.
    expect([before.misses, after.all.decided - after.all.kept]).toEqual([[], after.misses.length]);
    expect(new Map(after.faults.map(({ fault, misses }) => [fault, misses]))).toEqual(new Map([...Map.groupBy(after.misses, (one) => one.fault)].map(([fault, of]) => [fault, of.length])));
    expect(of("ledger").rows.filter((row) => row.orderId === left.order.id && row.surface === "checkout").map((row) => row.outcome)).toEqual(["missed"]);
  });
});
