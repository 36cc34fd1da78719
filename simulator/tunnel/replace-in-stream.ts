import { Transform } from "node:stream";

/**
 * Replaces texts in a stream of bytes as it passes. A needle may lie across two chunks: what could be the beginning of one is held
 * back until it is decided. Needles and replacements are ASCII, so bytes of other characters are never touched.
 */
export function replaceInStream(pairs: readonly (readonly [needle: string, replacement: string])[]): Transform {
  let held = "";
  const replaced = (text: string): string => pairs.reduce((result, [needle, replacement]) => result.replaceAll(needle, replacement), text);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = replaced(held + chunk.toString("latin1"));
      const keep = longestOpenEnd(text, pairs.map(([needle]) => needle));
      held = text.slice(text.length - keep);
      done(null, Buffer.from(text.slice(0, text.length - keep), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(held, "latin1"));
    },
  });
}

/** Length of the longest end of `text` with which a needle begins. */
function longestOpenEnd(text: string, needles: readonly string[]): number {
  const longest = Math.max(...needles.map((needle) => needle.length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (needles.some((needle) => needle.startsWith(end))) return length;
  }
  return 0;
}
