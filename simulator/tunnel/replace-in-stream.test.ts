import fc from "fast-check";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { replaceInStream } from "./replace-in-stream.ts";

async function through(chunks: Buffer[], pairs: [string, string][]): Promise<Buffer> {
  const out: Buffer[] = [];
  for await (const chunk of Readable.from(chunks).pipe(replaceInStream(pairs))) out.push(chunk as Buffer);
  return Buffer.concat(out);
}

describe("replacing in a stream", () => {
  it("gives the same as replacing in the whole text, however it is cut", async () => {
    const word = fc.constantFrom("https://cdn.shopify.com/", "https://cdn.shopi", "h", "ht", "größe 🧶 ", "x", "https://");
    await fc.assert(
      fc.asyncProperty(fc.array(word), fc.array(fc.nat(40), { maxLength: 12 }), async (words, cuts) => {
        const whole = Buffer.from(words.join(""));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) chunks.push(whole.subarray(at, (at += cut)));
        chunks.push(whole.subarray(at));
        const result = await through(chunks, [["https://cdn.shopify.com/", "/cdn/"]]);
        expect(result.toString()).toBe(words.join("").replaceAll("https://cdn.shopify.com/", "/cdn/"));
      }),
    );
  });

  it("does not hold back what cannot become a needle", async () => {
    const stream = replaceInStream([["https://cdn.shopify.com/", "/cdn/"]]);
    const first = new Promise<string>((resolve) => stream.once("data", (chunk: Buffer) => resolve(chunk.toString())));
    stream.write("<p>shown at once</p>");
    expect(await first).toBe("<p>shown at once</p>");
    stream.end();
  });
});
