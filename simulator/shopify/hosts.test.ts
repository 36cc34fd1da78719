import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { worldForTests } from "../world/world-for-tests.ts";
import { type HostResponse, sendHostResponse } from "./host-response.ts";
import { handleShopifyHost, isShopifyHost } from "./hosts.ts";

const servers: Server[] = [];
async function served(answer: HostResponse): Promise<string> {
  const server = createServer((_request, response) => sendHostResponse(response, answer));
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("the hosts of the pretend Shopify", () => {
  it("are every shop's domain and the storage of bulk files", () => {
    expect(["hearth-and-wool.myshopify.com", "other.myshopify.com", "storage.googleapis.com"].map(isShopifyHost)).toEqual([true, true, true]);
    expect(["myshopify.com.evil.example", "api.easypost.com"].map(isShopifyHost)).toEqual([false, false]);
  });

  it.each([
    ["other.myshopify.com", "POST", "/admin/api/2026-10/graphql.json"],
    ["hearth-and-wool.myshopify.com", "GET", "/admin/api/2026-10/orders.json"],
    ["hearth-and-wool.myshopify.com", "GET", "/admin/oauth/access_token"],
    ["storage.googleapis.com", "GET", "/nothing"],
  ])("answer 404 for %s %s %s", (host, method, url) => {
    const answer = handleShopifyHost(worldForTests(), { host, method, url, headers: {}, body: "" });
    expect([answer.status, JSON.parse(String(answer.body))]).toEqual([404, { errors: "Not Found" }]);
  });
});

describe("faults on the wire", () => {
  it("cut a connection after some of the body", async () => {
    const url = await served({ status: 200, headers: { "content-type": "application/jsonl" }, body: Buffer.alloc(10_000, "x"), fault: { kind: "cut", afterBytes: 4_000 } });
    const response = await fetch(url);
    expect(response.headers.get("content-length")).toBe("10000");
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("drop a connection before anything is answered", async () => {
    await expect(fetch(await served({ status: 200, headers: {}, body: "", fault: { kind: "cut", afterBytes: 0 } }))).rejects.toThrow("fetch failed");
  });

  it("let a request hang until its sender gives up", async () => {
    const url = await served({ status: 200, headers: {}, body: "", fault: { kind: "hang" } });
    await expect(fetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
  });

  it("leave healthy answers whole", async () => {
    const url = await served({ status: 206, headers: { "content-range": "bytes 0-4/9" }, body: "hällo" });
    const response = await fetch(url);
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([206, "bytes 0-4/9", "hällo"]);
  });
});
