import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { selfSigned } from "../../../tests/builders/self-signed.ts";
import { createPinnedPost } from "./pinned-post.ts";

const HOST = "hooks.example.com";
let running: Server | null = null;
afterEach(() => new Promise<void>((done) => (running ? void (running.closeAllConnections(), running.close(() => done())) : done())));

type Seen = { readonly host: string | undefined; readonly body: string };
const serve = async (answer: { status?: number; headers?: Record<string, string>; silent?: boolean } = {}, certificateFor = HOST) => {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const cert = selfSigned(certificateFor, keys);
  const seen: Seen[] = [];
  const server = createServer({ key: keys.privateKey.export({ type: "pkcs8", format: "pem" }), cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      seen.push({ host: request.headers.host, body: Buffer.concat(chunks).toString("utf8") });
      if (answer.silent) return;
      response.writeHead(answer.status ?? 204, answer.headers).end();
    });
  });
  running = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const post = createPinnedPost({ ca: cert });
  const deliver = (change: { addresses?: readonly string[]; timeoutMs?: number } = {}) =>
    post({ url: new URL(`https://${HOST}:${port}/hither`), addresses: ["127.0.0.1"], headers: { "content-type": "application/json" }, body: '{"note":"Grüße 📦"}', timeoutMs: 5_000, ...change });
  return { deliver, seen };
};

describe("a pinned post", () => {
  it("goes to the given address under the URL's own name, without asking any name server", async () => {
    const { deliver, seen } = await serve({ status: 202 });
    expect(await deliver()).toEqual({ kind: "replied", status: 202, retryAfter: null });
    expect(seen).toEqual([{ host: expect.stringMatching(/^hooks\.example\.com:\d+$/), body: '{"note":"Grüße 📦"}' }]);
  });

  it("follows no redirect and reports Retry-After", async () => {
    const { deliver, seen } = await serve({ status: 307, headers: { location: "/elsewhere", "retry-after": "30" } });
    expect(await deliver()).toEqual({ kind: "replied", status: 307, retryAfter: "30" });
    expect(seen).toHaveLength(1);
  });

  it("fails when the certificate does not name the host", async () => {
    const { deliver, seen } = await serve({}, "other.example.com");
    expect(await deliver()).toMatchObject({ kind: "failed", because: "ERR_TLS_CERT_ALTNAME_INVALID" });
    expect(seen).toEqual([]);
  });

  it("fails when there is no address, nobody listens, or nobody answers in time", async () => {
    const { deliver } = await serve({ silent: true });
    expect(await deliver({ addresses: [] })).toEqual({ kind: "failed", because: "ENOTFOUND" });
    expect(await deliver({ addresses: ["127.0.0.9"] })).toEqual({ kind: "failed", because: "ECONNREFUSED" });
    expect(await deliver({ timeoutMs: 200 })).toEqual({ kind: "failed", because: "no answer within 0.2 seconds" });
  });
});
