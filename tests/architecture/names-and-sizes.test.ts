import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceFiles, textOf } from "./source-files.ts";

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:server|client|generated|test|fixture|config))*\.tsx?$/;
const KEBAB_FOLDER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Remix reads a route's address from its file name: dots are slashes, `$` a parameter, a leading `_` no segment. */
const ROUTE = /^(?:[a-z0-9$_-]+(?:\[\.\]|\.))*[a-z0-9$_-]+\.tsx?$/;
/** Names under which anything fits, and so everything ends up. */
const VAGUE = /^(?:utils?|helpers?|common|misc|lib|stuff|shared-utils)(?:\.|$)/;

/** The objection to a file's path, or null. */
const badName = (path: string): string | null => {
  const file = basename(path);
  const folders = dirname(path).split("/");
  if ([file, ...folders].some((name) => VAGUE.test(name))) return "a name under which anything fits";
  if (path.startsWith("app/routes/")) return ROUTE.test(file) ? null : "not a route's name";
  if (!folders.every((folder) => KEBAB_FOLDER.test(folder))) return "a folder that is not in kebab-case";
  return KEBAB.test(file) || /^(?:entry\.(?:server|client)|root)\.tsx$/.test(file) ? null : "a file that is not in kebab-case";
};

describe("names", () => {
  test("files and folders say what is in them, in kebab-case", () => {
    expect(sourceFiles().flatMap((path) => (badName(path) ? [`${path}: ${badName(path)}`] : []))).toEqual([]);
  });

  test.each(["app/domain/Orders/order.ts", "app/domain/orders/orderLine.ts", "app/utils/time.ts", "app/ui/helpers.ts", "simulator/common/a.ts", "tests/misc.ts", "app/routes/App Settings.tsx", "app/adapters/order_name.ts"])("%s is refused", (path) => {
    expect(badName(path)).not.toBeNull();
  });

  test.each(["app/routes/app.shipments.$id.tsx", "app/routes/_index.tsx", "app/config/env.server.ts", "app/entry.server.tsx", "app/domain/orders/order.test.ts", "simulator/world/create-world.ts"])("%s is a name", (path) => {
    expect(badName(path)).toBeNull();
  });
});

/** A file past the limit states in its head why it is read as one piece. */
const REASON = /Long because:? \S/;

describe("sizes", () => {
  const lines = (path: string): number => textOf(path).split("\n").length;
  const product = sourceFiles().filter((path) => !/\.test\.tsx?$/.test(path)).map((path) => ({ path, lines: lines(path) })).sort((a, b) => a.lines - b.lines);
  const share = (limit: number): number => product.filter((one) => one.lines < limit).length / product.length;

  test("half of the files are under 50 lines and few over 200", () => {
    const report = `${product.length} files, ${(share(50) * 100).toFixed(0)} % under 50 lines, ${((1 - share(201)) * 100).toFixed(1)} % over 200; longest: ${product.slice(-5).map((one) => `${one.path} (${one.lines})`).join(", ")}`;
    expect(share(50), report).toBeGreaterThanOrEqual(0.5);
    expect(share(201), report).toBeGreaterThanOrEqual(0.95);
  });

  test("a file over 300 lines says in its head why it is one piece", () => {
    const silent = product.filter((one) => one.lines > 300 && !REASON.test(textOf(one.path).slice(0, 1_000)));
    expect(silent.map((one) => `${one.path}: ${one.lines} lines, and no “Long because …” in its head`)).toEqual([]);
  });
});
