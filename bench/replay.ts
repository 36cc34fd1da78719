import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { addOrder } from "../app/domain/journeys/replay/add-order.ts";
import { nothingPlayed, type ReplayResult } from "../app/domain/journeys/replay/replay-result.ts";
import { seededRandom } from "../simulator/world/random.ts";
import { CannotRun } from "./evaluate/evaluation.ts";
import { SIDES } from "./replay/sides.ts";
import { pastFrom, UNTIL } from "./replay/synthetic-past.ts";

const PER_BATCH = 1_000;

/** One whole replay; only the time spent playing counts, not that of making up the past. */
const play = (shipments: number, seed: string): { readonly result: ReplayResult; readonly seconds: number; readonly cpuSeconds: number } => {
  const nextOrder = pastFrom(seededRandom(seed, "replay"));
  let [result, ms, cpu] = [nothingPlayed(UNTIL), 0, 0];
  for (let first = 0; first < shipments; first += PER_BATCH) {
    const orders = Array.from({ length: Math.min(PER_BATCH, shipments - first) }, (_, index) => nextOrder(first + index));
    const [began, spent] = [performance.now(), process.cpuUsage()];
    for (const order of orders) result = addOrder(result, order, SIDES);
    ms += performance.now() - began;
    const { user, system } = process.cpuUsage(spent);
    cpu += (user + system) / 1_000;
    if ((first / PER_BATCH) % 20 === 19) console.error(`${(first + PER_BATCH).toLocaleString("en")} parcels, ${(ms / 1_000).toFixed(1)} s`);
  }
  return { result, seconds: ms / 1_000, cpuSeconds: cpu / 1_000 };
};

/**
 * `replay [--shipments N] [--seed s]`: the past of a made-up shop is played under its settings and under changed ones, twice, by the functions the product
 * decides with. `seconds` is the slower of both, `cpuSeconds` what it cost whatever else the machine did; deterministic when both results agree byte for byte.
 */
export const replay = async (args: readonly string[]): Promise<object> => {
  const { values } = parseArgs({ args: [...args], options: { shipments: { type: "string", default: "100000" }, seed: { type: "string", default: "7" } } });
  const shipments = Number(values.shipments);
  if (!Number.isInteger(shipments) || shipments < 1 || shipments > 5_000_000) throw new CannotRun("--shipments wants a whole number from 1 to 5,000,000.");
  console.log(`${shipments.toLocaleString("en")} made-up parcels of half a year, played under two settings, twice.`);
  const [one, again] = [play(shipments, values.seed), play(shipments, values.seed)];
  const [digest, other] = [one, again].map(({ result }) => createHash("sha256").update(JSON.stringify(result)).digest("hex"));
  const { before, after, troubles } = one.result;
  console.log(`In trouble: ${troubles}. Before: ${JSON.stringify(before)}. After: ${JSON.stringify(after)}. Acts: ${JSON.stringify(one.result.acts)}.`);
  const round = (seconds: number): number => Math.round(seconds * 100) / 100;
  return { shipments: one.result.shipments, seconds: round(Math.max(one.seconds, again.seconds)), cpuSeconds: round(Math.max(one.cpuSeconds, again.cpuSeconds)), deterministic: digest === other };
};
