import { expect, it } from "vitest";
import { verifySeventeentrack } from "./verify.ts";

// printf '<body>/0123456789ABCDEF' | openssl dgst -sha256
const BODY = '{"event":"TRACKING_UPDATED","data":{"number":"RR123456789CN"}}';
const SIGN = "e886dc79aee22886e20721721d5b74ce8e69707a9ee7fcbb9a4c73faab91255e";
const KEY = "0123456789ABCDEF";
const push = (sign: string | string[], body = BODY) => ({ bytes: Buffer.from(body), headers: { sign } });

it("is 17TRACK's published signature", () => {
  expect(verifySeventeentrack(push(SIGN), KEY)).toBe(true);
  expect(verifySeventeentrack(push(SIGN.toUpperCase()), KEY)).toBe(true);
});

it("is refused in any other case", () => {
  for (const sign of ["", SIGN.slice(2), `0${SIGN.slice(1)}`, "zz".repeat(32), [SIGN, SIGN]]) expect(verifySeventeentrack(push(sign), KEY), String(sign)).toBe(false);
  expect(verifySeventeentrack({ bytes: Buffer.from(BODY), headers: {} }, KEY)).toBe(false);
  expect(verifySeventeentrack(push(SIGN, BODY.replace("CN", "DE")), KEY)).toBe(false);
  expect(verifySeventeentrack(push(SIGN), "0123456789ABCDEE")).toBe(false);
  expect(verifySeventeentrack(push(SIGN), "")).toBe(false);
});
