import { parentPort, workerData } from "node:worker_threads";
import { learnShop, type ShopPast } from "#app/domain/estimates/learning/learn-shop.ts";

// The whole of the thread: built into a file of its own, so that it loads nothing of the app but the engine.
parentPort?.postMessage(learnShop(workerData as ShopPast));
