import { describe, expect, test } from "vitest";
import { FLOW_TRIGGERS } from "#app/contracts/flow-triggers.ts";
import { readFlowLifecycle } from "./flow-lifecycle.ts";

const body = (change: object = {}) => JSON.stringify({ flow_trigger_definition_id: "Shipment silent", has_enabled_flow: true, shop_id: "690933842", shopify_domain: "hearth-and-wool.myshopify.com", timestamp: "2026-11-25T16:44:10.999Z", ...change });

describe("a lifecycle callback of Flow", () => {
  test("tells of a shop whether it uses a trigger, and since when", () => {
    expect(readFlowLifecycle(body())).toEqual({ outcome: "read", shop: "hearth-and-wool.myshopify.com", trigger: "shipment-silent", used: true, toldAt: Date.parse("2026-11-25T16:44:10.999Z") });
    expect(readFlowLifecycle(body({ has_enabled_flow: false }))).toMatchObject({ used: false });
  });

  test.each([...FLOW_TRIGGERS])("knows %s by its handle and by its title", (handle) => {
    const title = handle.charAt(0).toUpperCase() + handle.slice(1).replaceAll("-", " ");
    for (const id of [handle, title]) expect(readFlowLifecycle(body({ flow_trigger_definition_id: id }))).toMatchObject({ trigger: handle });
  });

  test("a shop's id can be a number of any length", () => {
    expect(readFlowLifecycle(body().replace('"690933842"', "9007199254740993"))).toMatchObject({ outcome: "read" });
  });

  test("keeps an id it cannot read as it came, and not longer than 200 characters", () => {
    expect(readFlowLifecycle(body({ flow_trigger_definition_id: "gid://shopify/FlowTrigger/7" }))).toMatchObject({ trigger: "id:gid://shopify/FlowTrigger/7" });
    const long = readFlowLifecycle(body({ flow_trigger_definition_id: "x".repeat(400) }));
    expect(long.outcome === "read" && long.trigger).toHaveLength(203);
  });

  test.each([
    ["truncated", '{"flow_trig', "The body is not JSON."],
    ["for no shop", body({ shopify_domain: "evil.example" }), "shopify_domain is not a shop's domain."],
    ["without a moment", body({ timestamp: "yesterday" }), "timestamp is not a moment."],
    ["without an answer", body({ has_enabled_flow: "perhaps" }), "The body lacks has_enabled_flow."],
  ])("%s is unreadable", (_name, text, why) => {
    expect(readFlowLifecycle(text)).toEqual({ outcome: "unreadable", because: why });
  });
});
