import { resolve } from "node:path";
import { buildIfStale } from "../../simulator/launch/build-if-stale.ts";

/** Tests that start the real app share one build, made before the first of them and only when a source is newer. */
export async function setup(): Promise<void> {
  await buildIfStale(resolve(import.meta.dirname, "../.."), (line) => console.log(`  ${line}`));
}
