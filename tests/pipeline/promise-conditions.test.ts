import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR, startLearnedShop, type LearnedShop, type Look } from "./learned-shop.ts";

/** Enough that more waits than two days' work of the larger workshop. */
const RUSH = 60;

/** An order that waits, whose date was one before the rush was measured and is another since. */
type Later = { readonly first: string; readonly last: string; readonly because: string };

describe("dates of a shop with a past, through a rush and a carrier that stands still", () => {
  let shop: LearnedShop;
  const seen: Partial<{
    calm: Look; rush: Look; later: readonly Later[]; drained: Look; drainedAfterDays: number;
    stopped: Look; stoppedAfterDays: number; moved: Look; movedAfterDays: number;
  }> = {};
  const of = <K extends keyof typeof seen>(name: K): NonNullable<(typeof seen)[K]> => {
    const found = seen[name];
    if (found === undefined || found === null) throw new Error(`Nobody looked at ${name}.`);
    return found as NonNullable<(typeof seen)[K]>;
  };

  /** The last day of an order that counts today, counted from it, anywhere in the country. */
  const reach = ({ table: { lanes } }: Look): number => lanes["US"]?.["*"]?.[1] ?? -1;

  beforeAll(async () => {
    shop = await startLearnedShop();
    const { stage, now, later, table, conditions, measured, lookNow } = shop;
    const movedLater = (): Promise<readonly Later[]> => stage.sql<Later>(`SELECT o.estimate->>'latest' AS last, o.estimate->>'because' AS because, (SELECT e.latest::text FROM estimate e WHERE e.shop = o.shop AND e.shipment_id = 'order.' || o.id ORDER BY e.id LIMIT 1) AS first
      FROM "order" o WHERE o.estimate->>'kind' = 'window' AND o.created_at > $1 AND (SELECT count(*) FROM estimate e WHERE e.shop = o.shop AND e.shipment_id = 'order.' || o.id) > 1`, [new Date(now().getTime() - 6 * HOUR).toISOString()]);

    await measured();
    seen.calm = await lookNow();
    stage.demo.rush(RUSH);
    await stage.advanceTo(new Date(now().getTime() + 1.5 * HOUR), HOUR / 2);
    await measured();
    seen.rush = await lookNow();
    seen.later = await movedLater();

    stage.demo.setPackingSpeed("double");
    const rushed = now().getTime();
    for (let halves = 0; halves < 14; halves += 1) {
      await later(12);
      if (stage.demo.director.packing.queues.reduce((sum, one) => sum + one.items, 0) > 20) continue;
      await measured();
      if (!(await table()).busy) break;
    }
    seen.drained = await lookNow();
    seen.drainedAfterDays = (now().getTime() - rushed) / (24 * HOUR);

    stage.demo.standStill("UPS");
    const stood = now().getTime();
    for (let days = 0; days < 6 && (await conditions()).disturbances.length === 0; days += 1) {
      await later(24);
      await measured();
    }
    seen.stopped = await lookNow();
    seen.stoppedAfterDays = (now().getTime() - stood) / (24 * HOUR);
    stage.demo.moveAgain("UPS");
    const moving = now().getTime();
    for (let days = 0; days < 8 && (await conditions()).disturbances.length > 0; days += 1) {
      await later(24);
      await measured();
    }
    seen.moved = await lookNow();
    seen.movedAfterDays = (now().getTime() - moving) / (24 * HOUR);
  }, 600_000);
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
    expect(moved.length).toBeGreaterThan(5);
    expect(moved.filter((one) => !one.because.startsWith("High order volume"))).toEqual([]);
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
});
