import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { signal, type ApiDescription } from "../simulator/extension-host/extension-run.ts";
import { loadExtension, type LoadedExtension } from "../simulator/extension-host/load-extension.ts";
import { mountInNode, type NodeMount, type NodeMountOptions } from "../simulator/extension-host/mount-in-node.ts";
import { BUNDLE_LIMIT_BYTES, buildExtensions, type BuiltExtension } from "./build.ts";

const NOON_ON_FRIDAY = Date.parse("2026-11-20T17:00:00Z");
const RULES = {
  v: 1, apiUrl: "https://hither.example.com/", publishedAt: "2026-11-20T00:00:00Z", expiresAt: "2026-11-27T00:00:00Z", timeZone: "America/New_York", cutoff: "14:00",
  workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5], closedDates: [], handlingDays: { min: 0, max: 1 },
  transit: [{ country: "US", method: "express", minDays: 1, maxDays: 1 }, { country: "US", method: null, minDays: 2, maxDays: 5 }],
};
const SHIPPING_OPTION = "purchase.checkout.shipping-option-item.render-after";
const THANK_YOU = "purchase.thank-you.block.render";
const ORDER_STATUS = "customer-account.order-status.block.render";

const metafields = (rules: unknown) => signal([{ target: { type: "shop", id: "gid://shopify/Shop/1" }, metafield: { namespace: "$app", key: "delivery_rules", value: JSON.stringify(rules), type: "json" } }]);
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
  const api = (changes: ApiDescription = {}): ApiDescription => ({
    target: signal(option("Standard")), appMetafields: metafields(RULES), shippingAddress: signal({ countryCode: "US" }),
    localization: { country: signal({ isoCode: "US" }), language: signal({ isoCode: "en" }) }, ...changes,
  });
  const onOption = (changes?: ApiDescription, options: Partial<NodeMountOptions> = {}) => mount({ extension: checkout, target: SHIPPING_OPTION, api: api(changes), ...options });

  it("says when the order would arrive", async () => {
    const page = await onOption();
    expect(await page.until((tree) => tree !== "")).toBe('<s-text color="subdued">\n  "Arrives Tue, Nov 24 – Mon, Nov 30"');
  });

  it("follows the buyer to another option and another country", async () => {
    const page = await onOption();
    await page.until((tree) => tree.includes("Nov 30"));
    await page.set("target", option("Express by UPS"));
    expect(await page.until((tree) => !tree.includes("Nov 30"))).toContain("Arrives Mon, Nov 23 – Tue, Nov 24");
    await page.set("shippingAddress", { countryCode: "FR" });
    expect(await page.until((tree) => tree === "")).toBe("");
  });

  it("guesses the country of the market while it may not see the address", async () => {
    const { shippingAddress: _withheld, ...rest } = api();
    const page = await mount({ extension: checkout, target: SHIPPING_OPTION, api: rest });
    expect(await page.until((tree) => tree !== "")).toContain("Arrives Tue, Nov 24");
  });

  it("speaks German to a German buyer", async () => {
    const page = await onOption({}, { locale: "de-DE" });
    expect(await page.until((tree) => tree !== "")).toContain("Kommt an: Di., 24. Nov.");
  });

  it.each([
    ["the rules have expired", { appMetafields: metafields({ ...RULES, expiresAt: "2026-11-20T16:59:59Z" }) }],
    ["the rules are of an unknown version", { appMetafields: metafields({ ...RULES, v: 2 }) }],
    ["there are no rules", { appMetafields: signal([]) }],
    ["the shop delivers by itself", { target: signal(option("Local delivery", "local")) }],
  ])("shows nothing when %s", async (_why, changes) => {
    const page = await onOption(changes);
    expect(await page.settled()).toBe("");
  });

  it("settles with a date where there is one to show", async () => {
    expect(await (await onOption()).settled()).toContain("Arrives");
  });
});

describe.each([
  ["thank-you", THANK_YOU, { orderConfirmation: signal({ order: { id: "gid://shopify/OrderIdentity/9007199254740999" } }) }, "gid://shopify/OrderIdentity/9007199254740999"],
  ["order status", ORDER_STATUS, { order: signal({ id: "gid://shopify/Order/9007199254740999", name: "#1001" }) }, "gid://shopify/Order/9007199254740999"],
] as const)("the tracking block on the %s page", (_page, target, own, orderId) => {
  const KNOWN = {
    state: "known", orderName: "#1001", headline: "Arrives Tue, Nov 24", window: { from: "2026-11-24", to: "2026-11-24" }, trackingPageUrl: "https://shop.example/apps/hither/tracking?t=x",
    parcels: [{ label: "Package 1 of 1", milestone: "in_transit", step: 2, headline: "Arrives Tue, Nov 24", detail: "A storm holds up parcels.", tone: "warning", carrier: "UPS", trackingNumber: "1Z1", trackingUrl: "https://ups.example/1Z1", window: null, items: [] }],
  };
  const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "Authorization" };
  const api: ApiDescription = { ...own, appMetafields: metafields(RULES), checkoutToken: signal("chk1"), localization: { language: signal({ isoCode: "en" }) } };

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
    expect(Object.fromEntries(asked.searchParams)).toEqual({ order: orderId, locale: "en", checkout: "chk1" });
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
