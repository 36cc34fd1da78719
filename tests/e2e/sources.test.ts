import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const SOURCES = "/store/hearth-and-wool/apps/hither/app/sources";

describe.skipIf(findBrowser() === null)("the page of sources in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const visitors = nobody();

  const someone = (path: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${path}`, look);
  /** What a vendor's account page shows under a field's name. */
  const account = (source: string, field: string): string => {
    const value = stage.demo.context.feeds.find((one) => one.source === source)?.account.find((line) => line.field === field)?.value;
    if (value === undefined) throw new Error(`${source} shows no ${field}`);
    return value;
  };
  /** The card of one vendor. */
  const card = ({ app }: Visitor, name: string) => app.locator(".Polaris-ShadowBevel").filter({ has: app.getByRole("heading", { name, exact: true }) });

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a wrong key is refused in plain words and stored nowhere, the right one is taken and never shown again", async () => {
    const merchant = await someone(SOURCES);
    const ups = card(merchant, "UPS");
    await ups.getByText("Not connected").waitFor();
    await ups.getByRole("button", { name: "Connect UPS" }).click();
    await ups.getByLabel("Client ID").fill(account("ups", "clientId"));
    await ups.getByLabel("Client secret").fill("not the secret");
    await ups.getByRole("button", { name: "Connect UPS" }).click();
    await ups.getByText("UPS refused the credentials").waitFor();
    expect(await ups.innerText()).toMatch(/UPS does not accept the credentials.*Nothing was saved\. What you entered is still in the form\./s);
    expect(await ups.getByLabel("Client ID").inputValue()).toBe(account("ups", "clientId"));
    await merchant.picture("sources-refused");

    await ups.getByLabel("Client secret").fill(account("ups", "clientSecret"));
    await ups.getByRole("button", { name: "Connect UPS" }).click();
    await ups.getByText("UPS is connected. Copy its secret now").waitFor();
    const made = await ups.getByRole("textbox", { name: "Webhook credential" }).inputValue();
    expect(made.length).toBeGreaterThan(20);

    await merchant.page.reload();
    await ups.getByText("Connected", { exact: true }).waitFor();
    await ups.getByRole("button", { name: "Change the credentials of UPS" }).click();
    expect(await ups.getByLabel("Client secret").inputValue()).toBe("");
    expect(await ups.getByLabel("Client secret").getAttribute("placeholder")).toContain("leave empty to keep");
    const page = (await merchant.page.frame({ name: "app-iframe" })?.content()) ?? "";
    expect(page).toContain(account("ups", "clientId"));
    for (const secret of [account("ups", "clientSecret"), made]) expect(page).not.toContain(secret);
  });

  test("a test call says how the feed is, and trouble of the vendor is told and passes", async () => {
    const merchant = await someone(SOURCES);
    const ups = card(merchant, "UPS");
    await ups.getByRole("button", { name: "Test the connection to UPS" }).click();
    await ups.getByText("UPS answered", { exact: true }).waitFor();
    const vendor = stage.demo.context.feeds.find((one) => one.source === "ups");
    Object.assign(vendor?.trouble ?? {}, { failing: 5 });
    await ups.getByRole("button", { name: "Test the connection to UPS" }).click();
    await ups.getByText("UPS did not answer as it should").waitFor();
    await ups.getByText("In trouble").or(ups.getByText("Paused", { exact: true })).first().waitFor();
    Object.assign(vendor?.trouble ?? {}, { failing: 0 });
    await ups.getByRole("button", { name: "Test the connection to UPS" }).click();
    await ups.getByText("UPS answered", { exact: true }).waitFor();
    await ups.getByText("Connected", { exact: true }).waitFor();
  });

  test("a vendor that signs nothing gets an address with the token in it, the same after a reload", async () => {
    const merchant = await someone(SOURCES);
    const shippo = card(merchant, "Shippo");
    await shippo.getByRole("button", { name: "Connect Shippo" }).click();
    await shippo.getByLabel("API token").fill(account("shippo", "apiKey"));
    await shippo.getByRole("button", { name: "Connect Shippo" }).click();
    await shippo.getByText("Shippo is connected").waitFor();
    const address = await shippo.getByRole("textbox", { name: "Webhook address for Shippo" }).inputValue();
    expect(new URL(address).searchParams.get("token")?.length).toBeGreaterThan(20);
    await merchant.page.reload();
    expect(await shippo.getByRole("textbox", { name: "Webhook address for Shippo" }).inputValue()).toBe(address);
  });

  test("disconnecting asks first and forgets the credentials", async () => {
    const merchant = await someone(SOURCES);
    await card(merchant, "Shippo").getByRole("button", { name: "Disconnect Shippo" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByText("What it has told stays on the timelines.").waitFor();
    await dialog.getByRole("button", { name: "Disconnect" }).click();
    await merchant.page.getByText("Shippo disconnected").waitFor();
    await card(merchant, "Shippo").getByText("Not connected").waitFor();
    expect(await stage.sql("SELECT 1 FROM feed_connection WHERE source = 'shippo'")).toEqual([]);
  });

  test("after a story the page tells how fast each source is, and lists what nobody can read, to be reported with one click", async () => {
    const story = stage.demo.director.start("unread-status");
    await stage.advanceTo(new Date((story.ahead.at(-1)?.at.getTime() ?? 0) + 3_600_000));
    const merchant = await someone(SOURCES);
    await card(merchant, "EasyPost").getByText(/within .*, 99 in 100 within|99 in 100 scans arrive within/).waitFor();
    await card(merchant, "EasyPost").getByText(/Measured on \d+ scans? of the last 30 days/).waitFor();
    expect(await card(merchant, "Events API").innerText()).not.toMatch(/Last heard\s+Never/);

    const row = merchant.app.getByRole("row").filter({ hasText: "QX417 LEDGER REF 88/2" });
    expect(await row.innerText()).toMatch(/unheard_of\/ledger_reference.*EasyPost.*OnTrac/s);
    await row.scrollIntoViewIfNeeded();
    await merchant.picture("sources-unread");
    const report = row.getByRole("link", { name: /^Report the status/ });
    expect(decodeURIComponent((await report.getAttribute("href")) ?? "")).toMatch(/Text: QX417 LEDGER REF 88\/2(?!.*#\d)/s);
    await report.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault())); // a mail program is not part of this
    await report.click();
    await row.getByText(/^Reported on/).waitFor();
    await row.getByRole("link", { name: /^A parcel with the status/ }).click();
    await merchant.app.getByText("“QX417 LEDGER REF 88/2”", { exact: true }).waitFor();
  });

  test("the page fits a phone", async () => {
    const merchant = await someone(SOURCES, { phone: true });
    await merchant.app.getByRole("heading", { name: "Sources" }).first().waitFor();
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
    await merchant.picture("phone-sources");
  });

  test("the vendors' accounts and the warehouse say that they are stand-ins, and work", async () => {
    const accounts = await someone("/accounts");
    await accounts.page.getByText("answered by a stand-in that behaves like the vendor").waitFor();
    for (const { source, account: lines } of stage.demo.context.feeds) for (const { value } of lines) await accounts.page.locator(`#account-${source}`).getByText(value, { exact: true }).waitFor();
    const easypost = accounts.page.locator("#account-easypost");
    await easypost.locator("summary").click();
    await easypost.getByLabel("down altogether").check();
    await easypost.getByRole("button", { name: "Apply" }).click();
    await easypost.getByText("down", { exact: true }).waitFor();
    const merchant = await someone(SOURCES);
    await card(merchant, "EasyPost").getByRole("button", { name: "Test the connection to EasyPost" }).click();
    await card(merchant, "EasyPost").getByText("EasyPost did not answer as it should").waitFor();
    await easypost.getByLabel("down altogether").uncheck();
    await easypost.getByRole("button", { name: "Apply" }).click();
    await easypost.getByText("answers", { exact: true }).waitFor();

    const warehouse = await someone("/warehouse");
    await warehouse.page.getByText("A stand-in for the system of whoever packs for the shop.").waitFor();
    await expect.poll(() => warehouse.page.getByText("202", { exact: true }).count()).toBeGreaterThan(0);
    await warehouse.page.locator("#warehouse-requests summary").first().click();
    await warehouse.page.getByRole("cell", { name: "handed over" }).first().waitFor();
    await warehouse.picture("warehouse");
  });
});
