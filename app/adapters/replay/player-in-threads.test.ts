import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { joinResults } from "#app/domain/journeys/replay/join-results.ts";
import type { PastOrder } from "#app/domain/journeys/replay/past-order.ts";
import { nothingPlayed } from "#app/domain/journeys/replay/replay-result.ts";
import type { OpenPlayer } from "#app/application/ports.ts";
import { pastOrders, REPLAY_KNOWN, REPLAY_UNTIL } from "../../../tests/builders/replay-past.ts";
import { playerAtHome } from "./player-at-home.ts";
import { playerInThreads } from "./player-in-threads.ts";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), "replay-")); });
afterAll(() => rm(folder, { recursive: true }));

const played = async (open: OpenPlayer, orders: readonly PastOrder[], perPart: number) => {
  const player = open(REPLAY_KNOWN, REPLAY_UNTIL);
  try {
    const parts = Array.from({ length: Math.ceil(orders.length / perPart) }, (_, at) => player.play(orders.slice(at * perPart, (at + 1) * perPart)));
    return (await Promise.all(parts)).reduce(joinResults, nothingPlayed(REPLAY_UNTIL));
  } finally {
    await player.end();
  }
};

it("plays in any number of threads what it would have played at home", async () => {
  const file = path.join(folder, "thread.mjs");
  await build({ entryPoints: ["app/adapters/replay/replay-thread.ts"], bundle: true, platform: "node", format: "esm", outfile: file, logLevel: "error" });
  const orders = pastOrders(60);
  const home = JSON.stringify(await played(playerAtHome, orders, 60));
  expect(JSON.parse(home)).toMatchObject({ orders: 60, shipments: 60 });
  for (const [threads, perPart] of [[1, 7], [2, 10], [3, 60]] as const) expect(JSON.stringify(await played(playerInThreads(file, threads), orders, perPart))).toBe(home);
}, 60_000);

it("says so when a thread dies, whatever was asked of it", async () => {
  const file = path.join(folder, "broken.mjs");
  await writeFile(file, 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("broken"); });');
  const player = playerInThreads(file, 1)(REPLAY_KNOWN, REPLAY_UNTIL);
  const [first, second] = [player.play(pastOrders(1)), player.play(pastOrders(1))];
  await expect(first).rejects.toThrow("broken");
  await expect(second).rejects.toThrow("broken");
  await expect(player.play(pastOrders(1))).rejects.toThrow("broken");
  await player.end();
});

it("plays in the process where nothing was built", async () => {
  expect(await played(playerInThreads("/nowhere/thread.js"), pastOrders(30), 30)).toMatchObject({ orders: 30 });
});
