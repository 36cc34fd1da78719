import { z } from "zod";

const plainText = (most: number) => z.object({ type: z.literal("plain_text"), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const Mrkdwn = z.object({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3_000) });
const Confirm = z.object({ title: plainText(100), text: z.object({ type: z.enum(["plain_text", "mrkdwn"]), text: z.string().min(1).max(300) }), confirm: plainText(30), deny: plainText(30) });
const Button = z.object({
  type: z.literal("button"), action_id: z.string().min(1).max(255), text: plainText(75), value: z.string().max(2_000).optional(), url: z.url().max(3_000).optional(), style: z.enum(["primary", "danger"]).optional(), confirm: Confirm.optional(),
});

/** The blocks of Block Kit the app uses, with Slack's limits (https://docs.slack.dev/reference/block-kit/blocks, read 2026-11). */
const Block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("header"), text: plainText(150) }),
  z.object({ type: z.literal("section"), text: Mrkdwn.optional(), fields: z.array(z.object({ type: z.literal("mrkdwn"), text: z.string().min(1).max(2_000) })).min(1).max(10).optional() }).refine(({ text, fields }) => text !== undefined || fields !== undefined),
  z.object({ type: z.literal("actions"), elements: z.array(Button).min(1).max(25).refine((all) => new Set(all.map((one) => one.action_id)).size === all.length, "action ids must differ") }),
  z.object({ type: z.literal("context"), elements: z.array(Mrkdwn).min(1).max(10) }),
]);

/** One block of a message. */
export type SlackBlock = z.infer<typeof Block>;
/** One button of a message. */
export type SlackButton = z.infer<typeof Button>;

/** What an incoming webhook takes. */
export const SlackMessageBody = z.object({ text: z.string().min(1).max(40_000), blocks: z.array(Block).max(50).optional(), unfurl_links: z.boolean().optional() });
/** What may be posted to a `response_url`. */
export const SlackResponseBody = z.object({ text: z.string().min(1).max(40_000), blocks: z.array(Block).max(50).optional(), replace_original: z.boolean().optional(), response_type: z.enum(["ephemeral", "in_channel"]).optional() });
