import { expect, it } from "vitest";
import type { Instant } from "#app/domain/shared/time.ts";
import { hasToken, isSigned } from "./verify.ts";

// printf '1763712000.<body>' | openssl dgst -sha256 -hmac 'shippo-hmac'
const BODY = '{"event":"track_updated","data":{}}';
const HEX = "15439c2cda54d15fb38886873a570d3ce02387d714a70d1b1604077b26f4aa67";
const AT = Date.UTC(2025, 10, 21, 8) as Instant;
const push = (signature: string, body = BODY) => ({ bytes: Buffer.from(body), headers: { "shippo-auth-signature": signature } });
const after = (seconds: number) => (AT + seconds * 1_000) as Instant;

it("is Shippo's published signature, for five minutes either way", () => {
  for (const seconds of [0, 299, 300, -300]) expect(isSigned(push(`t=1763712000,v1=${HEX}`), "shippo-hmac", after(seconds)), String(seconds)).toBe(true);
  for (const seconds of [301, -301, 86_400]) expect(isSigned(push(`t=1763712000,v1=${HEX}`), "shippo-hmac", after(seconds)), String(seconds)).toBe(false);
  expect(isSigned(push(`t=1763712000, v1=${HEX.toUpperCase()}`), "shippo-hmac", AT)).toBe(true);
});

it("is refused in any other case", () => {
  for (const signature of ["", HEX, `v1=${HEX}`, "t=1763712000", `t=1763712001,v1=${HEX}`, `t=,v1=${HEX}`, `t=NaN,v1=${HEX}`, `t=1763712000,v1=${HEX.slice(1)}`, `t=1763712000,v1=0${HEX.slice(1)}`]) {
    expect(isSigned(push(signature), "shippo-hmac", AT), signature).toBe(false);
  }
  expect(isSigned(push(`t=1763712000,v1=${HEX}`, `${BODY} `), "shippo-hmac", AT)).toBe(false);
  expect(isSigned(push(`t=1763712000,v1=${HEX}`), "another", AT)).toBe(false);
  expect(isSigned(push(`t=1763712000,v1=${HEX}`), "", AT)).toBe(false);
});

it("takes the token of the address once and whole", () => {
  const carries = (query: string, token = "abc123") => hasToken({ query: new URLSearchParams(query) }, token);
  expect(carries("token=abc123")).toBe(true);
  for (const query of ["", "token=", "token=abc", "token=abc1234", "token=ABC123", "token=abc123&token=abc123", "t=abc123"]) expect(carries(query), query).toBe(false);
  expect(carries("token=", "")).toBe(false);
});
