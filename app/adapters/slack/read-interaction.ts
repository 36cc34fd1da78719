import { z } from "zod";
import type { SlackInteraction } from "#app/application/ports.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { ACT_OF } from "./message-blocks.ts";

const text = z.string().max(2_000);
/** What Slack posts when a button is pressed (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload, read 2026-11); only what is used. */
const Pressed = z.object({
  type: z.literal("block_actions"), user: z.object({ id: z.string().regex(/^[UW][A-Z0-9]{2,20}$/), name: text.optional(), username: text.optional() }), response_url: z.url().max(2_000).optional(),
  actions: z.array(z.object({ action_id: text, value: text.optional(), action_ts: z.string().regex(/^\d{1,12}\.\d{1,9}$/) })).min(1).max(25),
});
const Anything = z.object({ type: z.string() });

/** Reads the form Slack posts, whose field `payload` is JSON. A button that only leads somewhere needs nothing done, nor does what we never asked for. */
export const readInteraction = (body: string): SlackInteraction => {
  const payload = new URLSearchParams(body).get("payload");
  if (payload === null) return { outcome: "unreadable", because: "The form has no payload." };
  let content: unknown;
  try {
    content = JSON.parse(payload);
  } catch {
    return { outcome: "unreadable", because: "The payload is not JSON." };
  }
  const pressed = Pressed.safeParse(content);
  if (!pressed.success) {
    const other = Anything.safeParse(content);
    return other.success && other.data.type !== "block_actions" ? { outcome: "nothing" } : { outcome: "unreadable", because: `The payload lacks ${pressed.error.issues.map((issue) => issue.path.join(".") || "everything").join(", ")}.` };
  }
  const { user, actions: [first], response_url: replyTo } = pressed.data;
  const act = first === undefined ? undefined : ACT_OF.get(first.action_id);
  if (first === undefined || act === undefined || first.value === undefined || first.value === "") return { outcome: "nothing" };
  return {
    outcome: "pressed", replyTo: replyTo ?? null,
    press: { caseId: first.value as CaseId, act, user: { id: user.id, name: user.username ?? user.name ?? "" }, at: Math.floor(Number(first.action_ts) * 1_000) as Instant, key: `${user.id}.${first.action_ts}` },
  };
};
