import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseGraphql } from "graphql";

/** Where a fault is and what is wrong, in plain words. */
export type Fault = { readonly file: string; readonly message: string };

type Table = { readonly [key: string]: unknown };

/**
 * What `shopify app build` (CLI 4.8.2) lets through and Shopify refuses at deploy, or silently ignores.
 * Keys, types and rules as in the CLI's own schemas, read 2026-11-20.
 */
const UI_API_VERSIONS = ["2026-01", "2026-04", "2026-07"];
const WEBHOOK_API_VERSIONS = ["2026-07", "2026-10"];
const BASE = ["name", "type", "handle", "uid", "description", "api_version"];
const EXTENSION_KEYS: Readonly<Record<string, readonly string[]>> = {
  ui_extension: [...BASE, "targeting", "capabilities", "supported_features", "metafields", "settings"],
  theme: BASE,
  flow_trigger: [...BASE, "schema", "settings"],
  flow_trigger_lifecycle_callback: ["name", "type", "handle", "uid", "url"],
  flow_action: [...BASE, "schema", "settings", "runtime_url", "validation_url", "config_page_url", "config_page_preview_url", "return_type_ref"],
};
const TARGETING_KEYS = ["target", "module", "should_render", "tools", "instructions", "intents", "metafields", "default_placement", "urls", "capabilities", "preloads", "assets"];
const CAPABILITIES = ["network_access", "api_access", "block_progress", "bundle_size_exception", "collect_buyer_consent", "iframe"];
const SETTING_KEYS = ["key", "name", "description", "required", "default_value", "type", "validations"];
const SETTING_TYPES = ["boolean", "date", "date_time", "single_line_text_field", "multi_line_text_field", "number_integer", "number_decimal", "variant_reference"];
const REFERENCES = ["customer_reference", "order_reference", "product_reference", "company_reference", "company_contact_reference"];
const FLOW = {
  flow_trigger: { references: REFERENCES, types: ["boolean", "email", "single_line_text_field", "url", "number_decimal"], keys: ["type", "description", "key"], referenceKeys: ["type", "description", "key"] },
  flow_action: {
    references: [...REFERENCES, "marketing_activity_reference", "abandonment_reference"],
    types: ["boolean", "email", "multi_line_text_field", "number_integer", "single_line_text_field", "url", "number_decimal"],
    keys: ["type", "description", "key", "name", "required"], referenceKeys: ["type", "description", "required"],
  },
} as const;
const APP_KEYS: Readonly<Record<string, readonly string[]>> = {
  "": ["client_id", "name", "handle", "application_url", "embedded", "extension_directories", "web_directories", "build", "access_scopes", "auth", "webhooks", "app_proxy", "pos", "app_preferences", "access"],
  build: ["include_config_on_deploy", "automatically_update_urls_on_dev", "dev_store_url"],
  access_scopes: ["scopes", "optional_scopes", "use_legacy_install_flow"],
  auth: ["redirect_urls"],
  webhooks: ["api_version", "subscriptions", "privacy_compliance"],
  app_proxy: ["url", "subpath", "prefix"],
  pos: ["embedded"],
};
const SUBSCRIPTION_KEYS = ["topics", "compliance_topics", "uri", "filter", "include_fields", "name"];
const COMPLIANCE_TOPICS = ["customers/data_request", "customers/redact", "shop/redact"];
const PROXY_PREFIXES = ["a", "apps", "community", "tools"];
/** The CLI allows 50 characters, Flow's documentation 30. */
const HANDLE = /^(?=.{1,30}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/;

const table = (value: unknown): Table => (typeof value === "object" && value !== null ? (value as Table) : {});
const tables = (value: unknown): Table[] => (Array.isArray(value) ? value.map(table) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const unknownKeys = (found: unknown, allowed: readonly string[], where: string): string[] =>
  Object.keys(table(found)).filter((key) => !allowed.includes(key)).map((key) => `${where}: unknown key "${key}"`);

const lintUiExtension = (extension: Table, id: string, dir: string): string[] => {
  const targets = tables(extension["targeting"]);
  const names = targets.map(({ target }) => text(target));
  return [
    ...(UI_API_VERSIONS.includes(text(extension["api_version"])) ? [] : [`${id}: api_version ${text(extension["api_version"]) || "(none)"} is not one of ${UI_API_VERSIONS.join(", ")}`]),
    ...(targets.length === 0 ? [`${id}: no target`] : []),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${id}: target ${name} appears twice`),
    ...targets.flatMap((target) => [
      ...unknownKeys(target, TARGETING_KEYS, `${id} ${text(target["target"])}`),
      ...(existsSync(join(dir, text(target["module"]))) && text(target["module"]) ? [] : [`${id}: ${text(target["module"]) || "a target's module"} does not exist`]),
    ]),
    ...unknownKeys(extension["capabilities"], CAPABILITIES, `${id} capabilities`),
    ...(table(extension["capabilities"])["block_progress"] === true ? [`${id}: block_progress is deprecated from 2026-07`] : []),
    ...tables(extension["metafields"]).flatMap((metafield) => [
      ...unknownKeys(metafield, ["namespace", "key"], `${id} metafields`),
      ...(text(metafield["namespace"]) && text(metafield["key"]) ? [] : [`${id}: a metafield needs namespace and key`]),
    ]),
    ...tables(table(extension["settings"])["fields"]).flatMap((field) => [
      ...unknownKeys(field, SETTING_KEYS, `${id} setting ${text(field["key"])}`),
      ...(SETTING_TYPES.includes(text(field["type"])) ? [] : [`${id}: setting ${text(field["key"])} has the unknown type "${text(field["type"])}"`]),
    ]),
  ];
};

const typesIn = (file: string): string[] => parseGraphql(readFileSync(file, "utf8")).definitions.flatMap((definition) => ("name" in definition && definition.name ? [definition.name.value] : []));

const lintFlow = (extension: Table, type: keyof typeof FLOW, id: string, dir: string): string[] => {
  const rules = FLOW[type];
  const faults: string[] = [];
  let types: string[] = [];
  if (extension["schema"] !== undefined) {
    try {
      types = typesIn(join(dir, text(extension["schema"])));
    } catch (error) {
      faults.push(`${id}: ${text(extension["schema"])}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  for (const field of tables(table(extension["settings"])["fields"])) {
    const fieldType = text(field["type"]);
    const key = text(field["key"]);
    const where = `${id} field ${key || fieldType}`;
    const isReference = (rules.references as readonly string[]).includes(fieldType);
    const own = type === "flow_trigger" ? /^schema\.(.+)$/.exec(fieldType)?.[1] : undefined;
    if (!isReference && own === undefined && !(rules.types as readonly string[]).includes(fieldType)) faults.push(`${where}: ${type} does not support the type "${fieldType}"`);
    if (own !== undefined && !types.includes(own)) faults.push(`${where}: ${own} is not defined in a schema file`);
    faults.push(...unknownKeys(field, isReference ? rules.referenceKeys : rules.keys, where));
    if (!isReference && key === "") faults.push(`${where}: key is required`);
    if (type === "flow_trigger" && !/^[a-zA-Z\s]*$/.test(key)) faults.push(`${where}: a trigger's key may hold only letters and spaces`);
    if (type === "flow_action" && !isReference && text(field["name"]) === "") faults.push(`${where}: name is required`);
  }
  return faults;
};

const URLS = ["runtime_url", "validation_url", "config_page_url", "config_page_preview_url"];

const lintFlowAction = (extension: Table, id: string): string[] => {
  const given = (key: string) => extension[key] !== undefined;
  return [
    ...(given("runtime_url") ? [] : [`${id}: runtime_url is required`]),
    ...URLS.filter((key) => given(key) && !/^(\/|https:\/\/)/.test(text(extension[key]))).map((key) => `${id}: ${key} must be an https address or start with /`),
    ...((given("config_page_url") || given("config_page_preview_url")) && !(given("config_page_url") && given("config_page_preview_url") && given("validation_url"))
      ? [`${id}: config_page_url, config_page_preview_url and validation_url come together`] : []),
    ...(given("schema") === given("return_type_ref") ? [] : [`${id}: schema and return_type_ref come together`]),
  ];
};

/** Faults of one shopify.extension.toml, already parsed. `dir` is where its files lie. */
export const lintExtensionToml = (toml: Table, dir: string): string[] => {
  const { extensions, ...shared } = toml;
  const described = tables(extensions);
  return (described.length > 0 ? described : [{}]).flatMap((own) => {
    const extension: Table = { ...shared, ...own };
    const type = text(extension["type"]);
    const id = text(extension["handle"]) || text(extension["name"]) || "?";
    const keys = EXTENSION_KEYS[type];
    if (!keys) return [`${id}: unknown type "${type}"`];
    return [
      ...unknownKeys(extension, keys, id),
      ...(type === "theme" || HANDLE.test(text(extension["handle"])) ? [] : [`${id}: handle must be letters, digits and inner hyphens, at most 30 characters`]),
      ...(text(extension["uid"]) === "" || text(extension["uid"]).length > 250 ? [`${id}: uid is missing or longer than 250 characters`] : []),
      ...(type === "ui_extension" ? lintUiExtension(extension, id, dir) : []),
      ...(type === "flow_trigger" || type === "flow_action" ? lintFlow(extension, type, id, dir) : []),
      ...(type === "flow_action" ? lintFlowAction(extension, id) : []),
      ...(type === "flow_trigger_lifecycle_callback" && !/^https:\/\/./.test(text(extension["url"])) ? [`${id}: url must be an https address`] : []),
    ];
  });
};

/** Faults of shopify.app.toml, already parsed. */
export const lintAppToml = (toml: Table): string[] => {
  const webhooks = table(toml["webhooks"]);
  const subscriptions = tables(webhooks["subscriptions"]);
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const topics = subscriptions.flatMap(({ topics: named }) => list(named));
  const compliance = subscriptions.flatMap(({ compliance_topics: named }) => list(named));
  const proxy = table(toml["app_proxy"]);
  return [
    ...Object.entries(APP_KEYS).flatMap(([section, keys]) => (section === "" ? unknownKeys(toml, keys, "shopify.app.toml") : unknownKeys(toml[section], keys, `[${section}]`))),
    ...(WEBHOOK_API_VERSIONS.includes(text(webhooks["api_version"])) ? [] : [`[webhooks]: api_version ${text(webhooks["api_version"]) || "(none)"} is not one of ${WEBHOOK_API_VERSIONS.join(", ")}`]),
    ...subscriptions.flatMap((subscription) => [
      ...unknownKeys(subscription, SUBSCRIPTION_KEYS, "[[webhooks.subscriptions]]"),
      ...(/^(\/|https:\/\/|pubsub:|arn:aws:events:)/.test(text(subscription["uri"])) ? [] : [`[[webhooks.subscriptions]]: uri "${text(subscription["uri"])}" is not an address`]),
    ]),
    ...topics.filter((topic) => !/^[a-z_]+\/[a-z_]+$/.test(topic)).map((topic) => `[webhooks]: "${topic}" is not a topic of the form resource/event`),
    ...topics.filter((topic, index) => topics.indexOf(topic) !== index).map((topic) => `[webhooks]: ${topic} is subscribed to twice`),
    ...topics.filter((topic) => COMPLIANCE_TOPICS.includes(topic)).map((topic) => `[webhooks]: ${topic} belongs under compliance_topics`),
    ...COMPLIANCE_TOPICS.filter((topic) => !compliance.includes(topic)).map((topic) => `[webhooks]: the compliance topic ${topic} is missing`),
    ...compliance.filter((topic) => !COMPLIANCE_TOPICS.includes(topic)).map((topic) => `[webhooks]: ${topic} is no compliance topic`),
    ...(toml["app_proxy"] === undefined || PROXY_PREFIXES.includes(text(proxy["prefix"])) ? [] : [`[app_proxy]: prefix must be one of ${PROXY_PREFIXES.join(", ")}`]),
    ...text(table(toml["access_scopes"])["scopes"]).split(",").filter((scope) => !/^(read|write|unauthenticated)_[a-z_]+$/.test(scope.trim())).map((scope) => `[access_scopes]: "${scope}" is not a scope`),
  ];
};
