import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
const NAME = "Mark addresses nobody finds";
/** A whole past is played, on a machine that may have other things to do. */
const LONG = 120_000;

describe.skipIf(findBrowser() === null)("rules in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const visitors = nobody();

  const merchantAt = (page: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  /** Parcels whose address the carrier cannot find, until their trouble is known. */
  const troubled = async (many: number) => {
    const stories = Array.from({ length: many }, () => stage.demo.director.start("bad-address"));
    await stage.advanceTo(new Date(Math.max(...stories.map(({ ahead }) => (ahead.find((step) => step.turning) ?? ahead.at(-1))?.at.getTime() ?? 0)) + HOUR / 2));
    return stories.map(({ orderId }) => stage.demo.world.order(orderId ?? "")?.name ?? "");
  };
  const modeOf = (merchant: Visitor): Locator => merchant.app.getByLabel(`Mode of ${NAME}`);
  const rowOf = (merchant: Visitor): Locator => merchant.app.getByRole("row").filter({ hasText: NAME });
  const runs = () => stage.sql<{ live: boolean; n: number }>("SELECT live, count(*)::int AS n FROM shadow_run GROUP BY live ORDER BY live");
  const acts = async () => (await stage.sql<{ n: number }>("SELECT count(*)::int AS n FROM act WHERE by LIKE 'rule:%'"))[0]?.n;

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    await troubled(2);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a rule is built from conditions and acts, and reads as one sentence while it is built", async () => {
    const merchant = await merchantAt("/rules");
    await merchant.app.getByText("No rules yet").waitFor();
    await merchant.picture("rules-none");
    await merchant.app.getByRole("link", { name: "New rule" }).or(merchant.page.getByRole("link", { name: "New rule" })).or(merchant.page.getByRole("button", { name: "New rule" })).first().click();
    await merchant.app.getByText("Not complete yet.").waitFor();
    await merchant.app.getByLabel("Name", { exact: true }).fill(NAME);
    await merchant.app.getByRole("button", { name: "Add a condition" }).click();
    const first = merchant.app.getByRole("group", { name: "Condition 1" });
    await first.getByLabel("Field").selectOption({ label: "Problem" });
    await first.getByLabel("Comparison").selectOption({ label: "is" });
    await first.getByLabel("Value").selectOption({ value: "address_problem" });
    await merchant.app.getByRole("button", { name: "Add a condition" }).click();
    const second = merchant.app.getByRole("group", { name: "Condition 2" });
    await second.getByLabel("Field").selectOption({ label: "Order value" });
    await second.getByLabel("Comparison").selectOption({ label: "is over" });
    await second.getByLabel("Value").fill("1");
    await merchant.app.getByRole("button", { name: "Add an act" }).click();
    await merchant.app.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("One entry needs correcting").waitFor(); // an act without its tag
    await merchant.app.getByLabel("Tags, separated by commas").fill("address");
    await merchant.app.getByText(/^When a parcel .+ and the order is over \$1: tag the order “address”\.$/).waitFor();
    await merchant.picture("rule-new", { fullPage: true });
  });

  test("it is tried on the past before anything is saved, with figures and parcels one can open", async () => {
    const merchant = await merchantAt("/rules/new");
    const app = merchant.app;
    await app.getByLabel("Name", { exact: true }).fill(NAME);
    await app.getByRole("button", { name: "Add a condition" }).click();
    await app.getByRole("group", { name: "Condition 1" }).getByLabel("Value").selectOption({ value: "address_problem" });
    await app.getByRole("button", { name: "Add an act" }).click();
    await app.getByLabel("Tags, separated by commas").fill("address");
    await app.getByRole("button", { name: "Try it on the past" }).click();
    await app.getByText(/^Played over \d[\d,]* parcels of/).waitFor({ timeout: LONG });
    const figures = app.getByRole("table", { name: "The past as it is set now, and with the change" });
    const acted = (await figures.getByRole("row").filter({ hasText: "Acts of rules" }).innerText()).split(/\s+/).filter((one) => /^\d+$/.test(one)).map(Number);
    expect(acted[0]).toBe(0);
    expect(acted[1]).toBeGreaterThanOrEqual(2);
    const added = app.locator("details").filter({ hasText: "Acts it would add" });
    await added.locator("summary").click();
    await added.getByText("tag the order “address”").first().waitFor();
    await figures.scrollIntoViewIfNeeded();
    await merchant.picture("rule-tried");
    expect([await runs(), await acts()]).toEqual([[], 0]); // it was only tried
    await added.getByRole("link").first().click();
    await app.getByRole("heading", { name: /#100[12]/ }).first().waitFor();
  });

  test("it begins in shadow", async () => {
    const merchant = await merchantAt("/rules/new?template=hold_address");
    const app = merchant.app;
    await app.getByLabel("Name", { exact: true }).fill(NAME);
    for (let left = 2; left > 0; left -= 1) await app.getByRole("button", { name: "Remove act 1" }).click();
    await app.getByRole("button", { name: "Add an act" }).click();
    await app.getByLabel("Tags, separated by commas").fill("address");
    await app.getByText("Shadow", { exact: true }).click();
    await app.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.page.getByText("Rule saved").waitFor();
    await app.getByRole("heading", { name: NAME }).waitFor();
  });

  test("in shadow it is written down and nothing is done", async () => {
    const [name] = await troubled(1);
    expect([await runs(), await acts()]).toEqual([[{ live: false, n: 1 }], 0]);
    const merchant = await merchantAt("/rules");
    await rowOf(merchant).getByText(/Would have fired 1 time in shadow/).waitFor();
    await merchant.picture("rules", { fullPage: true });
    await merchant.app.getByRole("link", { name: NAME }).click();
    await merchant.app.getByText(name ?? "", { exact: false }).first().waitFor();
    await merchant.app.getByText(/tag the order “address”/).first().waitFor();
    await merchant.picture("rule-shadow", { fullPage: true });
  });

  test("switched on it acts, and waits to be undone", async () => {
    const merchant = await merchantAt("/rules");
    await expect.poll(async () => {
      await modeOf(merchant).selectOption("on");
      return (await stage.sql<{ mode: string }>("SELECT rule->>'mode' AS mode FROM shop_settings, jsonb_array_elements(work->'rules') AS rule"))[0]?.mode;
    }).toBe("on");
    await merchant.page.getByText("Rule saved").waitFor();
    await troubled(1);
    expect([await runs(), await acts()]).toEqual([[{ live: false, n: 1 }, { live: true, n: 1 }], 1]);
    await merchant.page.reload();
    await rowOf(merchant).getByText(/Fired 1 time, would have fired 1 time in shadow/).waitFor();
  });

  test("the history says who changed what, and can go back", async () => {
    const merchant = await merchantAt("/rules/history");
    await merchant.app.getByText(`Rule “${NAME}”: shadow → on`).waitFor();
    await merchant.app.getByText(/^Staff \d+,/).first().waitFor();
    await merchant.picture("rules-history", { fullPage: true });
    await merchant.app.getByRole("button", { name: "Go back to version 2 of Rules, cases and acts" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    await dialog.getByRole("button", { name: "Go back" }).click();
    await merchant.page.getByText("Settings restored").waitFor();
    await merchant.app.getByText(`Rule “${NAME}”: on → shadow`).waitFor();
    await merchant.page.goto(`${stage.demo.urls.simulator}${ADMIN}/rules`);
    await expect.poll(() => modeOf(merchant).inputValue(), { timeout: LONG }).toBe("shadow");
  });

  test.each(["/rules", "/rules/new?template=reship_lost", "/rules/history", "/rules/try"])("the page %s fits a phone", async (page) => {
    const merchant = await merchantAt(page, { phone: true });
    await merchant.app.getByRole("heading").first().waitFor();
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), "pixels beyond the right edge").toBeLessThanOrEqual(0);
    await merchant.picture(`phone${page.replaceAll(/[^a-z]+/g, "-")}`, { fullPage: true });
  });
});
