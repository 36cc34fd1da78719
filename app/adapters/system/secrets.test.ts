import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import { derivedKey } from "./derived-keys.ts";
import { linkSigner } from "./link-signer.ts";
import { lookupHash } from "./lookup-hash.ts";
import { memoryRateLimit } from "./rate-limit.ts";
import { secretBox } from "./secret-box.ts";

const SHOP = "a.myshopify.com" as ShopId;
const OTHER = "b.myshopify.com" as ShopId;
const NOW = 1_800_000_000_000 as Instant;
const where = { shop: SHOP, column: "email" };

describe("the secret box", () => {
  const old = randomBytes(32);
  const current = randomBytes(32);
  const box = secretBox([current, old]);

  it("opens what it sealed, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => { expect(box.open(box.seal(text, where), where)).toBe(text); }));
  });

  it("never seals the same text twice alike and never shows it", () => {
    const sealed = box.seal("ada@example.com", where);
    expect(sealed).not.toBe(box.seal("ada@example.com", where));
    expect(sealed).not.toContain("ada");
  });

  it("does not open a value that was altered, moved to another shop or moved to another column", () => {
    const sealed = box.seal("secret", where);
    const parts = sealed.split(".");
    for (const at of [2, 3, 4]) {
      const bytes = Buffer.from(parts[at] ?? "", "base64url");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      expect(box.open(parts.with(at, bytes.toString("base64url")).join("."), where)).toBeNull();
    }
    expect(box.open(sealed, { ...where, shop: OTHER })).toBeNull();
    expect(box.open(sealed, { ...where, column: "phone" })).toBeNull();
    expect(box.open("nonsense", where)).toBeNull();
  });

  it("opens what an earlier key sealed until that key is taken away", () => {
    const sealed = secretBox([old]).seal("secret", where);
    expect(box.open(sealed, where)).toBe("secret");
    expect(secretBox([current]).open(sealed, where)).toBeNull();
  });
});

describe("derived keys", () => {
  it("differ by purpose", () => {
    const master = randomBytes(32);
    expect(new Set((["seal", "lookup", "links"] as const).map((purpose) => derivedKey(master, purpose).toString("hex"))).size).toBe(3);
  });
});

describe("a tracking link", () => {
  const links = linkSigner(randomBytes(32));
  const order = "9007199254740993001" as OrderId;
  const token = links.sign(SHOP, order, plus(NOW, days(30)));

  it("stands for one order of one shop until it expires", () => {
    expect(links.read(SHOP, token, NOW)).toBe(order);
    expect(links.read(OTHER, token, NOW)).toBeNull();
    expect(links.read(SHOP, token, plus(NOW, days(31)))).toBeNull();
  });

  it("cannot be bent to another order or a later day", () => {
    const [, end, mac] = token.split(".");
    expect(links.read(SHOP, `9007199254740993002.${end}.${mac}`, NOW)).toBeNull();
    expect(links.read(SHOP, `${order}.zzzzzz.${mac}`, NOW)).toBeNull();
    for (const odd of ["", ".", "..", "a.b.c", `${token}.x`, token.slice(0, -1), `${order}.${end}.`]) expect(links.read(SHOP, odd, NOW)).toBeNull();
  });

  it("is safe in an address without escaping", () => {
    expect(encodeURIComponent(token)).toBe(token);
  });
});

describe("the lookup hash", () => {
  const hash = lookupHash(randomBytes(32));
  it("forgives case and spaces, and differs between shops", () => {
    expect(hash(SHOP, " Ada@Example.COM ")).toBe(hash(SHOP, "ada@example.com"));
    expect(hash(SHOP, "ada@example.com")).not.toBe(hash(OTHER, "ada@example.com"));
  });
});

describe("the rate limit", () => {
  it("allows so many within the window, names the wait and allows again after it", () => {
    const limit = memoryRateLimit();
    const ask = (at: Instant) => limit(SHOP, "ip:1", 3, days(1), at);
    expect([ask(NOW), ask(NOW), ask(NOW)].map((one) => one.outcome)).toEqual(["allowed", "allowed", "allowed"]);
    expect(ask(NOW)).toEqual({ outcome: "slow_down", retryAfterSeconds: 86_400 });
    expect(limit(OTHER, "ip:1", 3, days(1), NOW).outcome).toBe("allowed");
    expect(ask(plus(NOW, days(1))).outcome).toBe("allowed");
  });
});
