import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cruiseTree, type Breach, type Survey } from "./cruise-tree.ts";
import { PACKAGES, PARTNERS, PLANTED, TARGETS } from "./planted-imports.ts";

const FOLDERS = ["app", "simulator", "extensions", "tests", "bench"];

describe("the product", () => {
  test("no import leaves its room, skips ahead of its stage, reaches a sibling adapter or closes a cycle", async () => {
    const survey = await cruiseTree(resolve(import.meta.dirname, "../.."), FOLDERS);
    expect(survey.breaches.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
    expect(survey.files, "files read").toBeGreaterThan(100);
  });
});

describe("a tree with planted imports", () => {
  let root: string;
  let survey: Survey;

  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "planted-imports-"));
    const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
    await put("package.json", JSON.stringify({ type: "module", imports: { "#app/*": "./app/*" }, dependencies: versions(PACKAGES.dependencies), devDependencies: versions(PACKAGES.devDependencies) }));
    for (const name of [...PACKAGES.dependencies, ...PACKAGES.devDependencies]) {
      await put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      await put(`node_modules/${name}/index.js`, "");
    }
    for (const target of TARGETS) await put(target, "export const it = 1;\n");
    for (const [file, statement] of PARTNERS) await put(file, `${statement}\n`);
    for (const { file, statement } of PLANTED) await put(file, `${statement}\nexport {};\n`);
    survey = await cruiseTree(root, FOLDERS);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const breachesOf = (file: string): Breach[] => survey.breaches.filter((breach) => breach.from === file);

  test.each(PLANTED.filter((one) => one.rule !== null))("$file is refused by “$rule”", ({ file, rule }) => {
    expect(breachesOf(file).map((breach) => breach.rule)).toContain(rule);
  });

  test.each(PLANTED.filter((one) => one.rule === null))("$file is allowed", ({ file }) => {
    expect(breachesOf(file)).toEqual([]);
  });
});
