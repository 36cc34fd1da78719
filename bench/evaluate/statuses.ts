import { statusMeaning } from "../../app/adapters/carriers/easypost/status-codes.ts";
import { eventStatusMeaning } from "../../app/adapters/shopify/status-codes.ts";
import type { ExceptionCategory } from "../../app/domain/shipments/exception.ts";
import type { Milestone } from "../../app/domain/shipments/milestone.ts";
import { readCsv, type CsvRow } from "./csv.ts";
import { operand, type Evaluation } from "./evaluation.ts";
import { readText } from "./read-file.ts";

type Meaning = { readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null };

/** Our categories in the words of the labelled file. */
const OF_EXCEPTION: Readonly<Partial<Record<ExceptionCategory, string>>> = {
  customs_hold: "customs_hold", customs_docs: "customs_hold", attempt_failed: "attempted_delivery", address_problem: "address_issue", delayed: "delay_other",
  refused: "refused", damaged: "damaged", lost: "lost", returning_to_sender: "returned", pickup_waiting: "held_at_location", held: "exception_other",
  carrier_exception: "exception_other", misrouted: "exception_other", undeliverable: "exception_other", action_required: "exception_other",
};
const OF_MILESTONE: Readonly<Record<Milestone, string | null>> = {
  unknown: null, label_created: "label_created", accepted: "picked_up", in_transit: "in_transit", out_for_delivery: "out_for_delivery", ready_for_pickup: "held_at_location",
  delivered: "delivered", returning: "returned", returned: "returned", undeliverable: "exception_other", cancelled: "cancelled",
};

const categoryOf = ({ milestone, exception, reason }: Meaning): string | null => {
  if (exception === "delayed" && reason === "weather") return "delay_weather";
  return (exception && OF_EXCEPTION[exception]) || OF_MILESTONE[milestone];
};

/** What the app's own code tables say. A carrier or a code it has no table for is left unanswered, never guessed. */
const answer = ({ carrier, code }: CsvRow): string | null => {
  if (!code) return null;
  const [status = null, detail = null] = code.split("/"); // EasyPost's status and its detail
  if (carrier === "EasyPost") return categoryOf(statusMeaning(status, detail));
  return carrier === "Shopify" ? categoryOf(eventStatusMeaning(code)) : null;
};

type Judged = { readonly truth: string; readonly said: string | null };

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Shares from 0 to 1. An unanswered row lowers `accuracyAll` and recall, never precision. */
export const score = (rows: readonly Judged[]) => {
  const answered = rows.filter((row) => row.said !== null);
  const right = answered.filter((row) => row.said === row.truth).length;
  const names = [...new Set(rows.map((row) => row.truth))].sort();
  const perCategory = Object.fromEntries(names.map((name) => {
    const truly = rows.filter((row) => row.truth === name);
    const said = rows.filter((row) => row.said === name);
    const hits = truly.filter((row) => row.said === name).length;
    return [name, { rows: truly.length, precision: share(hits, said.length), recall: share(hits, truly.length) }];
  }));
  const f1 = Object.values(perCategory).map(({ precision, recall }) => share(2 * precision * recall, precision + recall));
  return {
    rows: rows.length, answered: share(answered.length, rows.length), accuracyAnswered: share(right, answered.length), accuracyAll: share(right, rows.length),
    macroF1: share(f1.reduce((sum, one) => sum + one, 0), f1.length), perCategory,
  };
};

/** `statuses <csv>`: carriers' codes and texts sorted into categories. */
export const evaluateStatuses: Evaluation = (args) => {
  const rows = readCsv(readText(operand(args), "statuses <csv>")).filter((row) => row["category"]);
  console.log(`${rows.length} labelled texts. Hither reads codes of EasyPost and Shopify so far; texts of other carriers stay unanswered.`);
  return score(rows.map((row) => ({ truth: row["category"] ?? "", said: answer(row) })));
};
