import { describe, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { filesIn, ROOT, textOf } from "./source-files.ts";

/** Joined from pieces, so that this file does not contain what it forbids. */
const word = (...pieces: string[]): string => pieces.join("");
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words of a workshop rather than of the product: absolute paths of somebody's machine, tools and notes of whoever wrote it, registry hosts. */
const FOREIGN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  ...[
    word("/wo", "rk/"), word("/tmp/br", "ief"), word(".lib", "rary/"), word("farm", "-"), word("before", "-stop"), word("closing", " note"),
    word("pro", "totypes/"), word("shared/ref", "erence"), word("registry.npm", "js"), word("npm", "js.org"), word("language ", "model"), word("Chat", "GPT"), word("Clau", "de"), word("Anthro", "pic"),
  ].map((text) => ({ what: text, pattern: new RegExp(escaped(text), "i") })),
  { what: word("the main ", "author"), pattern: new RegExp(word("main ", "author"), "i") },
  // An issue of a named repository (“some-package issue 12”) is a source and welcome.
  { what: word("an issue ", "number"), pattern: new RegExp(`(?<![-/]\\w+ )\\b${word("iss", "ue")} #?\\d+\\b`, "i") },
  { what: word("unfinished ", "work"), pattern: new RegExp(`\\b(?:${word("TO", "DO")}|${word("FIX", "ME")})\\b`) },
];

const BINARY = /\.(?:png|jpe?g|gif|ico|woff2?|gz|zip|wasm)$/;
/** Written by tools from other people's packages. */
const GENERATED = /(?:package-lock\.json|shopify\.d\.ts|\.generated\.\w+|\/LICENSE)$/;

const everyText = (): string[] => {
  const top = readdirSync(ROOT, { withFileTypes: true });
  const folders = ["app", "simulator", "extensions", "bench", "tests", "prisma", "docs", ".ci", "public"];
  return [...top.filter((entry) => entry.isFile()).map((entry) => entry.name), ...folders.filter((name) => top.some((entry) => entry.name === name)).flatMap(filesIn)]
    .filter((path) => !BINARY.test(path) && !GENERATED.test(path));
};

const foreignWords = (text: string): { readonly line: number; readonly what: string }[] =>
  text.split("\n").flatMap((line, index) => FOREIGN.filter(({ pattern }) => pattern.test(line)).map(({ what }) => ({ line: index + 1, what })));

describe("the repository speaks of the product alone", () => {
  test("no file names somebody's machine, tools or notes", () => {
    const files = everyText();
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((path) => foreignWords(textOf(path)).map(({ line, what }) => `${path}:${line} says “${what}”`))).toEqual([]);
  });

  test.each(FOREIGN)("“$what” would be noticed", ({ what, pattern }) => {
    const sample = pattern.test(what) ? what : { [word("an issue ", "number")]: word("iss", "ue #12"), [word("unfinished ", "work")]: word("// TO", "DO later") }[what];
    expect(foreignWords(`first line\nsee ${sample} there`)).toEqual([{ line: 2, what }]);
  });
});
