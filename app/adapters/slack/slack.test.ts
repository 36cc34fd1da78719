import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SlackMessage } from "#app/application/ports.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { messageBlocks } from "./message-blocks.ts";
import { createSlack } from "./slack.ts";

const NOW = 1_800_000_000_000 as Instant;
const URL_OF = "https://hooks.slack.com/services/T012/B345/abcDEF678";
const MESSAGE: SlackMessage = {
  title: "Critical: Lost", text: "The carrier says that it lost the parcel.", facts: [{ label: "Order", value: "#1001" }], mention: "U012AB3CD", acts: { caseId: "parcel.lost.1" as CaseId, kinds: ["take", "resolve", "snooze"] }, link: { label: "Open in Hither", url: "https://admin.shopify.com/x" }, footer: null,
};

const stage = (answer: () => Response | Promise<Response> = () => new Response("ok")) => {
  const calls: { url: string; body: Record<string, unknown>; redirect?: string }[] = [];
  const slack = createSlack({ fetch: async (url, init) => { calls.push({ url: String(url), body: JSON.parse(String(init?.body)) as Record<string, unknown> }); return answer(); } });
  return { slack, calls };
};

describe("a message in Slack", () => {
  it("has a headline, the facts, whom it is for, buttons that name the case, and a way to its page", () => {
    const { text, blocks } = messageBlocks(MESSAGE);
    expect(text).toBe("Critical: Lost: The carrier says that it lost the parcel.");
    expect(blocks).toMatchObject([
      { type: "header", text: { type: "plain_text", text: "Critical: Lost" } }, { type: "section", text: { text: "The carrier says that it lost the parcel. <@U012AB3CD>" } }, { type: "section", fields: [{ text: "*Order*\n#1001" }] },
      { type: "actions", elements: [{ action_id: "hither.take", value: "parcel.lost.1" }, { action_id: "hither.resolve", value: "parcel.lost.1", confirm: { confirm: { text: "Resolve" } } }, { action_id: "hither.snooze" }, { action_id: "hither.open", url: "https://admin.shopify.com/x" }] },
    ]);
  });

  it("never lets a name or a sentence mention anybody or become a link, and keeps within Slack's limits", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 4_000 }), (wild) => {
      const said = `<!channel> ${wild}`;
      const { text, blocks } = messageBlocks({ ...MESSAGE, title: said, text: said, facts: Array.from({ length: 12 }, () => ({ label: "L", value: said })), mention: null, footer: said });
      const [header, section, fields, , context] = blocks as [{ text: { text: string } }, { text: { text: string } }, { fields: { text: string }[] }, unknown, { elements: { text: string }[] }];
      const marked = [text, section.text.text, ...fields.fields.map((one) => one.text), ...context.elements.map((one) => one.text)];
      expect(header.text.text.length).toBeLessThanOrEqual(150);
      expect(fields.fields.length).toBeLessThanOrEqual(10);
      for (const one of marked) {
        expect(one).not.toMatch(/[<>]/);
        expect(one.replaceAll(/&(?:amp|lt|gt);/g, "")).not.toContain("&");
        expect(one.length).toBeLessThanOrEqual(3_000);
      }
      for (const one of fields.fields) expect(one.text.length).toBeLessThanOrEqual(2_000);
    }), { numRuns: 60 });
  });
});

describe("Slack", () => {
  it.each(["https://hooks.slack.com/services/T012/B345/abcDEF678", "https://HOOKS.slack.com/services/T0/B0/x"])("%s is an incoming webhook", (url) => {
    expect(stage().slack.isAddress(url)).toBe(true);
  });

  it.each([
    "http://hooks.slack.com/services/T012/B345/x", "https://hooks.slack.com.evil.example/services/T012/B345/x", "https://evil.example/services/T012/B345/x", "https://hooks.slack.com@evil.example/services/T012/B345/x", "https://a:b@hooks.slack.com/services/T012/B345/x",
    "https://hooks.slack.com:8443/services/T012/B345/x", "https://hooks.slack.com/actions/T012/B345/x", "https://hooks.slack.com/services/../actions/T0/B0/x", "https://127.0.0.1/services/T012/B345/x", "hooks.slack.com/services/T012/B345/x", "",
  ])("%s is none, and is never called", async (url) => {
    const { slack, calls } = stage();
    expect(slack.isAddress(url)).toBe(false);
    expect(await slack.post(url, MESSAGE, NOW)).toMatchObject({ outcome: "refused" });
    expect(calls).toEqual([]);
  });

  it.each(["https://evil.example/actions/T1/2/3", "http://hooks.slack.com/actions/T1/2/3", "https://hooks.slack.com.evil.example/a", "https://10.0.0.8/", "nonsense"])("is not answered at %s", async (replyTo) => {
    const { slack, calls } = stage();
    expect(await slack.reply(replyTo, { kind: "whisper", text: "No." }, NOW)).toMatchObject({ outcome: "refused" });
    expect(calls).toEqual([]);
  });

  it("gets a message, its renewal, or words for one person alone", async () => {
    const { slack, calls } = stage();
    expect(await slack.post(URL_OF, MESSAGE, NOW)).toEqual({ outcome: "sent", detail: null });
    await slack.reply("https://hooks.slack.com/actions/T1/2/3", { kind: "replace", message: MESSAGE }, NOW);
    await slack.reply("https://hooks.slack.com/actions/T1/2/3", { kind: "whisper", text: "Not yet." }, NOW);
    expect(calls.map(({ body }) => [body["replace_original"], body["response_type"], Array.isArray(body["blocks"])])).toEqual([[undefined, undefined, true], [true, undefined, true], [false, "ephemeral", false]]);
  });

  it.each([
    [new Response("no_service", { status: 404 }), { outcome: "refused", because: expect.stringContaining("does not know this webhook any more") }],
    [new Response("channel_is_archived", { status: 410 }), { outcome: "refused", because: expect.stringContaining("archived") }],
    [new Response("some_new_word", { status: 403 }), { outcome: "refused", because: "Slack answered 403: some_new_word." }],
    [new Response("<html>oh</html>", { status: 400 }), { outcome: "refused", because: "Slack answered 400." }],
    [new Response("rollup_error", { status: 500 }), { outcome: "unavailable", retryAt: null }],
    [new Response("rate_limited", { status: 429, headers: { "retry-after": "30" } }), { outcome: "unavailable", retryAt: NOW + 30_000 }],
    [new Response("x".repeat(100_000), { status: 400 }), { outcome: "refused", because: "Slack answered 400." }],
  ])("answer %# is told as what it means", async (answer, expected) => {
    expect(await stage(() => answer).slack.post(URL_OF, MESSAGE, NOW)).toMatchObject(expected);
  });

  it("that cannot be reached is tried again later", async () => {
    expect(await stage(() => Promise.reject(new TypeError("ECONNRESET"))).slack.post(URL_OF, MESSAGE, NOW)).toEqual({ outcome: "unavailable", because: "Slack cannot be reached: ECONNRESET", retryAt: null });
  });
});
