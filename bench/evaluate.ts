import { evaluateEstimates } from "./evaluate/estimates.ts";
import { evaluateSilence } from "./evaluate/silence.ts";
import { evaluateStatuses } from "./evaluate/statuses.ts";
import { evaluateTrackingNumbers } from "./evaluate/tracking-numbers.ts";
import { CannotRun, type Evaluation } from "./evaluate/evaluation.ts";

const notYet = (what: string): Evaluation => () => {
  throw new CannotRun(`${what} Nothing is printed rather than a figure that was not measured.`);
};

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  estimates: evaluateEstimates,
  statuses: evaluateStatuses,
  "tracking-numbers": evaluateTrackingNumbers,
  silence: evaluateSilence,
  contacts: notYet("There is no model yet of when a shopper asks where the parcel is."),
};

const [name = "", ...rest] = process.argv.slice(2);
const evaluation = EVALUATIONS[name];
try {
  if (!evaluation) throw new CannotRun(`Use: npm run evaluate -- ${Object.keys(EVALUATIONS).join(" | ")}`);
  console.log(JSON.stringify(await evaluation(rest)));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
