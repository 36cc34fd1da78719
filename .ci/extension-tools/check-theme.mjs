// Shopify's Theme Check and Shopify's own setting schema over our theme app extension; exits 1 on any fault, which `shopify app build` does not.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import Ajv from "ajv";
import { themeCheckRun } from "@shopify/theme-check-node";

const root = resolve(process.argv[2] ?? "extensions/tracking-page");
const faults = [];

// Without a network it says so once and uses the data that ships with it.
const { offenses, theme } = await themeCheckRun(root, "theme-check:theme-app-extension", () => {});
for (const { severity, check, uri, start, message } of offenses) {
  faults.push(`${["error", "warning", "info"][severity]} ${relative(root, uri.replace("file://", ""))}:${(start?.line ?? 0) + 1} ${check}: ${message}`);
}

const data = join(dirname(createRequire(import.meta.url).resolve("@shopify/theme-check-docs-updater/package.json")), "data");
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
for (const name of ["setting", "default_setting_values"]) ajv.addSchema({ ...JSON.parse(readFileSync(join(data, `${name}.json`), "utf8")), $id: `https://theme/${name}.json` });
const isSetting = ajv.compile({ ...JSON.parse(readFileSync(join(data, "settings.json"), "utf8")), $id: "https://theme/settings.json" });

for (const name of readdirSync(join(root, "blocks"))) {
  const source = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/.exec(readFileSync(join(root, "blocks", name), "utf8"))?.[1];
  if (source === undefined) {
    faults.push(`error blocks/${name}: no {% schema %}`);
    continue;
  }
  const settings = JSON.parse(source).settings ?? [];
  for (const setting of settings) delete setting.autofill; // valid in app blocks, unknown to setting.json
  if (!isSetting(settings)) {
    for (const { instancePath, message, keyword } of isSetting.errors) if (!["if", "then", "allOf"].includes(keyword)) faults.push(`error blocks/${name}: settings${instancePath} ${message}`);
  }
}

for (const fault of faults) console.error(fault);
console.log(`theme: ${theme.length} files, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
