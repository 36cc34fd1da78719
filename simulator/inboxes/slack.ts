import { createHmac } from "node:crypto";
import type { HostRequest, HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import type { Random } from "../world/types.ts";
import { SlackMessageBody, SlackResponseBody, type SlackBlock, type SlackButton } from "./slack-rules.ts";

/** Where Slack's incoming webhooks live, and the addresses a press may be answered at. */
export const SLACK_HOST = "hooks.slack.com";

/** A message in the merchant's channel. `whispers`: words that only who pressed a button saw. */
export type SlackMessage = { readonly id: string; readonly at: string; text: string; blocks: readonly SlackBlock[]; edits: number; readonly whispers: string[]; readonly presses: { readonly at: string; readonly by: string; readonly label: string; readonly status: number | null }[] };
/** Somebody in the workspace. */
export type SlackPerson = { readonly id: string; readonly name: string };

/** The merchant's pretend workspace: one channel, one Slack app of theirs with an incoming webhook and buttons. */
export type PretendSlack = {
  readonly webhookUrl: string; readonly signingSecret: string; readonly messages: readonly SlackMessage[];
  /** Where the Slack app says that presses go; null until the merchant entered it. */
  requestUrl: string | null;
  /** While set, the webhook was removed at Slack. */
  removed: boolean;
  answer(request: HostRequest): HostResponse;
  /** Presses a button of a message. Answers what the app answered: its status, null where there was none in time. */
  press(messageId: string, actionId: string, person: SlackPerson): Promise<{ outcome: "pressed"; status: number | null } | { outcome: "refused"; reason: string }>;
};

/** Slack waits so long for an app to acknowledge. */
const PATIENCE_MS = 3_000;
/** A response_url can be used so often, within so long. */
const [REPLIES, REPLIES_FOR_MS] = [5, 30 * 60_000];
/** The app's clock follows this one a moment later: while it runs fast a signature can be too old on arrival. */
const TRIES = 5;

/** Makes the workspace. Its ids and secrets come from `random`. */
export function createPretendSlack(options: { now(): Date; random: Random; onChange(): void; fetch?: typeof fetch }): PretendSlack {
  const { now, random, onChange, fetch: call = fetch } = options;
  const messages: SlackMessage[] = [];
  const replies = new Map<string, { message: SlackMessage; left: number; until: number }>();
  const path = `/services/T0HEARTH/B0DELIVERY/${randomHex(random, 24)}`;
  const signingSecret = randomHex(random, 32);
  const plain = (status: number, body: string): HostResponse => ({ status, headers: { "content-type": "text/plain" }, body });

  const sign = (body: string): Record<string, string> => {
    const timestamp = String(Math.floor(now().getTime() / 1_000));
    return { "content-type": "application/x-www-form-urlencoded", "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex")}` };
  };

  const post = async (url: string, body: string): Promise<number | null> => {
    for (let left = TRIES; ; left -= 1) {
      const status = await call(url, { method: "POST", body, headers: sign(body), signal: AbortSignal.timeout(PATIENCE_MS), redirect: "manual" }).then((answer) => answer.status, () => null);
      if (status !== 401 || left === 1) return status;
    }
  };

  const slack: PretendSlack = {
    webhookUrl: `https://${SLACK_HOST}${path}`, signingSecret, messages, requestUrl: null, removed: false,

    answer({ method, url, body }) {
      if (method !== "POST") return plain(405, "method_not_allowed");
      const content = jsonOf(body);
      if (content === undefined) return plain(400, "invalid_payload");
      if (url === path) {
        if (slack.removed) return plain(404, "no_service");
        const read = SlackMessageBody.safeParse(content);
        if (!read.success) return plain(400, read.error.issues[0]?.path[0] === "blocks" ? "invalid_blocks" : "no_text");
        messages.push({ id: `slack-${messages.length + 1}`, at: now().toISOString(), text: read.data.text, blocks: read.data.blocks ?? [], edits: 0, whispers: [], presses: [] });
        onChange();
        return plain(200, "ok");
      }
      const reply = replies.get(url);
      if (reply === undefined || reply.left === 0 || now().getTime() > reply.until) return plain(404, reply === undefined ? "no_service" : "used_url");
      const read = SlackResponseBody.safeParse(content);
      if (!read.success) return plain(400, "invalid_blocks");
      reply.left -= 1;
      if (read.data.replace_original === true) Object.assign(reply.message, { text: read.data.text, blocks: read.data.blocks ?? [], edits: reply.message.edits + 1 });
      else reply.message.whispers.push(read.data.text);
      onChange();
      return plain(200, "ok");
    },

    async press(messageId, actionId, person) {
      const message = messages.find(({ id }) => id === messageId);
      const button = message === undefined ? undefined : buttonsOf(message.blocks).find((one) => one.action_id === actionId);
      if (message === undefined || button === undefined) return { outcome: "refused", reason: "There is no such button any more." };
      if (slack.requestUrl === null) return { outcome: "refused", reason: "The Slack app has no request address: enter the one the app's page of Slack shows." };
      const answerAt = `/actions/T0HEARTH/${messages.indexOf(message) + 1}/${randomHex(random, 24)}`;
      replies.set(answerAt, { message, left: REPLIES, until: now().getTime() + REPLIES_FOR_MS });
      const at = `${Math.floor(now().getTime() / 1_000)}.${String(Math.floor(random() * 1_000_000)).padStart(6, "0")}`;
      const payload = {
        type: "block_actions", user: { id: person.id, username: person.name, name: person.name, team_id: "T0HEARTH" }, api_app_id: "A0HITHER", container: { type: "message", message_ts: at, channel_id: "C0DELIVERY", is_ephemeral: false }, trigger_id: `1.2.${randomHex(random, 16)}`,
        team: { id: "T0HEARTH", domain: "hearth-and-wool" }, channel: { id: "C0DELIVERY", name: "deliveries" }, message: { type: "message", text: message.text, blocks: message.blocks }, response_url: `https://${SLACK_HOST}${answerAt}`,
        actions: [{ type: "button", action_id: button.action_id, block_id: "b1", text: button.text, ...(button.value === undefined ? {} : { value: button.value }), action_ts: at }],
      };
      const status = await post(slack.requestUrl, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
      message.presses.push({ at: now().toISOString(), by: person.name, label: button.text.text, status });
      onChange();
      return { outcome: "pressed", status };
    },
  };
  return slack;
}

/** Every button of a message. */
export const buttonsOf = (blocks: readonly SlackBlock[]): readonly SlackButton[] => blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
