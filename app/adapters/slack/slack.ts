import { plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import type { SendOutcome, Slack } from "#app/application/ports.ts";
import { messageBlocks } from "./message-blocks.ts";

/** The one host Slack's incoming webhooks and answers to presses live at. */
const HOST = "hooks.slack.com";
const TIMEOUT_MS = 10_000;
/** Bytes of an answer; Slack's are a word. */
const LONGEST_ANSWER = 500;

/** What Slack's refusals mean (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#errors, read 2026-11). */
const REFUSALS: Readonly<Record<string, string>> = {
  no_service: "Slack does not know this webhook any more: it was removed or switched off. Make a new one.", no_service_id: "The address of the webhook is not complete.", no_team: "The Slack workspace does not exist any more.", team_disabled: "The Slack workspace is switched off.",
  invalid_token: "Slack does not accept the address of the webhook. Make a new one.", channel_not_found: "The channel does not exist any more. Make a webhook for another one.", channel_is_archived: "The channel is archived. Make a webhook for another one.",
  action_prohibited: "The workspace's administrators do not allow this message.", posting_to_general_channel_denied: "Only administrators may post to this channel.", user_not_found: "The person the webhook writes to does not exist any more.",
};

const placeOf = (address: string): URL | null => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "https:" && url.hostname === HOST && url.port === "" && url.username === "" && url.password === "" ? url : null;
};

const isIncomingWebhook = (address: string): boolean => /^\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]+$/.test(placeOf(address)?.pathname ?? "");

/** Slack over a `fetch` that follows no redirects and reaches public addresses only. Nothing but Slack's own host is called, whatever is stored or posted to us. */
export const createSlack = ({ fetch }: { readonly fetch: typeof globalThis.fetch }): Slack => {
  const send = async (address: string, content: object, now: Instant): Promise<SendOutcome> => {
    try {
      const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json; charset=utf-8", "user-agent": "Hither/1" }, body: JSON.stringify(content), signal: AbortSignal.timeout(TIMEOUT_MS) });
      return outcomeOf(answer.status, answer.headers.get("retry-after"), await beginningOf(answer), now);
    } catch (fault) {
      return { outcome: "unavailable", because: `Slack cannot be reached: ${fault instanceof Error ? fault.message : String(fault)}`, retryAt: null };
    }
  };
  return {
    isAddress: isIncomingWebhook,
    post: async (url, message, now) => (isIncomingWebhook(url) ? send(url, { ...messageBlocks(message), unfurl_links: false }, now) : { outcome: "refused", because: "This is not the address of an incoming webhook of Slack." }),
    reply: async (replyTo, reply, now) => {
      if (placeOf(replyTo) === null) return { outcome: "refused", because: "Slack is answered at hooks.slack.com only." };
      return send(replyTo, reply.kind === "replace" ? { replace_original: true, ...messageBlocks(reply.message) } : { response_type: "ephemeral", replace_original: false, text: reply.text }, now);
    },
  };
};

const outcomeOf = (status: number, retryAfter: string | null, words: string, now: Instant): SendOutcome => {
  if (status >= 200 && status < 300) return { outcome: "sent", detail: null };
  if (status === 429) return { outcome: "unavailable", because: "Slack asks for patience.", retryAt: retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? plus(now, seconds(Number(retryAfter))) : null };
  if (status >= 500) return { outcome: "unavailable", because: `Slack answered ${status}.`, retryAt: null };
  return { outcome: "refused", because: REFUSALS[words.trim()] ?? `Slack answered ${status}${/^[a-z_]{1,60}$/.test(words.trim()) ? `: ${words.trim()}` : ""}.` };
};

/** The first bytes of an answer; the rest is not read. */
const beginningOf = async (answer: Response): Promise<string> => {
  const reader = answer.body?.getReader();
  if (reader === undefined) return "";
  const parts: Uint8Array[] = [];
  for (let size = 0; size < LONGEST_ANSWER;) {
    const part = await reader.read();
    if (part.done) break;
    parts.push(part.value);
    size += part.value.byteLength;
  }
  await reader.cancel().catch(() => undefined);
  return Buffer.concat(parts).toString("utf8").slice(0, LONGEST_ANSWER);
};
