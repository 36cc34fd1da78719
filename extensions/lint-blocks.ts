import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Limits of theme app extensions: shopify.dev and the CLI's pre-deploy checks, read 2026-11-20. */
const SCRIPT_LIMIT_BYTES = 10_000;
const STYLESHEET_LIMIT_BYTES = 100_000;
const NAME_LIMIT = 25;

const SCHEMA_KEYS = ["name", "target", "javascript", "stylesheet", "class", "tag", "available_if", "enabled_on", "disabled_on", "default", "settings"];
const TARGETS = ["section", "head", "compliance_head", "body"];
/** Setting types of Shopify's setting.json (theme-check-docs-updater, 2026-11-20). */
const SETTING_TYPES = [
  "article", "article_list", "blog", "checkbox", "collection", "collection_list", "color", "color_background", "color_palette", "color_scheme", "color_scheme_group",
  "font_picker", "header", "html", "image_picker", "inline_richtext", "link_list", "liquid", "metaobject", "metaobject_list", "number", "page", "paragraph", "product",
  "product_list", "radio", "range", "richtext", "select", "text", "text_alignment", "textarea", "url", "video", "video_url",
];
const WITHOUT_ID = ["header", "paragraph"];
const SETTING_KEYS = ["type", "id", "label", "default", "info", "options", "min", "max", "step", "unit", "placeholder", "content", "visible_if", "limit", "accept", "autofill", "metaobject_type", "group"];
const SCHEMA = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/;

type Table = { readonly [key: string]: unknown };
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const lintSetting = (setting: Table, where: string): string[] => {
  const type = text(setting["type"]);
  const id = text(setting["id"]);
  const given = (key: string) => setting[key] !== undefined;
  return [
    ...Object.keys(setting).filter((key) => !SETTING_KEYS.includes(key)).map((key) => `${where} setting ${id}: unknown key "${key}"`),
    ...(SETTING_TYPES.includes(type) ? [] : [`${where} setting ${id}: unknown type "${type}"`]),
    ...(id !== "" || WITHOUT_ID.includes(type) ? [] : [`${where}: a ${type} setting has no id`]),
    ...(given("label") || WITHOUT_ID.includes(type) ? [] : [`${where} setting ${id}: no label`]),
    ...(["select", "radio"].includes(type) && !Array.isArray(setting["options"]) ? [`${where} setting ${id}: a ${type} needs options`] : []),
    ...(type === "range" && !["min", "max", "default"].every(given) ? [`${where} setting ${id}: a range needs min, max and default`] : []),
    ...(type === "richtext" && given("default") && !/^(t:|<(p|h[1-6]|ul|ol)>)/.test(text(setting["default"])) ? [`${where} setting ${id}: the default of a richtext must be wrapped in <p>, a heading or a list`] : []),
  ];
};

const nameOf = (name: string, dir: string): string => {
  const file = join(dir, "locales", "en.default.schema.json");
  if (!name.startsWith("t:") || !existsSync(file)) return name;
  const found = name.slice(2).split(".").reduce<unknown>((texts, key) => (texts as Table | undefined)?.[key], JSON.parse(readFileSync(file, "utf8")));
  return text(found);
};

const lintAsset = (dir: string, file: string, limit: number, where: string): string[] => {
  if (file === "") return [];
  const path = join(dir, "assets", file);
  if (!existsSync(path)) return [`${where}: assets/${file} does not exist`];
  const { size } = statSync(path);
  return size > limit ? [`${where}: assets/${file} has ${size} bytes, more than ${limit}`] : [];
};

/** Snippets that are asked for and missing, and those nobody asks for. */
const lintSnippets = (dir: string): string[] => {
  const liquid = ["blocks", "snippets"].flatMap((folder) => (existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)).map((name) => `${folder}/${name}`) : []));
  const asked = liquid.flatMap((file) => [...readFileSync(join(dir, file), "utf8").matchAll(/\brender\s+'([\w-]+)'/g)].map(([, name = ""]) => ({ file, name })));
  return [
    ...asked.filter(({ name }) => !liquid.includes(`snippets/${name}.liquid`)).map(({ file, name }) => `${file}: snippets/${name}.liquid does not exist`),
    ...liquid.filter((file) => file.startsWith("snippets/") && !asked.some(({ name }) => file === `snippets/${name}.liquid`)).map((file) => `${file}: no block renders it`),
  ];
};

/** Faults in the {% schema %} of every block of a theme app extension; Theme Check does not look inside it. And snippets that do not fit the blocks. */
export const lintBlocks = (dir: string): string[] => {
  const blocks = join(dir, "blocks");
  if (!existsSync(blocks)) return [];
  const schemas = readdirSync(blocks).filter((name) => name.endsWith(".liquid")).flatMap((name) => {
    const where = `blocks/${name}`;
    const source = SCHEMA.exec(readFileSync(join(blocks, name), "utf8"))?.[1];
    if (source === undefined) return [`${where}: no {% schema %}`];
    let schema: Table;
    try {
      schema = JSON.parse(source) as Table;
    } catch (error) {
      return [`${where}: the schema is not JSON: ${error instanceof Error ? error.message : String(error)}`];
    }
    const settings = Array.isArray(schema["settings"]) ? (schema["settings"] as Table[]) : [];
    const ids = settings.map(({ id }) => text(id)).filter(Boolean);
    const shown = nameOf(text(schema["name"]), dir);
    return [
      ...Object.keys(schema).filter((key) => !SCHEMA_KEYS.includes(key)).map((key) => `${where}: unknown key "${key}"`),
      ...(TARGETS.includes(text(schema["target"])) ? [] : [`${where}: target must be one of ${TARGETS.join(", ")}`]),
      ...(shown === "" || shown.length > NAME_LIMIT ? [`${where}: the name must have 1 to ${NAME_LIMIT} characters, "${shown}" has ${shown.length}`] : []),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${where}: setting ${id} appears twice`),
      ...settings.flatMap((setting) => lintSetting(setting, where)),
      ...lintAsset(dir, text(schema["javascript"]), SCRIPT_LIMIT_BYTES, where),
      ...lintAsset(dir, text(schema["stylesheet"]), STYLESHEET_LIMIT_BYTES, where),
    ];
  });
  return [...schemas, ...lintSnippets(dir)];
};
