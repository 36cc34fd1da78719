import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { APP_TOML } from "../world/world-for-tests.ts";
import { loadAppConfig, readAppConfig } from "./app-config.ts";

const folder = mkdtempSync(join(tmpdir(), "app-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the app's configuration", () => {
  it("names scopes, topics, compliance addresses and the proxy", () => {
    const config = readAppConfig(APP_TOML);
    expect(config.scopes).toContain("read_orders");
    expect(config.subscriptions.map((one) => one.topic)).toContain("fulfillment_events/create");
    expect(config.subscriptions[0]).toEqual({ topic: "orders/create", uri: "/webhooks/shopify", includeFields: [], filter: null, name: null });
    expect([...config.complianceUris]).toEqual(["customers/data_request", "customers/redact", "shop/redact"].map((topic) => [topic, "/webhooks/privacy"]));
    expect(config.proxy).toEqual({ url: "/proxy", prefix: "apps", subpath: "small" });
  });

  it("takes the handles of Flow triggers from the extensions, and only of triggers", () => {
    writeFileSync(join(folder, "shopify.app.toml"), APP_TOML);
    for (const [name, type] of [["exception", "flow_trigger"], ["resolve", "flow_action"]] as const) {
      mkdirSync(join(folder, "extensions", name), { recursive: true });
      writeFileSync(join(folder, "extensions", name, "shopify.extension.toml"), `[[extensions]]\ntype = "${type}"\nhandle = "${name}"\n`);
    }
    mkdirSync(join(folder, "extensions", "empty"));
    expect(loadAppConfig(folder).flowTriggers).toEqual(["exception"]);
  });

  it("is refused when a subscription goes nowhere", () => {
    expect(() => readAppConfig('[[webhooks.subscriptions]]\ntopics = ["orders/create"]\n')).toThrow("has no uri");
  });
});
