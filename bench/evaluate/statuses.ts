import { readCarrierCode, readStatus } from "../../app/domain/shipments/event-texts/read-status.ts";
import { readEventText } from "../../app/domain/shipments/event-texts/read-event-text.ts";
import { readCsv, type CsvRow } from "./csv.ts";
import { operand, type Evaluation } from "./evaluation.ts";
import { readText } from "./read-file.ts";

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

/** What was taken for what, the commonest mistake first; a text without an answer is taken for `nothing`. */
export const confusion = (rows: readonly Judged[]): string[] => {
  const counts = new Map<string, number>();
  for (const { truth, said } of rows) if (said !== truth) counts.set(`${truth} taken for ${said ?? "nothing"}`, (counts.get(`${truth} taken for ${said ?? "nothing"}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([mistake, times]) => `${String(times).padStart(4)} × ${mistake}`);
};

const cell = (row: CsvRow, name: string): string => row[name] ?? "";
const judge = (rows: readonly CsvRow[], read: (row: CsvRow) => string | null): Judged[] => rows.map((row) => ({ truth: cell(row, "category"), said: read(row) }));
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** `statuses <csv>`: carriers' texts (columns `carrier,code,text,category`) sorted by the rules; the words first, a published code second. */
export const evaluateStatuses: Evaluation = (args) => {
  const rows = readCsv(readText(operand(args), "statuses <csv>")).filter((row) => row["category"]);
  const judged = judge(rows, (row) => readStatus({ carrier: cell(row, "carrier"), code: cell(row, "code") || null, text: cell(row, "text") })?.category ?? null);
  const coded = rows.filter((row) => readCarrierCode(cell(row, "carrier"), cell(row, "code")));
  const byText = score(judge(coded, (row) => readEventText(cell(row, "text"))?.category ?? null));
  const byCode = score(judge(coded, (row) => readCarrierCode(cell(row, "carrier"), cell(row, "code"))?.category ?? null));
  console.log(`${rows.length} labelled texts. On the ${coded.length} whose code a published table knows, the text alone is right on ${percent(byText.accuracyAll)}, the code alone on ${percent(byCode.accuracyAll)}.`);
  console.log(confusion(judged).join("\n") || "Nothing was taken for anything else.");
  rows.forEach((row, at) => {
    const one = judged[at];
    if (one && one.said !== one.truth) console.log(`     ${one.truth} / ${one.said ?? "nothing"} · ${cell(row, "carrier")} · ${cell(row, "text")}`);
  });
  return score(judged);
};
