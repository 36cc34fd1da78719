import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fedexDigit, gs1Digit, identcodeDigit, iso7064Char, luhnDigit, mod7Digit, s10Digit, upsDigit } from "./check-digits.ts";

describe("check digits of published numbers", () => {
  test.each([
    ["GS1", gs1Digit, "9212391234567812345670"], ["GS1", gs1Digit, "0073938000549297"], ["UPS", upsDigit, "5R89390357567127"], ["OnTrac", upsDigit, "C11031500001879"], ["Luhn", luhnDigit, "79927398713"],
    ["modulo 7", mod7Digit, "3318810025"], ["FedEx", fedexDigit, "986578788855"], ["FedEx with two more digits", fedexDigit, "00779017972697"], ["S10", s10Digit, "473124829"],
    ["Identcode", identcodeDigit, "201298452277"], ["ISO 7064", iso7064Char, "09980000020033F"],
  ])("%s", (_, digit, number) => {
    expect(digit(number.slice(0, -1))).toBe(number.slice(-1));
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** The text with one character replaced by another of the alphabet. */
const misread = (text: string, at: number, by: number, alphabet: string): string => {
  const place = at % text.length;
  const next = (alphabet.indexOf(text[place] ?? "") + 1 + (by % (alphabet.length - 1))) % alphabet.length;
  return text.slice(0, place) + (alphabet[next] ?? "") + text.slice(place + 1);
};

describe("a single misread character never goes unnoticed", () => {
  test.each([["GS1", gs1Digit, 19, "0123456789"], ["Luhn", luhnDigit, 11, "0123456789"], ["ISO 7064", iso7064Char, 14, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]] as const)("with %s", (_, digit, length, alphabet) => {
    fc.assert(fc.property(digits(length), fc.nat(), fc.nat(), (body, at, by) => { expect(digit(misread(body, at, by, alphabet))).not.toBe(digit(body)); }), { numRuns: 2_000 });
  });

  test("with modulo 7, unless the digit changed by seven", () => {
    fc.assert(fc.property(digits(9), fc.nat(), fc.nat(), (body, at, by) => {
      const wrong = misread(body, at, by, "0123456789");
      const change = Math.abs(Number(wrong[at % 9]) - Number(body[at % 9]));
      expect(mod7Digit(wrong) !== mod7Digit(body)).toBe(change !== 7);
    }), { numRuns: 2_000 });
  });

  test("with UPS, unless it is five more or less in a doubled place", () => {
    fc.assert(fc.property(digits(15), fc.nat(), fc.nat(), (body, at, by) => {
      const wrong = misread(body, at, by, "0123456789");
      const doubled = (at % 15) % 2 === 1;
      const change = Math.abs(Number(wrong[at % 15]) - Number(body[at % 15]));
      expect(upsDigit(wrong) !== upsDigit(body)).toBe(!(doubled && change === 5));
    }), { numRuns: 2_000 });
  });
});
