import { expect, test } from "vitest";
import { score, type Opinion } from "./tracking-numbers.ts";

const rows = [
  { courier_code: "ups", valid: true, number: "A" }, { courier_code: "usps", valid: true, number: "B" },
  { courier_code: "ups", valid: false, number: "C" }, { courier_code: "ups", valid: false, number: "D" },
];

test("the right courier and a refusal count, silence is no mistake, a false answer is named", () => {
  const opinions: Readonly<Record<string, Opinion>> = { A: { kind: "courier", code: "ups" }, B: { kind: "courier", code: "ups" }, C: { kind: "refused" } };
  expect(score(rows, (number) => opinions[number] ?? { kind: "none" })).toEqual({ valid: 2, validAccepted: 1, invalid: 2, invalidRefused: 1, wrong: ["B"] });
});
