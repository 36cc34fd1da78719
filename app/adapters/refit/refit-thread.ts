import { parentPort, workerData } from "node:worker_threads";
import { learn, type Lesson } from "./learn.ts";

// The whole of the thread: built into a file of its own, so that it loads nothing of the app but the engine.
parentPort?.postMessage(learn(workerData as Lesson));
