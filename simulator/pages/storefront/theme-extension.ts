import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

type Dictionary = { readonly [key: string]: string | Dictionary };
type Setting = { readonly id?: string; readonly type: string; readonly default?: string | number | boolean };
export type BlockSchema = {
  readonly name: string; readonly target: string; readonly stylesheet?: string; readonly javascript?: string; readonly tag?: string | null; readonly class?: string;
  readonly settings?: readonly Setting[]; readonly enabled_on?: { readonly templates?: readonly string[] };
};

/** A theme app extension as the theme sees it. Read afresh for each page, so that an edit shows at once. */
export type ThemeExtension = {
  readonly blocks: Readonly<Record<string, { readonly source: string; readonly schema: BlockSchema }>>;
  readonly snippets: Readonly<Record<string, string>>;
  /** A storefront text by its key, in a language or else the default one; null when it is missing everywhere. */
  text(locale: string, key: string): string | Dictionary | null;
  /** The default of a setting or another `t:` text of a block's schema. */
  schemaText(locale: string, value: string): string;
  /** An asset's content, or null. Only plain file names are looked up. */
  asset(name: string): Uint8Array | null;
};

const ROOT = fileURLToPath(new URL("../../../extensions/tracking-page/", import.meta.url));
const SCHEMA = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/;

const filesIn = (dir: string, suffix: string): [string, string][] =>
  existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith(suffix)).map((file) => [basename(file, suffix), readFileSync(join(dir, file), "utf8")]) : [];

const look = (dictionary: Dictionary | undefined, key: string): string | Dictionary | undefined =>
  key.split(".").reduce<string | Dictionary | undefined>((found, part) => (typeof found === "object" ? found[part] : undefined), dictionary);

/** Loads the extension. Throws where Shopify's own check would refuse it: a block without a schema, or one that is not JSON. */
export const loadThemeExtension = (root: string = ROOT): ThemeExtension => {
  const locales = Object.fromEntries(filesIn(join(root, "locales"), ".json").map(([name, text]) => [name, JSON.parse(text) as Dictionary]));
  const find = (locale: string, key: string, suffix: string) => look(locales[`${locale}${suffix}`], key) ?? look(locales[`en.default${suffix}`], key);
  return {
    blocks: Object.fromEntries(filesIn(join(root, "blocks"), ".liquid").map(([name, source]) => {
      const schema = SCHEMA.exec(source)?.[1];
      if (schema === undefined) throw new Error(`block ${name} has no {% schema %}`);
      return [name, { source, schema: JSON.parse(schema) as BlockSchema }];
    })),
    snippets: Object.fromEntries(filesIn(join(root, "snippets"), ".liquid")),
    text: (locale, key) => find(locale, key, "") ?? null,
    schemaText(locale, value) {
      if (!value.startsWith("t:")) return value;
      const found = find(locale, value.slice(2), ".schema");
      if (typeof found !== "string") throw new Error(`the schema text ${value} is missing`);
      return found;
    },
    asset(name) {
      const file = join(root, "assets", basename(name));
      return existsSync(file) ? readFileSync(file) : null;
    },
  };
};
