import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Order } from "../../simulator/world/types.ts";
import { AUSTIN } from "../../simulator/world/world-for-tests.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, overflow, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
/** Tracking numbers of UPS for parcels that meet in one hub. */
const STUCK = ["1Z12345E0205271688", "1Z12345E6605272234", "1Z12345E0305271640", "1Z12345E1305277940", "1Z12345E6205277936", "1Z12345E1505270452", "1Z999AA10123456784"] as const;
const BEFORE = "1Z12345E1505270417";
const IN_DALLAS = { city: "Dallas", state: "TX", country: "US", zip: "75261" };

describe.skipIf(findBrowser() === null)("incidents in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  let orders: readonly Order[];
  const visitors = nobody();

  const merchantAt = (page: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const later = (hours: number): Promise<void> => stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + hours * HOUR), HOUR / 2);
  const scan = (trackingNumber: string, statusDetail: string, message: string, status: "in_transit" | "delivered" = "in_transit"): void =>
    stage.demo.world.carrierScan({ trackingNumber, carrier: "UPS", at: stage.demo.world.clock.now(), status, statusDetail, message, ...IN_DALLAS });
  const send = (number: string, email: string): Order => {
    const { world } = stage.demo;
    const order = world.placeOrder({ lines: [{ productId: world.products[0]?.id ?? "", quantity: 1 }], email, address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "6.00" } });
    world.fulfill(order.id, { tracking: [{ company: "UPS", number, url: null }] });
    return order;
  };
  const openCases = (): Promise<readonly { category: string }[]> => stage.sql<{ category: string }>("SELECT category FROM \"case\" WHERE status <> 'resolved' ORDER BY category");
  const writtenTo = (order: Order) => stage.demo.world.mails.filter((mail) => mail.to.includes(order.email) && JSON.stringify(mail).includes("The hub in Dallas is closed by ice"));

  beforeAll(async () => {
    stage = await startStage({ database: "pglite", world: { at: new Date("2026-11-17T14:00:00Z") } });
    await stage.settle();
    send(BEFORE, "earlier@shopper.example");
    await stage.settle();
    scan(BEFORE, "arrived_at_facility", "Arrived at Facility");
    await later(20);
    scan(BEFORE, "delivered", "Delivered", "delivered");
    await later(5 * 24);
    orders = STUCK.map((number, nth) => send(number, `stuck-${nth}@shopper.example`));
    await stage.settle();
    for (const number of STUCK) scan(number, "arrived_at_facility", "Arrived at Facility");
    await stage.settle();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a day without trouble says so, and parcels that fall silent together in one hub become one incident with one case", async () => {
    const calm = await merchantAt("/incidents");
    await calm.app.getByText("No incidents", { exact: true }).waitFor();
    await later(60);
    await expect.poll(openCases, { timeout: 60_000 }).toEqual([{ category: "incident" }]);
    await calm.page.reload();
    await calm.app.getByRole("link", { name: /UPS/ }).click();
    await calm.app.getByText("Still in it", { exact: true }).first().waitFor();
    for (const order of orders) await calm.app.getByRole("link", { name: order.name, exact: true }).waitFor();
    await calm.app.getByText("7 parcels", { exact: true }).first().waitFor();
    expect(await calm.app.locator("body").innerText()).not.toMatch(/silent\.|in_transit|\bnull\b|undefined/);
    await calm.picture("incident", { fullPage: true });
  });

  test("all its shoppers are written to at once, each once; the case tells it in one line and is worked on like any other", async () => {
    const merchant = await merchantAt("/incidents");
    await merchant.app.getByRole("link", { name: /UPS/ }).click();
    const message = merchant.app.getByLabel("Message", { exact: true });
    expect(await message.inputValue()).toMatch(/disturbance/);
    await message.fill("The hub in Dallas is closed by ice. Your parcel is safe and waits there.");
    await merchant.app.getByRole("button", { name: "Write to 7 shoppers" }).click();
    await merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first().getByRole("button", { name: "Send", exact: true }).click();
    await merchant.page.getByText("On its way to 7 shoppers").waitFor();
    await stage.settle();
    await expect.poll(() => orders.map((order) => writtenTo(order).length)).toEqual(STUCK.map(() => 1));
    await merchant.app.getByText("7 of 7", { exact: true }).waitFor();
    await merchant.app.getByRole("button", { name: "Open its case" }).or(merchant.app.getByRole("link", { name: "Open its case" })).first().click();
    await merchant.app.getByRole("heading", { name: "What to do" }).waitFor();
    expect(await merchant.app.locator(".hither-timeline").last().innerText()).toMatch(/The hub in Dallas is closed by ice\. Your parcel is safe and waits there\./);
    await merchant.app.getByLabel("Status").selectOption("waiting");
    await merchant.page.getByText("Case changed").waitFor();
    await merchant.picture("incident-case", { fullPage: true });
    expect(stage.demo.world.hooksReceived.filter(({ body }) => body.includes("incident.opened"))).toHaveLength(1);
  });

  test("every order gets store credit at once, said exactly before and seen at Shopify after; what still waits is taken back together", async () => {
    const merchant = await merchantAt("/incidents");
    await merchant.app.getByRole("link", { name: /UPS/ }).click();
    await merchant.app.getByRole("button", { name: "Give store credit" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByLabel("Amount").fill("5");
    await dialog.getByRole("button", { name: "See what happens" }).click();
    await dialog.getByText("Store credit of $5.00, for each of 7 orders, $35.00 in all.").waitFor();
    await merchant.picture("incident-for-all");
    await dialog.getByRole("button", { name: "Give store credit", exact: true }).click();
    await merchant.app.getByText("Store credit of $5.00: 7 waiting").waitFor();
    await later(0.25);
    await merchant.page.reload();
    await merchant.app.getByText("Store credit of $5.00: 7 done").waitFor();
    expect(orders.map((order) => stage.demo.world.storeCredit.get(order.customerId)?.transactions.length)).toEqual(STUCK.map(() => 1));

    await merchant.app.getByRole("button", { name: "Add tags" }).click();
    await dialog.getByLabel("Tags").fill("ice-in-dallas");
    await dialog.getByRole("button", { name: "See what happens" }).click();
    await dialog.getByRole("button", { name: "Add tags", exact: true }).click();
    await merchant.app.getByRole("button", { name: "Take back Tagging with ice-in-dallas" }).click();
    await merchant.app.getByText("Tagging with ice-in-dallas: 7 taken back").waitFor();
    await later(0.25);
    expect(orders.filter((order) => stage.demo.world.order(order.id)?.tags.includes("ice-in-dallas"))).toEqual([]);
    await merchant.picture("incident-acts", { fullPage: true });
  });

  test("when the hub opens again the incident and its case end by themselves, and its parcels are on their way", async () => {
    for (const number of STUCK) scan(number, "departed_facility", "Departed from Facility");
    await later(1);
    await expect.poll(openCases, { timeout: 60_000 }).toEqual([]);
    const phone = await merchantAt("/incidents", { phone: true });
    await phone.app.getByText("Over", { exact: true }).waitFor();
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
    await phone.picture("incidents-phone", { fullPage: true });
    await phone.app.getByRole("link", { name: /UPS/ }).click();
    await phone.app.getByText("On its way again", { exact: true }).first().waitFor();
    expect(await phone.app.getByLabel("Message", { exact: true }).count()).toBe(0);
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
    await phone.picture("incident-phone", { fullPage: true });
  });
});
