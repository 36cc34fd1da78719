import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Texts = { readonly [key: string]: string | Texts };

/** "a.b.c" for every text of a locale file; plural forms (one, other, …) count as one key. */
const keysOf = (texts: Texts, path = ""): string[] =>
  Object.entries(texts).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [here];
    return "other" in value ? [here] : keysOf(value, here);
  });

const read = (file: string): Texts => JSON.parse(readFileSync(file, "utf8")) as Texts;

const filesUnder = (dir: string, pattern: RegExp): string[] =>
  existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => pattern.test(name)).map((name) => join(dir, name)) : [];

/** Translation keys that the sources ask for: `translate("key"` in UI extensions, `'key' | t` in Liquid, `t:key` in tomls and block schemas. */
const usedIn = (dir: string): { storefront: Set<string>; schema: Set<string> } => {
  const all = (files: string[], pattern: RegExp) => files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map((match) => match[1] ?? ""));
  const sources = filesUnder(join(dir, "src"), /\.tsx?$/).filter((name) => !/\.test\.tsx?$/.test(name));
  const liquid = [...filesUnder(join(dir, "blocks"), /\.liquid$/), ...filesUnder(join(dir, "snippets"), /\.liquid$/)];
  return {
    storefront: new Set([
      ...all(sources, /translate\(\s*"([^"]+)"/g),
      ...all(liquid, /['"]([\w.]+)['"]\s*\|\s*t\b/g),
      ...all([join(dir, "shopify.extension.toml")].filter(existsSync), /"t:([\w.]+)"/g),
    ]),
    schema: new Set(all(liquid, /"t:([\w.]+)"/g)),
  };
};

const compare = (dir: string, suffix: string, used: ReadonlySet<string>): string[] => {
  const locales = join(dir, "locales");
  const isOurs = (name: string) => name.endsWith(".json") && name.endsWith(".schema.json") === (suffix === ".schema");
  const files = existsSync(locales) ? readdirSync(locales).filter(isOurs) : [];
  const defaults = files.filter((name) => name.includes(".default"));
  if (files.length === 0) return used.size === 0 ? [] : [`locales/: no ${suffix === ".schema" ? "schema " : ""}texts, but ${[...used].join(", ")} is asked for`];
  const [main] = defaults;
  if (main === undefined || defaults.length > 1) return [`locales/: exactly one *.default${suffix}.json is needed, found ${defaults.length}`];

  const expected = keysOf(read(join(locales, main)));
  return [
    ...files.filter((name) => name !== main).flatMap((name) => {
      const found = keysOf(read(join(locales, name)));
      return [
        ...expected.filter((key) => !found.includes(key)).map((key) => `locales/${name}: ${key} is not translated`),
        ...found.filter((key) => !expected.includes(key)).map((key) => `locales/${name}: ${key} is not in ${main}`),
      ];
    }),
    ...[...used].filter((key) => !expected.includes(key)).map((key) => `locales/${main}: ${key} is used and missing`),
    ...expected.filter((key) => !used.has(key)).map((key) => `locales/${main}: ${key} is never used`),
  ];
};

/** Faults of an extension's texts: every language whole, every key that is used there, none left over. */
export const lintLocales = (dir: string): string[] => {
  const { storefront, schema } = usedIn(dir);
  return [...compare(dir, "", storefront), ...compare(dir, ".schema", schema)];
};
