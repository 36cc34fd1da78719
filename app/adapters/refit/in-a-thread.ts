import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FitSilences, Refit } from "#app/application/ports.ts";
import { fitSilences } from "#app/domain/decisions/silences/fit-silences.ts";
import { buffersOf } from "#app/domain/estimates/learning/packed-parcels.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import type { Lesson } from "./learn.ts";

/** Where the build puts the thread's own file: beside the server it is part of. */
export const THREAD_FILE = "refit-thread.js";

/** A thread whose objects want more than this is ended rather than the process. Columns, which are most of what it takes, lie outside of this limit. */
const MOST_MEMORY_MB = 512;

const BUILT = fileURLToPath(new URL(THREAD_FILE, import.meta.url));

const inAThread = <Learned>(file: string, lesson: Lesson, transferList: ArrayBuffer[] = []): Promise<Learned> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: lesson, transferList, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => { if (code !== 0) reject(new Error(`The learning thread ended with code ${code}.`)); });
  });

/** Learns dates in a thread, so that web and worker go on answering. Packed parcels move there: whoever gave them has none any more. Without the built file (in development) it learns in the process itself. */
export const refitInAThread = (file: string = BUILT): Refit =>
  existsSync(file) ? (past) => inAThread(file, { of: "dates", past }, "codes" in past.parcels ? buffersOf(past.parcels) : []) : (past) => Promise.resolve(learnShop(past));

/** Learns how long quiet lasts, in a thread likewise. */
export const fitSilencesInAThread = (file: string = BUILT): FitSilences =>
  existsSync(file) ? (past) => inAThread(file, { of: "silences", past }) : (past) => Promise.resolve(fitSilences(past));
