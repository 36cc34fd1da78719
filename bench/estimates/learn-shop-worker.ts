import { parentPort, workerData } from "node:worker_threads";
import { learnShop, type ShopPast } from "../../app/domain/estimates/learning/learn-shop.ts";

const began = performance.now();
const { learned } = learnShop(workerData as ShopPast);
parentPort?.postMessage({ learned, seconds: (performance.now() - began) / 1_000 });
