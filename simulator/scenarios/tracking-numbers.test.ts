import { describe, expect, it } from "vitest";
import { newTracking } from "./tracking-numbers.ts";

const digitsOf = (...digits: number[]) => {
  let index = 0;
  return () => ((digits[index++ % digits.length] ?? 0) + 0.5) / 10;
};

describe("made-up tracking numbers", () => {
  it("carry the check digits of the carriers' own published examples", () => {
    // UPS: 1Z 999 999 99 9999 999 → the documented sample form; computed by hand: 8·9·1 + 7·9·2 = 198 → 2.
    expect(newTracking("UPS", digitsOf(9)).number).toBe("1Z9999999999999992");
    // S10: the Universal Postal Union's worked example 47312482 → 9.
    expect(newTracking("Royal Mail", digitsOf(4, 7, 3, 1, 2, 4, 8, 2)).number).toBe("KT473124829GB");
    // DHL Express: 123456789 mod 7 = 1.
    expect(newTracking("DHL Express", digitsOf(1, 2, 3, 4, 5, 6, 7, 8, 9)).number).toBe("1234567891");
  });

  it.each(["USPS", "UPS", "FedEx", "DHL Express", "OnTrac", "Canada Post", "Royal Mail"] as const)("link to the page of %s", (carrier) => {
    const tracking = newTracking(carrier, digitsOf(3, 1, 4, 1, 5, 9));
    expect(tracking.url).toContain(tracking.number);
    expect(tracking.company).toBe(carrier);
  });

  it("have the lengths the carriers use", () => {
    const lengths = (["USPS", "UPS", "FedEx", "DHL Express", "Canada Post"] as const).map((carrier) => newTracking(carrier, digitsOf(2, 7)).number.length);
    expect(lengths).toEqual([22, 18, 12, 10, 16]);
  });
});
