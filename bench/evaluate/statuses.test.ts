import { expect, test } from "vitest";
import { score } from "./statuses.ts";

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
