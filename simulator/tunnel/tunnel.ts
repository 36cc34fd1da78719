import { readFile } from "node:fs/promises";
import http from "node:http";
import { listen, type RunningServer } from "../http/node-server.ts";
import type { Clock } from "../world/types.ts";
import { replaceInStream } from "./replace-in-stream.ts";

const CDN = "https://cdn.shopify.com/";
/** Below this path the tunnel answers itself, in place of Shopify's CDN. */
const OWN = "/__stand-in/cdn/";
const REWRITTEN = /^(text\/html|text\/css|text\/javascript|application\/javascript)/;

/**
 * The stand-in for `shopify app dev`'s tunnel: the app's public address. It passes requests on unchanged (Host and Origin
 * stay, as Remix compares them) and changes in answers only what names Shopify's own hosts: the App Bridge script and anything
 * else on the CDN comes from here, the admin's origin in `frame-ancestors` and redirects becomes the stand-in shell's.
 */
export async function startTunnel(options: { port: number; appPort: () => number; shell: string; clock: Clock }): Promise<RunningServer> {
  const agent = new http.Agent({ keepAlive: true });
  let origin = "";
  const server = http.createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(OWN)) return void answerForCdn(incoming.url, outgoing, options);
    const upstream = http.request(
      {
        host: "127.0.0.1", port: options.appPort(), method: incoming.method, path: incoming.url, agent,
        headers: { ...incoming.headers, "accept-encoding": "identity", "x-forwarded-host": incoming.headers.host, "x-forwarded-proto": "http", "x-forwarded-for": incoming.socket.remoteAddress },
      },
      (answer) => {
        const headers = rewriteHeaders(answer.headers, origin, options.shell);
        const rewritten = REWRITTEN.test(answer.headers["content-type"] ?? "") && incoming.method !== "HEAD";
        if (rewritten) delete headers["content-length"];
        outgoing.writeHead(answer.statusCode ?? 502, headers);
        if (rewritten) answer.pipe(replaceInStream([[CDN, `${origin}${OWN}`]])).pipe(outgoing);
        else answer.pipe(outgoing);
        answer.on("error", () => outgoing.destroy());
      },
    );
    upstream.on("error", (error) => {
      if (outgoing.headersSent) return void outgoing.destroy();
      outgoing.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
      outgoing.end(`The app does not answer (${error.message}).`);
    });
    outgoing.on("close", () => upstream.destroy());
    incoming.pipe(upstream);
  });
  const running = await listen(server, options.port);
  origin = running.origin;
  return { ...running, close: () => (agent.destroy(), running.close()) };
}

/** Answers' headers with Shopify's hosts replaced. */
export function rewriteHeaders(headers: http.IncomingHttpHeaders, origin: string, shell: string): http.OutgoingHttpHeaders {
  const result: http.OutgoingHttpHeaders = { ...headers };
  for (const name of ["transfer-encoding", "connection", "keep-alive"]) delete result[name];
  const policy = headers["content-security-policy"];
  if (typeof policy === "string") result["content-security-policy"] = policy.replaceAll("https://admin.shopify.com", shell);
  if (typeof headers["link"] === "string") result["link"] = headers["link"].replaceAll(CDN, `${origin}${OWN}`);
  if (headers.location !== undefined) result["location"] = headers.location.replace("https://admin.shopify.com", shell);
  const reauthorize = headers["x-shopify-api-request-failure-reauthorize-url"];
  if (typeof reauthorize === "string") result["x-shopify-api-request-failure-reauthorize-url"] = reauthorize.replace("https://admin.shopify.com", shell);
  return result;
}

/** The App Bridge stand-in, an empty style sheet for the CDN's fonts, and 404 for whatever else the CDN would have. */
async function answerForCdn(path: string, outgoing: http.ServerResponse, options: { shell: string; clock: Clock }): Promise<void> {
  const file = new URL(path, "http://localhost").pathname;
  if (file === `${OWN}shopifycloud/app-bridge.js`) {
    const script = await readFile(new URL("../pages/admin/app-bridge-stand-in.js", import.meta.url), "utf8");
    const settings = JSON.stringify({ shell: options.shell, clock: options.clock.state() });
    outgoing.writeHead(200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(`globalThis.__STAND_IN__ = ${settings};\n${script}`);
  } else if (file.endsWith(".css")) {
    outgoing.writeHead(200, { "content-type": "text/css", "cache-control": "no-store" });
    outgoing.end("/* Shopify's CDN is not contacted; system fonts are used instead. */");
  } else {
    outgoing.writeHead(404, { "content-type": "text/plain" });
    outgoing.end("The stand-in for Shopify's CDN does not have this file.");
  }
}
