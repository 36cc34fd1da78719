import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Refit } from "#app/application/ports.ts";
import { buffersOf } from "#app/domain/estimates/learning/packed-parcels.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";

/** Where the build puts the thread's own file: beside the server it is part of. */
export const THREAD_FILE = "refit-thread.js";

/** A thread whose objects want more than this is ended rather than the process. Columns, which are most of what it takes, lie outside of this limit. */
const MOST_MEMORY_MB = 512;

/** Learns in a thread, so that web and worker go on answering. Packed parcels move there: whoever gave them has none any more. Without the built file (in development) it learns in the process itself. */
export const refitInAThread = (file: string = fileURLToPath(new URL(THREAD_FILE, import.meta.url))): Refit =>
  existsSync(file)
    ? (past) => new Promise((resolve, reject) => {
        const transferList = "codes" in past.parcels ? buffersOf(past.parcels) : [];
        const thread = new Worker(file, { workerData: past, transferList, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
        thread.once("message", resolve);
        thread.once("error", reject);
        thread.once("exit", (code) => { if (code !== 0) reject(new Error(`The learning thread ended with code ${code}.`)); });
      })
    : (past) => Promise.resolve(learnShop(past));
