import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { parse } from "smol-toml";

/** Shopify refuses a larger extension at deploy: 64 KB compressed, all targets together (shopify.dev, checked 2026-11-20). */
export const BUNDLE_LIMIT_BYTES = 64 * 1024;

export type BuiltExtension = { readonly handle: string; readonly file: string; readonly bytes: number; readonly compressedBytes: number };

type UiExtension = { readonly handle: string; readonly type: string; readonly targeting: readonly { readonly target: string; readonly module: string }[] };

const EXTENSIONS = fileURLToPath(new URL(".", import.meta.url));

/** The UI extension described in `dir`, or null when `dir` holds another kind. */
const uiExtensionIn = (dir: string): UiExtension | null => {
  const toml = join(dir, "shopify.extension.toml");
  if (!existsSync(toml)) return null;
  const { extensions } = parse(readFileSync(toml, "utf8")) as { extensions?: UiExtension[] };
  return extensions?.find(({ type }) => type === "ui_extension") ?? null;
};

/** The size Shopify counts: Brotli at quality 11, as its CLI prints. */
export const compressedBytes = (code: Uint8Array): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;

/** The entry Shopify's CLI generates: one `shopify.extend` per target, all in one bundle. */
const entryOf = ({ targeting }: UiExtension): string =>
  targeting
    .map(({ target, module }, index) =>
      `import Target_${index} from ${JSON.stringify(module)};\nshopify.extend(${JSON.stringify(target)}, (...args) => Target_${index}(...args));`)
    .join("\n");

/** Builds every UI extension under `root` to `<extension>/dist/<handle>.js`, the way `shopify app build` does. */
export const buildExtensions = async (root: string = EXTENSIONS): Promise<BuiltExtension[]> => {
  const built: BuiltExtension[] = [];
  for (const name of readdirSync(root).sort()) {
    const dir = join(root, name);
    const extension = uiExtensionIn(dir);
    if (!extension) continue;
    const result = await build({
      stdin: { contents: entryOf(extension), resolveDir: dir, loader: "tsx", sourcefile: "entry.tsx" },
      bundle: true, write: false, minify: true, format: "iife", target: "es6", jsx: "automatic", jsxImportSource: "preact",
      define: { "process.env.NODE_ENV": '"production"' }, conditions: ["browser"], logLevel: "warning", legalComments: "none",
    });
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    const file = join(dir, "dist", `${extension.handle}.js`);
    mkdirSync(join(dir, "dist"), { recursive: true });
    // Whole or not at all: a running host may be reading it.
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
    built.push({ handle: extension.handle, file, bytes: code.byteLength, compressedBytes: compressedBytes(code) });
  }
  return built;
};

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const { handle, bytes, compressedBytes: size } of await buildExtensions()) {
    const verdict = size > BUNDLE_LIMIT_BYTES ? "TOO LARGE" : "ok";
    console.log(`${handle}: ${(size / 1024).toFixed(1)} KB compressed (${(bytes / 1024).toFixed(1)} KB), limit ${BUNDLE_LIMIT_BYTES / 1024} KB: ${verdict}`);
    if (size > BUNDLE_LIMIT_BYTES) process.exitCode = 1;
  }
}
