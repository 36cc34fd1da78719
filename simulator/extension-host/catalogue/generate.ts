import { realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Catalogue, Component } from "./types.ts";

/** The surfaces we stand in for, each with a target whose types list its components. Checkout and thank-you share theirs. */
export const SURFACES = {
  "checkout": "purchase.checkout.shipping-option-item.render-after",
  "order-status": "customer-account.order-status.block.render",
} as const;

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const NOT_PROPERTIES = new Set(["key", "ref", "children", "jsx", "dangerouslySetInnerHTML"]);
const OPTIONS: ts.CompilerOptions = {
  jsx: ts.JsxEmit.ReactJSX, jsxImportSource: "preact", strict: true, skipLibCheck: true, types: [],
  moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
};

const kindOf = (type: ts.Type): Component["props"][string] => {
  const flags = (type.isUnion() ? type.types : [type])
    .map((part) => part.flags)
    .filter((flag) => !(flag & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const all = (wanted: ts.TypeFlags) => flags.length > 0 && flags.every((flag) => flag & wanted);
  if (all(ts.TypeFlags.BooleanLike)) return "boolean";
  if (all(ts.TypeFlags.NumberLike)) return "number";
  if (flags.some((flag) => flag & ts.TypeFlags.StringLike)) return "string";
  return "other";
};

/** Reads the components of a target out of the types that Shopify publishes for it. */
export const catalogueOf = (target: string): Catalogue => {
  const file = join(ROOT, "__catalogue.tsx");
  const text = `/// <reference types="@shopify/ui-extensions/${target}" />\nimport type { JSX } from "preact";\nexport type All = JSX.IntrinsicElements;\n`;
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => (name === file ? text : readFile.call(host, name));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.getSourceFile = (name, languageVersion, ...rest) =>
    name === file ? ts.createSourceFile(name, text, languageVersion, true) : getSourceFile.call(host, name, languageVersion, ...rest);

  const program = ts.createProgram([file], OPTIONS, host);
  const checker = program.getTypeChecker();
  const alias = program.getSourceFile(file)?.statements.find(ts.isTypeAliasDeclaration);
  if (!alias) throw new Error("the probe file has no type alias");

  const catalogue: Record<string, Component> = {};
  for (const element of checker.getTypeAtLocation(alias.name).getProperties()) {
    if (!element.name.startsWith("s-")) continue;
    const props: Record<string, Component["props"][string]> = {};
    const events: string[] = [];
    for (const property of checker.getTypeOfSymbol(element).getApparentProperties()) {
      if (NOT_PROPERTIES.has(property.name)) continue;
      if (/^on[A-Z]/.test(property.name)) events.push(property.name.slice(2).toLowerCase());
      else props[property.name] = kindOf(checker.getTypeOfSymbol(property));
    }
    catalogue[element.name] = { props, events };
  }
  return catalogue;
};

/** One component a line, so that a new release of the types makes a readable diff. */
export const printCatalogue = (catalogue: Catalogue): string =>
  `{\n${Object.entries(catalogue).map(([tag, component]) => `  ${JSON.stringify(tag)}: ${JSON.stringify(component)}`).join(",\n")}\n}\n`;

// npx tsx simulator/extension-host/catalogue/generate.ts, after an update of @shopify/ui-extensions.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [surface, target] of Object.entries(SURFACES)) {
    const catalogue = catalogueOf(target);
    writeFileSync(fileURLToPath(new URL(`./${surface}.json`, import.meta.url)), printCatalogue(catalogue));
    console.log(`${surface}: ${Object.keys(catalogue).length} components`);
  }
}
