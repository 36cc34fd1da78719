import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, remoteLines, type FileBroken, type FileLine } from "./export-file.ts";

const URL_FILE = "https://storage.example/export.jsonl";

async function* inChunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let at = 1; at < places.length; at += 1) yield bytes.subarray(places[at - 1], places[at]);
}
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** A file server that understands ranges; `breakAt` cuts the connection after that many bytes of an answer. */
const server = (file: Uint8Array, { ranges = true, breakAt = Infinity, chunk = 7 }: { ranges?: boolean; breakAt?: number; chunk?: number } = {}) => {
  const asked: (string | null)[] = [];
  const fetcher: typeof fetch = async (_url, init) => {
    const headers = new Headers(init?.headers);
    asked.push(headers.get("range"));
    expect(headers.get("accept-encoding")).toBe("identity");
    const from = ranges ? Number(/bytes=(\d+)-/.exec(headers.get("range") ?? "")?.[1] ?? 0) : 0;
    if (from > 0 && from >= file.length) return new Response(null, { status: 416 });
    const part = file.subarray(from);
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at >= part.length) return controller.close();
        if (at >= breakAt) return controller.error(new TypeError("terminated"));
        const end = Math.min(at + chunk, part.length, Math.max(breakAt, at + 1));
        controller.enqueue(part.slice(at, end));
        at = end;
      },
    });
    return from > 0 ? new Response(body, { status: 206, headers: { "content-range": `bytes ${from}-${file.length - 1}/${file.length}` } }) : new Response(body, { headers: { "content-length": String(file.length) } });
  };
  return { fetcher, asked };
};

const isLine = (one: FileLine | FileBroken): one is FileLine => "line" in one;

describe("the lines of a file", () => {
  it("are the same however the bytes are cut, with the exact byte after each", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", maxLength: 12 }).map((line) => line.replaceAll("\n", " "))), fc.array(fc.nat(), { maxLength: 30 }), fc.nat(1000), async (lines, cuts, from) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        const read = await all(linesOf(inChunks(bytes, cuts), from));
        expect(read.map(({ line }) => line)).toEqual(lines);
        for (const [index, { end }] of read.entries()) {
          expect(bytes.subarray(0, end - from).toString("utf8")).toBe(lines.slice(0, index + 1).map((line) => `${line}\n`).join(""));
        }
      }),
    );
  });
});

describe("a remote file", () => {
  const rows = Array.from({ length: 40 }, (_, index) => JSON.stringify({ id: `gid://shopify/Order/${index}`, name: "Größe 📦" }));
  const file = Buffer.from(rows.map((line) => `${line}\n`).join(""));

  it("is read whole, however often the connection breaks, without a line lost or doubled", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 60, max: 500 }), fc.integer({ min: 1, max: 90 }), fc.boolean(), async (breakAt, chunk, ranges) => {
        const read: string[] = [];
        let from = 0;
        for (let attempt = 0; attempt < 100; attempt += 1) {
          // A server without ranges starts over, so it has to come further each time.
          const { fetcher } = server(file, { breakAt: ranges ? breakAt : breakAt * (attempt + 1), chunk, ranges });
          const got = await all(remoteLines(fetcher, URL_FILE, from));
          const lines = got.filter(isLine);
          read.push(...lines.map(({ line }) => line));
          from = lines.at(-1)?.end ?? from;
          if (!got.some((one) => !isLine(one))) break;
        }
        expect(read).toEqual(rows);
        expect(from).toBe(file.length);
      }),
      { numRuns: 60 },
    );
  });

  it("asks for no range at the beginning and for the rest afterwards", async () => {
    const { fetcher, asked } = server(file);
    await all(remoteLines(fetcher, URL_FILE, 0));
    await all(remoteLines(fetcher, URL_FILE, 55));
    expect(asked).toEqual([null, "bytes=55-"]);
  });

  it("that was read to its end has nothing more", async () => {
    expect(await all(remoteLines(server(file).fetcher, URL_FILE, file.length))).toEqual([]);
  });

  it("keeps a last line without its newline when it is whole, and a torn one back", async () => {
    const ended = await all(remoteLines(async () => new Response('{"id":1}\n{"id":2}'), URL_FILE, 0));
    expect(ended).toEqual([{ line: '{"id":1}', end: 9 }, { line: '{"id":2}', end: 17 }]);
    const torn = await all(remoteLines(async () => new Response('{"id":1}\n{"id":', { headers: { "content-length": "17" } }), URL_FILE, 0));
    const unmeasured = await all(remoteLines(async () => new Response('{"id":1}\n{"id":'), URL_FILE, 0));
    for (const read of [torn, unmeasured]) expect(read).toEqual([{ line: '{"id":1}', end: 9 }, { kind: "broken", because: "The file broke off in the line after byte 9." }]);
    const short = await all(remoteLines(async () => new Response('{"id":1}\n', { headers: { "content-length": "17" } }), URL_FILE, 0));
    expect(short.at(-1)).toEqual({ kind: "broken", because: "The file ended at byte 9 of 17." });
  });

  it("ends broken, never with an exception, when the server fails or is gone", async () => {
    for (const fetcher of [async () => new Response("expired", { status: 403 }), async () => Promise.reject(new TypeError("fetch failed"))]) {
      expect(await all(remoteLines(fetcher, URL_FILE, 0))).toEqual([{ kind: "broken", because: expect.stringMatching(/403|fetch failed/) }]);
    }
  });
});
