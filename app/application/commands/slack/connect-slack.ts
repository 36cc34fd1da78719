import type { ShopId } from "#app/domain/shared/ids.ts";
import { CHAT_NEWS } from "#app/domain/workflows/news.ts";
import type { Clock, Slack, SlackConnections } from "../../ports.ts";

/** What connecting a channel needs of the outside. */
export type SlackPorts = { readonly slack: Pick<Slack, "isAddress" | "post">; readonly connections: SlackConnections; readonly clock: Clock };
/** The form. Empty text keeps what is stored. */
export type SlackDraft = { readonly url: string; readonly signingSecret: string; readonly events: readonly string[] };
/** What came of saving it. */
export type SlackSaved = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly field: keyof SlackDraft; readonly because: string };
/** What came of a test. */
export type SlackTested = { readonly outcome: "sent" } | { readonly outcome: "failed"; readonly because: string };

const invalid = (field: keyof SlackDraft, because: string): SlackSaved => ({ outcome: "invalid", field, because });

/** Connects a channel, or changes what it is told. */
export const connectSlack =
  ({ slack, connections, clock }: Omit<SlackPorts, "slack"> & { readonly slack: Pick<Slack, "isAddress"> }) =>
  async (shop: ShopId, draft: SlackDraft): Promise<SlackSaved> => {
    const before = await connections.of(shop);
    const [url, signingSecret] = [draft.url.trim(), draft.signingSecret.trim()];
    if (url === "" ? before?.url == null : !slack.isAddress(url)) return invalid("url", "Paste the address of an incoming webhook; it begins with https://hooks.slack.com/services/.");
    if (signingSecret === "" ? before?.signingSecret == null : !/^[A-Za-z0-9]{16,128}$/.test(signingSecret)) return invalid("signingSecret", "Paste the signing secret of your Slack app: letters and digits, from its page Basic Information.");
    const events = CHAT_NEWS.filter((news) => draft.events.includes(news));
    if (events.length === 0) return invalid("events", "Choose at least one kind of news.");
    await connections.save({ shop, url: url === "" ? null : url, signingSecret: signingSecret === "" ? null : signingSecret, events, connectedAt: before?.connectedAt ?? clock(), trouble: url === "" ? (before?.trouble ?? null) : null });
    return { outcome: "saved" };
  };

/** Forgets the channel with its secrets. Buttons under messages that are there already stop working. */
export const disconnectSlack = ({ connections }: Pick<SlackPorts, "connections">) => async (shop: ShopId): Promise<{ readonly outcome: "disconnected" }> => {
  await connections.remove(shop);
  return { outcome: "disconnected" };
};

/** Says hello in the channel, at once, and what Slack made of it. */
export const testSlack =
  ({ slack, connections, clock }: SlackPorts) =>
  async (shop: ShopId): Promise<SlackTested> => {
    const url = (await connections.of(shop))?.url ?? null;
    if (url === null) return { outcome: "failed", because: "No channel is connected." };
    const sent = await slack.post(url, { title: "Hither is connected", text: "This is a test. News of your deliveries will appear here.", facts: [], mention: null, acts: null, link: null, footer: null }, clock());
    if (sent.outcome !== "unavailable") await connections.noteTrouble(shop, sent.outcome === "refused" ? sent.because : null);
    return sent.outcome === "sent" ? { outcome: "sent" } : { outcome: "failed", because: sent.because };
  };
