import { expect, it } from "vitest";
import { wordResults, type CaseOutcome } from "./case-answer.ts";

const of = (...outcomes: CaseOutcome["outcome"][]): CaseOutcome[] => outcomes.map((outcome, index) => ({ id: String(index), outcome, because: "The case was resolved already." }));

it.each([
  [of("changed"), "Case resolved"], [of("unchanged"), "The case was resolved already."], [of("changed", "changed", "changed"), "3 cases resolved"],
  [of("changed", "refused"), "1 case resolved, 1 left as it was"], [of("refused", "unchanged"), "No case changed, 2 left as they were"],
])("results are told in one line (%#)", (results, words) => {
  expect(wordResults("resolve", results)).toBe(words);
});
