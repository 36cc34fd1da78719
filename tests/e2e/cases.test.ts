import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Order } from "../../simulator/world/types.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, overflow, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
/** Three orders whose address the carrier cannot find, begun at the same moment. */
const ORDERS = ["first", "second", "third"] as const;

describe.skipIf(findBrowser() === null)("cases in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const orders = new Map<(typeof ORDERS)[number], Order>();
  const visitors = nobody();

  const someone = (address: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, address, look);
  const merchantAt = (page: string, look?: Look): Promise<Visitor> => someone(`${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const orderOf = (name: (typeof ORDERS)[number]): Order => {
    const order = orders.get(name);
    if (!order) throw new Error(`the ${name} story has no order`);
    return order;
  };
  const caseIdOf = async (name: (typeof ORDERS)[number]): Promise<string> => {
    const [row] = await stage.sql<{ id: string }>('SELECT id FROM "case" WHERE order_id = $1 ORDER BY opened_at LIMIT 1', [orderOf(name).id]);
    if (!row) throw new Error(`the ${name} story has no case`);
    return row.id;
  };
  const caseAt = async (name: (typeof ORDERS)[number], look?: Look): Promise<Visitor> => {
    const merchant = await merchantAt(`/cases/${encodeURIComponent(await caseIdOf(name))}`, look);
    await merchant.app.getByRole("heading", { name: "What to do" }).waitFor();
    return merchant;
  };
  const save = async (merchant: Visitor, told: string) => {
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText(told).waitFor();
  };

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    const stories = ORDERS.map((name) => ({ name, story: stage.demo.director.start("bad-address") }));
    await stage.advanceTo(new Date(Math.max(...stories.map(({ story }) => (story.ahead.find((step) => step.turning) ?? story.ahead.at(-1))?.at.getTime() ?? 0)) + HOUR / 2));
    for (const { name, story } of stories) {
      const order = stage.demo.world.order(story.orderId ?? "");
      if (order) orders.set(name, order);
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a team is named, a wrong entry stands beside its field, and the open cases get owners by themselves", async () => {
    const merchant = await merchantAt("/team");
    await merchant.app.getByText("Nobody yet: every case stays with all of you.").waitFor();
    await merchant.app.getByRole("button", { name: "Add a person" }).click();
    const ada = merchant.app.getByRole("group", { name: "Person 1" });
    await ada.getByRole("checkbox", { name: "This is me" }).check();
    await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("Write a short name without angle brackets.").waitFor();
    await ada.getByLabel("Name").fill("Ada");
    await save(merchant, "Team saved");
    await stage.settle();
    await expect.poll(async () => (await stage.sql<{ n: number }>("SELECT count(*)::int AS n FROM \"case\" WHERE status <> 'resolved' AND owner_id IS NULL"))[0]?.n).toBe(0);
    await merchant.page.goto(`${stage.demo.urls.simulator}${ADMIN}/cases?status=mine`);
    await merchant.app.getByRole("row").filter({ hasText: orderOf("first").name }).first().waitFor();
    await merchant.picture("cases-mine");
  });

  test("a case says what is wrong and what to do; taking it, a tick and a note are in its story with who did it", async () => {
    const merchant = await caseAt("first");
    await merchant.app.getByRole("button", { name: "I take it" }).click();
    await merchant.app.getByText("Ada works on it.").waitFor();
    const step = merchant.app.getByRole("checkbox").first();
    await step.check();
    await merchant.app.getByText(/^Done: /).waitFor();
    await merchant.app.getByLabel("Note", { exact: true }).fill("Called the shopper.\nShe will answer.");
    await merchant.app.getByRole("button", { name: "Keep the note" }).click();
    await merchant.app.getByText("Called the shopper.").first().waitFor();
    expect(await merchant.app.locator(".hither-timeline").last().innerText()).toMatch(/Ada wrote/);
    await merchant.picture("case", { fullPage: true });
  });

  test("the shopper reads the team's own words, beginning with the playbook's", async () => {
    const order = orderOf("first");
    const before = stage.demo.world.mails.filter((mail) => mail.to.includes(order.email)).length;
    const merchant = await caseAt("first");
    await merchant.app.getByLabel("Who reads it").selectOption("shopper");
    const message = merchant.app.getByLabel("Message", { exact: true });
    expect(await message.inputValue()).toMatch(/complete address/);
    await message.fill("Dear Ada, is it 12 or 21 Elm Street?");
    await merchant.app.getByRole("button", { name: "Send to the shopper" }).click();
    await merchant.page.getByText("Message on its way").waitFor();
    await expect.poll(() => stage.demo.world.mails.filter((mail) => mail.to.includes(order.email)).length).toBe(before + 1);
    await merchant.app.getByText("Your own words").waitFor();
  });

  test("several cases are changed at once, and what could not be done is said", async () => {
    const merchant = await merchantAt("/cases");
    await merchant.app.getByRole("button", { name: "Choose all on this page" }).click();
    await merchant.app.getByLabel("Status", { exact: true }).selectOption("waiting");
    await merchant.page.getByText(/\d cases? changed/).waitFor();
    await merchant.app.getByRole("tab", { name: /^Waiting/ }).click();
    for (const name of ORDERS) await merchant.app.getByRole("row").filter({ hasText: orderOf(name).name }).first().waitFor();
    await merchant.picture("cases-waiting");
  });

  test("a playbook is made one's own and given back", async () => {
    const merchant = await merchantAt("/playbooks?category=lost");
    const steps = merchant.app.getByLabel("Steps, one a line");
    const ready = await steps.inputValue();
    await steps.fill("Send it again at once.\nTell Ada.");
    await save(merchant, "Playbook saved");
    await merchant.app.getByText("One playbook is your own; the others are ready-made.").waitFor();
    await merchant.app.getByRole("button", { name: "Back to the ready-made one" }).click();
    await merchant.page.getByText("Back to the ready-made playbook").waitFor();
    await expect.poll(() => steps.inputValue()).toBe(ready);
  });

  test("a resolved case tells its shopper once, can be opened again, and two days later asks how it went, without JavaScript", async () => {
    const order = orderOf("third");
    const mails = () => stage.demo.world.mails.filter((mail) => mail.to.includes(order.email));
    const before = mails().length;
    const merchant = await caseAt("third");
    await merchant.app.getByRole("button", { name: "Resolve", exact: true }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByText("Sent again").click();
    await dialog.getByRole("button", { name: "Resolve case" }).click();
    await merchant.page.getByText("Case resolved").waitFor();
    await merchant.app.getByRole("heading", { name: "Not settled after all?" }).waitFor();
    await stage.settle();
    await expect.poll(() => mails().length).toBe(before + 1);

    await stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + 49 * HOUR));
    const asked = mails().find((mail) => JSON.stringify(mail).includes("/apps/hither/feedback"));
    const path = /\/apps\/hither\/feedback\?[^"'\s\\<>]+/.exec(JSON.stringify(asked))?.[0]?.replaceAll("&amp;", "&") ?? "";
    expect(path).toMatch(/case=/);
    const shopper = await someone(`${stage.demo.urls.storefront}${path}`, { javaScript: false });
    await shopper.page.getByRole("heading", { name: /How did we do/ }).waitFor();
    await shopper.page.getByLabel("4, mostly").check();
    await shopper.page.getByLabel(/What should we know/).fill("A bit slow, then fine. {{ shop.email }}");
    await shopper.picture("feedback");
    await shopper.page.getByRole("button", { name: "Send" }).click();
    await shopper.page.getByRole("heading", { name: "Thank you" }).waitFor();
    await merchant.page.reload();
    await merchant.app.getByText("4 of 5: A bit slow, then fine. {{ shop.email }}").first().waitFor();
    await merchant.app.getByLabel("Why it is not settled").fill("It came back once more.");
    await merchant.app.getByRole("button", { name: "Open again" }).click();
    await merchant.app.getByText("Opened again", { exact: true }).waitFor();
  });

  test("a forged feedback link is refused in plain words", async () => {
    const shopper = await someone(`${stage.demo.urls.storefront}/apps/hither/feedback?t=1.abc.def&case=x`, { javaScript: false });
    await shopper.page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
    expect(shopper.troubles().filter((one) => !one.includes("404"))).toEqual([]);
  });

  test.each(["/cases", "/team", "/playbooks"])("the page %s fits a phone", async (page) => {
    const merchant = await merchantAt(page, { phone: true });
    await merchant.app.getByRole("heading").first().waitFor();
    expect(await overflow(merchant), "pixels beyond the right edge").toBeLessThanOrEqual(0);
    await merchant.picture(`phone-${page.slice(1)}`, { fullPage: true });
  });

  test("the page of a case fits a phone", async () => {
    const merchant = await caseAt("first", { phone: true });
    expect(await overflow(merchant), "pixels beyond the right edge").toBeLessThanOrEqual(0);
    await merchant.picture("phone-case", { fullPage: true });
  });
});
