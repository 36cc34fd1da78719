import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./run-tool.ts";

/** Sources whose change makes the built app stale. */
const APP_SOURCES = ["app", "public", "vite.config.ts", "package.json"];
const APP_BUILD = "build/server/index.js";

/** Builds the app and its UI extensions when there is no build or a source is newer. `say` hears what is being done. */
export async function buildIfStale(root: string, say: (line: string) => void): Promise<void> {
  if (isStale(root, APP_SOURCES, [APP_BUILD])) {
    say("Building the app (only when something changed) …");
    await runTool(root, "remix", ["vite:build"]);
  }
  const extensions = join(root, "extensions");
  const bundles = readdirSync(extensions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(extensions, entry.name, "src")) && existsSync(join(extensions, entry.name, "shopify.extension.toml")))
    .map((entry) => ({ name: entry.name, dist: `extensions/${entry.name}/dist` }));
  if (bundles.some(({ name, dist }) => isStale(root, [`extensions/${name}/src`, `extensions/${name}/locales`, "extensions/build.ts"], [dist]))) {
    say("Building the checkout and customer-account extensions …");
    await runTool(root, "tsx", ["extensions/build.ts"]);
  }
}

/** Whether an output is missing or older than the newest file below `sources`. */
export function isStale(root: string, sources: readonly string[], outputs: readonly string[]): boolean {
  const built = outputs.map((path) => (existsSync(join(root, path)) ? newest(join(root, path)) : 0));
  return sources.some((path) => existsSync(join(root, path)) && newest(join(root, path)) > Math.min(...built));
}

function newest(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = readdirSync(path).filter((name) => !name.endsWith(".test.ts") && !name.endsWith(".test.tsx"));
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}
