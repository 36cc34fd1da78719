import { expect, it } from "vitest";
import { isHmacSha256 } from "./hmac.ts";

// RFC 4231, test case 2.
const HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
const TEXT = "what do ya want for nothing?";

it("agrees with the vector of RFC 4231, in hex and in Base64", () => {
  expect(isHmacSha256("Jefe", TEXT, HEX, ["hex"])).toBe(true);
  expect(isHmacSha256("Jefe", Buffer.from(TEXT), HEX.toUpperCase(), ["hex", "base64"])).toBe(true);
  expect(isHmacSha256("Jefe", TEXT, Buffer.from(HEX, "hex").toString("base64"), ["base64"])).toBe(true);
});

it.each([["no claim", "Jefe", null], ["no key", "", HEX], ["another key", "jefe", HEX], ["a shorter claim", "Jefe", HEX.slice(0, 62)], ["a longer claim", "Jefe", `${HEX}00`], ["another encoding than agreed", "Jefe", Buffer.from(HEX, "hex").toString("base64")]])("refuses %s", (_, key, claimed) => {
  expect(isHmacSha256(key, TEXT, claimed, ["hex"])).toBe(false);
});

it("refuses every digest that differs in one digit", () => {
  for (let at = 0; at < HEX.length; at += 1) expect(isHmacSha256("Jefe", TEXT, `${HEX.slice(0, at)}${HEX[at] === "0" ? "1" : "0"}${HEX.slice(at + 1)}`, ["hex"])).toBe(false);
});
