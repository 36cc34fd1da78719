import { expect, it } from "vitest";
import { verifyAftership } from "./verify.ts";

// printf '<body>' | openssl dgst -sha256 -hmac 'wh_sec_1' -binary | base64
const BODY = '{"event":"tracking_update","event_id":"e1","msg":{"tracking_number":"1Z"}}';
const SIGNED = "WsotxGlP0ROzPPs2o0MP3SSBRJZOku1gJ2Rs99ET4dU=";
const push = (headers: Record<string, string | string[]>, body = BODY) => ({ bytes: Buffer.from(body), headers });

it("is AfterShip's published signature, under its header of today and its older ones", () => {
  expect(verifyAftership(push({ "aftership-hmac-sha256": SIGNED }), "wh_sec_1")).toBe(true);
  expect(verifyAftership(push({ "as-signature-hmac-sha256": SIGNED }), "wh_sec_1")).toBe(true);
  expect(verifyAftership(push({ "am-webhook-signature": `hmac-sha256=${SIGNED}` }), "wh_sec_1")).toBe(true);
});

it("is refused in any other case", () => {
  for (const headers of [{}, { "aftership-hmac-sha256": "" }, { "aftership-hmac-sha256": [SIGNED, SIGNED] }, { "aftership-hmac-sha256": SIGNED.slice(0, -2) }, { "aftership-hmac-sha256": `A${SIGNED.slice(1)}` }, { "x-hmac": SIGNED }]) {
    expect(verifyAftership(push(headers), "wh_sec_1"), JSON.stringify(headers)).toBe(false);
  }
  expect(verifyAftership(push({ "aftership-hmac-sha256": SIGNED }), "wh_sec_2")).toBe(false);
  expect(verifyAftership(push({ "aftership-hmac-sha256": SIGNED }), "")).toBe(false);
  expect(verifyAftership(push({ "aftership-hmac-sha256": SIGNED }, `${BODY}\n`), "wh_sec_1")).toBe(false);
  // A wrong header of today is not made up for by a right one of yesterday.
  expect(verifyAftership(push({ "aftership-hmac-sha256": "wrong", "as-signature-hmac-sha256": SIGNED }), "wh_sec_1")).toBe(false);
});
