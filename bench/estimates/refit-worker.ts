import { parentPort, workerData } from "node:worker_threads";
import { fitModel, settingWith } from "../../app/domain/estimates/engine/model.ts";
import type { Parcels } from "../../app/domain/estimates/engine/parcels.ts";

const { parcels, today } = workerData as { readonly parcels: Parcels; readonly today: number };
const began = performance.now();
const model = fitModel(parcels, today, settingWith(new Set()));
parentPort?.postMessage({ model, seconds: (performance.now() - began) / 1_000 });
