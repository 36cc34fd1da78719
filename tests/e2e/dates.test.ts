import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, overflow, type Look, type Visitor } from "./visitor.ts";

describe.skipIf(findBrowser() === null)("dates and their reliability in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const visitors = nobody();

  const someone = (path: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${path}`, look);
  const merchantAt = (page: string, look?: Look): Promise<Visitor> => someone(`${ADMIN}${page}`, look);
  const card = ({ app }: Visitor, name: string | RegExp) => app.locator(".Polaris-ShadowBevel").filter({ has: app.getByRole("heading", { name }) });
  const preview = (visitor: Visitor) => card(visitor, /^If you save this$|^Your saved settings$/);

  beforeAll(async () => {
    stage = await startStage({ database: "pglite", world: { life: true } });
    for (let tries = 0; (await stage.sql("SELECT 1 FROM date_model WHERE arrivals > 0")).length === 0; tries += 1) {
      if (tries > 900) throw new Error("Nothing was learned of the demo's past.");
      await stage.demo.world.clock.advance(2_000); // Shopify takes its time with an export, and the app looks for what is due every two seconds
      await pause(100);
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("the report is in the navigation, looks back as far as asked, and tells promises from rehearsal", async () => {
    const merchant = await merchantAt("/dates");
    await merchant.app.getByRole("heading", { name: "Reliability of your dates" }).waitFor();
    await merchant.app.getByRole("heading", { name: /promises? (?:kept|under way)|^No promise yet/ }).first().waitFor();
    const rehearsal = merchant.app.locator("#rehearsal");
    await rehearsal.getByText("Rehearsal: nobody was shown these dates").waitFor();
    await merchant.app.getByText(/^Product page and checkout read a table published|^No table of dates has been published yet/).waitFor();
    await merchant.picture("dates-report", { fullPage: true });
    await merchant.app.getByRole("button", { name: "Last 180 days" }).click();
    await expect.poll(() => merchant.app.getByRole("button", { name: "Last 180 days" }).getAttribute("aria-pressed")).toBe("true");
    await merchant.app.getByText("How this is counted").first().click();
    await merchant.app.getByText(/of the last 180 days to which a date was shown/).waitFor();
  });

  test("what is drawn can be read as a table", async () => {
    const merchant = await merchantAt("/dates");
    const chart = card(merchant, "Rehearsed kept rate and width by week");
    await chart.getByText("The same as a table").click();
    const rows = chart.getByRole("row");
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    expect(await rows.nth(1).innerText()).toMatch(/^[A-Z][a-z]{2} \d+\s+[\d,]+\s+(?:\d|–)/);
    expect(await chart.locator("rect.bar").count()).toBe((await rows.count()) - 1);
  });

  test("somebody can have it learned again", async () => {
    const merchant = await merchantAt("/dates");
    await merchant.app.getByRole("button", { name: /^Learn (?:again )?now$/ }).click();
    await merchant.page.getByText("Learning has begun").waitFor();
    await merchant.app.getByText("It goes on in the background").waitFor();
  });

  test("another rate shows its effect on past orders before anything is saved, and is kept after saving", async () => {
    const merchant = await merchantAt("/dates/settings");
    const rate = merchant.app.getByRole("slider", { name: "Promises to keep" });
    await preview(merchant).getByText(/past orders/).first().waitFor();
    const before = await preview(merchant).innerText();
    const stored = await stage.sql("SELECT policy FROM shop_settings");

    await rate.fill("97.5");
    await merchant.app.getByRole("heading", { name: "If you save this" }).waitFor();
    await expect.poll(async () => { const text = await preview(merchant).innerText(); return !text.includes("Your saved") && (await preview(merchant).locator('[aria-busy="false"]').count()) === 1 && text !== before; }).toBe(true);
    expect(await preview(merchant).innerText()).toMatch(/On [\d,]+ past orders/);
    expect(await preview(merchant).getByRole("row", { name: /^Kept/ }).innerText()).toMatch(/\d(?:\.\d)? %[\s\S]*\d(?:\.\d)? %/);
    await merchant.picture("dates-settings", { fullPage: true });
    expect(await stage.sql("SELECT policy FROM shop_settings"), "a preview changes nothing").toEqual(stored);

    await merchant.app.getByText(/^One day to count on/).click();
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText("Promise settings saved").waitFor();
    await merchant.page.reload();
    await expect.poll(() => rate.inputValue()).toBe("97.5");
    expect(await merchant.app.getByRole("radio", { name: /^One day to count on/ }).isChecked()).toBe(true);
    await merchant.app.getByRole("heading", { name: "Your saved settings" }).waitFor();
  });

  test("a wrong entry is named beside its field, as it is typed and when it is saved", async () => {
    const merchant = await merchantAt("/dates/settings");
    await preview(merchant).getByText(/past orders/).first().waitFor();
    await merchant.app.getByRole("button", { name: "Add an exception" }).click();
    await merchant.app.getByText(/Write a part of the shipping option's name/).waitFor();
    await preview(merchant).getByText(/^The preview appears when every entry can be read/).waitFor();
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("One entry needs correcting").waitFor();
    const exception = merchant.app.getByRole("group", { name: "Exception 1" });
    await exception.getByLabel("Shipping option contains").fill("Express");
    await exception.getByLabel("Not later").fill("4");
    await preview(merchant).getByText(/past orders/).first().waitFor();
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText("Promise settings saved").waitFor();
    await merchant.page.reload();
    await expect.poll(() => exception.getByLabel("Shipping option contains").inputValue()).toMatch(/^express$/i);
  });

  test("a location gets hours of its own", async () => {
    const merchant = await merchantAt("/dates/settings");
    const own = merchant.app.getByRole("checkbox", { name: /has hours of its own$/ }).first();
    await own.check();
    const hours = merchant.app.getByRole("group", { name: /^Hours of / }).first();
    await hours.getByLabel("Daily cut-off").fill("09:30");
    await hours.getByLabel("Planned closures").fill("2026-12-24\nChristmas");
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText(/"Christmas" is not a date/).first().waitFor();
    await expect.poll(async () => { await hours.getByLabel("Planned closures").fill("2026-12-24"); return hours.getByLabel("Planned closures").inputValue(); }).toBe("2026-12-24");
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText("Promise settings saved").waitFor();
    await merchant.page.reload();
    await expect.poll(() => hours.getByLabel("Daily cut-off").inputValue()).toBe("09:30");
  });

  test("a file of past shipments is taken in, told with its faults, taken once, and can be removed", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `#P${index},2026-08-${String(1 + (index % 20)).padStart(2, "0")}T15:00:00Z,2026-08-${String(2 + (index % 20)).padStart(2, "0")}T20:00:00Z,2026-08-${String(5 + (index % 20)).padStart(2, "0")}T18:00:00Z,UPS,Standard,US,CA,94110,1`);
    const file = { name: "former-app.csv", mimeType: "text/csv", buffer: Buffer.from(["order,ordered_at,shipped_at,delivered_at,carrier,service,country,region,zip,items", ...lines, "#P99,2026-08-01T15:00:00Z,soon,whenever,UPS,Standard,US,CA,94110,1"].join("\r\n")) };
    const merchant = await merchantAt("/dates/settings#past");
    await merchant.app.getByRole("heading", { name: "Files taken in" }).waitFor();
    await expect.poll(() => merchant.app.locator('input[type="file"]').count()).toBe(1);
    await merchant.app.locator('input[type="file"]').setInputFiles(file);
    await merchant.app.getByText("40 past shipments added from former-app.csv").waitFor();
    expect(await merchant.app.getByRole("region", { name: "Lines that were left out" }).getByRole("row").nth(1).innerText()).toMatch(/^42\s+\S/);
    const listed = merchant.app.getByRole("region", { name: "Files of past shipments" }).getByRole("row").filter({ hasText: "former-app.csv" });
    await listed.first().waitFor();
    await merchant.picture("dates-import");

    await stage.demo.world.clock.advance(60_000);
    await merchant.app.locator('input[type="file"]').setInputFiles(file);
    await merchant.app.getByText("former-app.csv brought nothing new").waitFor();
    await merchant.app.locator('input[type="file"]').setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
    await merchant.app.getByText("The file is empty.").waitFor();

    for (let left = await listed.count(); left > 0; left -= 1) {
      await listed.first().getByRole("button", { name: "Remove former-app.csv" }).click();
      const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
      await dialog.getByRole("button", { name: "Remove" }).click();
      await expect.poll(() => listed.count()).toBe(left - 1);
    }
  });

  test("the ledger holds the dates a shopper is shown, with where, why and on what, and finds an order", async () => {
    const order = stage.demo.world.orders.findLast((one) => one.fulfillments.some((sent) => !sent.events.some((event) => event.status === "delivered")));
    if (!order) throw new Error("nothing of the demo is on its way");
    const shopper = await visitors.come(browser);
    await shopper.page.goto(`${stage.demo.urls.storefront}/apps/hither/tracking?${new URLSearchParams({ order: order.name, email: order.email })}`);
    await shopper.page.getByRole("heading", { level: 1 }).waitFor();

    const merchant = await merchantAt("/dates/ledger");
    await merchant.app.getByRole("searchbox", { name: "Search the ledger" }).fill(order.name);
    const row = merchant.app.getByRole("row").filter({ hasText: order.name }).filter({ hasText: "Tracking page" }).filter({ hasText: "Parcel sent" }).first();
    await row.waitFor({ timeout: 30_000 });
    await row.getByText("What it rested on").click();
    await row.getByText(/^Way: /).waitFor();
    await merchant.picture("dates-ledger");
    await row.getByRole("link", { name: order.name }).click();
    await merchant.app.getByRole("heading", { name: "Dates shown to the shopper" }).waitFor();
    await card(merchant, "Dates shown to the shopper").getByText(/^Tracking page, /).first().waitFor();

    const nothing = await merchantAt("/dates/ledger?q=no-such-order");
    await nothing.app.getByText("Nothing found").waitFor();
  });

  test("the home page says how many promises were kept and leads to the report", async () => {
    const merchant = await merchantAt("");
    const kept = card(merchant, "Promises kept");
    await kept.getByText(/promises? (?:kept|under way)|^No promise yet/).waitFor();
    await kept.getByRole("link", { name: "Reliability report" }).click();
    await merchant.app.getByRole("heading", { name: "Reliability of your dates" }).waitFor();
    await expect.poll(() => merchant.app.getByRole("button", { name: "Last 30 days" }).getAttribute("aria-pressed")).toBe("true");
  });

  test.each(["/dates", "/dates/settings", "/dates/ledger"])("the page %s fits a phone", async (page) => {
    const merchant = await merchantAt(page, { phone: true });
    await merchant.app.getByRole("heading").first().waitFor();
    await expect.poll(() => overflow(merchant)).toBeLessThanOrEqual(0);
    await merchant.picture(`phone${page.replaceAll("/", "-")}`, { fullPage: true });
  });
});
