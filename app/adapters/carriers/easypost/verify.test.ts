import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyEasypost } from "./verify.ts";

const SECRET = "s3crét";
const sign = (body: string, secret = SECRET): string => `hmac-sha256-hex=${createHmac("sha256", Buffer.from(secret.normalize("NFKD"), "utf8")).update(body).digest("hex")}`;
const body = '{"description":"tracker.updated","result":{"weight": 12.5,"status":"in_transit"}}';
const bytes = Buffer.from(body);

describe("EasyPost's signature", () => {
  it("is accepted from Node's headers and from a Headers object", () => {
    expect(verifyEasypost(bytes, { "x-hmac-signature": sign(body) }, SECRET)).toBe(true);
    expect(verifyEasypost(bytes, new Headers({ "X-Hmac-Signature": sign(body) }), SECRET)).toBe(true);
  });

  it("is accepted when EasyPost signed a whole weight as a float, as its client does", () => {
    const sent = '{"result":{"weight": 12, "status":"x"}}';
    expect(verifyEasypost(Buffer.from(sent), { "x-hmac-signature": sign('{"result":{"weight": 12.0, "status":"x"}}') }, SECRET)).toBe(true);
    expect(verifyEasypost(Buffer.from(sent), { "x-hmac-signature": sign(sent) }, SECRET)).toBe(true);
  });

  it("is the same for both Unicode spellings of the secret", () => {
    expect(verifyEasypost(bytes, { "x-hmac-signature": sign(body, SECRET.normalize("NFC")) }, SECRET.normalize("NFD"))).toBe(true);
  });

  it("is refused with any byte of it or of the body changed", () => {
    const good = sign(body);
    for (let at = good.length - 64; at < good.length; at += 1) {
      const flipped = `${good.slice(0, at)}${good[at] === "0" ? "1" : "0"}${good.slice(at + 1)}`;
      expect(verifyEasypost(bytes, { "x-hmac-signature": flipped }, SECRET)).toBe(false);
    }
    expect(verifyEasypost(Buffer.from(`${body} `), { "x-hmac-signature": good }, SECRET)).toBe(false);
  });

  it("is refused when missing, doubled, of another scheme, by another secret or without one", () => {
    expect(verifyEasypost(bytes, {}, SECRET)).toBe(false);
    expect(verifyEasypost(bytes, { "x-hmac-signature": [sign(body), sign(body)] }, SECRET)).toBe(false);
    expect(verifyEasypost(bytes, { "x-hmac-signature": sign(body).replace("hmac-sha256-hex=", "") }, SECRET)).toBe(false);
    expect(verifyEasypost(bytes, { "x-hmac-signature": "hmac-sha256-hex=zz" }, SECRET)).toBe(false);
    expect(verifyEasypost(bytes, { "x-hmac-signature": sign(body, "other") }, SECRET)).toBe(false);
    expect(verifyEasypost(bytes, { "x-hmac-signature": sign(body, "") }, "")).toBe(false);
  });
});

it("is what openssl makes of the decomposed secret and the body", () => {
  // printf '<body>' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf 'cafe\xcc\x81' | xxd -p)
  const sent = Buffer.from('{"description":"tracker.updated","result":{"weight": 12}}');
  expect(verifyEasypost(sent, { "x-hmac-signature": "hmac-sha256-hex=a47b06bf5f146cd285cb05ac0cbf43877c41317af4599914d3629b3f9bb58a88" }, "café")).toBe(true);
});
