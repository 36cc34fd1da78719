import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildExtensions } from "./build.ts";
import { lintProject } from "./lint.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
let copy = "";

const plant = (file: string, change: (text: string) => string): void => {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`nothing was planted in ${file}`);
  writeFileSync(path, after);
};
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
const faults = (): string[] => lintProject(copy).map(({ file, message }) => `${file}: ${message}`);

beforeAll(async () => void (await buildExtensions()));
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "hither-lint-"));
  cpSync(join(ROOT, "extensions"), join(copy, "extensions"), { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  cpSync(join(ROOT, "shopify.app.toml"), join(copy, "shopify.app.toml"));
});
afterEach(() => rmSync(copy, { recursive: true }));

describe("the lint of the extensions", () => {
  it("finds nothing in ours", () => {
    expect(lintProject()).toEqual([]);
    expect(faults()).toEqual([]);
  });

  const APP = "shopify.app.toml";
  const CHECKOUT = "extensions/checkout-delivery-date/shopify.extension.toml";
  const TRIGGER = "extensions/flow-trigger-shipment-exception/shopify.extension.toml";
  const ACTION = "extensions/flow-action-resolve-case/shopify.extension.toml";
  const BLOCK = "extensions/tracking-page/blocks/order-tracking.liquid";

  it.each([
    ["a broken toml", CHECKOUT, swap("[[extensions]]", "[[extensions"), "not TOML"],
    ["an unknown key", CHECKOUT, swap('type = "ui_extension"', 'type = "ui_extension"\ntypo = 1'), 'unknown key "typo"'],
    ["an unknown type", CHECKOUT, swap('"ui_extension"', '"ui_extention"'), 'unknown type "ui_extention"'],
    ["an impossible API version", CHECKOUT, swap('"2026-07"', '"2031-02"'), "api_version 2031-02 is not one of"],
    ["an unknown capability", CHECKOUT, swap("api_access", "api_acces"), 'unknown key "api_acces"'],
    ["a module that is not there", CHECKOUT, swap("shipping-option.tsx", "shipping-opton.tsx"), "does not exist"],
    ["a handle that is too long", CHECKOUT, swap('handle = "checkout-delivery-date"', `handle = "${"x".repeat(31)}"`), "at most 30 characters"],
    ["a metafield without a key", CHECKOUT, swap('key = "delivery_dates"', ""), "a metafield needs namespace and key"],
    ["two extensions with one handle", CHECKOUT, swap('handle = "checkout-delivery-date"', 'handle = "shipment-exception"'), "is also used by"],
    ["a field type a trigger has not", TRIGGER, swap('"number_decimal"', '"number_integer"'), 'flow_trigger does not support the type "number_integer"'],
    ["a fulfillment reference", TRIGGER, swap('"order_reference"', '"fulfillment_reference"'), 'does not support the type "fulfillment_reference"'],
    ["a trigger key with a digit", TRIGGER, swap('"Days late"', '"Days late 2"'), "only letters and spaces"],
    ["a trigger type that nobody defined", TRIGGER, swap('"number_decimal"', '"schema.Shipment"'), "Shipment is not defined"],
    ["an action without runtime_url", ACTION, swap('runtime_url = "/flow/actions/resolve-case"', ""), "runtime_url is required"],
    ["an action address without https", ACTION, swap('"/flow/actions/resolve-case"', '"http://x.example"'), "must be an https address"],
    ["an action field without a name", ACTION, swap('name = "Resolution"', ""), "name is required"],
    ["a lonely return type", ACTION, swap('runtime_url = ', 'return_type_ref = "Result"\nruntime_url = '), "schema and return_type_ref come together"],
    ["an unknown section of the app", APP, swap("[pos]", "[poss]"), 'unknown key "poss"'],
    ["an unknown webhook API version", APP, swap('"2026-10"', '"2026-11"'), "api_version 2026-11 is not one of"],
    ["a malformed topic", APP, swap('"orders/create"', '"orders-create"'), "is not a topic"],
    ["a topic subscribed to twice", APP, swap('"orders/updated"', '"orders/create"'), "orders/create is subscribed to twice"],
    ["a missing compliance topic", APP, swap(', "shop/redact"', ""), "the compliance topic shop/redact is missing"],
    ["a uri that is no address", APP, swap('uri = "/webhooks/shopify"', 'uri = "webhooks"'), "is not an address"],
    ["a scope that is none", APP, swap("read_orders,", "reads_orders,"), '"reads_orders" is not a scope'],
    ["an app proxy under a prefix Shopify has not", APP, swap('prefix = "apps"', 'prefix = "app"'), "prefix must be one of"],
    ["a text missing in German", "extensions/order-status-tracking/locales/de.json", (text: string) => text.replace(/ {2}"waiting".*\n/, ""), "waiting is not translated"],
    ["a text too many in German", "extensions/order-status-tracking/locales/de.json", swap('"waiting"', '"wating": "x",\n  "waiting"'), "wating is not in en.default.json"],
    ["a key that is used and missing", "extensions/checkout-delivery-date/src/shipping-option.tsx", swap('"arrives.day"', '"arrives.today"'), "arrives.today is used and missing"],
    ["a text nobody uses", "extensions/tracking-page/locales/en.default.json", swap('"sending"', '"old": "x",\n    "sending"'), "tracking.old is never used"],
    ["a trailing comma in a schema", BLOCK, swap('"target": "section",', '"target": "section",,'), "the schema is not JSON"],
    ["an unknown target of a block", BLOCK, swap('"target": "section"', '"target": "sectionn"'), "target must be one of"],
    ["an unknown setting type", BLOCK, swap('"type": "select"', '"type": "selct"'), 'unknown type "selct"'],
    ["a setting without options", BLOCK, swap('"options"', '"choices"'), "a select needs options"],
    ["a script that is not there", BLOCK, swap("hither-tracking.js", "hither.js"), "assets/hither.js does not exist"],
    ["a script that is too large", "extensions/tracking-page/assets/hither-tracking.js", (text: string) => text + "/* x */".repeat(2_000), "more than 10000"],
    ["a snippet that is not there", "extensions/tracking-page/blocks/delivery-date.liquid", (text: string) => text.replaceAll("hither-day-words", "hither-day-word"), "snippets/hither-day-word.liquid does not exist"],
    ["a snippet nobody renders", "extensions/tracking-page/blocks/delivery-date.liquid", (text: string) => text.replaceAll("hither-day-words", "hither-day-number"), "snippets/hither-day-words.liquid: no block renders it"],
    ["a text the theme's block lacks in German", "extensions/tracking-page/locales/de.json", (text: string) => text.replace(/ {4}"busy_day".*\n/, ""), "delivery_date.busy_day is not translated"],
    ["a name that is too long", "extensions/tracking-page/locales/en.default.schema.json", swap('"Order tracking"', '"Order tracking for everybody"'), "1 to 25 characters"],
    // Random text does not compress below the limit.
    ["a bundle that is too large", "extensions/checkout-delivery-date/dist/checkout-delivery-date.js", (text: string) => text + Array.from({ length: 30_000 }, () => Math.random().toString(36).slice(2)).join(""), "KB compressed, more than 64 KB"],
  ])("finds %s", (_mistake, file, change, complaint) => {
    plant(file, change);
    expect(faults().join("\n")).toContain(complaint);
  });

  it("finds a bundle that was never built", () => {
    rmSync(join(copy, "extensions/order-status-tracking/dist"), { recursive: true });
    expect(faults().join("\n")).toContain("order-status-tracking.js is missing");
  });
});
