import http from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listen, type RunningServer } from "../http/node-server.ts";
import type { Clock } from "../world/types.ts";
import { startTunnel } from "./tunnel.ts";

const open: RunningServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const still: Clock = {
  now: () => new Date(0), speed: 0, skippedMs: 0, setSpeed: () => {}, advance: async () => {}, at: () => () => {},
  state: () => ({ base: 42, anchor: 1, speed: 0 }), onChange: () => () => {},
};

async function tunnelTo(app: http.RequestListener): Promise<RunningServer> {
  const behind = await listen(http.createServer(app), 0);
  const tunnel = await startTunnel({ port: 0, appPort: () => behind.port, shell: "http://localhost:4400", clock: still });
  open.push(behind, tunnel);
  return tunnel;
}

describe("the stand-in tunnel", () => {
  it("keeps Host and Origin, so that a form post passes Remix's own check", async () => {
    const tunnel = await tunnelTo((request, response) => response.end(JSON.stringify([request.method, request.headers.host, request.headers.origin])));
    const answer = await fetch(`${tunnel.origin}/app?_data=x`, { method: "POST", headers: { origin: tunnel.origin }, body: "a=1" });
    expect(await answer.json()).toEqual(["POST", `localhost:${tunnel.port}`, tunnel.origin]);
  });

  it("lets no page name Shopify's CDN and lets the stand-in shell frame it", async () => {
    const tunnel = await tunnelTo((_request, response) => {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8", "content-security-policy": "frame-ancestors https://x.myshopify.com https://admin.shopify.com;",
        link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";',
      });
      response.end('<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>');
    });
    const answer = await fetch(`${tunnel.origin}/app`);
    const text = await answer.text();
    expect(text).toBe(`<script src="${tunnel.origin}/__stand-in/cdn/shopifycloud/app-bridge.js"></script>`);
    expect(answer.headers.get("link")).not.toContain("cdn.shopify.com");
    expect(answer.headers.get("content-security-policy")).toBe("frame-ancestors https://x.myshopify.com http://localhost:4400;");
  });

  it("serves the App Bridge stand-in with the shell's origin and the clock", async () => {
    const tunnel = await tunnelTo((_request, response) => response.end());
    const answer = await fetch(`${tunnel.origin}/__stand-in/cdn/shopifycloud/app-bridge.js`);
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    expect(await answer.text()).toMatch(/^globalThis\.__STAND_IN__ = \{"shell":"http:\/\/localhost:4400","clock":\{"base":42/);
  });

  it("leads redirects into the admin to the stand-in shell", async () => {
    const tunnel = await tunnelTo((_request, response) => {
      response.writeHead(302, { location: "https://admin.shopify.com/store/hearth-and-wool/apps/key" });
      response.end();
    });
    const answer = await fetch(`${tunnel.origin}/app`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("http://localhost:4400/store/hearth-and-wool/apps/key");
  });

  it("passes other bytes through untouched", async () => {
    const bytes = Buffer.from("https://cdn.shopify.com/ \xff\x00", "latin1");
    const tunnel = await tunnelTo((_request, response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.end(bytes);
    });
    expect(Buffer.from(await (await fetch(tunnel.origin)).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("says so when the app is not there", async () => {
    const tunnel = await startTunnel({ port: 0, appPort: () => 1, shell: "http://localhost:4400", clock: still });
    open.push(tunnel);
    const answer = await fetch(tunnel.origin);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("The app does not answer");
  });
});
