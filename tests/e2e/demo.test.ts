import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemo, type Demo } from "../../simulator/demo.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { ADMIN, launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

/** What the demo promises: from the act to the page. */
const WITHIN_MS = 5_000;

const missing = findBrowser() === null;

describe.skipIf(missing)("the demo in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "hither-demo-"));
  let demo: Demo;
  let browser: Browser;
  const visitors = nobody();

  const someone = (look?: Look): Promise<Visitor> => visitors.come(browser, look);
  const merchantAt = async (page: string, look?: Look): Promise<Visitor> => {
    const merchant = await someone(look);
    await merchant.page.goto(`${demo.urls.simulator}${ADMIN}${page}`);
    return merchant;
  };
  const shopperAt = async (page: string, look?: Look): Promise<Visitor> => {
    const shopper = await someone(look);
    await shopper.page.goto(`${demo.urls.storefront}${page}`);
    return shopper;
  };
  const heading = (visitor: Visitor, name: string | RegExp) => visitor.app.getByRole("heading", { name }).first();
  const lookUp = async ({ page }: Visitor, order: string, email: string): Promise<void> => {
    await page.getByLabel("Order number").fill(order);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Track my order" }).click();
  };
  const withTrouble = (): Order => {
    const story = demo.director.stories.find((one) => one.scenario === "failed-attempt" && demo.world.order(one.orderId ?? "")?.fulfillments.length);
    const order = demo.world.order(story?.orderId ?? "");
    if (!order) throw new Error("the demo's past has no failed attempt");
    return order;
  };

  beforeAll(async () => {
    demo = await startDemo({ port: 0, build: false, visit: false, speed: 60, at: new Date("2026-11-24T15:00:00Z"), dataDir: join(folder, "data") });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a merchant installs the app, and the store's past comes home by itself", async () => {
    const merchant = await merchantAt("");
    await merchant.page.getByRole("button", { name: "Install" }).first().click();
    await heading(merchant, "Deliveries of Hearth & Wool").waitFor({ timeout: 60_000 });
    await merchant.app.getByText("Import your past orders").waitFor();
    const onTheWay = merchant.app.getByRole("link", { name: /^On the way: \d/ });
    await expect.poll(async () => Number(/: (\d+)/.exec((await onTheWay.getAttribute("aria-label")) ?? "")?.[1] ?? 0), { timeout: 30_000 }).toBeGreaterThan(0);
    await merchant.picture("home");
  });

  test("the shipments list has tabs, a search and pages", async () => {
    const merchant = await merchantAt("/shipments");
    await heading(merchant, "Shipments").waitFor();
    const rows = merchant.app.getByRole("row");
    await expect.poll(() => rows.count()).toBeGreaterThan(10);
    await merchant.picture("shipments");

    const next = merchant.app.getByRole("button", { name: "Next" });
    const firstParcel = () => rows.nth(1).getByRole("link").first().getAttribute("href"); // its state may change between two looks
    const first = await firstParcel();
    await next.click();
    await expect.poll(firstParcel).not.toBe(first);
    await merchant.app.getByRole("button", { name: "Previous" }).click();
    await expect.poll(firstParcel).toBe(first);

    await merchant.app.getByRole("tab", { name: "Delivered" }).click();
    await expect.poll(async () => (await rows.allInnerTexts()).slice(1).every((row) => row.includes("Delivered"))).toBe(true);
    await merchant.app.getByRole("tab", { name: "All" }).click();
    await expect.poll(async () => (await rows.allInnerTexts()).slice(1).some((row) => row.includes("In transit"))).toBe(true);

    const order = withTrouble();
    await merchant.app.getByRole("searchbox", { name: "Search shipments" }).fill(order.name);
    await expect.poll(async () => (await rows.allInnerTexts()).slice(1).every((row) => row.includes(order.name))).toBe(true);
  });

  test("whoever follows a link while a search still waits is not called back", async () => {
    const merchant = await merchantAt("/shipments");
    const search = merchant.app.getByRole("searchbox", { name: "Search shipments" });
    const link = merchant.app.getByRole("row").getByRole("link", { name: /^#\d+/ }).first();
    await merchant.app.getByRole("tab", { name: "Delivered" }).click();
    await expect.poll(() => merchant.page.url()).toContain("tab=delivered"); // the page is alive
    await search.fill("#1");
    await link.evaluate((followed) => {
      (followed as HTMLElement).click();
      for (const late = performance.now() + 600; performance.now() < late;); // a slow machine: the search is due before the page shows that it is being left
    });
    await heading(merchant, "Timeline").waitFor();
  });

  test("neither a tab nor further letters are lost to a search that is slow, nor it to them", async () => {
    const merchant = await merchantAt("/shipments");
    const search = merchant.app.getByRole("searchbox", { name: "Search shipments" });
    const chosen = (tab: string) => expect.poll(() => merchant.app.getByRole("tab", { name: tab }).getAttribute("aria-selected")).toBe("true");
    const asksFor = (words: string) => (url: URL) => url.pathname.endsWith(".data") && url.searchParams.get("q") === words;
    const asked = (words: string) => merchant.page.waitForRequest((request) => asksFor(words)(new URL(request.url())));
    const searched = (words: string) => expect.poll(() => new URL(merchant.page.url()).searchParams.get("q")).toBe(words);
    await merchant.app.getByRole("tab", { name: "Delivered" }).click();
    await chosen("Delivered");
    await search.fill("#1");
    await merchant.app.getByRole("tab", { name: "On the way" }).click();
    await searched("#1");
    await chosen("On the way");
    expect(await search.inputValue()).toBe("#1");

    let answer = () => {};
    const patience = new Promise<void>((resolve) => { answer = resolve; });
    await merchant.page.route(asksFor("#15"), async (route) => { await patience; await route.continue(); });
    const slow = asked("#15");
    await search.press("End");
    await search.pressSequentially("5");
    await slow;
    await search.pressSequentially("0");
    answer();
    await searched("#150");
    expect(await search.inputValue()).toBe("#150");

    const underWay = asked("#1503");
    await search.pressSequentially("3");
    await underWay;
    await merchant.app.getByRole("tab", { name: "All" }).click();
    await chosen("All");
    await searched("#1503");
    expect(await search.inputValue()).toBe("#1503");
  });

  test("a shipment's page tells its story and why something was or was not done", async () => {
    const merchant = await merchantAt("/shipments?tab=trouble");
    await merchant.app.getByRole("row").getByRole("link", { name: /^#\d+/ }).first().click();
    await heading(merchant, "Timeline").waitFor();
    await heading(merchant, "Decisions").waitFor();
    await merchant.app.getByText("What would have changed it").first().waitFor();
    await merchant.picture("shipment", { fullPage: true });
  });

  test("a list that finds nothing says so", async () => {
    const merchant = await merchantAt("/shipments?q=no-such-parcel");
    await merchant.app.getByText("Nothing found").waitFor();
  });

  test("settings are kept after the save bar's Save, and a wrong entry is named beside its field", async () => {
    const merchant = await merchantAt("/settings");
    const silence = merchant.app.getByLabel("Until then, a parcel is silent after");
    await silence.fill("2");
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("One entry needs correcting").waitFor();
    await expect.poll(async () => { await silence.fill("40"); return silence.inputValue(); }).toBe("40"); // entries wait until the answer is in
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText("Settings saved").waitFor();
    await merchant.picture("settings");
    await merchant.page.reload();
    await expect.poll(() => silence.inputValue()).toBe("40");
  });

  test("an order placed by hand shows a date at checkout and reaches thank-you, order status and tracking page within 5 s", async () => {
    const shopper = await shopperAt("/");
    await shopper.picture("storefront");
    await shopper.page.locator(".goods a").first().click();
    await shopper.page.getByRole("button", { name: "Buy it now" }).click();
    await shopper.page.getByText(/^Arrives \w{3}, \w{3} \d/).first().waitFor();
    await shopper.picture("checkout", { fullPage: true });
    await shopper.page.getByRole("button", { name: "Pay now" }).click();
    const paid = performance.now();
    const tracker = await shopperAt("/pages/track");
    const order = demo.world.orders.at(-1);
    if (!order) throw new Error("no order was placed");
    // Whoever looks before the order has arrived is told that it is not known, and looks again.
    const answer = tracker.page.getByRole("heading", { level: 1, name: /arriv/i });
    await expect.poll(async () => {
      await tracker.page.goto(`${demo.urls.storefront}/apps/hither/tracking?${new URLSearchParams({ order: order.name, email: order.email })}`);
      return answer.count();
    }, { timeout: WITHIN_MS, interval: 250 }).toBe(1);
    expect(performance.now() - paid).toBeLessThan(WITHIN_MS);
    tracker.troubles(); // a look-up that comes too early is answered with 404

    await shopper.page.getByText(/Thank you/).first().waitFor();
    await shopper.page.getByText(/^Arrives/).first().waitFor();
    await shopper.picture("thank-you");
    await shopper.page.getByRole("link", { name: "Open the order status page" }).click();
    await shopper.page.getByText(/^Arrives/).first().waitFor();
    await shopper.picture("order-status");
  });

  test("a failed delivery at the carrier desk is in the mailbox, on the Flow page and among the cases within 5 s", async () => {
    const { world } = demo;
    demo.context.handOrders.scenario = null;
    const order = world.placeOrder({
      lines: [{ productId: world.products[0]?.id ?? "", quantity: 1 }], email: "grace.hughes@example.com", shippingMethod: { title: "Standard", code: "standard", price: "6.00" },
      address: { first_name: "Grace", last_name: "Hughes", address1: "12 Elm Street", address2: null, city: "Albany", province: "New York", province_code: "NY", country: "United States", country_code: "US", zip: "12207", phone: null },
    });
    const packer = await someone();
    await packer.page.goto(`${demo.urls.simulator}/store/hearth-and-wool/orders/${order.id}`);
    await packer.page.getByRole("button", { name: "Fulfill items" }).click();
    await expect.poll(() => order.fulfillments.length).toBe(1);

    const desk = await someone();
    await desk.page.goto(`${demo.urls.simulator}/desk?${new URLSearchParams({ q: order.name })}`);
    const [mailbox, flow, cases] = [await someone(), await someone(), await merchantAt("/cases")];
    await Promise.all([mailbox.page.goto(`${demo.urls.simulator}/mail`), flow.page.goto(`${demo.urls.simulator}/flow`), heading(cases, "Cases").waitFor()]);
    const parcel = desk.page.getByRole("row").filter({ hasText: order.name });
    await parcel.locator("summary").click();
    await parcel.getByRole("button", { name: "failed attempt" }).click();
    const failed = performance.now();
    await Promise.all([
      mailbox.page.getByText(`order ${order.name}`).first().waitFor({ timeout: WITHIN_MS }),
      flow.page.getByText("Delivery attempt failed").first().waitFor({ timeout: WITHIN_MS }),
      expect.poll(async () => {
        await cases.page.goto(`${demo.urls.simulator}${ADMIN}/cases?${new URLSearchParams({ q: order.name })}`);
        return cases.app.getByRole("row").filter({ hasText: order.name }).filter({ hasText: "Delivery attempt failed" }).first().waitFor({ timeout: 1_500 }).then(() => true, () => false);
      }, { timeout: WITHIN_MS, interval: 50 }).toBe(true),
    ]);
    expect(performance.now() - failed).toBeLessThan(WITHIN_MS);
    await mailbox.page.getByRole("link", { name: new RegExp(order.name) }).first().click();
    await mailbox.page.frameLocator("main iframe").getByRole("link").first().waitFor();
    await mailbox.picture("mailbox");
    await flow.picture("flow");
    await desk.picture("carrier-desk");
    await cases.picture("cases");

    const shopper = await shopperAt("/pages/track");
    await lookUp(shopper, order.name, order.email);
    await shopper.page.getByText(/Be there for the next attempt/).first().waitFor();
    await shopper.picture("tracking-trouble", { fullPage: true });
  });

  test("a case is resolved in its dialog, and a second window sees it among the resolved", async () => {
    const merchant = await merchantAt("/cases");
    const row = merchant.app.getByRole("row").filter({ hasText: "Delivery attempt failed" }).first();
    const name = /#\d+/.exec(await row.innerText())?.[0] ?? "no order";
    await row.getByRole("button", { name: "Resolve" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByRole("button", { name: "Resolve case" }).click();
    await merchant.page.getByText("Case resolved").waitFor();
    const other = await merchantAt(`/cases?${new URLSearchParams({ status: "resolved", q: name })}`);
    await other.app.getByRole("row").filter({ hasText: name }).first().waitFor();
  });

  test("the tracking page works without JavaScript", async () => {
    const order = withTrouble();
    const shopper = await shopperAt("/pages/track", { javaScript: false });
    await lookUp(shopper, order.name, order.email);
    await shopper.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await shopper.page.getByRole("main").innerText()).toContain(order.name);
    await shopper.picture("tracking-without-javascript", { fullPage: true });
  });

  test("an unknown order and a wrong e-mail get the same answer", async () => {
    const order = withTrouble();
    const answers: string[] = [];
    for (const [name, email] of [["#99999", order.email], [order.name, "nobody@example.com"]] as const) {
      const shopper = await shopperAt("/pages/track", { javaScript: false });
      await lookUp(shopper, name, email);
      answers.push((await shopper.page.getByRole("main").innerText()).replace(name, "…").replace(email, "…"));
      expect(shopper.troubles().filter((one) => !one.includes("404"))).toEqual([]);
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toMatch(/not|no /i);
  });

  test.each([
    { name: "tracking-light", look: {} }, { name: "tracking-dark", look: { dark: true } }, { name: "tracking-phone", look: { phone: true } }, { name: "tracking-phone-dark", look: { phone: true, dark: true } },
  ] as const)("the tracking page is whole: $name", async ({ name, look }) => {
    const order = withTrouble();
    const shopper = await shopperAt("/pages/track", look);
    await lookUp(shopper, order.name, order.email);
    await shopper.page.getByText("Delivery attempt failed").or(shopper.page.getByText(/Delivered|Arrives|Arrived/)).first().waitFor();
    expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "pixels beyond the right edge").toBeLessThanOrEqual(0);
    await shopper.picture(name, { fullPage: true });
  });

  test.each(["", "/shipments", "/cases", "/settings"])("the admin page %s fits a phone", async (page) => {
    const merchant = await merchantAt(page, { phone: true });
    await merchant.app.getByRole("heading").first().waitFor();
    await merchant.picture(`phone-${page.slice(1) || "home"}`);
  });
});
