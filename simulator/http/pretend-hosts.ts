import type http from "node:http";
import { sendHostResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { readAll } from "./node-server.ts";

/** A host of the outside world and who answers in its place. A pattern "*.example" covers every subdomain. */
export type PretendHost = { pattern: string; answer(request: HostRequest): HostResponse | Promise<HostResponse> };

/** Which pretend host a request is for: by its Host header, or spelled out in the path as /@/host/path. */
export function meantFor(request: http.IncomingMessage): { host: string; url: string } {
  const spelled = /^\/@\/([^/]+)(\/.*)?$/.exec(request.url ?? "/");
  if (spelled?.[1] !== undefined) return { host: spelled[1].toLowerCase(), url: spelled[2] ?? "/" };
  return { host: (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase(), url: request.url ?? "/" };
}

/** The stand-in for a host, if there is one. */
export function standInFor(hosts: readonly PretendHost[], host: string): PretendHost | undefined {
  return hosts.find(({ pattern }) => (pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern));
}

/** Lets a stand-in answer, faults on demand included. */
export async function answerAs(standIn: PretendHost, meant: { host: string; url: string }, incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]));
  try {
    const body = (await readAll(incoming)).toString("utf8");
    sendHostResponse(outgoing, await standIn.answer({ ...meant, method: incoming.method ?? "GET", headers, body }));
  } catch (error) {
    console.error(`simulator: the stand-in for ${meant.host} failed at ${incoming.method} ${meant.url}:`, error);
    if (!outgoing.headersSent) outgoing.writeHead(501, { "content-type": "text/plain; charset=utf-8" });
    outgoing.end(`The stand-in for ${meant.host} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
