import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

/** The client id of shopify.app.toml: the app that is being pretended to be registered. */
export function readClientId(root: string): string {
  const id = parse(readFileSync(join(root, "shopify.app.toml"), "utf8"))["client_id"];
  if (typeof id !== "string" || id === "") throw new Error("shopify.app.toml has no client_id.");
  return id;
}
