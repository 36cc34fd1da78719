import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Refit } from "#app/application/ports.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";

/** Where the build puts the thread's own file: beside the server it is part of. */
export const THREAD_FILE = "refit-thread.js";

/** A million parcels take under 700 MiB (measured, 2026-11); a thread that wants more than this is ended rather than the process. */
const MOST_MEMORY_MB = 1_024;

/** Learns in a thread, so that web and worker go on answering. Without the built file (in development) it learns in the process itself. */
export const refitInAThread = (file: string = fileURLToPath(new URL(THREAD_FILE, import.meta.url))): Refit =>
  existsSync(file)
    ? (past) => new Promise((resolve, reject) => {
        const thread = new Worker(file, { workerData: past, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
        thread.once("message", resolve);
        thread.once("error", reject);
        thread.once("exit", (code) => { if (code !== 0) reject(new Error(`The learning thread ended with code ${code}.`)); });
      })
    : (past) => Promise.resolve(learnShop(past));
