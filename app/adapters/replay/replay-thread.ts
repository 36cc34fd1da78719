import { parentPort, workerData } from "node:worker_threads";
import { playOrders } from "#app/domain/journeys/replay/play-orders.ts";
import { sidesFrom } from "#app/domain/journeys/replay/replay-side.ts";
import type { PartToPlay, ReplayPart, WhatToPlay } from "./replay-part.ts";

// The whole of the thread: built into a file of its own, so that it loads nothing of the app but the domain.
const { known, until } = workerData as WhatToPlay;
const sides = sidesFrom(known);
parentPort?.on("message", ({ part, orders }: PartToPlay) => { parentPort?.postMessage({ part, result: playOrders(orders, sides, until) } satisfies ReplayPart); });
