import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const bundled = new Map<string, Promise<string>>();

/** Bundles one of the host's entries, once per process. `script`: for a page or a browser worker; `thread`: for a Node worker thread. */
export const bundle = (entry: URL, kind: "script" | "thread"): Promise<string> => {
  const known = bundled.get(entry.href);
  if (known) return known;
  const made = build({
    entryPoints: [fileURLToPath(entry)], bundle: true, write: false, target: "es2022", conditions: ["import"], logLevel: "warning",
    format: kind === "script" ? "iife" : "cjs", platform: kind === "script" ? "browser" : "node",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  bundled.set(entry.href, made);
  return made;
};

/** The sandbox for a browser's worker. */
export const browserSandbox = (): Promise<string> => bundle(new URL("./sandbox/browser.ts", import.meta.url), "script");
/** The sandbox for a Node worker thread. */
export const nodeSandbox = (): Promise<string> => bundle(new URL("./sandbox/node.ts", import.meta.url), "thread");
