import { expect, test } from "vitest";
import { learnedWords, rateChoices } from "./silence-words.ts";

test("each choice says what it means in this shop", () => {
  expect(rateChoices("0.01", { stretches: 12_345, weekly: 240 }).map(({ label }) => label)).toEqual([
    "Late and sure: 0.5 % of waits, about one false alarm a week", "Balanced: 1 % of waits, about 2 false alarms a week", "Early: 2 % of waits, about 5 false alarms a week", "As early as possible: 5 % of waits, about 12 false alarms a week",
  ]);
  expect(rateChoices("0.01", { stretches: 9, weekly: 9 })[0]?.label).toContain("less than one false alarm a week");
  expect(rateChoices("0.01", null)[1]).toEqual({ value: "0.01", label: "Balanced: 1 % of waits" });
});

test("a rate that is none of the choices stays what it is", () => {
  expect(rateChoices("0.03", null).at(-1)).toEqual({ value: "0.03", label: "Your own: 3 % of waits" });
});

test("it is said from how much was learned", () => {
  expect(learnedWords(null)).toMatch(/^Nothing was learned yet\./);
  expect(learnedWords({ stretches: 12_345, weekly: 240 })).toMatch(/^Learned from 12,345 waits/);
});
