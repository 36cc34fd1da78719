import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { CannotRun } from "./evaluation.ts";

/** A text file, unpacked when its name ends in `.gz`. */
export const readText = (path: string | null, use: string): string => {
  if (!path) throw new CannotRun(`Use: npm run evaluate -- ${use}`);
  if (!existsSync(path)) throw new CannotRun(`There is no file ${path}.`);
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};
