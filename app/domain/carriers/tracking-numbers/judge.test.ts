import { describe, expect, test } from "vitest";
import { courierOf } from "../courier.ts";
import { judgeNumber, type NumberJudgement } from "./judge.ts";

const judge = (number: string, code: string): NumberJudgement => judgeNumber(number, courierOf(code));
const courier = (judgement: NumberJudgement): string | null => ("as" in judgement ? judgement.as.courier.code : null);

describe("a number held against the courier stated for it", () => {
  test.each([
    ["1Z5R89390357567127", "ups", "fits", "ups"], ["1Z5R89390357567127", "fedex", "other_courier", "ups"], ["1Z5R89390357567127", "colissimo", "other_courier", "ups"],
    ["1Z5R89390357567128", "ups", "wrong_check_digit", null], ["9434611206206407667131", "usps", "wrong_check_digit", null], ["ORDER-1001", "ups", "unknown_format", null],
    ["9261290983497923666238", "fedex", "handed_over", "usps"], ["9261290336128704042634", "dhl", "handed_over", "usps"], ["9261290983497923666238", "canada_post", "other_courier", "usps"],
    ["3318810025", "evri", "unjudged", null], ["287809468872", "purolator", "fits", "purolator"], ["320595463938", "canada_post", "other_courier", "purolator"], ["1LS717793482164", "ontrac", "handed_over", "lasership"],
    ["1LS717793482164", "yunexpress", "handed_over", "lasership"], ["60120172242323", "yunexpress", "unknown_format", null],
  ])("%s of %s: %s", (number, code, kind, whose) => {
    const judgement = judge(number, code);
    expect([judgement.kind, courier(judgement)]).toEqual([kind, whose]);
  });

  test("a post prints its own country's items and delivers those of every other", () => {
    expect(judge("RB123456785GB", "royal_mail").kind).toBe("fits");
    expect(judge("RB123456785GB", "parcelforce").kind).toBe("fits");
    expect(judge("RB123456785FR", "chronopost").kind).toBe("fits");
    expect(judge("RB123456785GB", "usps")).toMatchObject({ kind: "handed_over", as: { courier: { code: "royal_mail" } } });
    expect(judge("RB123456785GB", "fedex").kind).toBe("other_courier");
    expect(judge("RB123456786GB", "postnl")).toEqual({ kind: "wrong_check_digit", format: "S10" });
  });

  test("a weak fit names the courier whose check digit proves more", () => {
    expect(judge("986578788855", "ups")).toMatchObject({ kind: "fits", as: { courier: { code: "ups" } }, rather: { courier: { code: "fedex" } } });
    expect(judge("986578788855", "fedex")).toMatchObject({ kind: "fits", rather: null });
  });

  test("without a courier nothing is judged, and what was recognised is told", () => {
    expect(judgeNumber("1Z5R89390357567127", null)).toMatchObject({ kind: "unjudged", because: "no_courier", recognised: [{ courier: { code: "ups" } }] });
    expect(judge("BX123", "evri")).toEqual({ kind: "unjudged", because: "no_formats_known", recognised: [] });
  });
});
