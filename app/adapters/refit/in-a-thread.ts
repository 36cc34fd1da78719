import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FitSilences, Refit } from "#app/application/ports.ts";
import { fitSilences } from "#app/domain/decisions/silences/fit-silences.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import type { Lesson } from "./learn.ts";

/** Where the build puts the thread's own file: beside the server it is part of. */
export const THREAD_FILE = "refit-thread.js";

/** A million parcels take under 700 MiB (measured, 2026-11); a thread that wants more than this is ended rather than the process. */
const MOST_MEMORY_MB = 1_024;

const BUILT = fileURLToPath(new URL(THREAD_FILE, import.meta.url));

const inAThread = <Learned>(file: string, lesson: Lesson): Promise<Learned> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: lesson, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => { if (code !== 0) reject(new Error(`The learning thread ended with code ${code}.`)); });
  });

/** Learns dates in a thread, so that web and worker go on answering. Without the built file (in development) it learns in the process itself. */
export const refitInAThread = (file: string = BUILT): Refit =>
  existsSync(file) ? (past) => inAThread(file, { of: "dates", past }) : (past) => Promise.resolve(learnShop(past));

/** Learns how long quiet lasts, in a thread likewise. */
export const fitSilencesInAThread = (file: string = BUILT): FitSilences =>
  existsSync(file) ? (past) => inAThread(file, { of: "silences", past }) : (past) => Promise.resolve(fitSilences(past));
