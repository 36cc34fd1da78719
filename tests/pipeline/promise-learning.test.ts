import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublishedDateTable } from "../../app/contracts/date-table.ts";
import type { ReliabilityView } from "../../app/contracts/dates-views.ts";
import { HOUR, PORTLAND, startLearnedShop, type LearnedShop, type Look } from "./learned-shop.ts";
import { changePromise, importPast, previewPromise, routeData } from "./promise-shopper.ts";



describe("dates of a shop with a past, while it learns, while its merchant decides, and without us", () => {
  let shop: LearnedShop;
  const seen: Partial<{
    calm: Look; versions: readonly string[];
    taught: { readonly before: number; readonly after: number; readonly answer: unknown; readonly again: unknown }; preview: unknown; saved: { readonly answer: unknown; readonly before: PublishedDateTable; readonly after: PublishedDateTable };
    down: readonly { readonly hours: number; readonly checkout: string; readonly product: string | null }[]; back: Look;
  }> = {};
  const of = <K extends keyof typeof seen>(name: K): NonNullable<(typeof seen)[K]> => {
    const found = seen[name];
    if (found === undefined || found === null) throw new Error(`Nobody looked at ${name}.`);
    return found as NonNullable<(typeof seen)[K]>;
  };

  beforeAll(async () => {
    shop = await startLearnedShop();
    const { stage, shoppers, later, table, measured, lookNow } = shop;
    const version = async (): Promise<string> => (await stage.sql<{ version: string }>("SELECT version FROM date_model"))[0]?.version ?? "";
    const versions = [await version()];

    await measured();
    seen.calm = await lookNow();
    await later(24);
    await measured();
    versions.push(await version());
    seen.versions = versions;

    const known = async (): Promise<number> => (await routeData<{ readonly view: ReliabilityView }>(stage, "/app/dates", "routes/app.dates._index")).view.model?.arrivals ?? 0;
    const before = await known();
    const answer = await importPast(stage, "former.csv", stage.demo.pastShipments());
    for (let tries = 0; tries < 400 && (await known()) === before; tries += 1) await pause(50);
    await stage.settle();
    const after = await known();
    await stage.demo.world.clock.advance(1_000); // two files of one moment would be one
    seen.taught = { before, after, answer, again: await importPast(stage, "former.csv", stage.demo.pastShipments()) };
    seen.preview = await previewPromise(stage, { ratePercent: "95" });
    const held = await table();
    const saved = await changePromise(stage, { ratePercent: "97", style: "latest" });
    for (let tries = 0; tries < 200 && (await table()).style !== "latest"; tries += 1) await pause(50);
    await stage.settle();
    seen.saved = { answer: saved, before: held, after: await table() };

    const { expires } = await table();
    await stage.goDown();
    const down: { hours: number; checkout: string; product: string | null }[] = [];
    for (const at of [expires * 1_000 - 30 * HOUR, expires * 1_000 - 60_000, expires * 1_000 + 1_000]) {
      await stage.advanceTo(new Date(at));
      const { shows } = await shoppers.checkout(PORTLAND);
      down.push({ hours: (at - seen.saved.after.published * 1_000) / HOUR, checkout: shows["standard"] ?? "", product: (await shoppers.product())?.text ?? null });
    }
    seen.down = down;
    await stage.comeBack();
    await stage.settle(120_000);
    await measured();
    seen.back = await lookNow();
  }, 400_000);
  afterAll(() => shop?.stage.close());

  test("it learns anew every day by itself", () => {
    const versions = of("versions");
    expect(new Set(versions).size).toBe(versions.length);
  });

  test("a file of past shipments teaches it, once; settings are previewed, and saving them changes the table at once", () => {
    const { before, after, answer, again } = of("taught");
    expect(answer).toMatchObject({ outcome: "imported", rows: 1_500, added: 1_500, problems: [] });
    expect(again).toMatchObject({ outcome: "imported", added: 0, repeated: 1_500 });
    expect(after).toBeGreaterThan(before + 300);
    expect(of("preview")).toMatchObject({ preview: { outcome: "previewed", says: expect.stringMatching(/kept|keep/) as string } });
    const saved = of("saved");
    expect(saved.answer).toMatchObject({ outcome: "saved" });
    expect([saved.before.style, saved.after.style]).toEqual(["range", "latest"]);
    expect(saved.after.lanes["US"]?.["*"]?.[1]).toBeGreaterThanOrEqual(saved.before.lanes["US"]?.["*"]?.[1] ?? 99);
  });

  test("without us checkout and product page go on for 72 hours, then say nothing, until we are back", () => {
    const [long, last, over] = of("down");
    for (const one of [long, last]) expect([one?.checkout, one?.product]).toEqual([expect.stringContaining("Arrives"), expect.stringContaining("Arrives")]);
    expect(last?.hours).toBeGreaterThan(71.9);
    expect([over?.checkout, over?.product]).toEqual(["", null]);
    const back = of("back");
    expect(back.table.expires * 1_000).toBeGreaterThan(back.at.getTime() + 71 * HOUR);
    expect([back.checkout, back.product]).toEqual([expect.stringContaining("Arrives"), expect.stringContaining("Arrives")]);
  });
});
