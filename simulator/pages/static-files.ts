import { readFile } from "node:fs/promises";
import type { Handler } from "../http/handler.ts";

const TYPES: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" };

/** Serves the few files of pages/static under /static/. */
export const staticFiles: Handler = async (_request, url) => {
  const match = /^\/static\/([a-z-]+\.(css|js|svg))$/.exec(url.pathname);
  const name = match?.[1];
  const type = TYPES[match?.[2] ?? ""];
  if (name === undefined || type === undefined) return null;
  const content = await readFile(new URL(`./static/${name}`, import.meta.url)).catch(() => null);
  if (content === null) return null;
  return new Response(new Uint8Array(content), { headers: { "content-type": type, "cache-control": "no-cache" } });
};
