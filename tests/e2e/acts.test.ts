import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Order } from "../../simulator/world/types.ts";
import { AUSTIN } from "../../simulator/world/world-for-tests.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const MINUTE = 60_000;
const NUMBERS = ["1Z999AA10123456784", "1Z12345E0205271688"] as const;
const IN_AUSTIN = { city: "Austin", state: "TX", country: "US", zip: "78701" };
const METHOD = { title: "Standard", code: "standard", price: "6.00" };

/** What is asked for first, how its form is filled, and what it says before anything happens. */
const FIRST: readonly (readonly [act: string, fill: (form: Locator) => Promise<void>, says: RegExp])[] = [
  ["Add tags", (form) => form.getByLabel("Tags").fill("vip, wrong-address"), /^Adds the tags vip, wrong-address to order #\d+\./],
  ["Add a note", (form) => form.getByLabel("Note").fill("Called the shopper"), /^Adds a line to the note of order #\d+, below what is written there\.$/],
  ["Give a discount", (form) => form.getByLabel("Percentage", { exact: true }).fill("15"), /^Makes the discount code SORRY-\w+: 15% off one order of Jo/],
  ["Give store credit", (form) => form.getByLabel("Amount").fill("12.34"), /^Gives Jo \$12\.34 of store credit as goodwill\./],
  ["Hold fulfillment", async () => undefined, /^Holds everything of order #\d+ that is not packed yet, because of its address\./],
  ["Send again", async () => undefined, /^Makes a new order at no charge: 2 × .+, worth \$[\d,.]+, to Jo Lee, 1 Main Street/],
  ["Open a return", (form) => form.getByLabel("Why it comes back").fill("Damaged"), /^Opens a return for 2 × .+ of order #\d+\. Nothing is refunded yet\./],
];

describe.skipIf(findBrowser() === null)("acts at Shopify in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  let order: Order;
  let recalled: Order;
  const visitors = nobody();

  const merchantAt = (page: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const caseAt = async ({ id }: Order, look?: Look): Promise<Visitor> => {
    const [row] = await stage.sql<{ id: string }>("SELECT id FROM \"case\" WHERE order_id = $1 AND status <> 'resolved'", [id]);
    const merchant = await merchantAt(`/cases/${encodeURIComponent(row?.id ?? "")}`, look);
    await merchant.app.getByRole("button", { name: /^\d+ more$/ }).click();
    return merchant;
  };
  const dialogOf = ({ app, page }: Visitor): Locator => app.getByRole("dialog").or(page.getByRole("dialog")).first();
  const press = (merchant: Visitor, name: string): Promise<void> => dialogOf(merchant).getByRole("button", { name, exact: true }).last().click(); // the first "Close" is the cross
  /** The form of an act, filled and looked at. */
  const lookAt = async (merchant: Visitor, act: string, fill: (form: Locator) => Promise<void> = async () => undefined): Promise<Locator> => {
    await merchant.app.getByRole("button", { name: act, exact: true }).click();
    const form = dialogOf(merchant);
    await fill(form);
    await press(merchant, "See what happens");
    await form.getByText(/^(?:This will happen|This cannot be done)$/).waitFor();
    return form;
  };
  const confirm = async (merchant: Visitor, act: string): Promise<void> => {
    await press(merchant, act);
    await dialogOf(merchant).waitFor({ state: "hidden" });
  };
  const done = (merchant: Visitor, state: string): Locator => merchant.app.getByRole("list", { name: "Done at Shopify" }).getByText(state, { exact: true });
  const later = (by: number): Promise<void> => stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + by));
  const states = async (): Promise<readonly string[]> => (await stage.sql<{ kind: string; state: string }>("SELECT kind, state FROM act WHERE order_id = $1 ORDER BY kind, state", [order.id])).map(({ kind, state }) => `${kind} ${state}`);

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    const { world } = stage.demo;
    const [first = "", second = ""] = world.products.map(({ id }) => id);
    order = world.placeOrder({ lines: [{ productId: first, quantity: 2 }, { productId: second, quantity: 1 }], email: "acts@shopper.example", address: AUSTIN, shippingMethod: METHOD });
    recalled = world.placeOrder({ lines: [{ productId: second, quantity: 1 }], email: "recalled@shopper.example", address: AUSTIN, shippingMethod: METHOD });
    world.fulfill(order.id, { lines: [{ lineItemId: order.lines[0]?.id ?? "", quantity: 2 }], tracking: [{ company: "UPS", number: NUMBERS[0], url: null }] });
    world.fulfill(recalled.id, { tracking: [{ company: "UPS", number: NUMBERS[1], url: null }] });
    await stage.settle();
    for (const trackingNumber of NUMBERS) world.carrierScan({ trackingNumber, carrier: "UPS", at: world.clock.now(), status: "in_transit", statusDetail: "address_correction", message: "The apartment number is either missing or incorrect. This may delay delivery.", ...IN_AUSTIN });
    await stage.settle();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("each says exactly what happens, nothing happens before its time, and then Shopify has it", async () => {
    const { world } = stage.demo;
    const merchant = await caseAt(order);
    for (const [act, fill, says] of FIRST) {
      const form = await lookAt(merchant, act, fill);
      await form.getByText(says).waitFor();
      await form.getByText("It is done after 5 minutes. Until then you can still stop it.").waitFor();
      if (act === "Send again") await merchant.picture("act-preview");
      await confirm(merchant, act);
    }
    await expect.poll(() => done(merchant, "Waiting").count()).toBe(FIRST.length);
    expect([order.tags, order.note, order.returns.length, world.discounts.size, world.storeCredit.size, world.orders.length], "still untouched").toEqual([[], null, 0, 0, 0, 2]);
    await merchant.picture("acts-waiting", { fullPage: true });
    await later(6 * MINUTE);
    await expect.poll(() => done(merchant, "Done").count()).toBe(FIRST.length);
    expect([order.tags, order.note]).toEqual([expect.arrayContaining(["vip", "wrong-address"]), expect.stringContaining("Called the shopper")]);
    expect([order.returns.length, world.discounts.size, world.storeCredit.size]).toEqual([1, 1, 1]);
    expect(world.orders.filter(({ id }) => id !== order.id && id !== recalled.id).map(({ email, lines }) => [email, lines.map(({ quantity }) => quantity)])).toEqual([[order.email, [2]]]);
    expect(await states()).toEqual(["discount", "hold", "note", "open_return", "reship", "store_credit", "tag"].map((kind) => `${kind} done`));
  });

  test("what is too much, already given or impossible says why; the limit is raised beside its field, and asking twice wants a word", async () => {
    const merchant = await caseAt(order);
    await (await lookAt(merchant, "Refund")).getByText(/more would exceed the budget of one order: \$[\d,.]+ of \$500\.00 is used\. The budget can be raised under Acts\.$/).waitFor();
    await press(merchant, "Close");
    await (await lookAt(merchant, "Cancel the order")).getByText(/^Part of this order has left, and Shopify cancels only what was not fulfilled\./).waitFor();
    await press(merchant, "Close");
    await merchant.page.goto(`${stage.demo.urls.simulator}${ADMIN}/acts`);
    const limit = merchant.app.getByLabel("For one order, at most");
    await limit.fill("lots");
    await merchant.app.getByRole("button", { name: "Save limits" }).click();
    await merchant.app.getByText("Enter an amount, or leave it empty for no limit.").waitFor();
    await limit.fill("");
    await merchant.app.getByLabel("For one shopper within 90 days, at most").fill("");
    await merchant.app.getByRole("button", { name: "Save limits" }).click();
    await merchant.page.getByText("Limits saved").waitFor();

    const again = await caseAt(order);
    const form = await lookAt(again, "Refund");
    await form.getByText(/^Refunds \$[\d,.]+ to the original payment .+ for 2 × /).waitFor();
    expect(await form.getByRole("button", { name: "Refund", exact: true }).isDisabled()).toBe(true);
    await form.getByLabel("A replacement was already given for the same pieces. I want this all the same.").check();
    await confirm(again, "Refund");
    await again.app.getByRole("button", { name: /^Undo: A refund/ }).click();
    await done(again, "Taken back").waitFor();
    await again.app.getByRole("button", { name: /^Undo: A discount/ }).click();
    await expect.poll(() => done(again, "Taken back").count()).toBe(2);
    expect([...stage.demo.world.discounts.values()].every(({ ends_at: ends }) => ends !== null && Date.parse(ends) <= stage.demo.world.clock.now().getTime())).toBe(true);
  });

  test("a hold is released, an address corrected, and money goes back once its time has passed", async () => {
    const merchant = await caseAt(order, { phone: true });
    await (await lookAt(merchant, "Release the hold")).getByText(/^Releases Hither's hold on order #\d+/).waitFor();
    await confirm(merchant, "Release the hold");
    const address = await lookAt(merchant, "Correct the address", async (form) => {
      for (const [label, text] of [["First name", "Jo"], ["Last name", "Lee"], ["Street and number", "21 Elm Street"]] as const) await form.getByLabel(label).fill(text);
    });
    await address.getByText(/to: Jo Lee, 21 Elm Street, 78701 Austin, TX, US\./).waitFor();
    await merchant.picture("act-phone");
    await confirm(merchant, "Correct the address");
    await lookAt(merchant, "Refund", (form) => form.getByLabel("Amount").fill("10"));
    await dialogOf(merchant).getByLabel(/I want this all the same\.$/).check();
    await confirm(merchant, "Refund");
    expect([order.refunds.length, order.shipping_address.address1]).toEqual([0, "1 Main Street"]);
    await later(6 * MINUTE);
    expect(await states()).toEqual(["correct_address done", "discount undone", "hold done", "note done", "open_return done", "refund done", "refund undone", "release done", "reship done", "store_credit done", "tag done"]);
    expect(order.refunds.flatMap(({ transactions }) => transactions.map(({ amount }) => Number(amount)))).toEqual([10]);
    expect(order.shipping_address.address1).toBe("21 Elm Street");
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), "sideways scrolling").toBeLessThanOrEqual(0);
  });

  test("an order whose parcel was called back is cancelled, and every act leads back to where it was asked for", async () => {
    const merchant = await caseAt(recalled);
    stage.demo.world.cancelFulfillment(recalled.fulfillments[0]?.id ?? "");
    await stage.settle();
    await (await lookAt(merchant, "Cancel the order")).getByText(/^Cancels order /).waitFor();
    await confirm(merchant, "Cancel the order");
    await later(6 * MINUTE);
    await done(merchant, "Done").waitFor();
    expect([typeof recalled.cancelled_at, recalled.refunds.length]).toEqual(["string", 1]);
    await merchant.page.goto(`${stage.demo.urls.simulator}${ADMIN}/acts`);
    await merchant.app.getByRole("list", { name: "Acts" }).getByRole("link", { name: recalled.name }).click();
    await merchant.app.getByRole("heading", { name: "Do something at Shopify" }).waitFor();
    const phone = await merchantAt("/acts", { phone: true });
    await phone.app.getByRole("list", { name: "Acts" }).waitFor();
    expect(await phone.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), "sideways scrolling").toBeLessThanOrEqual(0);
    await phone.picture("acts-phone", { fullPage: true });
  });
});
