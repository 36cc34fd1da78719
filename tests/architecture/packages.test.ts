import { describe, expect, test } from "vitest";
import { z } from "zod";
import { textOf } from "./source-files.ts";

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()), overrides: z.record(z.string(), z.string()),
}).parse(JSON.parse(textOf("package.json")));

const lockfile = (path: string) => z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() })),
}).parse(JSON.parse(textOf(path)));

type Lock = ReturnType<typeof lockfile>;

/** Platform packages a lockfile names but does not hold: `npm ci` refuses such a file, though `npm install` wrote it. */
const missingPlatforms = ({ packages }: Lock): string[] => {
  const name = (path: string) => path.split("node_modules/").at(-1) ?? "";
  const have = new Set(Object.keys(packages).map(name));
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {}).filter(([wanted]) => !have.has(wanted)).map(([wanted, range]) => `${name(path) || "the root"} wants ${wanted}@${range}`));
};

const LOCKS = ["package-lock.json", ".ci/extension-tools/package-lock.json"];

describe("packages", () => {
  test("every version is pinned exactly: minor releases have broken us before", () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies, ...manifest.overrides };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("production needs at most 30 packages", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(30);
  });

  test("nothing is both a production and a development dependency", () => {
    expect(Object.keys(manifest.dependencies).filter((name) => name in manifest.devDependencies)).toEqual([]);
  });

  test.each(LOCKS)("%s holds every platform's packages", (path) => {
    expect(missingPlatforms(lockfile(path))).toEqual([]);
  });

  test.each(LOCKS)("%s names no registry, so that any registry serves it", (path) => {
    expect(Object.entries(lockfile(path).packages).filter(([, { resolved }]) => resolved?.startsWith("http")).map(([name]) => name)).toEqual([]);
  });

  test("a platform package that is absent is noticed", () => {
    const lock = { packages: { "": {}, "node_modules/rollup": { version: "1.0.0", optionalDependencies: { "@rollup/rollup-linux": "1.0.0" } } } };
    expect(missingPlatforms(lock)).toEqual(["rollup wants @rollup/rollup-linux@1.0.0"]);
  });
});
