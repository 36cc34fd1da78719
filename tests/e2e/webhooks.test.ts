import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../machine/find-browser.ts";
import { HOOK_HOST, HOOK_URL } from "../../simulator/inboxes/hook-endpoint.ts";
import type { HookReceived } from "../../simulator/world/types.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const PAGE = "/store/hearth-and-wool/apps/hither/app/webhooks";
const SECRET = /^whsec_[A-Za-z0-9+/=]{40,}$/;
/** Another address of the merchant's own server, which the pretend internet leads to. */
const OWN_URL = `https://${HOOK_HOST}/erp`;

describe.skipIf(findBrowser() === null)("webhooks in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  const visitors = nobody();

  const merchantAt = async (look?: Look): Promise<Visitor> => {
    const visitor = await visitors.come(browser, look);
    await visitor.page.goto(`${stage.demo.urls.simulator}${PAGE}`);
    await visitor.app.getByRole("heading", { name: "Add an endpoint" }).waitFor();
    return visitor;
  };
  const confirm = ({ app, page }: Visitor, act: string): Promise<void> => app.getByRole("dialog").or(page.getByRole("dialog")).first().getByRole("button", { name: act, exact: true }).click();
  const shown = ({ app }: Visitor): Promise<string> => app.getByRole("textbox", { name: "Signing secret" }).inputValue();
  const heard = (type: string): readonly HookReceived[] => stage.demo.world.hooksReceived.filter(({ url, body }) => url.endsWith("/erp") && (JSON.parse(body) as { readonly type: string }).type === type);
  const line = ({ app }: Visitor, text: string): Locator => app.getByRole("list", { name: "Messages sent last" }).getByRole("listitem").filter({ hasText: text }).first();

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("an address nobody outside could reach is refused beside its field, and a good one shows its secret once", async () => {
    const merchant = await merchantAt();
    await merchant.app.getByRole("heading", { name: HOOK_URL }).waitFor();
    await merchant.app.getByRole("button", { name: "Remove", exact: true }).click();
    await confirm(merchant, "Remove");
    await merchant.app.getByRole("heading", { name: HOOK_URL }).waitFor({ state: "detached" });
    const add = merchant.app.getByRole("button", { name: "Add endpoint" });
    for (const [address, because] of [
      [`http://${HOOK_HOST}/erp`, "Write a full address that begins with https://."],
      ["https://localhost/erp", '"localhost" is no public address on the internet, and nothing else is called.'],
      ["https://192.168.0.7/erp", '"192.168.0.7" is no public address on the internet, and nothing else is called.'],
      ["https://[::ffff:127.0.0.1]/erp", /is no public address on the internet, and nothing else is called\.$/],
      ["https://no-such-host.example/erp", 'The name "no-such-host.example" cannot be resolved. Check the spelling, or try again in a minute.'],
    ] as const) {
      await merchant.app.getByLabel("Address").fill(address);
      await add.click();
      await merchant.app.getByText(because).waitFor();
    }
    await merchant.picture("webhooks-refused", { fullPage: true });
    await merchant.app.getByLabel("Address").fill(OWN_URL);
    for (const chosen of ["A case opened", "A case is overdue", "A case was resolved"]) await merchant.app.getByRole("checkbox", { name: chosen }).uncheck();
    await add.click();
    await merchant.app.getByText("Choose at least one kind of news.").waitFor();
    await merchant.app.getByRole("checkbox", { name: "A case opened" }).check();
    await add.click();
    await merchant.app.getByText("Copy the signing secret now").waitFor();
    const secret = await shown(merchant);
    expect(secret).toMatch(SECRET);
    stage.demo.context.hooks.secret = secret;
    await merchant.app.getByText("Told: A case opened").waitFor();
    await merchant.picture("webhooks-secret", { fullPage: true });
    const later = await merchantAt();
    await later.app.getByRole("heading", { name: OWN_URL }).waitFor();
    expect(await later.app.getByRole("textbox", { name: "Signing secret" }).count()).toBe(0);
    expect(await later.app.locator("body").innerText()).not.toContain("whsec_");
  });

  test("a test arrives signed; a real message fails, is tried again, is in the log, and is replayed under its own id", async () => {
    const merchant = await merchantAt();
    await merchant.app.getByRole("button", { name: "Send a test" }).click();
    await line(merchant, "A test").getByText("Arrived").waitFor();
    expect(heard("test").map(({ verified }) => verified)).toEqual([true]);

    stage.demo.context.hooks.failWith = 500;
    const story = stage.demo.director.start("bad-address");
    await stage.advanceTo(new Date((story.ahead.find((step) => step.turning) ?? story.ahead.at(-1))?.at.getTime() ?? 0));
    await expect.poll(() => heard("case.opened").length, { timeout: 30_000 }).toBeGreaterThan(0);
    await line(merchant, "A case opened").getByText("On its way").waitFor();
    await line(merchant, "A case opened").getByText(/The endpoint answered 500\./).waitFor();
    await merchant.app.getByText("Failing", { exact: true }).waitFor();
    await merchant.picture("webhooks-failing", { fullPage: true });
    stage.demo.context.hooks.failWith = null;
    await stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + 60 * 60_000));
    await line(merchant, "A case opened").getByText("Arrived").waitFor();
    const before = heard("case.opened").length;
    await line(merchant, "A case opened").getByRole("button", { name: /^Replay/ }).click();
    await expect.poll(() => heard("case.opened").length).toBe(before + 1);
    expect(new Set(heard("case.opened").map(({ headers }) => headers["webhook-id"])).size, "one message, however often it was sent").toBe(1);
    expect(heard("case.opened").every(({ verified }) => verified)).toBe(true);
    await merchant.app.getByText("Active", { exact: true }).waitFor();
  });

  test("a new secret signs beside the former one, and a switched-off endpoint says so and is told nothing but tests", async () => {
    const { hooks } = stage.demo.context;
    const former = hooks.secret;
    const merchant = await merchantAt();
    await merchant.app.getByRole("button", { name: "Make a new secret" }).click();
    await confirm(merchant, "Make it");
    await merchant.app.getByText(/^The former secret signs too until /).waitFor();
    const fresh = await shown(merchant);
    expect([fresh.match(SECRET) !== null, fresh === former]).toEqual([true, false]);
    for (const secret of [former, fresh]) {
      hooks.secret = secret;
      const before = heard("test").length;
      await merchant.app.getByRole("button", { name: "Send a test" }).click();
      await expect.poll(() => heard("test").slice(before).map(({ verified }) => verified)).toEqual([true]);
    }
    expect(await shown(merchant), "a test does not take it from the page").toBe(fresh);
    await merchant.app.getByRole("button", { name: "Change", exact: true }).click();
    const edit = merchant.app.getByRole("button", { name: "Save endpoint" });
    await merchant.app.getByLabel("Address").first().fill("https://10.1.2.3/erp");
    await edit.click();
    await merchant.app.getByText('"10.1.2.3" is no public address on the internet, and nothing else is called.').waitFor();
    await merchant.app.getByLabel("Address").first().fill(OWN_URL);
    await merchant.app.getByRole("checkbox", { name: "A case was resolved" }).first().check();
    await edit.click();
    await merchant.app.getByText("Told: A case opened · A case was resolved").waitFor();

    await stage.demo.world.clock.advance(60_000); // no two attempts at one moment
    await merchant.app.getByRole("button", { name: "Switch off" }).click();
    await merchant.app.getByText("Switched off", { exact: true }).waitFor();
    const quiet = heard("case.opened").length;
    await line(merchant, "A case opened").getByRole("button", { name: /^Replay/ }).click();
    await line(merchant, "A case opened").getByText("The endpoint is switched off.").waitFor();
    expect(heard("case.opened").length).toBe(quiet);
    await merchant.app.getByRole("button", { name: "Switch on" }).click();
    await merchant.app.getByRole("button", { name: "Replay", exact: true }).first().click();
    await line(merchant, "A case opened").getByText("Arrived").waitFor();
    expect(heard("case.opened").length).toBe(quiet + 1);
  });

  test("the page fits a phone", async () => {
    const merchant = await merchantAt({ phone: true });
    await merchant.app.getByRole("heading", { name: "Sent last" }).waitFor();
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), "pixels beyond the right edge").toBeLessThanOrEqual(0);
    await merchant.picture("webhooks-phone", { fullPage: true });
  });
});
