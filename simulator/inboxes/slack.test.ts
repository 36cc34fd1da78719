import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { seededRandom } from "../world/random.ts";
import { createPretendSlack, SLACK_HOST, type PretendSlack } from "./slack.ts";

const ADA = { id: "U0ADA", name: "ada" };
const button = (action_id: string) => ({ type: "button", action_id, text: { type: "plain_text", text: action_id }, value: "case-1" });
const MESSAGE = { text: "A case", blocks: [{ type: "header", text: { type: "plain_text", text: "A case" } }, { type: "actions", elements: [button("take"), button("resolve")] }] };

let slack: PretendSlack;
let now: Date;
let sent: { url: string; headers: Record<string, string>; body: string }[];
let status: number;

beforeEach(() => {
  now = new Date("2026-11-20T10:00:00Z");
  sent = [];
  status = 200;
  slack = createPretendSlack({ now: () => now, random: seededRandom(1, "slack"), onChange: () => {}, fetch: async (url, init) => (sent.push({ url: String(url), headers: { ...(init?.headers as Record<string, string>) }, body: String(init?.body) }), new Response(null, { status })) });
});
const post = (address: string, content: unknown) => slack.answer({ host: SLACK_HOST, method: "POST", url: new URL(address).pathname, headers: {}, body: typeof content === "string" ? content : JSON.stringify(content) });
const replyTo = () => String((JSON.parse(new URLSearchParams(sent.at(-1)?.body).get("payload") ?? "{}") as { response_url?: string }).response_url);

describe("the pretend Slack", () => {
  it("shows what its webhook takes, and says no as Slack does", () => {
    expect(post(slack.webhookUrl, MESSAGE)).toMatchObject({ status: 200, body: "ok" });
    expect(slack.messages.map(({ text }) => text)).toEqual(["A case"]);
    expect(post(slack.webhookUrl, "{")).toMatchObject({ status: 400, body: "invalid_payload" });
    expect(post(slack.webhookUrl, { blocks: [] })).toMatchObject({ status: 400, body: "no_text" });
    for (const blocks of [[{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }], [{ type: "section" }], [{ type: "actions", elements: [button("a"), button("a")] }], [{ type: "video" }]]) expect(post(slack.webhookUrl, { text: "x", blocks })).toMatchObject({ status: 400, body: "invalid_blocks" });
    expect(post(`${slack.webhookUrl}x`, MESSAGE)).toMatchObject({ status: 404, body: "no_service" });
    slack.removed = true;
    expect(post(slack.webhookUrl, MESSAGE)).toMatchObject({ status: 404, body: "no_service" });
    expect(slack.messages).toHaveLength(1);
  });

  it("signs a press as Slack does, and lets the message be renewed or somebody be told alone, five times", async () => {
    post(slack.webhookUrl, MESSAGE);
    slack.requestUrl = "https://app.example/slack/actions/token";
    expect(await slack.press("slack-1", "take", ADA)).toEqual({ outcome: "pressed", status: 200 });
    const [{ url, headers, body } = { url: "", headers: {}, body: "" }] = sent;
    expect(url).toBe("https://app.example/slack/actions/token");
    expect(headers["x-slack-signature"]).toBe(`v0=${createHmac("sha256", slack.signingSecret).update(`v0:${headers["x-slack-request-timestamp"]}:${body}`).digest("hex")}`);
    expect(JSON.parse(new URLSearchParams(body).get("payload") ?? "{}")).toMatchObject({ type: "block_actions", user: { id: "U0ADA", username: "ada" }, actions: [{ action_id: "take", value: "case-1" }] });
    expect(post(replyTo(), { text: "You cannot.", response_type: "ephemeral", replace_original: false })).toMatchObject({ status: 200 });
    expect(post(replyTo(), { text: "Taken", replace_original: true, blocks: [] })).toMatchObject({ status: 200 });
    expect(slack.messages[0]).toMatchObject({ text: "Taken", blocks: [], edits: 1, whispers: ["You cannot."], presses: [{ by: "ada", label: "take", status: 200 }] });
    for (let again = 0; again < 3; again += 1) post(replyTo(), { text: "x" });
    expect(post(replyTo(), { text: "x" })).toMatchObject({ status: 404, body: "used_url" });
  });

  it("lets nobody answer a press after half an hour", async () => {
    post(slack.webhookUrl, MESSAGE);
    slack.requestUrl = "https://app.example/slack/actions/token";
    await slack.press("slack-1", "take", ADA);
    now = new Date(now.getTime() + 31 * 60_000);
    expect(post(replyTo(), { text: "late" })).toMatchObject({ status: 404 });
  });

  it("presses no button that is not there, and none before it knows where to", async () => {
    post(slack.webhookUrl, MESSAGE);
    expect(await slack.press("slack-1", "take", ADA)).toMatchObject({ outcome: "refused", reason: expect.stringContaining("request address") });
    slack.requestUrl = "https://app.example/";
    expect(await slack.press("slack-1", "dance", ADA)).toMatchObject({ outcome: "refused" });
    expect(await slack.press("slack-9", "take", ADA)).toMatchObject({ outcome: "refused" });
    expect(sent).toEqual([]);
  });

  it("signs anew where the app's clock was not there yet, and gives up in the end", async () => {
    post(slack.webhookUrl, MESSAGE);
    slack.requestUrl = "https://app.example/";
    status = 401;
    expect(await slack.press("slack-1", "take", ADA)).toEqual({ outcome: "pressed", status: 401 });
    expect(sent).toHaveLength(5);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });
});
