/** A line of a file and the byte after it, newline included. */
export type FileLine = { readonly line: string; readonly end: number };
export type FileBroken = { readonly kind: "broken"; readonly because: string };

const NEWLINE = 10;
/** Nothing heard for this long counts as a broken connection. */
const IDLE_MS = 30_000;
/** No row of an export comes near this; a longer one is not our file. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** Splits chunks at newlines, on bytes: a character cut in two by a chunk's end is whole again, and `end` is exact. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<FileLine & { readonly complete: boolean }> {
  let pending: Buffer[] = [];
  let size = 0;
  let end = from;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      const line = Buffer.concat([...pending, chunk.subarray(start, at)]).toString("utf8");
      end += size + at + 1 - start;
      pending = [];
      size = 0;
      start = at + 1;
      yield { line, end, complete: true };
    }
    if (start === chunk.length) continue;
    pending.push(Buffer.from(chunk.subarray(start)));
    size += chunk.length - start;
    if (size > LONGEST_LINE) throw new Error("a line is longer than any row of an export");
  }
  if (size > 0) yield { line: Buffer.concat(pending).toString("utf8"), end: end + size, complete: false };
}

/** What a server that ignores `Range` sends from the beginning, without the part already read. */
async function* skipping(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The chunks of a body; `stop` is called when none arrives for a while, which makes the stream fail. */
async function* watched(body: ReadableStream<Uint8Array>, stop: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const timer = setTimeout(stop, IDLE_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The file's full length, when the answer states it. */
const lengthOf = (response: Response): number | null => {
  const stated = response.status === 206 ? /\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] : response.headers.get("content-length");
  return stated === null || stated === undefined ? null : Number(stated);
};

const isComplete = (line: string): boolean => {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
};

/**
 * The lines of a remote file from byte `from` on. Never throws: what goes wrong is the last thing it yields, and reading
 * goes on from the last `end`. Asks for the bytes as they are (no compression), so that offsets mean the same every time.
 */
export async function* remoteLines(fetch: typeof globalThis.fetch, url: string, from: number): AsyncGenerator<FileLine | FileBroken> {
  const abort = new AbortController();
  let end = from;
  try {
    const connecting = setTimeout(() => abort.abort(), IDLE_MS);
    const response = await fetch(url, { signal: abort.signal, headers: { "accept-encoding": "identity", ...(from > 0 ? { range: `bytes=${from}-` } : {}) } }).finally(() => clearTimeout(connecting));
    if (response.status === 416) return void (await response.body?.cancel()); // everything was read before
    if (response.status !== 200 && response.status !== 206) {
      await response.body?.cancel();
      return yield { kind: "broken", because: `The file's server answered ${response.status}.` };
    }
    const length = lengthOf(response);
    const bytes = response.body === null ? [] : watched(response.body, () => abort.abort());
    const wanted = response.status === 200 && from > 0 ? skipping(toAsync(bytes), from) : toAsync(bytes);
    for await (const { line, end: after, complete } of linesOf(wanted, from)) {
      // A last line without its newline is whole when the file ends there, and a torn one otherwise.
      if (!complete && (length === null ? !isComplete(line) : after < length)) return yield { kind: "broken", because: `The file broke off in the line after byte ${end}.` };
      end = after;
      yield { line, end };
    }
    if (length !== null && end < length) yield { kind: "broken", because: `The file ended at byte ${end} of ${length}.` };
  } catch (error) {
    yield { kind: "broken", because: `The connection broke at byte ${end}: ${error instanceof Error ? error.message : "unknown error"}.` };
  }
}

async function* toAsync(chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
