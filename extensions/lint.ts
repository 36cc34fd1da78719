import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, type TomlTable } from "smol-toml";
import { BUNDLE_LIMIT_BYTES, compressedBytes } from "./build.ts";
import { lintBlocks } from "./lint-blocks.ts";
import { lintLocales } from "./lint-locales.ts";
import { lintAppToml, lintExtensionToml, type Fault } from "./lint-toml.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const lintToml = (file: string, lint: (toml: TomlTable) => string[]): string[] => {
  try {
    return lint(parse(readFileSync(file, "utf8")));
  } catch (error) {
    return [`not TOML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`];
  }
};

/** Bundles that exist and are larger than Shopify accepts. */
const lintBundles = (dir: string): string[] => {
  const dist = join(dir, "dist");
  return (existsSync(dist) ? readdirSync(dist) : []).filter((name) => name.endsWith(".js")).flatMap((name) => {
    const size = compressedBytes(readFileSync(join(dist, name)));
    return size > BUNDLE_LIMIT_BYTES ? [`dist/${name}: ${(size / 1024).toFixed(1)} KB compressed, more than ${BUNDLE_LIMIT_BYTES / 1024} KB`] : [];
  });
};

const unbuilt = (dir: string, toml: TomlTable): string[] => {
  const extensions = (toml["extensions"] ?? []) as { type?: string; handle?: string }[];
  return extensions.filter(({ type, handle }) => type === "ui_extension" && !existsSync(join(dir, "dist", `${handle}.js`)))
    .map(({ handle }) => `dist/${handle}.js is missing: run npx tsx extensions/build.ts`);
};

/** Every fault of shopify.app.toml and of the extensions beside it, under `root`. */
export const lintProject = (root: string = ROOT): Fault[] => {
  const extensions = join(root, "extensions");
  const handles = new Map<string, string>();
  const faults: Fault[] = lintToml(join(root, "shopify.app.toml"), lintAppToml).map((message) => ({ file: "shopify.app.toml", message }));
  for (const name of readdirSync(extensions).sort()) {
    const dir = join(extensions, name);
    const file = join(dir, "shopify.extension.toml");
    if (!existsSync(file)) continue;
    const found = lintToml(file, (toml) => {
      const handle = ((toml["extensions"] ?? [toml]) as { handle?: string }[])[0]?.handle ?? name;
      const twin = handles.get(handle);
      handles.set(handle, name);
      return [...(twin === undefined ? [] : [`the handle ${handle} is also used by ${twin}`]), ...lintExtensionToml(toml, dir), ...unbuilt(dir, toml)];
    });
    for (const message of [...found, ...lintLocales(dir), ...lintBlocks(dir), ...lintBundles(dir)]) faults.push({ file: `extensions/${name}`, message });
  }
  return faults;
};

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const faults = lintProject();
  for (const { file, message } of faults) console.error(`${file}: ${message}`);
  console.log(faults.length === 0 ? "extensions: no faults" : `extensions: ${faults.length} fault${faults.length === 1 ? "" : "s"}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
