import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { readSessionToken } from "./session-token.server.ts";

const now = instant("2026-11-24T12:00:00Z") as Instant;
const seconds = now / 1000;
const check = { apiKey: "our-key", secrets: ["current", "previous"], now };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = (text: string, secret: string, hash = "sha256") => createHmac(hash, secret).update(text).digest("base64url");
const token = (claims: object = {}, { secret = "current", header = { alg: "HS256", typ: "JWT" } as object } = {}) => {
  const text = `${part(header)}.${part({ aud: "our-key", dest: "hearth-and-wool.myshopify.com", exp: seconds + 60, nbf: seconds, ...claims })}`;
  return `${text}.${sign(text, secret)}`;
};
const because = (text: string) => {
  const read = readSessionToken(text, check);
  return read.outcome === "refused" ? read.because : "valid";
};

describe("a session token of an extension", () => {
  test("names the shop, and the customer who is signed in", () => {
    expect(readSessionToken(token(), check)).toEqual({ outcome: "valid", holder: { shop: "hearth-and-wool.myshopify.com", customerGid: null } });
    expect(readSessionToken(token({ dest: "https://hearth-and-wool.myshopify.com", sub: "gid://shopify/Customer/7" }), check)).toEqual({ outcome: "valid", holder: { shop: "hearth-and-wool.myshopify.com", customerGid: "gid://shopify/Customer/7" } });
  });

  test("signed with the secret before the present one is still good", () => expect(because(token({}, { secret: "previous" }))).toBe("valid"));

  test.each([
    ["another app's audience", token({ aud: "their-key" }), "The token is for another app."],
    ["another secret", token({}, { secret: "theirs" }), "The token's signature is wrong."],
    ["no algorithm", token({}, { header: { alg: "none" } }), "The token is not signed with HS256."],
    ["another algorithm", token({}, { header: { alg: "RS256" } }), "The token is not signed with HS256."],
    ["an end more than ten seconds ago", token({ exp: seconds - 11 }), "The token has expired."],
    ["a beginning more than ten seconds ahead", token({ nbf: seconds + 11 }), "The token is not valid yet."],
    ["no shop", token({ dest: "https://evil.example" }), "The token names no shop."],
    ["an issuer that is another shop", token({ iss: "https://other.myshopify.com/admin" }), "The token names no shop."],
    ["a missing claim", token({ exp: undefined }), "The token lacks something."],
    ["no signature", token().split(".").slice(0, 2).join("."), "The token is not a session token."],
    ["a fourth part", `${token()}.x`, "The token is not a session token."],
    ["nothing in it", "..", "The token is not a session token."],
  ])("with %s is refused", (_name, text, why) => expect(because(text)).toBe(why));

  test("ten seconds of difference between clocks are forgiven", () => expect(because(token({ exp: seconds - 9, nbf: seconds + 9 }))).toBe("valid"));

  test("with any single character of its signature changed is refused", () => {
    const good = token();
    const at = good.lastIndexOf(".") + 1;
    for (let index = at; index < good.length - 1; index += 1) {
      const changed = `${good.slice(0, index)}${good[index] === "A" ? "B" : "A"}${good.slice(index + 1)}`;
      expect(because(changed)).toBe("The token's signature is wrong.");
    }
  });
});
