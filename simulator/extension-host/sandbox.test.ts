import { describe, expect, it, onTestFinished } from "vitest";
import { fetchUnderCors } from "./cors.ts";
import { signal, type ApiDescription } from "./extension-run.ts";
import type { LoadedExtension } from "./load-extension.ts";
import { mountInNode } from "./mount-in-node.ts";

const TARGET = "purchase.thank-you.block.render";
const extension = (body: string): LoadedExtension => ({
  handle: "planted", targets: [TARGET], capabilities: [], metafields: [], defaultLocale: "en",
  locales: { en: { hello: "Hello {{name}}", parcels: { one: "{{count}} parcel", other: "{{count}} parcels" }, only: "English only" }, de: { hello: "Hallo {{name}}" } },
  code: `shopify.extend("${TARGET}", () => { const add = (tag, text, attributes = {}) => { const element = document.createElement(tag); for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value); element.append(text); document.body.append(element); }; ${body} });`,
});
const mount = async (body: string, options: { api?: ApiDescription; locale?: string } = {}) => {
  const mounted = await mountInNode({ extension: extension(body), target: TARGET, api: options.api ?? {}, ...(options.locale ? { locale: options.locale } : {}), clock: { base: Date.parse("2026-11-20T15:00:00Z"), anchor: Date.now(), speed: 0 } });
  onTestFinished(() => mounted.stop());
  return mounted;
};

describe("the sandbox", () => {
  it("refuses an element the surface has not", async () => {
    await expect(mount(`add("div", "x");`)).rejects.toThrow("<div> is not a component of this surface");
  });

  it("refuses an attribute the component has not", async () => {
    await expect(mount(`add("s-text", "x", { "colour": "red" });`)).rejects.toThrow("<s-text> has no attribute colour");
  });

  it("refuses a bundle that does not register the target", async () => {
    await expect(mountInNode({ extension: { ...extension(""), code: "" }, target: TARGET, api: {} })).rejects.toThrow(`does not register ${TARGET}`);
  });

  it("has no storage and no way around fetch", async () => {
    const page = await mount(`add("s-text", [typeof localStorage, typeof indexedDB, typeof XMLHttpRequest, typeof WebSocket, typeof importScripts].join());`);
    expect(await page.settled()).toContain("undefined,undefined,undefined,undefined,undefined");
  });

  it("refuses the network that was not granted", async () => {
    const page = await mount(`fetch("https://example.com").catch((error) => add("s-text", error.message));`);
    expect(await page.settled()).toContain("network_access is not granted");
  });

  it("follows the simulated clock", async () => {
    const page = await mount(`add("s-text", new Date().toISOString() + " " + Date.now() + " " + new Date(0).getTime());`);
    expect(await page.settled()).toContain(`2026-11-20T15:00:00.000Z ${Date.parse("2026-11-20T15:00:00Z")} 0`);
  });

  it("translates with replacements and plurals, falls back to the default language and complains aloud", async () => {
    const page = await mount(`for (const [key, values] of [["hello", { name: "Ada" }], ["parcels", { count: 2 }], ["only"], ["nowhere.to.be.found"]]) add("s-text", shopify.i18n.translate(key, values));`, { locale: "de-AT" });
    const tree = await page.settled();
    for (const text of ["Hallo Ada", "2 parcels", "English only", "Translation missing: nowhere.to.be.found"]) expect(tree).toContain(JSON.stringify(text));
  });

  it("passes the acts of the surface on and hands back their results", async () => {
    const asked: unknown[] = [];
    const applyAttributeChange = (change: unknown) => (asked.push(change), { type: "success" });
    const page = await mount(`shopify.applyAttributeChange({ type: "updateAttribute", key: "a", value: "1" }).then((result) => add("s-text", result.type));`, { api: { applyAttributeChange } });
    expect(await page.until((tree) => tree !== "")).toContain("success");
    expect(asked).toEqual([{ type: "updateAttribute", key: "a", value: "1" }]);
    await expect(mount(`shopify.applyNoteChange({});`)).rejects.toThrow("applyNoteChange is not a function");
  });

  it("knows only the signals the surface has", async () => {
    const page = await mount(`add("s-text", shopify.order.value.id);`, { api: { order: signal({ id: "7" }) } });
    expect(await page.settled()).toContain('"7"');
    await expect(page.set("shippingAddress", {})).rejects.toThrow("the surface has no signal shippingAddress");
  });
});

describe("the rules of the browser", () => {
  const ask = (respond: (request: Request) => Response, headers: Record<string, string> = { authorization: "Bearer x" }) =>
    fetchUnderCors(respond, { url: "https://app.test/x", method: "GET", headers, body: null });
  const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "Authorization" };

  it("ask first when the request carries a token, from an opaque origin", async () => {
    const seen: string[] = [];
    await ask((request) => (seen.push(`${request.method} ${request.headers.get("origin")}`), new Response("", { headers: open })));
    expect(seen).toEqual(["OPTIONS null", "GET null"]);
  });

  it("do not ask first for a plain request", async () => {
    const seen: string[] = [];
    await ask((request) => (seen.push(request.method), new Response("ok", { headers: open })), { accept: "application/json" });
    expect(seen).toEqual(["GET"]);
  });

  it.each([
    ["no permission for the origin", {}, "preflight was refused"], ["permission for another origin", { ...open, "access-control-allow-origin": "https://shop.test" }, "preflight was refused"],
    ["no permission for the token", { "access-control-allow-origin": "*" }, "does not allow authorization"], ["a star for the token", { ...open, "access-control-allow-headers": "*" }, "does not allow authorization"],
  ])("keep the answer back for %s", async (_what, headers, why) => {
    await expect(ask(() => new Response("secret", { headers: headers as Record<string, string> }))).rejects.toThrow(why);
  });

  it("keep a readable preflight's unreadable answer back", async () => {
    await expect(ask((request) => new Response("secret", request.method === "OPTIONS" ? { headers: open } : {}))).rejects.toThrow("no Access-Control-Allow-Origin");
  });
});
