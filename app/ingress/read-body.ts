import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** What became of reading a body. */
export type Body = { readonly outcome: "read"; readonly bytes: Buffer } | { readonly outcome: "too_large" } | { readonly outcome: "aborted" };

/** Reads the raw bytes, at most `limit` of them; a longer body is abandoned at once, announced length or not. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Body> => {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve({ outcome: "too_large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.pause();
        request.removeAllListeners("data");
        resolve({ outcome: "too_large" });
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve({ outcome: "read", bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }));
    request.on("error", () => resolve({ outcome: "aborted" }));
    request.on("aborted", () => resolve({ outcome: "aborted" }));
  });
};

export const NOT_TEXT = "The body is not UTF-8 text, as JSON must be.";

/** The bytes as text, or null when they are none: not UTF-8, or with a NUL, which JSON does not allow and the database cannot hold. */
export const textOf = (bytes: Buffer): string | null => (isUtf8(bytes) && !bytes.includes(0) ? bytes.toString("utf8") : null);
