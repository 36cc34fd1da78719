import { expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { createEasypostRegistry } from "./register.ts";

const NOW = 1_800_000_000_000 as Instant;
const registry = (answer: () => Promise<Response>) => {
  const sent: { url: string; authorization: string | null; body: unknown }[] = [];
  const watch = createEasypostRegistry({
    clock: () => NOW,
    fetch: (input, init) => {
      sent.push({ url: String(input), authorization: new Headers(init?.headers).get("authorization"), body: JSON.parse(String(init?.body)) });
      return answer();
    },
  });
  const ask = (carrier: string | null = "DHL Express") => watch({ shop: "hearth.myshopify.com" as ShopId, apiKey: "EZAK1", trackingNumber: "123", carrier });
  return { sent, ask };
};

it("asks EasyPost to watch the parcel, with the shop's key and EasyPost's name of the carrier", async () => {
  const { sent, ask } = registry(async () => Response.json({ id: "trk_91", object: "Tracker" }, { status: 201 }));
  expect(await ask()).toEqual({ outcome: "sent", detail: "trk_91" });
  expect(sent).toEqual([{ url: "https://api.easypost.com/v2/trackers", authorization: `Basic ${Buffer.from("EZAK1:").toString("base64")}`, body: { tracker: { tracking_code: "123", carrier: "DHLExpress" } } }]);
});

it("leaves an unknown carrier for EasyPost to find out", async () => {
  for (const carrier of ["Uncle Bob", null, "constructor"]) {
    const { sent, ask } = registry(async () => Response.json({ id: "trk_1" }));
    await ask(carrier);
    expect(sent[0]?.body).toEqual({ tracker: { tracking_code: "123" } });
  }
});

it("tells apart what may work later from what never will", async () => {
  const outcome = async (answer: () => Promise<Response>) => registry(answer).ask();
  expect(await outcome(async () => new Response("", { status: 429, headers: { "retry-after": "60" } }))).toMatchObject({ outcome: "unavailable", retryAt: NOW + 60_000 });
  expect(await outcome(async () => new Response("", { status: 500 }))).toMatchObject({ outcome: "unavailable", retryAt: null });
  expect(await outcome(async () => Promise.reject(new TypeError("fetch failed")))).toMatchObject({ outcome: "unavailable" });
  expect(await outcome(async () => new Response("", { status: 401 }))).toEqual({ outcome: "refused", because: "EasyPost does not accept the API key." });
  expect(await outcome(async () => Response.json({ error: { message: "The tracking code is invalid." } }, { status: 422 }))).toMatchObject({ outcome: "refused", because: "EasyPost answered 422: The tracking code is invalid." });
});
