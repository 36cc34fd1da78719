import type { ServerResponse } from "node:http";

/** What the door says to whoever knocked: plain words, or JSON where a document was asked for. */
export type Answer = { readonly status: 200 | 202 | 400 | 401 | 404 | 405 | 413 | 503; readonly text: string } | { readonly status: 202 | 400 | 401 | 413; readonly json: object };

/** Writes an answer. `close` ends the connection too: somebody is still sending what nobody will read. */
export const send = (response: ServerResponse, answer: Answer, close = false): void => {
  const [body, type] = "json" in answer ? [JSON.stringify(answer.json), "application/json"] : [answer.text, "text/plain"];
  response.writeHead(answer.status, {
    "content-type": `${type}; charset=utf-8`, "content-length": Buffer.byteLength(body), ...(close ? { connection: "close" } : {}), ...(answer.status === 503 ? { "retry-after": "5" } : {}),
  });
  response.end(body);
};
