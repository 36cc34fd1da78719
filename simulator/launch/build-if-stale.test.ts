import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isStale } from "./build-if-stale.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stale-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A file written at a second of 2026. */
function file(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
  utimesSync(join(root, path), new Date(Date.UTC(2026, 0, 1, 0, 0, second)), new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
}

describe("whether a build is stale", () => {
  it("is, when there is none", () => {
    file("app/a.ts", 1);
    expect(isStale(root, ["app"], ["build/index.js"])).toBe(true);
  });

  it("is not, when it is newer than every source", () => {
    file("app/deep/a.ts", 1);
    file("build/index.js", 2);
    expect(isStale(root, ["app", "public"], ["build/index.js"])).toBe(false);
  });

  it("is, when any source is newer, and a test is no source", () => {
    file("build/index.js", 2);
    file("app/deep/a.test.ts", 3);
    expect(isStale(root, ["app"], ["build/index.js"])).toBe(false);
    file("app/deep/b.ts", 3);
    expect(isStale(root, ["app"], ["build/index.js"])).toBe(true);
  });
});
