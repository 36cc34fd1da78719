import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confusion, evaluateStatuses, score } from "./statuses.ts";

test("an unanswered text counts as not answered, never as wrong", () => {
  const result = score([
    { truth: "delivered", said: "delivered" }, { truth: "delivered", said: null }, { truth: "lost", said: "delivered" }, { truth: "lost", said: "lost" },
  ]);
  expect(result).toMatchObject({ rows: 4, answered: 0.75, accuracyAnswered: 2 / 3, accuracyAll: 0.5 });
  expect(result.perCategory).toEqual({ delivered: { rows: 2, precision: 0.5, recall: 0.5 }, lost: { rows: 2, precision: 1, recall: 0.5 } });
  expect(result.macroF1).toBeCloseTo((0.5 + 2 / 3) / 2);
});

test("a file without an answer scores nothing and divides by nothing", () => {
  expect(score([{ truth: "lost", said: null }])).toMatchObject({ answered: 0, accuracyAnswered: 0, accuracyAll: 0, macroF1: 0 });
});

test("the listing names every mistake with its count, the commonest first", () => {
  const rows = [{ truth: "lost", said: "delivered" }, { truth: "lost", said: "delivered" }, { truth: "info", said: null }, { truth: "lost", said: "lost" }];
  expect(confusion(rows)).toEqual(["   2 × lost taken for delivered", "   1 × info taken for nothing"]);
});

test("the command reads carrier, code, text and category from its file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hither-statuses-"));
  const file = join(folder, "texts.csv");
  writeFileSync(file, 'carrier,code,text,category\nUPS,,"Delivered, front door",delivered\nUSPS,04,,refused\nUPS,,Blue sky,lost\nUPS,,not labelled,\n');
  const said = await evaluateStatuses([file]);
  rmSync(folder, { recursive: true });
  expect(said).toMatchObject({ rows: 3, answered: 2 / 3, accuracyAnswered: 1, accuracyAll: 2 / 3 });
});

const LABELLED = new URL("../../../shared/data/event-texts-dev.csv", import.meta.url).pathname;

test.skipIf(!existsSync(LABELLED))("on the labelled texts of carriers at least 95 of 100 are answered, and 95 of 100 answers are right (skipped without ../shared/data)", async () => {
  const said = await evaluateStatuses([LABELLED]);
  expect(said).toMatchObject({ rows: 350 });
  const { answered, accuracyAnswered, macroF1 } = said as ReturnType<typeof score>;
  expect(answered).toBeGreaterThanOrEqual(0.95);
  expect(accuracyAnswered).toBeGreaterThanOrEqual(0.95);
  expect(macroF1).toBeGreaterThanOrEqual(0.9);
});
