import fc from "fast-check";
import { expect, it } from "vitest";
import { days, hours, plus, since, type Instant } from "#app/domain/shared/time.ts";
import { DELIVERY_ATTEMPTS, nextAttempt } from "./delivery-schedule.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z") as Instant;

it("a message is tried ten times over three days, and a little longer by chance", () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
    let [at, attempts]: [Instant, number] = [NOW, 1];
    for (let next = nextAttempt(attempts, at, chance, null); next !== null; next = nextAttempt(attempts, at, chance, null)) {
      expect(next).toBeGreaterThan(at);
      [at, attempts] = [next, attempts + 1];
    }
    expect(attempts).toBe(DELIVERY_ATTEMPTS);
    expect(attempts).toBe(10);
    expect(since(NOW, at)).toBeGreaterThan(days(3));
    expect(since(NOW, at)).toBeLessThan(days(3.5));
  }));
});

it("an endpoint that asks for patience gets it, one that asks for haste does not", () => {
  expect(nextAttempt(1, NOW, 0, plus(NOW, hours(2)))).toBe(plus(NOW, hours(2)));
  expect(nextAttempt(4, NOW, 0, plus(NOW, hours(1)))).toBe(plus(NOW, hours(2)));
  expect(nextAttempt(10, NOW, 0, plus(NOW, hours(1)))).toBeNull();
});
