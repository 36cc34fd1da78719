import { describe, expect, test } from "vitest";
import { FLOW_ACTIONS, type FlowActionHandle } from "#app/contracts/flow-actions.ts";
import { readFlowAction } from "./flow-action.ts";

const body = (properties: string) => `{"shop_id":690933842,"shopify_domain":"hearth-and-wool.myshopify.com","action_run_id":"run-1","properties":${properties}}`;
const wished = (action: FlowActionHandle, properties: object) => {
  const read = readFlowAction(body(JSON.stringify({ order_id: "7", ...properties })), action);
  return read.outcome === "read" ? read.ask.wish : read;
};

describe("the body of a Flow action", () => {
  test("names the order exactly, beyond 2^53", () => {
    expect(readFlowAction(body('{"order_id":9007199254740993,"resolution":"refunded","note":"by hand"}'), "resolve-case"))
      .toEqual({ outcome: "read", ask: { shop: "hearth-and-wool.myshopify.com", run: "run-1", orderId: "9007199254740993", wish: { action: "resolve-case", resolution: "refunded: by hand" } } });
  });

  test.each(['"820982911946154508"', '"gid://shopify/Order/820982911946154508"', "820982911946154508"])("takes the order's id as %s", (id) => {
    expect(readFlowAction(body(`{"order_id":${id},"resolution":"ok"}`), "resolve-case")).toMatchObject({ ask: { orderId: "820982911946154508" } });
  });

  test("an empty resolution says who resolved it", () => {
    expect(wished("resolve-case", { resolution: "  " })).toMatchObject({ resolution: "Resolved by a workflow" });
  });

  test.each([
    ["truncated", '{"shopify_domain":"hear', "The body is not JSON."],
    ["without properties", '{"shopify_domain":"hearth-and-wool.myshopify.com"}', "properties"],
    ["without a run", '{"shopify_domain":"hearth-and-wool.myshopify.com","properties":{"order_id":1}}', "The body lacks action_run_id."],
    ["without an order", body('{"resolution":"x"}'), "The body lacks properties.order_id."],
    ["for no shop", '{"shopify_domain":"evil.example","action_run_id":"r","properties":{"order_id":1}}', "shopify_domain is not a shop's domain."],
    ["for no order", body('{"order_id":"abc"}'), "properties.order_id is not an order's id."],
    ["a list", "[]", "The body lacks"],
  ])("%s is refused in plain words by every action", (_name, text, why) => {
    for (const action of FLOW_ACTIONS) {
      const read = readFlowAction(text, action);
      expect(read.outcome === "unreadable" && read.because).toContain(why);
    }
  });

  test.each([
    ["give-store-credit", { amount: "7.50", expires_after_days: "90", notify_customer: true, tracking_number: " 1Z9 " }, { amount: 7.5, expiresAfterDays: 90, tellShopper: true, trackingNumber: "1Z9" }],
    ["give-store-credit", { amount: 10 }, { amount: 10, expiresAfterDays: null, tellShopper: false, trackingNumber: null }],
    ["reship-order", { notify_customer: false, tracking_number: null }, { tellShopper: false, trackingNumber: null }],
    ["hold-fulfilment", { reason: "Incorrect address" }, { reason: "incorrect_address", note: "" }],
    ["hold-fulfilment", {}, { reason: "other" }],
    ["assign-case", { assignee: "Ada" }, { to: "Ada" }],
    ["notify-customer", { message: "It is on its way.\n\nSorry!" }, { message: "It is on its way.\n\nSorry!" }],
    ["recalculate-delivery-date", {}, { action: "recalculate-delivery-date" }],
  ] as const)("%s with %j is read", (action, properties, wish) => {
    expect(wished(action, properties)).toMatchObject(wish);
  });

  test.each([
    ["give-store-credit", { amount: "0" }, "above zero"],
    ["give-store-credit", { amount: "ten" }, "above zero"],
    ["give-store-credit", { amount: "Infinity" }, "above zero"],
    ["give-store-credit", {}, "above zero"],
    ["give-store-credit", { amount: "5", expires_after_days: "1.5" }, "1 to 730 days"],
    ["hold-fulfilment", { reason: "moon phase" }, "The reason is one of incorrect_address"],
    ["assign-case", { assignee: " " }, "Say to whom"],
    ["notify-customer", { message: "" }, "Write what the customer should read."],
    ["notify-customer", { message: "x".repeat(2_001) }, "no more than 2000"],
  ] as const)("%s with %j is refused in words for the merchant", (action, properties, why) => {
    const read = wished(action, properties);
    expect(read).toMatchObject({ outcome: "invalid" });
    expect("because" in read && read.because).toContain(why);
  });
});
