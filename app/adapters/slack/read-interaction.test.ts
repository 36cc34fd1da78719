import { describe, expect, it } from "vitest";
import { readInteraction } from "./read-interaction.ts";

const payload = (more: object = {}) => ({
  type: "block_actions", user: { id: "U012AB3CD", username: "ada", name: "ada", team_id: "T1" }, api_app_id: "A1", token: "old", trigger_id: "1.2.3", team: { id: "T1", domain: "hearth" }, channel: { id: "C1", name: "deliveries" },
  message: { ts: "1", blocks: [] }, response_url: "https://hooks.slack.com/actions/T1/2/3", actions: [{ type: "button", action_id: "hither.take", block_id: "b", value: "parcel.lost.1", action_ts: "1794910000.123456" }], ...more,
});
const form = (content: unknown) => new URLSearchParams({ payload: typeof content === "string" ? content : JSON.stringify(content) }).toString();
const button = (more: object) => ({ actions: [{ type: "button", action_id: "hither.resolve", value: "parcel.lost.1", action_ts: "1794910000.123456", ...more }] });

describe("a press of a button in Slack", () => {
  it("says which case, what to do, who, when, and where to answer", () => {
    expect(readInteraction(form(payload()))).toEqual({
      outcome: "pressed", replyTo: "https://hooks.slack.com/actions/T1/2/3",
      press: { caseId: "parcel.lost.1", act: "take", user: { id: "U012AB3CD", name: "ada" }, at: 1_794_910_000_123, key: "U012AB3CD.1794910000.123456" },
    });
  });

  it.each([["hither.take", "take"], ["hither.resolve", "resolve"], ["hither.snooze", "snooze"]])("on %s is the wish to %s", (action_id, act) => {
    expect(readInteraction(form(payload(button({ action_id }))))).toMatchObject({ press: { act } });
  });

  it.each([["a link", payload(button({ action_id: "hither.open", value: undefined }))], ["a button of somebody else", payload(button({ action_id: "other" }))], ["a button without a case", payload(button({ value: "" }))], ["a shortcut", { type: "shortcut" }]])("on %s needs nothing done", (_name, content) => {
    expect(readInteraction(form(content))).toEqual({ outcome: "nothing" });
  });

  it.each([
    ["no payload", "ssl_check=1", "The form has no payload."], ["no JSON", form("{"), "The payload is not JSON."], ["no user", form(payload({ user: undefined })), "The payload lacks user."],
    ["no action", form(payload({ actions: [] })), "The payload lacks actions."], ["a time that is none", form(payload(button({ action_ts: "now" }))), "The payload lacks actions.0.action_ts."], ["nothing", form("null"), "The payload lacks everything."],
  ])("with %s is unreadable", (_name, body, because) => {
    expect(readInteraction(body)).toEqual({ outcome: "unreadable", because });
  });
});
