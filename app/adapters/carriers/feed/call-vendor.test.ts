import { describe, expect, it } from "vitest";
import type { Instant } from "#app/domain/shared/time.ts";
import { callVendor, retryAt, type VendorCall } from "./call-vendor.ts";

const NOW = Date.UTC(2026, 10, 20, 15) as Instant;
const ask = (answer: () => Response | Promise<Response>, more: Partial<VendorCall> = {}) => {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const result = callVendor({ fetch: async (url, init) => (sent.push({ url: String(url), init }), answer()), vendor: "Acme", url: "https://api.acme.example/x", now: NOW, ...more });
  return { sent, result };
};

describe("a call to a vendor", () => {
  it("goes out as JSON or as a form, follows no redirect and has a deadline", async () => {
    const json = ask(() => Response.json({}), { method: "POST", json: { a: 1 } });
    await json.result;
    expect(json.sent[0]?.init).toMatchObject({ method: "POST", redirect: "error", body: '{"a":1}' });
    expect(new Headers(json.sent[0]?.init?.headers).get("content-type")).toBe("application/json");
    expect(json.sent[0]?.init?.signal).toBeInstanceOf(AbortSignal);
    const form = ask(() => Response.json({}), { method: "POST", form: { a: "b c" } });
    await form.result;
    expect(form.sent[0]?.init?.body).toBe("a=b+c");
  });

  it("tells what may work later from what never will", async () => {
    for (const status of [408, 429, 500, 503]) expect(await ask(() => new Response("", { status })).result).toEqual({ outcome: "unavailable", because: `Acme answered ${status}.`, retryAt: null });
    for (const status of [401, 403]) expect(await ask(() => new Response("", { status })).result).toEqual({ outcome: "refused", because: "Acme does not accept the credentials." });
    expect(await ask(() => Response.json({ m: "No such thing." }, { status: 422 }), { wordsOf: (json) => (json as { m: string }).m }).result).toEqual({ outcome: "refused", because: "Acme answered 422: No such thing." });
    expect(await ask(() => Response.json({ m: 1 }, { status: 404 }), { expected: [404] }).result).toMatchObject({ outcome: "answered", status: 404, json: { m: 1 } });
    expect(await ask(() => Promise.reject(new TypeError("fetch failed"))).result).toEqual({ outcome: "unavailable", because: "Acme cannot be reached: TypeError.", retryAt: null });
    expect(await ask(() => new Response("<html>")).result).toMatchObject({ outcome: "answered", json: undefined, text: "<html>" });
  });

  it("repeats no secret the vendor repeats, and nothing longer than a sentence", async () => {
    const { result } = ask(() => Response.json({ m: `The key hush-hush is wrong. ${"x".repeat(500)}` }, { status: 400 }), { wordsOf: (json) => (json as { m: string }).m, secrets: ["hush-hush", ""] });
    const { because } = (await result) as { because: string };
    expect(because).not.toContain("hush");
    expect(because.length).toBeLessThan(240);
  });

  it("reads no endless body", async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
    expect(await ask(() => new Response(endless)).result).toMatchObject({ outcome: "unavailable", because: "Acme answered more than anybody can read." });
  });
});

describe("when a vendor wants to be asked again", () => {
  it.each([
    ["seconds", { "retry-after": "60" }, 60_000],
    ["a date", { "retry-after": "Fri, 20 Nov 2026 15:02:00 GMT" }, 120_000],
    ["Unix seconds", { "x-ratelimit-reset": String(NOW / 1_000 + 3) }, 3_000],
    ["seconds from now", { "x-ratelimit-reset": "5" }, 5_000],
    ["the clearer of two", { "retry-after": "2", "x-ratelimit-reset": "9" }, 2_000],
    ["a year, which nobody waits", { "retry-after": "31536000" }, 24 * 3_600_000],
  ])("is read from %s", (_, headers, later) => {
    expect(retryAt(new Headers(headers), NOW)).toBe(NOW + later);
  });

  it("is unknown where nothing or nonsense is said, or a time that has passed", () => {
    for (const headers of [{}, { "retry-after": "soon" }, { "retry-after": "0" }, { "retry-after": "Fri, 20 Nov 2026 14:00:00 GMT" }, { "x-ratelimit-reset": "-5" }]) expect(retryAt(new Headers(headers), NOW), JSON.stringify(headers)).toBeNull();
  });
});
