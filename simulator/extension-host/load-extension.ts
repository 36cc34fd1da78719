import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import type { Translations } from "./extension-run.ts";

/** A built UI extension as the host needs it. */
export type LoadedExtension = {
  readonly handle: string;
  readonly targets: readonly string[];
  readonly capabilities: readonly string[];
  /** The metafields it may read. */
  readonly metafields: readonly { readonly namespace: string; readonly key: string }[];
  readonly code: string;
  /** By language tag; the default language is `defaultLocale`. */
  readonly locales: Readonly<Record<string, Translations>>;
  readonly defaultLocale: string;
};

type Toml = {
  extensions?: {
    type: string; handle: string; targeting?: { target: string }[];
    capabilities?: Record<string, unknown>; metafields?: { namespace: string; key: string }[];
  }[];
};

/** The repository's extensions folder. */
export const EXTENSIONS_ROOT = fileURLToPath(new URL("../../extensions/", import.meta.url));

/** Reads a UI extension's toml, built bundle and translations. Throws when the bundle has not been built. */
export const loadExtension = (folder: string, root: string = EXTENSIONS_ROOT): LoadedExtension => {
  const dir = join(root, folder);
  const toml = parse(readFileSync(join(dir, "shopify.extension.toml"), "utf8")) as Toml;
  const extension = toml.extensions?.find(({ type }) => type === "ui_extension");
  if (!extension) throw new Error(`${folder} is not a UI extension`);
  const bundle = join(dir, "dist", `${extension.handle}.js`);
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run npx tsx extensions/build.ts`);

  const files = readdirSync(join(dir, "locales")).filter((name) => name.endsWith(".json"));
  const languageOf = (name: string) => name.replace(/(\.default)?\.json$/, "");
  return {
    handle: extension.handle,
    targets: (extension.targeting ?? []).map(({ target }) => target),
    capabilities: Object.entries(extension.capabilities ?? {}).filter(([, granted]) => granted === true).map(([name]) => name),
    metafields: extension.metafields ?? [],
    code: readFileSync(bundle, "utf8"),
    locales: Object.fromEntries(files.map((name) => [languageOf(name), JSON.parse(readFileSync(join(dir, "locales", name), "utf8")) as Translations])),
    defaultLocale: languageOf(files.find((name) => name.endsWith(".default.json")) ?? "en.default.json"),
  };
};

/** The translations for a buyer's language: the exact one, its base language, then the default. */
export const translationsFor = ({ locales, defaultLocale }: LoadedExtension, locale: string): Translations[] =>
  [locale, locale.split("-")[0] ?? locale, defaultLocale].map((language) => locales[language]).filter((found) => found !== undefined);
