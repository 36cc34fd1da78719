import { parseArgs } from "node:util";
import { seededRandom } from "../simulator/world/random.ts";
import type { Random } from "../simulator/world/types.ts";
import type { Scan } from "../app/domain/shipments/scan.ts";
import { timelineOf } from "../app/domain/shipments/timeline.ts";
import type { Instant } from "../app/domain/shared/time.ts";
import { CannotRun } from "./evaluate/evaluation.ts";
import { digestOf, forgetTexts } from "./timeline/digest.ts";
import { historiesFrom, type History } from "./timeline/random-history.ts";

/** So many orders of one history are tried before the next is drawn. */
const PER_HISTORY = 100;
const HISTORIES_PER_REPORT = 2_000;

/** The same set told otherwise: in another order, some statements twice, the second time later, a few in copies that do not know of a withdrawal. */
const toldOtherwise = (scans: readonly Scan[], random: Random): Scan[] => {
  const told = [...scans];
  for (const scan of scans) if (random() < 0.15) told.push(random() < 0.5 ? scan : { ...scan, receivedAt: (scan.receivedAt + Math.floor(random() * 1e8)) as Instant, withdrawn: false });
  for (let last = told.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [told[last], told[other]] = [told[other] as Scan, told[last] as Scan];
  }
  return told;
};

/** Every seventh order is folded in two parts: the second half joins what the first was folded to. */
const fold = ({ context }: History, told: readonly Scan[], index: number) =>
  index % 7 === 0 ? timelineOf([...timelineOf(told.slice(0, told.length >> 1), context).scans, ...told.slice(told.length >> 1)], context) : timelineOf(told, context);

/**
 * `timeline [--permutations N] [--seed s]`: random histories of parcels told by several sources, with contradictions, withdrawals and wrong clocks, each
 * folded in many orders with repetitions. Every fold must say exactly what the first one said. `eventsPerSecond` counts the scans folded, and only the time folding took.
 */
export const timeline = async (args: readonly string[]): Promise<object> => {
  const { values } = parseArgs({ args: [...args], options: { permutations: { type: "string", default: "2000000" }, seed: { type: "string", default: "7" } } });
  const wanted = Number(values.permutations);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1e10) throw new CannotRun("--permutations wants a whole number from 1 to 10,000,000,000.");
  const random = seededRandom(values.seed, "timeline");
  const nextHistory = historiesFrom(random);
  let [permutations, differences, events, foldedMs, histories] = [0, 0, 0, 0, 0];
  while (permutations < wanted) {
    const history = nextHistory();
    const expected = digestOf(timelineOf(history.scans, history.context));
    const orders = Array.from({ length: Math.min(PER_HISTORY, wanted - permutations) }, () => toldOtherwise(history.scans, random));
    const before = performance.now();
    const folded = orders.map((told, index) => fold(history, told, index));
    foldedMs += performance.now() - before;
    for (const [index, one] of folded.entries()) {
      events += (orders[index] as Scan[]).length;
      if (digestOf(one) === expected) continue;
      differences += 1;
      if (differences <= 3) console.error(`History ${histories} of seed ${values.seed} folds differently: ${JSON.stringify({ ...history, told: orders[index]?.map(({ key }) => key) })}`);
    }
    permutations += orders.length;
    histories += 1;
    if (histories % HISTORIES_PER_REPORT === 0) console.error(`${permutations.toLocaleString("en")} permutations of ${histories.toLocaleString("en")} histories, ${differences} differences, ${Math.round(events / (foldedMs / 1_000)).toLocaleString("en")} events/s`);
    forgetTexts();
  }
  return { permutations, differences, eventsPerSecond: Math.round(events / (foldedMs / 1_000)) };
};
