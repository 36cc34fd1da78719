import { setTimeout as pause } from "node:timers/promises";
import type { PublishedDateTable } from "../../app/contracts/date-table.ts";
import type { Conditions } from "../../app/domain/estimates/conditions.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { shoppersOf, type Shoppers } from "./promise-shopper.ts";

export const HOUR = 3_600_000;
/** Things that come within so long of each other come at once: no date hangs on the hour. */
export const GRAIN = 12 * HOUR;
/** Nine o'clock at the shop, New York, before four weeks without a holiday: nobody rests but for the reasons a test gives. */
const MONDAY_MORNING = new Date("2026-09-14T13:00:00Z");
/** When everything begins, however long the learning took. */
const TEN_O_CLOCK = new Date(MONDAY_MORNING.getTime() + HOUR);
export const PORTLAND = { country: "US", province_code: "OR", zip: "97232", city: "Portland", shipping: "standard" } as const;

export type Look = { readonly at: Date; readonly table: PublishedDateTable; readonly conditions: Conditions; readonly checkout: string; readonly product: string | null; readonly productBusy: string | null };

/** A shop with a past that the app has learned from, its clock at rest, and ways to look at what it publishes. */
export type LearnedShop = {
  readonly stage: Stage; readonly shoppers: Shoppers;
  now(): Date; later(hours: number): Promise<void>; table(): Promise<PublishedDateTable>; conditions(): Promise<Conditions>; measured(): Promise<void>; lookNow(): Promise<Look>;
};

/** Starts the shop and waits until its past is imported and learned. No buyer looks of their own accord: what is shown, a test asks for. Whoever starts it closes its stage. */
export const startLearnedShop = async (): Promise<LearnedShop> => {
  const stage = await startStage({ database: "pglite", world: { at: MONDAY_MORNING, life: true, history: 200, feeds: [], speed: 60, shoppers: false } });
  const shoppers = shoppersOf(stage);
  for (let tries = 0; tries < 1_200; tries += 1) {
    const [row] = await stage.sql<{ done: boolean }>("SELECT EXISTS (SELECT 1 FROM import_run WHERE phase = 'done') AND EXISTS (SELECT 1 FROM date_model WHERE arrivals > 50) AS done");
    if (row?.done) break;
    await pause(50);
  }
  stage.demo.world.clock.setSpeed(0);
  await stage.settle();
  await stage.advanceTo(TEN_O_CLOCK, GRAIN);

  const now = (): Date => stage.demo.world.clock.now();
  const later = (hours: number): Promise<void> => stage.advanceTo(new Date(now().getTime() + hours * HOUR), GRAIN);
  const table = async (): Promise<PublishedDateTable> => {
    const [row] = await stage.sql<{ body: PublishedDateTable }>("SELECT body FROM date_table ORDER BY published_at DESC, id DESC LIMIT 1");
    if (!row) throw new Error("No table was published.");
    return row.body;
  };
  const conditions = async (): Promise<Conditions> => {
    const [row] = await stage.sql<{ body: Conditions }>("SELECT body FROM date_conditions");
    if (!row) throw new Error("Nothing was measured.");
    return row.body;
  };
  /** Waits for a measuring that saw the present; a clock that stands is nudged, since the app looks every two seconds of it. */
  const measured = async (): Promise<void> => {
    const from = now().getTime();
    await stage.demo.world.clock.advance(15 * 60_000 + 2_000);
    for (let tries = 0; tries < 200 && (await conditions()).measuredAt < from; tries += 1) {
      await pause(50);
      if (tries % 20 === 19) await stage.demo.world.clock.advance(2_000);
    }
    await stage.settle();
  };
  const lookNow = async (): Promise<Look> => {
    const [{ shows }, product] = [await shoppers.checkout(PORTLAND), await shoppers.product()];
    return { at: now(), table: await table(), conditions: await conditions(), checkout: shows["standard"] ?? "", product: product?.text ?? null, productBusy: product?.busy ?? null };
  };
  return { stage, shoppers, now, later, table, conditions, measured, lookNow };
};
