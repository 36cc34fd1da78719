import { backfill } from "./backfill.ts";
import { dates } from "./dates.ts";
import { CannotRun } from "./evaluate/evaluation.ts";
import { estimates } from "./estimates.ts";
import { intake } from "./intake.ts";
import { replay } from "./replay.ts";
import { timeline } from "./timeline.ts";

/** Every measuring command: says what it does as it goes, and answers the object that becomes its last line. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<object>>> = { intake, backfill, timeline, estimates, dates, replay };

const [name = "", ...rest] = process.argv.slice(2);
try {
  const bench = BENCHES[name];
  if (!bench) throw new CannotRun(`Use: npm run bench -- ${Object.keys(BENCHES).join(" | ")}`);
  console.log(JSON.stringify(await bench(rest)));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
