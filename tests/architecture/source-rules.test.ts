import { describe, expect, test } from "vitest";
import { PLANTED_SOURCES } from "./planted-sources.ts";
import { sourceFiles, textOf } from "./source-files.ts";
import { SOURCE_RULES } from "./source-rules/all-rules.ts";
import { parse } from "./source-rules/source-rule.ts";

describe("the product", () => {
  const parsed = sourceFiles().map((path) => ({ path, file: parse(path, textOf(path)) }));

  test.each(SOURCE_RULES)("$name", ({ covers, find }) => {
    const covered = parsed.filter(({ path }) => covers(path));
    expect(covered.length, "files covered by the rule").toBeGreaterThan(5);
    expect(covered.flatMap(({ path, file }) => find(file, path).map(({ line, what }) => `${path}:${line} ${what}`))).toEqual([]);
  });
});

describe("planted text", () => {
  const objections = (path: string, text: string): string[] => {
    const file = parse(path, text);
    return SOURCE_RULES.filter((rule) => rule.covers(path) && rule.find(file, path).length > 0).map((rule) => rule.name);
  };

  test.each(PLANTED_SOURCES.filter((one) => one.rule !== null))("$path: $text", ({ path, text, rule }) => {
    expect(objections(path, text)).toContain(rule);
  });

  test.each(PLANTED_SOURCES.filter((one) => one.rule === null))("$path may say: $text", ({ path, text }) => {
    expect(objections(path, text)).toEqual([]);
  });

  test("every rule has text that breaks it", () => {
    const broken = new Set(PLANTED_SOURCES.map((one) => one.rule));
    expect(SOURCE_RULES.map((rule) => rule.name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
