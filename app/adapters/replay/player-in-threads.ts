import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { OpenPlayer } from "#app/application/ports.ts";
import type { ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import { playerAtHome } from "./player-at-home.ts";
import type { PartToPlay, ReplayPart, WhatToPlay } from "./replay-part.ts";

/** Where the build puts the thread's own file: beside the server it is part of. */
export const REPLAY_THREAD_FILE = "replay-thread.js";

const BUILT = fileURLToPath(new URL(REPLAY_THREAD_FILE, import.meta.url));

/** More threads than this would take the machine from whoever answers shoppers. */
const MOST_THREADS = 2;
/** Each plays one part while another waits for it. */
const PARTS_EACH = 2;
/** A thread whose objects want more than this is ended rather than the process. */
const MOST_MEMORY_MB = 256;

type Waiting = { readonly resolve: (result: ReplayResult) => void; readonly reject: (fault: Error) => void };

const openThread = (file: string, what: WhatToPlay) => {
  const waiting = new Map<number, Waiting>();
  let [parts, fault]: [number, Error | null] = [0, null];
  const thread = new Worker(file, { workerData: what, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  const fail = (found: Error): void => {
    fault ??= found;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  thread.on("message", ({ part, result }: ReplayPart) => { waiting.get(part)?.resolve(result); waiting.delete(part); });
  thread.on("error", fail);
  thread.on("exit", (code) => { fail(new Error(`A thread of a replay ended with code ${code}.`)); });
  return {
    load: () => waiting.size,
    play: (orders: PartToPlay["orders"]): Promise<ReplayResult> => new Promise((resolve, reject) => {
      if (fault !== null) { reject(fault); return; }
      waiting.set((parts += 1), { resolve, reject });
      thread.postMessage({ part: parts, orders } satisfies PartToPlay);
    }),
    end: async (): Promise<void> => { await thread.terminate(); },
  };
};

/** Plays the past in threads, so that web and worker go on answering. Without the built file (in development) it plays in the process itself. */
export const playerInThreads = (file: string = BUILT, threads: number = Math.min(MOST_THREADS, availableParallelism())): OpenPlayer =>
  existsSync(file)
    ? (known, until) => {
        const all = Array.from({ length: threads }, () => openThread(file, { known, until }));
        return {
          atOnce: threads * PARTS_EACH,
          play: (orders) => all.reduce((idlest, one) => (one.load() < idlest.load() ? one : idlest)).play(orders),
          end: async () => { await Promise.all(all.map((one) => one.end())); },
        };
      }
    : playerAtHome;
