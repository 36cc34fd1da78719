import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { SHOWN_ATTRIBUTE } from "../../app/contracts/date-table.ts";
import { AUSTIN } from "../../simulator/world/world-for-tests.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, overflow, type Look, type Visitor } from "./visitor.ts";

const MINUTE = 60_000;

describe.skipIf(findBrowser() === null)("the ship-by clock in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  let order: Order;
  let caseId: string;
  let day: string;
  const visitors = nobody();

  const merchantAt = (page: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const caseAt = async (look?: Look): Promise<Visitor> => {
    const merchant = await merchantAt(`/cases/${encodeURIComponent(caseId)}`, look);
    await merchant.app.getByRole("heading", { name: "Ship-by clock" }).waitFor();
    return merchant;
  };
  const dayAfter = (days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    const { world } = stage.demo;
    order = world.placeOrder({
      lines: [{ productId: world.products[0]?.id ?? "", quantity: 2 }], email: "slow@shopper.example", address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "6.00" },
      attributes: [{ name: SHOWN_ATTRIBUTE, value: "2026-11-25/2026-11-30/a-table" }],
    });
    await stage.settle();
    const [clock] = await stage.sql<{ day: string }>("SELECT ship_by::text AS day FROM ship_clock WHERE order_id = $1", [String(order.id)]);
    day = clock?.day ?? "";
    await stage.advanceTo(new Date(Date.parse(`${day}T05:00:00Z`) + 15 * 60 * MINUTE)); // three in the afternoon in New York: the reminder
    const [row] = await stage.sql<{ id: string }>("SELECT id FROM \"case\" WHERE order_id = $1 AND category = 'not_shipped'", [String(order.id)]);
    caseId = row?.id ?? "";
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a merchant sees the last day, is told what is wrong with a date, and asks the shopper", async () => {
    const merchant = await caseAt();
    await merchant.app.getByText("The last days to ship or to ask").waitFor();
    await merchant.app.getByText(/today is the last day/).first().waitFor();
    await merchant.app.getByText(/It is not legal advice/).waitFor();
    await merchant.app.getByRole("button", { name: "Ask the shopper to wait" }).click();
    await merchant.app.getByLabel(/^It will be with the carrier by/).fill(day);
    await merchant.app.getByLabel("Why it is late").fill("The wool is late.");
    await merchant.app.getByRole("button", { name: "Send the question" }).click();
    await merchant.app.getByText(/^The new date has to lie after/).waitFor();
    await merchant.app.getByLabel(/^It will be with the carrier by/).fill(dayAfter(10));
    await merchant.picture("ship-by-ask");
    await merchant.app.getByRole("button", { name: "Send the question" }).click();
    await merchant.app.getByText(/^A message asks the shopper whether to wait until/).waitFor();
    await stage.settle();
    const onPhone = await caseAt({ phone: true });
    await onPhone.app.getByText(/asked to wait until .* No answer yet\.$/).waitFor();
    expect(await overflow(onPhone)).toBe(0);
    await onPhone.picture("ship-by-phone", { fullPage: true });
  });

  test("a shopper without JavaScript opens the mail's link and cancels; the merchant gives the money back from the case", async () => {
    const mail = JSON.stringify(stage.demo.world.mails.filter(({ to }) => to.includes("slow@shopper.example")).map(({ html }) => html));
    expect(mail).toContain("The reason: The wool is late.");
    const path = [...mail.matchAll(/\/apps\/hither\/delay\?[^"'\s\\<>]+/g)].map(([found]) => found.replaceAll("&amp;", "&")).find((found) => found.endsWith("answer=cancel")) ?? "";
    const shopper = await visitors.come(browser, { javaScript: false, phone: true });
    await shopper.page.goto(`${stage.demo.urls.storefront}${path}`);
    await shopper.page.getByRole("heading", { name: /wait or cancel/ }).waitFor();
    expect(await shopper.page.getByLabel("Cancel what has not shipped and refund me").isChecked()).toBe(true);
    await shopper.picture("ship-by-question", { fullPage: true });
    await shopper.page.getByRole("button", { name: "Send" }).click();
    await shopper.page.getByRole("heading", { name: "It is cancelled" }).waitFor();
    await stage.settle();

    const merchant = await caseAt();
    await merchant.app.getByText("A refund is owed").waitFor();
    await merchant.app.getByText("The shopper cancels what has not left.").waitFor();
    await merchant.picture("ship-by-owed", { fullPage: true });
    await merchant.app.getByRole("button", { name: "Cancel the order and refund it" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByRole("button", { name: "See what happens" }).click();
    await dialog.getByText("This will happen").waitFor();
    await dialog.getByRole("button", { name: /^Cancel/ }).last().click();
    await dialog.waitFor({ state: "hidden" });
    await stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + 10 * MINUTE));
    expect(stage.demo.world.order(String(order.id))).toMatchObject({ cancelled_at: expect.anything(), financial_status: "refunded" });
  });

  test("the clock's settings are saved, with a fault beside its field", async () => {
    const merchant = await merchantAt("/ship-by", { phone: true });
    await merchant.app.getByText(/^The clock runs in this shop\./).waitFor();
    const days = merchant.app.getByLabel(/^New date in a question sent by itself/);
    await days.fill("forty");
    await merchant.app.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("Write whole days, 1 to 30, or leave it empty.").waitFor();
    await days.fill("14");
    await merchant.app.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(async () => (await stage.sql<{ days: number | null }>("SELECT (work->'shipBy'->>'reviseByDays')::int AS days FROM shop_settings"))[0]?.days, { timeout: 60_000 }).toBe(14);
    expect(await overflow(merchant)).toBe(0);
    await merchant.picture("ship-by-settings", { fullPage: true });
  });
});
