import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** The repository's root folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

const NOT_OURS = new Set(["node_modules", "build", "dist", "generated", ".git", ".data", "coverage"]);

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Paths of every file written by people below `folder`, relative to the root, with `/`. */
export const filesIn = (folder: string): string[] => walk(join(ROOT, folder)).map((path) => relative(ROOT, path).split(sep).join("/")).sort();

/** Every TypeScript file of the product and its workshop, without generated ones. */
export const sourceFiles = (): string[] =>
  ["app", "simulator", "extensions", "bench", "tests", "prisma"].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path) && !/\.(generated|d)\.ts$/.test(path));

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");
