import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { boundedBody } from "./bounded-body.server.ts";
import { isSignedByShopify } from "./signed-body.server.ts";

const body = Buffer.from('{"shopify_domain":"hearth-and-wool.myshopify.com"}');
const signature = (secret: string, bytes: Uint8Array = body) => createHmac("sha256", secret).update(bytes).digest("base64");

describe("a signed body", () => {
  test("is accepted with the present and the previous secret", () => {
    expect(isSignedByShopify(body, signature("now"), ["now", "before"])).toBe(true);
    expect(isSignedByShopify(body, signature("before"), ["now", "before"])).toBe(true);
  });

  test.each([["missing", null], ["empty", ""], ["not base64", "%%%"], ["of another secret", signature("theirs")], ["of other bytes", signature("now", Buffer.from("{}"))], ["cut short", signature("now").slice(0, 20)]])("is refused when its signature is %s", (_name, given) => {
    expect(isSignedByShopify(body, given, ["now"])).toBe(false);
  });
});

describe("a bounded body", () => {
  const request = (content: string | ReadableStream<Uint8Array>) => new Request("https://hither.example/x", { method: "POST", body: content, duplex: "half" } as RequestInit);

  test("is read whole up to the limit", async () => {
    const read = await boundedBody(request("12345678"), 8);
    expect(read.outcome === "read" && Buffer.from(read.bytes).toString()).toBe("12345678");
  });

  test("is refused beyond it, whether or not its length was announced", async () => {
    expect(await boundedBody(request("123456789"), 8)).toEqual({ outcome: "too_large" });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array((sent += 4) && 4)) });
    expect(await boundedBody(request(endless), 8)).toEqual({ outcome: "too_large" });
    expect(sent).toBeLessThan(100);
  });

  test("may be missing", async () => {
    expect(await boundedBody(new Request("https://hither.example/x"), 8)).toEqual({ outcome: "read", bytes: new Uint8Array() });
  });
});
