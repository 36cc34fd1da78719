import { build } from "esbuild";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CannotRun } from "../evaluate/evaluation.ts";

/**
 * What a shop's nightly refit takes, its walk through 20 weeks and its calibrations included: seconds, the peak memory of the whole process that runs it, and that of
 * the process before it knew a parcel. Then how many dates of an order it answers in a second.
 */
export type ShopFigures = { readonly shopParcels: number; readonly shopRefitSeconds: number; readonly shopRefitPeakRssMiB: number; readonly shopIdleRssMiB: number; readonly orderDatesPerSecond: number };

/** Learns a made-up shop in a process of its own, so that its memory is measured and not that of the parcels made up before. The thread is built as the app's is. */
export const learnAShop = async (shopParcels: number, seed: number): Promise<ShopFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), "hither-refit-"));
  try {
    const thread = path.join(folder, "thread.mjs");
    await build({ entryPoints: [fileURLToPath(new URL("../../app/adapters/refit/refit-thread.ts", import.meta.url))], bundle: true, platform: "node", format: "esm", outfile: thread, logLevel: "error" });
    const child = fork(fileURLToPath(new URL("./shop-process.ts", import.meta.url)), [String(shopParcels), String(seed), thread]);
    const ended = once(child, "exit").then(([code]): never => { throw new CannotRun(`The process that learned the shop ended with code ${String(code)}.`); });
    ended.catch(() => {});
    const [figures] = (await Promise.race([once(child, "message"), ended])) as [ShopFigures];
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
};
