import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

/** One subscription of the app's configuration file. */
export type Subscription = { topic: string; uri: string; includeFields: string[]; filter: string | null; name: string | null };

/** What Shopify knows of an app from its `shopify.app.toml` and its extensions. */
export type AppConfig = {
  name: string;
  scopes: string[];
  apiVersion: string;
  subscriptions: Subscription[];
  complianceUris: Map<string, string>;
  proxy: { url: string; prefix: string; subpath: string } | null;
  /** Handles of the Flow triggers the app deploys. */
  flowTriggers: string[];
};

type Table = Record<string, unknown>;

function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
function texts(value: unknown): string[] {
  return list(value).filter((one) => typeof one === "string");
}
function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Reads the configuration as Shopify would at deploy. `flowTriggers` come from the extensions' own files. */
export function readAppConfig(toml: string, flowTriggers: string[] = []): AppConfig {
  const root = table(parse(toml));
  const webhooks = table(root["webhooks"]);
  const subscriptions: Subscription[] = [];
  const complianceUris = new Map<string, string>();
  for (const entry of list(webhooks["subscriptions"]).map(table)) {
    const uri = text(entry["uri"]);
    if (uri === null) throw new Error("A webhook subscription in shopify.app.toml has no uri");
    for (const topic of texts(entry["topics"])) {
      subscriptions.push({ topic, uri, includeFields: texts(entry["include_fields"]), filter: text(entry["filter"]), name: text(entry["name"]) });
    }
    for (const topic of texts(entry["compliance_topics"])) complianceUris.set(topic, uri);
  }
  const proxy = table(root["app_proxy"]);
  const url = text(proxy["url"]);
  return {
    name: text(root["name"]) ?? "App",
    scopes: (text(table(root["access_scopes"])["scopes"]) ?? "").split(",").map((scope) => scope.trim()).filter((scope) => scope !== ""),
    apiVersion: text(webhooks["api_version"]) ?? "2026-10",
    subscriptions, complianceUris,
    proxy: url === null ? null : { url, prefix: text(proxy["prefix"]) ?? "apps", subpath: text(proxy["subpath"]) ?? "" },
    flowTriggers,
  };
}

/** Handles of every `flow_trigger` extension in the folder. */
export function readFlowTriggers(extensionsFolder: string): string[] {
  if (!existsSync(extensionsFolder)) return [];
  const handles: string[] = [];
  for (const folder of readdirSync(extensionsFolder)) {
    const file = join(extensionsFolder, folder, "shopify.extension.toml");
    if (!existsSync(file)) continue;
    for (const extension of list(table(parse(readFileSync(file, "utf8")))["extensions"]).map(table)) {
      const handle = text(extension["handle"]);
      if (extension["type"] === "flow_trigger" && handle !== null) handles.push(handle);
    }
  }
  return handles;
}

/** Reads `shopify.app.toml` and the extensions of the app in that folder. */
export function loadAppConfig(folder: string): AppConfig {
  return readAppConfig(readFileSync(join(folder, "shopify.app.toml"), "utf8"), readFlowTriggers(join(folder, "extensions")));
}
