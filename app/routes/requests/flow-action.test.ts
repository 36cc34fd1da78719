import { describe, expect, test } from "vitest";
import { readFlowAction } from "./flow-action.ts";

const body = (change: string) => `{"shop_id":690933842,"shopify_domain":"hearth-and-wool.myshopify.com","action_run_id":"run-1","properties":${change}}`;

describe("the body of the Flow action", () => {
  test("names the order exactly, beyond 2^53", () => {
    expect(readFlowAction(body('{"order_id":9007199254740993,"resolution":"refunded","note":"by hand"}')))
      .toEqual({ outcome: "read", shop: "hearth-and-wool.myshopify.com", orderId: "9007199254740993", resolution: "refunded: by hand", run: "run-1" });
  });

  test.each(['"820982911946154508"', '"gid://shopify/Order/820982911946154508"', "820982911946154508"])("takes the order's id as %s", (id) => {
    expect(readFlowAction(body(`{"order_id":${id},"resolution":"ok"}`))).toMatchObject({ orderId: "820982911946154508" });
  });

  test("an empty resolution says who resolved it", () => {
    expect(readFlowAction(body('{"order_id":1,"resolution":"  "}'))).toMatchObject({ resolution: "Resolved by a workflow" });
  });

  test.each([
    ["truncated", '{"shopify_domain":"hear', "The body is not JSON."],
    ["without properties", '{"shopify_domain":"hearth-and-wool.myshopify.com"}', "The body lacks properties."],
    ["without an order", body('{"resolution":"x"}'), "The body lacks properties.order_id."],
    ["for no shop", '{"shopify_domain":"evil.example","properties":{"order_id":1}}', "shopify_domain is not a shop's domain."],
    ["for no order", body('{"order_id":"abc"}'), "properties.order_id is not an order's id."],
    ["a list", "[]", "The body lacks"],
  ])("%s is refused in plain words", (_name, text, why) => {
    const read = readFlowAction(text);
    expect(read.outcome === "unreadable" && read.because).toContain(why);
  });
});
