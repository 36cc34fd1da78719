import { createHmac } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SlackMessage } from "../../simulator/inboxes/slack.ts";
import { act } from "../../simulator/launch/as-merchant.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
/** Ada is of the team; Ben is only in the channel. */
const [ADA, BEN] = [{ id: "U0ADALOVE", name: "ada" }, { id: "U0BENROSS", name: "ben" }];

describe.skipIf(findBrowser() === null)("Slack in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  let message: SlackMessage;
  const visitors = nobody();

  const someone = (address: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, address, look);
  const merchantAt = (page: string, look?: Look): Promise<Visitor> => someone(`${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const inTheChannel = () => stage.demo.context.slack.messages;
  const caseNow = async () => (await stage.sql<{ status: string; owner_id: string | null; resolved_by: string | null }>('SELECT status, owner_id, resolved_by FROM "case" LIMIT 1'))[0];
  const story = async () => (await stage.sql<{ by: string; kind: string; text: string }>("SELECT by, kind, text FROM case_event ORDER BY id")).map((line) => `${line.by}: ${line.kind}`);

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await act(stage.demo.context, "/app/team", {
      members: [{ id: "", name: "Ada", team: "Support", email: null, slackId: ADA.id, away: true, isMe: false }], assignment: [], dueHours: { critical: 8, warning: 24 }, escalateAfterHours: 8, escalateTo: null,
    });
    await stage.settle();
    const begun = stage.demo.director.start("bad-address");
    await stage.advanceTo(new Date((begun.ahead.find((step) => step.turning) ?? begun.ahead.at(-1))?.at.getTime() ?? 0));
    await stage.advanceTo(new Date(stage.demo.world.clock.now().getTime() + HOUR / 2));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a case is told there once, and its story says so", async () => {
    expect(inTheChannel().map((one) => one.text)).toEqual([expect.stringMatching(/address/i)]);
    [message] = inTheChannel() as [SlackMessage];
    expect(JSON.stringify(message.blocks)).toContain(stage.demo.world.orders.at(-1)?.name);
    expect(await story()).toContain("hither: told_out");
  });

  test("somebody the team does not know is told so alone; a member takes the case, and the message shows it", async () => {
    const slack = stage.demo.context.slack;
    expect(await slack.press(message.id, "hither.take", BEN)).toEqual({ outcome: "pressed", status: 200 });
    await expect.poll(() => message.whispers).toEqual([expect.stringContaining(BEN.id)]);
    expect(await caseNow()).toMatchObject({ status: "open" });
    const team = await someone(`${stage.demo.urls.simulator}/slack`);
    await team.page.getByRole("combobox", { name: "as" }).selectOption({ label: "ada" });
    await team.page.getByRole("button", { name: "Take it" }).click();
    await expect.poll(() => message.edits).toBe(1);
    await team.page.getByText("Ada works on it.").waitFor();
    expect(await caseNow()).toMatchObject({ status: "in_progress", owner_id: expect.any(String) });
    await team.picture("slack-channel", { fullPage: true });
  });

  test("a press nobody signed, or signed with another secret, does nothing", async () => {
    const { slack, world } = { slack: stage.demo.context.slack, world: stage.demo.world };
    const caseId = JSON.stringify(message.blocks).match(/"value":"([^"]+)"/)?.[1] ?? "";
    const timestamp = String(Math.floor(world.clock.now().getTime() / 1_000));
    const body = new URLSearchParams({ payload: JSON.stringify({ type: "block_actions", user: ADA, actions: [{ action_id: "hither.resolve", value: caseId, action_ts: `${timestamp}.000001` }] }) }).toString();
    const ask = (url: string, secret: string | null) => fetch(url, {
      method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", ...(secret === null ? {} : { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}` }) },
    }).then((answer) => answer.status);
    const door = slack.requestUrl ?? "";
    expect([await ask(door, null), await ask(door, "another"), await ask(`${door}x`, slack.signingSecret), (await fetch(door)).status]).toEqual([401, 401, 401, 405]);
    expect(await caseNow()).toMatchObject({ status: "in_progress" });
    expect(await ask(door, slack.signingSecret)).toBe(200);
    expect(await ask(door, slack.signingSecret), "the same press again").toBe(200);
    await stage.settle();
    expect(await caseNow()).toMatchObject({ status: "resolved", resolved_by: "slack" });
    expect((await story()).filter((line) => line === "slack:Ada: resolved")).toHaveLength(1);
    expect(inTheChannel(), "who pressed saw it").toHaveLength(1);
  });

  test.each([["on a desk", {}], ["on a phone", { phone: true }]] as const)("the page tests the channel, shows why Slack refuses, and fits %s", async (_where, look) => {
    const { slack } = stage.demo.context;
    const merchant = await merchantAt("/slack", look);
    await merchant.app.getByRole("heading", { name: "Your channel" }).waitFor();
    const before = inTheChannel().length;
    await merchant.app.getByRole("button", { name: "Send a test" }).click();
    await expect.poll(() => inTheChannel().length).toBe(before + 1);
    slack.removed = true;
    await merchant.app.getByRole("button", { name: "Send a test" }).click();
    await merchant.app.getByText(/does not know this webhook any more/).waitFor();
    slack.removed = false;
    await merchant.app.getByRole("button", { name: "Send a test" }).click();
    await merchant.app.getByText("Connected", { exact: true }).waitFor();
    expect(await merchant.app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
    expect(await merchant.app.locator("body").innerText()).not.toMatch(/T0HEARTH/);
    await merchant.picture(`slack-page-${look === undefined || !("phone" in look) ? "desk" : "phone"}`, { fullPage: true });
  });

  test("a wrong entry stands beside its field; disconnecting forgets both secrets, and the form connects again", async () => {
    const { slack } = stage.demo.context;
    const merchant = await merchantAt("/slack");
    const address = merchant.app.getByLabel("Webhook address");
    await address.fill("https://evil.example/services/T0/B0/x");
    await merchant.app.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText(/begins with https:\/\/hooks\.slack\.com\/services\//).waitFor();
    await merchant.app.getByRole("button", { name: "Disconnect" }).click();
    await merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first().getByRole("button", { name: "Disconnect" }).click();
    await merchant.app.getByRole("heading", { name: "Connect a channel" }).waitFor();
    expect(await stage.sql("SELECT shop FROM slack_connection")).toEqual([]);
    await merchant.app.getByLabel("Webhook address").fill(slack.webhookUrl);
    await merchant.app.getByLabel("Signing secret").fill(slack.signingSecret);
    await merchant.app.getByRole("button", { name: "Connect Slack" }).click();
    await merchant.app.getByRole("heading", { name: "Your channel" }).waitFor();
  });
});
