import type { SlackAct, SlackMessage } from "#app/application/ports.ts";

/** Limits of Block Kit (https://docs.slack.dev/reference/block-kit/blocks, read 2026-11): characters of a header, a section's text and a field; fields of a section. */
const [HEADER, SECTION, FIELD, FIELDS] = [150, 3_000, 2_000, 10];

const BUTTONS: Readonly<Record<SlackAct, { readonly id: string; readonly label: string; readonly extra?: object }>> = {
  take: { id: "hither.take", label: "Take it", extra: { style: "primary" } },
  resolve: {
    id: "hither.resolve", label: "Resolve", extra: { confirm: {
      title: { type: "plain_text", text: "Resolve this case?" }, text: { type: "plain_text", text: "A shopper who was told of the trouble hears that it is settled." }, confirm: { type: "plain_text", text: "Resolve" }, deny: { type: "plain_text", text: "Cancel" },
    } },
  },
  snooze: { id: "hither.snooze", label: "Snooze a day" },
};

/** Which act a pressed button names. */
export const ACT_OF: ReadonlyMap<string, SlackAct> = new Map((["take", "resolve", "snooze"] as const).map((act) => [BUTTONS[act].id, act]));

/** Text as Slack's mrkdwn shows it unchanged: only these three characters are control characters, so no name can mention a channel. */
const plain = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Cut where it is too long, never through a character made of two. */
const cut = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`);
/** The same for escaped text, never through an escape. */
const cutPlain = (text: string, limit: number): string => { const escaped = plain(text); return escaped.length <= limit ? escaped : cut(plain(text.slice(0, Math.floor(limit / 5))), limit); };

const mrkdwn = (text: string) => ({ type: "mrkdwn", text });

/** A message as Slack lays it out; `text` is what notifications and screen readers say. */
export const messageBlocks = ({ title, text, facts, mention, acts, link, footer }: SlackMessage): { readonly text: string; readonly blocks: readonly object[] } => {
  const elements = [
    ...(acts?.kinds.map((kind) => ({ type: "button", action_id: BUTTONS[kind].id, text: { type: "plain_text", text: BUTTONS[kind].label }, value: acts.caseId, ...BUTTONS[kind].extra })) ?? []),
    ...(link === null ? [] : [{ type: "button", action_id: "hither.open", text: { type: "plain_text", text: link.label }, url: link.url }]),
  ];
  const said = cutPlain(text, SECTION - 40);
  const words = [said, ...(mention === null ? [] : [`<@${mention}>`])].filter((part) => part !== "").join(" ");
  return {
    text: cutPlain(text === "" ? title : `${title}: ${text}`, SECTION),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(title, HEADER), emoji: false } },
      ...(words === "" ? [] : [{ type: "section", text: mrkdwn(words) }]),
      ...(facts.length === 0 ? [] : [{ type: "section", fields: facts.slice(0, FIELDS).map(({ label, value }) => mrkdwn(`*${plain(label)}*\n${cutPlain(value, FIELD - 200)}`)) }]),
      ...(elements.length === 0 ? [] : [{ type: "actions", elements }]),
      ...(footer === null ? [] : [{ type: "context", elements: [mrkdwn(cutPlain(footer, FIELD))] }]),
    ],
  };
};
