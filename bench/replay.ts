import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { playerInThreads } from "../app/adapters/replay/player-in-threads.ts";
import { joinResults } from "../app/domain/journeys/replay/join-results.ts";
import type { PastOrder } from "../app/domain/journeys/replay/past-order.ts";
import { nothingPlayed, type ReplayResult } from "../app/domain/journeys/replay/replay-result.ts";
import { seededRandom } from "../simulator/world/random.ts";
import { CannotRun } from "./evaluate/evaluation.ts";
import { SIDES } from "./replay/sides.ts";
import { pastFrom, UNTIL } from "./replay/synthetic-past.ts";

/** Orders of one part, as many as the app reads at a time. */
const PER_PART = 200;
/** Parts made up at a time; the second run hears each such stretch of the past backwards. */
const PARTS_AT_A_TIME = 50;

type Run = { readonly shipments: number; readonly seed: string; readonly threads: number; readonly turned: boolean };

/** One whole replay, as the app's own: parts are handed to threads as they can take them. Making up the past counts with it, as reading it would. */
const play = async (file: string, { shipments, seed, threads, turned }: Run) => {
  const nextOrder = pastFrom(seededRandom(seed, "replay"));
  let [result, done] = [nothingPlayed(UNTIL), 0];
  const [began, spent] = [performance.now(), process.cpuUsage()];
  const player = playerInThreads(file, threads)(SIDES, UNTIL);
  const underWay: Promise<void>[] = [];
  const take = async (orders: readonly PastOrder[]): Promise<void> => {
    const part: ReplayResult = await player.play(orders);
    result = joinResults(result, part);
    if (Math.floor((done + part.shipments) / 20_000) > Math.floor(done / 20_000)) console.error(`${(done + part.shipments).toLocaleString("en")} parcels, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    done += part.shipments;
  };
  for (let first = 0; first < shipments; first += PER_PART * PARTS_AT_A_TIME) {
    const orders = Array.from({ length: Math.min(PER_PART * PARTS_AT_A_TIME, shipments - first) }, (_, index) => nextOrder(first + index));
    if (turned) orders.reverse();
    for (let at = 0; at < orders.length; at += PER_PART) {
      underWay.push(take(orders.slice(at, at + PER_PART)));
      if (underWay.length >= player.atOnce) await underWay.shift();
    }
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(spent);
  await player.end();
  return { result, seconds, cpuSeconds: (user + system) / 1_000_000, digest: createHash("sha256").update(JSON.stringify(result)).digest("hex") };
};

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

/**
 * `replay [--shipments N] [--seed s] [--threads N]`: the past of a made-up shop is played under its settings and under changed ones, as the app plays it, and then once more
 * in one thread and in another order. `seconds` is the first run's whole time; deterministic when both results agree byte for byte.
 */
export const replay = async (args: readonly string[]): Promise<object> => {
  const { values } = parseArgs({ args: [...args], options: { shipments: { type: "string", default: "100000" }, seed: { type: "string", default: "7" }, threads: { type: "string", default: String(Math.min(2, availableParallelism())) } } });
  const [shipments, threads] = [Number(values.shipments), Number(values.threads)];
  if (!Number.isInteger(shipments) || shipments < 1 || shipments > 5_000_000) throw new CannotRun("--shipments wants a whole number from 1 to 5,000,000.");
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new CannotRun("--threads wants a whole number from 1 to 64.");
  const folder = await mkdtemp(path.join(tmpdir(), "hither-replay-"));
  try {
    const file = path.join(folder, "thread.mjs");
    await build({ entryPoints: [fileURLToPath(new URL("../app/adapters/replay/replay-thread.ts", import.meta.url))], bundle: true, platform: "node", format: "esm", outfile: file, logLevel: "error" });
    console.log(`${shipments.toLocaleString("en")} made-up parcels of half a year, played under two settings: in ${threads} threads, then in one and in another order.`);
    const one = await play(file, { shipments, seed: values.seed, threads, turned: false });
    const again = await play(file, { shipments, seed: values.seed, threads: 1, turned: true });
    const { before, after, troubles, acts } = one.result;
    console.log(`In trouble: ${troubles}. Before: ${JSON.stringify(before)}. After: ${JSON.stringify(after)}. Acts: ${JSON.stringify(acts)}.`);
    return { shipments: one.result.shipments, seconds: round(one.seconds), deterministic: one.digest === again.digest, threads, cpuSeconds: round(one.cpuSeconds), oneThreadSeconds: round(again.seconds) };
  } finally {
    await rm(folder, { recursive: true });
  }
};
