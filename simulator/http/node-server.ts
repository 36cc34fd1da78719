import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { Handler } from "./handler.ts";

/** A listening server, where it listens, and how to end it with everything still open on it. */
export type RunningServer = { port: number; origin: string; close(): Promise<void> };

/** Bodies above this are cut off: nothing the simulator understands is larger. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Serves a web-standard handler on node:http. `port` 0 takes any free port. Only this machine can connect. */
export function serve(handler: Handler, port: number): Promise<RunningServer> {
  const server = http.createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing);
  });
  return listen(server, port);
}

/** Binds a server to loopback and says where. */
export async function listen(server: http.Server, port: number): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken by another program. Choose others with --port.`) : error));
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    origin: `http://localhost:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers one node:http request by a web-standard handler. What the handler throws becomes a loud 500. */
export async function answer(handler: Handler, incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
  try {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
    const response = (await handler(await toRequest(incoming, url), url)) ?? new Response("Nothing here.", { status: 404 });
    await send(response, outgoing);
  } catch (error) {
    console.error(`simulator: ${incoming.method} ${incoming.url} failed:`, error);
    if (!outgoing.headersSent) outgoing.writeHead(500, { "content-type": "text/plain" });
    outgoing.end(`The simulator failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function toRequest(incoming: http.IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: new Uint8Array(await readAll(incoming)) });
}

/** The whole body, as bytes. */
export async function readAll(incoming: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error(`the request body is larger than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(response: Response, outgoing: http.ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie") headers[name] = value;
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  outgoing.writeHead(response.status, headers);
  if (response.body === null) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as NodeReadableStream);
  outgoing.on("close", () => body.destroy());
  body.on("error", () => outgoing.destroy());
  body.pipe(outgoing);
}
