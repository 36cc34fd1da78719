import { generateKeyPairSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { selfSigned } from "../../../tests/builders/self-signed.ts";
import { createPublicFetch, fetchAt } from "./public-fetch.ts";
import { isPublicAddress } from "./public-address.ts";

const HOST = "tracking.example.com";
let running: Server | null = null;
afterEach(() => new Promise<void>((done) => (running ? void (running.closeAllConnections(), running.close(() => done())) : done())));

const serve = async (answer: RequestListener): Promise<{ port: number; ca: string }> => {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ca = selfSigned(HOST, keys);
  const server = createServer({ key: keys.privateKey.export({ type: "pkcs8", format: "pem" }), cert: ca }, answer);
  running = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, ca };
};

describe("a fetch for servers a merchant names", () => {
  it.each(["http://tracking.example.com/v1", "https://10.0.0.8/v1", "https://[::1]/v1", "https://169.254.169.254/latest/meta-data", "https://0x7f.1/v1", "https://user:word@tracking.example.com/", "https://tracking.example.com:22/", "nonsense"])("refuses %s", async (address) => {
    await expect(createPublicFetch(async () => ["203.0.113.7"])(address)).rejects.toThrow(TypeError);
  });

  it("refuses a name that stands for a private address, even beside a public one", async () => {
    await expect(createPublicFetch(async () => ["93.184.216.34", "192.168.1.4"])(`https://${HOST}/v1`)).rejects.toThrow("public address");
    expect(isPublicAddress("93.184.216.34")).toBe(true);
  });

  it("never connects to a loopback server, whatever port it listens on", async () => {
    let asked = 0;
    const { port } = await serve((_request, response) => { asked += 1; response.end("{}"); });
    await expect(createPublicFetch(async () => ["127.0.0.1"])(`https://${HOST}:${port}/`)).rejects.toThrow(TypeError);
    expect(asked).toBe(0);
  });

  it("asks the checked address under the name's own certificate, and hands the answer on", async () => {
    const { port, ca } = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => response.writeHead(201, { "x-seen": request.headers["authorization"] ?? "" }).end(Buffer.concat(chunks).toString("utf8").toUpperCase()));
    });
    const answer = await fetchAt({ url: new URL(`https://${HOST}:${port}/v1`), addresses: ["127.0.0.1"] }, { method: "POST", headers: { authorization: "Token 1" }, body: "grüße" }, { ca });
    expect([answer.status, answer.headers.get("x-seen"), await answer.text()]).toEqual([201, "Token 1", "GRÜSSE"]);
  });

  it("follows no redirect", async () => {
    const { port, ca } = await serve((_request, response) => response.writeHead(302, { location: "https://10.0.0.8/" }).end());
    await expect(fetchAt({ url: new URL(`https://${HOST}:${port}/`), addresses: ["127.0.0.1"] }, {}, { ca })).rejects.toThrow("redirects");
  });
});
