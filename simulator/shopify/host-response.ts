import type { ServerResponse } from "node:http";

/** A request as it left the app, before any routing. `host` carries no port; header names are lower case. */
export type HostRequest = { host: string; method: string; url: string; headers: Record<string, string>; body: string };

/** What a pretend host answers. A fault breaks the connection instead of finishing it. */
export type HostResponse = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** `hang`: never answer. `cut`: send this many bytes of the body, then drop the connection; with none of them, before a byte of the answer. */
  fault?: { kind: "hang" } | { kind: "cut"; afterBytes: number };
};

/** An answer in JSON. */
export function jsonResponse(status: number, value: unknown, headers: Record<string, string> = {}): HostResponse {
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body: JSON.stringify(value) };
}

/** Writes an answer to a node:http response, faults included. */
export function sendHostResponse(response: ServerResponse, answer: HostResponse): void {
  const fault = answer.fault;
  if (fault?.kind === "hang") return;
  if (fault?.kind === "cut" && fault.afterBytes === 0) {
    response.destroy(); // an empty body of which nothing is missing would be an answer
    return;
  }
  const body = typeof answer.body === "string" ? Buffer.from(answer.body, "utf8") : answer.body;
  response.writeHead(answer.status, { ...answer.headers, "content-length": String(body.length) });
  if (fault?.kind === "cut") {
    response.write(body.subarray(0, fault.afterBytes), () => response.destroy());
    return;
  }
  response.end(body);
}
