import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { RunningStory } from "../../simulator/scenarios/director.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
/** Played side by side, and looked at in the order of their turns. */
const STORIES = ["number-reused", "detour", "mistyped-number", "unread-status", "split-shipment", "delivered-elsewhere", "carrier-hand-off", "not-received"] as const;

describe.skipIf(findBrowser() === null)("the truth about parcels in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const stories = new Map<string, RunningStory>();
  const turns = new Map<string, number>();
  const visitors = nobody();

  const storyOf = (name: (typeof STORIES)[number]): RunningStory => {
    const story = stories.get(name);
    if (!story) throw new Error(`the story ${name} was not begun`);
    return story;
  };
  const orderOf = (name: (typeof STORIES)[number]): Order => {
    const order = stage.demo.world.order(storyOf(name).orderId ?? "");
    if (!order) throw new Error(`the story ${name} has no order`);
    return order;
  };
  /** Plays on until so many hours after a story's turn. */
  const playTo = (name: (typeof STORIES)[number], hoursAfter: number) => stage.advanceTo(new Date((turns.get(name) ?? 0) + hoursAfter * HOUR));
  const someone = (look?: Look): Promise<Visitor> => visitors.come(browser, look);
  /** The merchant on the page of a story's first parcel. */
  const merchantAt = async (name: (typeof STORIES)[number], look?: Look): Promise<Visitor> => {
    const merchant = await someone(look);
    await merchant.page.goto(`${stage.demo.urls.simulator}/store/hearth-and-wool/apps/hither/app/shipments/${orderOf(name).fulfillments[0]?.id ?? ""}.1`);
    await merchant.app.getByRole("heading", { name: "Timeline" }).waitFor();
    return merchant;
  };
  const shopperAt = async (name: (typeof STORIES)[number], look?: Look): Promise<Visitor> => {
    const { name: order, email } = orderOf(name);
    const shopper = await someone(look);
    await shopper.page.goto(`${stage.demo.urls.storefront}/apps/hither/tracking?${new URLSearchParams({ order, email })}`);
    await shopper.page.getByRole("heading", { level: 1 }).waitFor();
    return shopper;
  };
  /** What somebody reads on a page, from its top to its end. */
  const textOf = async ({ page, app }: Visitor): Promise<string> => ((await page.locator("#app-frame").count()) > 0 ? app.locator("body") : page.locator("main")).innerText();

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    for (const name of STORIES) {
      const story = stage.demo.director.start(name);
      stories.set(name, story);
      turns.set(name, (story.ahead.find((step) => step.turning) ?? story.ahead.at(-1))?.at.getTime() ?? 0);
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("another parcel's scans under the same number are shown, not believed, and kept from the shopper", async () => {
    await playTo("number-reused", 2);
    const merchant = await merchantAt("number-reused");
    const text = await textOf(merchant);
    expect(text).toMatch(/Number reused\s+Hither believes: \d events belong to another parcel with the same number\./);
    expect(text).toMatch(/Delivered\s+Warning\s+Not believed/);
    expect(text).toContain("Shoppers are not sent there.");
    const shopper = await shopperAt("number-reused");
    expect(await textOf(shopper)).not.toContain("Akron");
    expect(await shopper.page.getByRole("link", { name: /carrier's site/ }).count()).toBe(0);
    await shopper.page.getByText("The carrier's own page does not show this package yet").waitFor();
  });

  test("a far hub is explained to both, and the raw words are one step away", async () => {
    await playTo("detour", 1);
    const merchant = await merchantAt("detour");
    await merchant.app.getByText(/to be sorted, not by mistake/).waitFor();
    const event = merchant.app.locator(".hither-timeline > li").filter({ hasText: "In transit" }).first();
    await event.locator("summary").click();
    for (const label of ["Source", "Code", "Text", "Occurred", "Received"]) await event.getByText(label, { exact: true }).first().waitFor();
    expect(await textOf(merchant)).not.toMatch(/Not known yet|Not understood yet|Taken back|\d{4}-\d{2}-\d{2}T/);
    await merchant.app.getByRole("region", { name: "How fresh each source's word is" }).getByRole("row").filter({ hasText: "EasyPost" }).waitFor();
    await merchant.picture("truth-detour", { fullPage: true });
    const shopper = await shopperAt("detour");
    await shopper.page.getByText(/^Why is it in \w+/).waitFor();
    await shopper.picture("tracking-detour", { fullPage: true });
  });

  test("a number that cannot be right is doubted with its reason, and the shopper is sent to no dead link", async () => {
    await playTo("mistyped-number", -1);
    const merchant = await merchantAt("mistyped-number");
    const text = await textOf(merchant);
    expect(text).toMatch(/Check this number\s+The number has the shape of UPS, but its check digit is wrong/);
    expect(text).toMatch(/Dead\s+Open it\s+The number's check digit is wrong: no such parcel can exist\. Shoppers are not sent there\./);
    const shopper = await shopperAt("mistyped-number");
    expect(await shopper.page.getByRole("link", { name: /carrier's site/ }).count()).toBe(0);
    await stage.advanceTo(new Date((turns.get("mistyped-number") ?? 0) + 4 * HOUR));
    expect(await textOf(await merchantAt("mistyped-number"))).not.toContain("Check this number");
    expect(await (await shopperAt("mistyped-number")).page.getByRole("link", { name: /carrier's site/ }).count()).toBe(1);
  });

  test("a status nobody can read stands in the timeline in its own words", async () => {
    await playTo("unread-status", 1);
    const merchant = await merchantAt("unread-status");
    const event = merchant.app.getByRole("listitem").filter({ has: merchant.app.getByText("“QX417 LEDGER REF 88/2”", { exact: true }) });
    await event.getByText("Not understood yet", { exact: true }).waitFor();
    await event.locator("summary").click();
    await event.getByText("unheard_of/ledger_reference").waitFor();
  });

  test("a delivery in another place is a doubt with its evidence, a case, and no secret to the shopper", async () => {
    await playTo("delivered-elsewhere", 1);
    const merchant = await merchantAt("delivered-elsewhere");
    const text = await textOf(merchant);
    expect(text).toContain("Delivery in doubt");
    expect(text).not.toContain("Promise kept");
    expect(text).toMatch(/Contradiction\s+Delivered elsewhere\s+Hither believes: The parcel was delivered in [A-Z][a-z].*, and not at its address\./);
    expect(text).toMatch(/rests on \d+ statements/);
    await merchant.app.getByRole("button", { name: /^Resolve/ }).first().waitFor();
    await merchant.picture("truth-delivered-elsewhere", { fullPage: true });
    const shopper = await shopperAt("delivered-elsewhere");
    await shopper.page.getByText(/The carrier reports the delivery in .*, which is not the place of your address/).waitFor();
  });

  test("an order in two parcels tells the state of every item, and one answer about all", async () => {
    const [first] = orderOf("split-shipment").fulfillments;
    const merchant = await merchantAt("split-shipment");
    const items = merchant.app.getByRole("region", { name: "State of every item of the order" });
    for (const { title } of orderOf("split-shipment").lines) await items.getByRole("row").filter({ hasText: title }).waitFor();
    expect(await items.innerText()).toMatch(/Package 1 of 2[\s\S]*Package 2 of 2/);
    expect(first?.id).toBeDefined();
    const text = await textOf(await shopperAt("split-shipment"));
    expect(text).toMatch(/Your items/);
    expect(text).toMatch(/Package 1 of 2[\s\S]*Package 2 of 2/);
    expect(text).toMatch(/1 of 2 items delivered|2 of 2 items|Delivered \w{3}, \w{3} \d|\d of \d items/);
  });

  test("a hand-off is one road under both carriers and both numbers", async () => {
    await playTo("carrier-hand-off", 3);
    const [own, next] = storyOf("carrier-hand-off").trackingNumbers;
    const merchant = await merchantAt("carrier-hand-off");
    const legs = merchant.app.getByRole("listitem").filter({ hasText: next ?? "no second number" });
    await legs.getByText(/^Told by EasyPost/).waitFor();
    await merchant.app.getByText("Carriers and numbers").waitFor();
    const text = await textOf(merchant);
    expect(text).toMatch(/Landmark Global[\s\S]*(Canada Post|Royal Mail|Deutsche Post)/);
    expect(text).toContain("Handed over");
    expect(text).not.toContain("Carrier not named");
    const shopper = await shopperAt("carrier-hand-off");
    const told = await textOf(shopper);
    for (const number of [own, next]) expect(told).toContain(number);
    expect((await shopper.page.locator(".hth-steps").count()), "one road, not two parcels").toBe(1);
    await shopper.picture("tracking-hand-off", { fullPage: true });
  });

  test("a shopper without a parcel says so on the tracking page without JavaScript, and the merchant reads it", async () => {
    await playTo("not-received", -1);
    const shopper = await shopperAt("not-received", { javaScript: false, phone: true });
    await shopper.page.getByText("It did not reach you?").click();
    await shopper.page.getByText("Please look around the door").waitFor();
    await shopper.picture("tracking-not-arrived", { fullPage: true });
    await shopper.page.getByRole("button", { name: "Tell the shop that it did not arrive" }).click();
    await shopper.page.getByText("Thank you: the shop now knows").waitFor();
    await stage.settle();
    const merchant = await merchantAt("not-received");
    const text = await textOf(merchant);
    expect(text).toMatch(/Not received\s+(Critical\s+)?\w{3}, \w{3} \d+, [\d:]+ [AP]M · The shopper/);
    expect(text).toContain("Delivery disputed");
    expect(text).toContain("Delivery in doubt");
    expect(await stage.sql("SELECT 1 FROM inbox WHERE source = 'merchant' AND topic = 'not_received'")).toHaveLength(1);
    const again = await shopperAt("not-received");
    await again.page.getByText("you told us that it did not reach you").first().waitFor();
    expect(await again.page.getByText("It did not reach you?").count()).toBe(0);
  });

  test("a parcel's page fits a phone", async () => {
    const merchant = await merchantAt("delivered-elsewhere", { phone: true });
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
    await merchant.picture("phone-truth");
  });
});
