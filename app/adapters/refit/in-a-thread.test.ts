import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CALENDARS, parcelsOfShop, RULES, TODAY } from "#app/domain/estimates/learning/synthetic-shop.fixture.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import { fitSilences } from "#app/domain/decisions/silences/fit-silences.ts";
import { gapsOf, NOW, RHYTHM, ZONE } from "#app/domain/decisions/silences/quiet-shop.fixture.ts";
import { fitSilencesInAThread, refitInAThread } from "./in-a-thread.ts";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), "refit-")); });
afterAll(() => rm(folder, { recursive: true }));

it("learns in a thread what it would have learned at home", async () => {
  const file = path.join(folder, "thread.mjs");
  await build({ entryPoints: ["app/adapters/refit/refit-thread.ts"], bundle: true, platform: "node", format: "esm", outfile: file, logLevel: "error" });
  const past = { parcels: parcelsOfShop({ seed: 3, past: 200, pastDays: 90, future: 0, futureDays: 0, regions: 3, spread: 0.3 }), rules: RULES, calendars: CALENDARS, today: TODAY };
  expect(await refitInAThread(file)(past)).toEqual(learnShop(past));
  const quiet = { gaps: gapsOf({ seed: 3, gaps: 400, medians: { TX: 20 } }), now: NOW, zone: ZONE, packing: RHYTHM, carrying: RHYTHM };
  expect(await fitSilencesInAThread(file)(quiet)).toEqual(fitSilences(quiet));
}, 60_000);

it("learns in the process where nothing was built", async () => {
  const past = { parcels: [], rules: RULES, calendars: CALENDARS, today: TODAY };
  expect((await refitInAThread("/nowhere/thread.js")(past)).learned.parcels.arrivals).toBe(0);
  expect((await fitSilencesInAThread("/nowhere/thread.js")({ gaps: [], now: NOW, zone: ZONE, packing: RHYTHM, carrying: RHYTHM })).stages).toEqual({});
});
