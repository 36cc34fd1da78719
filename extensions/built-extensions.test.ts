import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { signal, type ApiDescription } from "../simulator/extension-host/extension-run.ts";
import { loadExtension, type LoadedExtension } from "../simulator/extension-host/load-extension.ts";
import { mountInNode, type NodeMount, type NodeMountOptions } from "../simulator/extension-host/mount-in-node.ts";
import { BUNDLE_LIMIT_BYTES, buildExtensions, type BuiltExtension } from "./build.ts";

const NOON_ON_FRIDAY = Date.parse("2026-11-20T17:00:00Z");
const second = (iso: string): number => Date.parse(iso) / 1_000;
const TABLE = {
  v: 2, id: "t7", apiUrl: "https://hither.example.com/", published: second("2026-11-20T12:00:00Z"), expires: second("2026-11-23T12:00:00Z"), style: "range",
  days: [{ day: "2026-11-20", until: second("2026-11-20T19:00:00Z") }, { day: "2026-11-23", until: second("2026-11-23T19:00:00Z") }],
  services: ["express"],
  lanes: { US: { "*": [4, 10, 2, 8], express: [3, 4, 1, 2] }, "US-CA": { "*": [6, 11, 4, 9] }, "US-CA-941": { "*": [7, 7, 5, 5] }, AQ: { "*": [-1, -1, -1, -1] } },
  ships: [2, 1], busy: false,
};
const SHIPPING_OPTION = "purchase.checkout.shipping-option-item.render-after";
const THANK_YOU = "purchase.thank-you.block.render";
const ORDER_STATUS = "customer-account.order-status.block.render";

const metafields = (table: unknown) => signal([{ target: { type: "shop", id: "gid://shopify/Shop/1" }, metafield: { namespace: "$app", key: "delivery_dates", value: JSON.stringify(table), type: "json" } }]);
const option = (title: string, type = "shipping") => ({ type, title, handle: title.toLowerCase() });

const mount = async (options: NodeMountOptions): Promise<NodeMount> => {
  const mounted = await mountInNode({ clock: { base: NOON_ON_FRIDAY, anchor: Date.now(), speed: 0 }, ...options });
  onTestFinished(() => mounted.stop());
  return mounted;
};

let built: BuiltExtension[] = [];
let checkout: LoadedExtension;
let tracking: LoadedExtension;
beforeAll(async () => {
  built = await buildExtensions();
  checkout = loadExtension("checkout-delivery-date");
  tracking = loadExtension("order-status-tracking");
});

it("every bundle is well under Shopify's limit", () => {
  expect(built.map(({ handle }) => handle)).toEqual(["checkout-delivery-date", "order-status-tracking"]);
  for (const { compressedBytes } of built) expect(compressedBytes).toBeLessThan(BUNDLE_LIMIT_BYTES / 4);
});

describe("the date under a shipping option", () => {
  const noted = (value: string) => signal([{ key: "gift", value: "yes" }, { key: "_hither_date", value }]);
  const api = (changes: ApiDescription = {}): ApiDescription => ({
    target: signal(option("Standard")), isTargetSelected: signal(false), appMetafields: metafields(TABLE), shippingAddress: signal({ countryCode: "US" }),
    localization: { country: signal({ isoCode: "US" }), language: signal({ isoCode: "en" }), timezone: signal("America/New_York") },
    attributes: signal([]), instructions: signal({ attributes: { canUpdateAttributes: true } }), ...changes,
  });
  const onOption = (changes?: ApiDescription, options: Partial<NodeMountOptions> = {}) => mount({ extension: checkout, target: SHIPPING_OPTION, api: api(changes), ...options });

  it("says when the order would arrive", async () => {
    const page = await onOption();
    expect(await page.until((tree) => tree !== "")).toBe('<s-stack gap="none">\n  <s-text color="subdued">\n    "Arrives Tue, Nov 24 – Mon, Nov 30"');
  });

  it("follows the buyer to another option, another state, another postcode and another country", async () => {
    const page = await onOption();
    await page.until((tree) => tree.includes("Nov 30"));
    await page.set("target", option("Express by UPS"));
    expect(await page.until((tree) => !tree.includes("Nov 30"))).toContain("Arrives Mon, Nov 23 – Tue, Nov 24");
    await page.set("target", option("Standard"));
    await page.set("shippingAddress", { countryCode: "US", provinceCode: "CA" });
    expect(await page.until((tree) => tree.includes("Dec 1"))).toContain("Arrives Thu, Nov 26 – Tue, Dec 1");
    await page.set("shippingAddress", { countryCode: "US", provinceCode: "CA", zip: "94110-1234" });
    expect(await page.until((tree) => !tree.includes("Dec 1"))).toContain('"Arrives Fri, Nov 27"');
    await page.set("shippingAddress", { countryCode: "FR" });
    expect(await page.until((tree) => tree === "")).toBe("");
  });

  it.each([
    ["range", "en-US", "Arrives Tue, Nov 24 – Mon, Nov 30"], ["latest", "en-US", "Arrives by Mon, Nov 30 at the latest"], ["arrives_by", "en-US", "Arrives by Mon, Nov 30"],
    ["range", "de-DE", "Kommt an: Di., 24. Nov. – Mo., 30. Nov."], ["latest", "de-DE", "Kommt spätestens an: Mo., 30. Nov."], ["arrives_by", "de-DE", "Kommt an bis: Mo., 30. Nov."],
  ])("says it in the style %s, in %s", async (style, locale, text) => {
    const page = await onOption({ appMetafields: metafields({ ...TABLE, style }) }, { locale });
    expect(await page.until((tree) => tree !== "")).toContain(JSON.stringify(text));
  });

  it.each([
    // It counts on Friday and has left two days later; over a weekend it counts on Monday and leaves on Tuesday, three days from Saturday.
    [NOON_ON_FRIDAY, "High order volume: ships in 2 days"], [Date.parse("2026-11-21T17:00:00Z"), "High order volume: ships in 3 days"],
    [Date.parse("2026-11-23T04:00:00Z"), "High order volume: ships in 2 days"], [Date.parse("2026-11-23T06:00:00Z"), "High order volume: ships in 1 day"],
  ])("says that much is waiting, and when it leaves as the buyer counts days", async (base, text) => {
    const page = await onOption({ appMetafields: metafields({ ...TABLE, busy: true }) }, { clock: { base, anchor: Date.now(), speed: 0 } });
    expect(await page.until((tree) => tree !== "")).toContain(`  <s-text color="subdued">\n    ${JSON.stringify(text)}`);
  });

  it("says that it ships today where it does", async () => {
    const page = await onOption({ appMetafields: metafields({ ...TABLE, busy: true, ships: [0, 0] }) });
    expect(await page.until((tree) => tree !== "")).toContain("High order volume: ships today");
  });

  it("moves with the clock while the buyer lingers past the cut-off", async () => {
    const page = await onOption({}, { clock: { base: TABLE.days[0]!.until * 1_000 - 3_000, anchor: Date.now(), speed: 1 } });
    expect(await page.until((tree) => tree !== "")).toContain("Arrives Tue, Nov 24 – Mon, Nov 30");
    await page.until((tree) => (void page.advance(60_000), tree.includes("Arrives Wed, Nov 25 – Tue, Dec 1")));
  });

  it("guesses the country of the market while it may not see the address", async () => {
    const { shippingAddress: _withheld, ...rest } = api();
    const page = await mount({ extension: checkout, target: SHIPPING_OPTION, api: rest });
    expect(await page.until((tree) => tree !== "")).toContain("Arrives Tue, Nov 24");
  });

  it.each([
    ["the table has expired", { appMetafields: metafields({ ...TABLE, expires: second("2026-11-20T17:00:00Z") }) }],
    ["the table's days have passed", { appMetafields: metafields({ ...TABLE, days: TABLE.days.map(({ day }) => ({ day, until: second("2026-11-20T17:00:00Z") })) }) }],
    ["the table is of an unknown version", { appMetafields: metafields({ ...TABLE, v: 3 }) }],
    ["the table is broken", { appMetafields: metafields({ ...TABLE, ships: [2] }) }],
    ["there is no table", { appMetafields: signal([]) }],
    ["the lane has no date", { shippingAddress: signal({ countryCode: "AQ" }) }],
    ["no lane goes there", { shippingAddress: signal({ countryCode: "FR" }) }],
    ["the shop delivers by itself", { target: signal(option("Local delivery", "local")) }],
  ])("shows nothing when %s", async (_why, changes) => {
    const page = await onOption(changes);
    expect(await page.settled()).toBe("");
  });

  it("settles with a date where there is one to show", async () => {
    expect(await (await onOption()).settled()).toContain("Arrives");
  });

  describe("notes what it showed on the order", () => {
    const listening = (changes: ApiDescription = {}, answer: unknown = { type: "success" }) => {
      const asked: unknown[] = [];
      const applyAttributeChange = (change: unknown) => (asked.push(change), answer);
      return { asked, page: onOption({ isTargetSelected: signal(true), applyAttributeChange, ...changes }) };
    };
    const update = (value: string) => ({ type: "updateAttribute", key: "_hither_date", value });

    it("once, and again when it changes", async () => {
      const { asked, page: mounting } = listening();
      const page = await mounting;
      await page.until(() => asked.length === 1);
      await page.set("attributes", [{ key: "_hither_date", value: "2026-11-24/2026-11-30/t7" }]);
      await page.settled();
      await page.set("target", option("Express"));
      await page.until(() => asked.length === 2);
      expect(await page.settled()).toContain("Nov 23");
      expect(asked).toEqual([update("2026-11-24/2026-11-30/t7"), update("2026-11-23/2026-11-24/t7")]);
    });

    it("not under an option that is not selected, until it is", async () => {
      const { asked, page: mounting } = listening({ isTargetSelected: signal(false) });
      const page = await mounting;
      expect(await page.settled()).toContain("Arrives");
      expect(asked).toEqual([]);
      await page.set("isTargetSelected", true);
      await page.until(() => asked.length === 1);
    });

    it.each([
      ["it is noted already", { attributes: noted("2026-11-24/2026-11-30/t7") }],
      ["the checkout does not let it", { instructions: signal({ attributes: { canUpdateAttributes: false } }) }],
      ["nothing was shown and nothing is noted", { appMetafields: signal([]) }],
    ])("not when %s", async (_why, changes) => {
      const { asked, page } = listening(changes);
      await (await page).settled();
      expect(asked).toEqual([]);
    });

    it.each([["there is no date", { appMetafields: signal([]) }], ["the shop delivers by itself", { target: signal(option("Pickup", "local")) }]])("and takes the note of another option back when %s", async (_why, changes) => {
      const { asked, page } = listening({ attributes: noted("2026-11-24/2026-11-30/t7"), ...changes });
      await (await page).until(() => asked.length === 1);
      expect(asked).toEqual([{ type: "removeAttribute", key: "_hither_date" }]);
    });

    it("does not take up a quarrel with another selected option", async () => {
      const { asked, page: mounting } = listening();
      const page = await mounting;
      await page.until(() => asked.length === 1);
      await page.set("attributes", [{ key: "_hither_date", value: "2026-12-01/2026-12-02/t7" }]);
      await page.settled();
      expect(asked).toHaveLength(1);
    });

    it("keeps the date on the page when the note is refused", async () => {
      const { asked, page: mounting } = listening({}, { type: "error", message: "accelerated checkout" });
      const page = await mounting;
      await page.until(() => asked.length === 1);
      expect(await page.settled()).toContain("Arrives Tue, Nov 24");
    });
  });
});

describe.each([
  ["thank-you", THANK_YOU, { orderConfirmation: signal({ order: { id: "gid://shopify/OrderIdentity/9007199254740999" } }) }, "gid://shopify/OrderIdentity/9007199254740999"],
  ["order status", ORDER_STATUS, { order: signal({ id: "gid://shopify/Order/9007199254740999", name: "#1001" }) }, "gid://shopify/Order/9007199254740999"],
] as const)("the tracking block on the %s page", (where, target, own, orderId) => {
  const KNOWN = {
    state: "known", orderName: "#1001", headline: "Arrives Tue, Nov 24", window: { from: "2026-11-24", to: "2026-11-24" }, trackingPageUrl: "https://shop.example/apps/hither/tracking?t=x",
    parcels: [{ label: "Package 1 of 1", milestone: "in_transit", step: 2, headline: "Arrives Tue, Nov 24", detail: "A storm holds up parcels.", tone: "warning", carrier: "UPS", trackingNumber: "1Z1", trackingUrl: "https://ups.example/1Z1", window: null, items: [] }],
  };
  const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "Authorization" };
  const api: ApiDescription = { ...own, attributes: signal([]), appMetafields: metafields(TABLE), checkoutToken: signal("chk1"), localization: { language: signal({ isoCode: "en" }) } };

  /** Answers in turn; the last answer stays. */
  const appWith = (...answers: (() => Response)[]) => {
    const seen: Request[] = [];
    return {
      seen,
      network: (request: Request) => {
        if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: cors });
        seen.push(request);
        return (answers[Math.min(seen.length, answers.length) - 1] as () => Response)();
      },
    };
  };
  const json = (body: unknown) => () => Response.json(body, { headers: cors });
  const onPage = (options: Partial<NodeMountOptions>) => mount({ extension: tracking, target, api, ...options });

  it("asks the app with the session token and shows the answer, the reason and the ways on", async () => {
    const app = appWith(json(KNOWN));
    const page = await onPage({ network: app.network, token: () => "signed.session.token" });
    const tree = await page.until((shown) => shown.includes("<s-link"));
    expect(tree).toContain('"Arrives Tue, Nov 24"');
    expect(tree).toContain('<s-progress accessibilityLabel="Step 2 of 4" max=4 tone="auto" value=2>');
    expect(tree).toContain('<s-text tone="warning">\n          "A storm holds up parcels."');
    expect(tree).toContain('href="https://ups.example/1Z1"');
    expect(tree).toContain('href="https://shop.example/apps/hither/tracking?t=x"');
    expect(tree).not.toContain("Translation missing");
    const asked = new URL(app.seen[0]?.url ?? "");
    expect(`${asked.origin}${asked.pathname}`).toBe("https://hither.example.com/api/ext/order-status");
    expect(Object.fromEntries(asked.searchParams)).toEqual({ surface: where === "thank-you" ? "thank_you" : "order_status", order: orderId, locale: "en", checkout: "chk1" });
    expect(app.seen[0]?.headers.get("authorization")).toBe("Bearer signed.session.token");
  });

  it("waits for an order the app has not heard of, and shows it as soon as it has", async () => {
    const app = appWith(json({ state: "not_yet" }), json({ state: "not_yet" }), json(KNOWN));
    const page = await onPage({ network: app.network });
    await page.until((tree) => tree.includes("being prepared"));
    await page.advance(2_000);
    await page.until(() => app.seen.length === 2);
    expect(page.tree()).toContain("being prepared");
    await tickUntil(page, 3_000, () => page.tree().includes("Arrives Tue, Nov 24"));
  });

  it("refreshes while the page stays open, and keeps what it shows when a refresh fails", async () => {
    const app = appWith(json(KNOWN), json({ ...KNOWN, headline: "Delivered" }), () => new Response("", { status: 503, headers: cors }));
    const page = await onPage({ network: app.network });
    await page.until((tree) => tree.includes('"Arrives Tue, Nov 24"'));
    await page.advance(60_000);
    await page.until((tree) => tree.includes('"Delivered"'));
    await page.advance(60_000);
    await page.until(() => app.seen.length === 3);
    expect(await page.settled()).toContain('"Delivered"');
  });

  it.each([
    ["is down", () => new Response("", { status: 503, headers: cors })],
    ["answers something else", json({ state: "known", headline: 7 })],
    ["forgets its CORS headers", () => Response.json(KNOWN)],
  ])("steps aside when the app %s", async (_what, answer) => {
    const app = appWith(answer);
    const page = await onPage({ network: app.network });
    await page.until(() => app.seen.length === 1);
    expect(page.tree()).toContain("s-skeleton-paragraph");
    await tickUntil(page, 3_000, () => app.seen.length === 2);
    await tickUntil(page, 10_000, () => app.seen.length === 3);
    await page.until((tree) => tree === "");
  });

  it("lets the promise of checkout stand in for an app that is down, on the thank-you page only", async () => {
    const app = appWith(() => new Response("", { status: 503, headers: cors }), () => new Response("", { status: 503, headers: cors }), () => new Response("", { status: 503, headers: cors }), json(KNOWN));
    const page = await mount({ extension: tracking, target, api: { ...api, attributes: signal([{ key: "_hither_date", value: "2026-11-24/2026-11-30/t7" }]) }, network: app.network });
    await page.until(() => app.seen.length === 1);
    const meanwhile = target === THANK_YOU ? ['<s-text type="strong">\n      "Arrives Tue, Nov 24 – Mon, Nov 30"', "As promised at checkout."] : ["s-skeleton-paragraph"];
    await page.settled();
    await page.until((tree) => meanwhile.every((text) => tree.includes(text)));
    await tickUntil(page, 3_000, () => app.seen.length === 2);
    await tickUntil(page, 10_000, () => app.seen.length === 3);
    const inTheEnd = await page.until((tree) => !tree.includes("skeleton"));
    expect(inTheEnd.includes("Arrives Tue, Nov 24 – Mon, Nov 30")).toBe(target === THANK_YOU);
  });

  it("prefers what the app knows to the promise of checkout", async () => {
    const app = appWith(() => new Response("", { status: 503, headers: cors }), json({ ...KNOWN, headline: "Arrives Wed, Nov 25" }));
    const page = await mount({ extension: tracking, target, api: { ...api, attributes: signal([{ key: "_hither_date", value: "2026-11-24/2026-11-30/t7" }]) }, network: app.network });
    await page.until(() => app.seen.length === 1);
    await tickUntil(page, 3_000, () => page.tree().includes("Arrives Wed, Nov 25"));
    expect(page.tree()).not.toContain("As promised at checkout.");
  });

  it.each(["", "yesterday", "2026-11-24/2026-11-30", "2026-11-30/2026-11-24/t7", "2026-13-24/2026-13-30/t7"])("takes the note %j for no promise", async (value) => {
    const app = appWith(() => new Response("", { status: 503, headers: cors }));
    const page = await mount({ extension: tracking, target, api: { ...api, attributes: signal([{ key: "_hither_date", value }]) }, network: app.network });
    await page.until(() => app.seen.length === 1);
    expect(await page.settled()).toContain("s-skeleton-paragraph");
  });

  it("has no network without the capability", async () => {
    const app = appWith(json(KNOWN));
    const page = await onPage({ network: app.network, capabilities: [] });
    await page.until((tree) => tree.includes("s-skeleton-paragraph"));
    await tickUntil(page, 10_000, () => page.tree() === "");
    expect(app.seen).toHaveLength(0);
  });

  it("stays silent while the app has published nothing", async () => {
    const app = appWith(json(KNOWN));
    const page = await mount({ extension: tracking, target, api: { ...api, appMetafields: signal([]) }, network: app.network });
    await page.until((tree) => tree === "");
    expect(app.seen).toHaveLength(0);
  });

  it("shows several parcels apart and leaves out what it was not told", async () => {
    const [parcel] = KNOWN.parcels;
    const anonymous = { ...parcel, carrier: null, trackingNumber: null, trackingUrl: null, detail: null, step: 0, headline: "Unknown" };
    const app = appWith(json({ ...KNOWN, headline: "1 of 2 delivered", parcels: [{ ...parcel, label: "Package 1 of 2" }, { ...anonymous, label: "Package 2 of 2" }] }));
    const page = await onPage({ network: app.network });
    const tree = await page.until((shown) => shown.includes("Package 2 of 2"));
    expect(tree.match(/<s-progress/g)).toHaveLength(1);
    expect(tree).toContain("Package 1 of 2");
    expect(tree).not.toContain("null");
  });
});

/** Lets simulated seconds pass until it happens: a timer is only due once the answer before it has been read. */
const tickUntil = async (page: NodeMount, ms: number, happened: () => boolean): Promise<void> => {
  for (let step = 0; step < 50 && !happened(); step += 1) {
    await page.advance(ms);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(happened()).toBe(true);
};
