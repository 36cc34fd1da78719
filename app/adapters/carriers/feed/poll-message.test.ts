import { expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { pollAnswer, pollMessage } from "./poll-message.ts";

const call = (at: number) => ({ shop: "hearth.myshopify.com" as ShopId, now: at as Instant });

it("names the same answer by the same id whenever it comes, and another differently", () => {
  const first = pollMessage(call(1_000), "karrio", "ab 1-2", { status: "in_transit" });
  expect(pollMessage(call(2_000), "karrio", "AB12", { status: "in_transit" }).deliveryId).toBe(first.deliveryId);
  expect(pollMessage(call(1_000), "karrio", "AB12", { status: "delivered" }).deliveryId).not.toBe(first.deliveryId);
  expect(pollMessage(call(1_000), "karrio", "AB13", { status: "in_transit" }).deliveryId).not.toBe(first.deliveryId);
  expect(first.deliveryId).toMatch(/^poll\/AB12\/[0-9a-f]{32}$/);
});

it("looks past what differs each time", () => {
  const one = pollMessage(call(1), "aftership", "A", { tag: "InTransit", count: 1 }, { tag: "InTransit" });
  expect(pollMessage(call(1), "aftership", "A", { tag: "InTransit", count: 2 }, { tag: "InTransit" }).deliveryId).toBe(one.deliveryId);
});

it("keeps the answer, the number and the time of asking", () => {
  expect(pollAnswer(JSON.parse(pollMessage(call(1_500), "ups", "1Z", null).body))).toEqual({ number: "1Z", polledAt: 1_500, answer: null });
  for (const body of [null, 1, {}, { number: "", polledAt: "2026-11-20T00:00:00Z" }, { number: "1", polledAt: "yesterday", answer: 1 }]) expect(pollAnswer(body)).toBeNull();
});
