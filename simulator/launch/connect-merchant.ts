import { z } from "zod";
import type { PretendFeed } from "../carriers/feed.ts";
import { HOOK_URL } from "../inboxes/hook-endpoint.ts";
import type { PageContext } from "../pages/context.ts";
import { act, pageData } from "./as-merchant.ts";

const SOURCES = "/app/sources";

/** What the merchant reads on the app's page of sources: which vendors there are and what each asks for. */
const SourcesPage = z.object({
  "routes/app.sources": z.object({
    data: z.object({
      view: z.object({ sources: z.array(z.object({ source: z.string(), name: z.string(), fields: z.array(z.object({ name: z.string(), label: z.string(), optional: z.boolean(), made: z.boolean() })) })) }),
    }),
  }),
});
const Connected = z.union([
  z.object({ outcome: z.literal("saved"), made: z.record(z.string(), z.string()), webhookUrl: z.url() }),
  z.object({ outcome: z.enum(["invalid", "refused"]), because: z.string() }),
]);
const KeyMade = z.object({ outcome: z.literal("made"), keyId: z.string(), secret: z.string().startsWith("whsec_") });
/** What the merchant's own systems want to hear. */
const TOLD = ["case.opened", "case.overdue", "case.resolved", "incident.opened", "incident.resolved", "act.done", "act.failed"];
/** What the merchant reads on the app's page of Slack. */
const SlackPage = z.object({ "routes/app.slack": z.object({ data: z.object({ view: z.object({ requestUrl: z.url(), events: z.array(z.string()) }) }) }) });
const SlackConnected = z.object({ outcome: z.literal("saved") });
const HookConnected = z.object({ outcome: z.literal("made"), secret: z.string().startsWith("whsec_") });

/**
 * What a merchant does on the app's pages, done for them: connects these vendors, each with what its account page shows, enters the
 * app's addresses at those who want them typed, makes a key for the warehouse, connects their own endpoint and
 * their channel in Slack. It reads from the
 * answers what a person would read from the page. Throws when a page is not as it should be.
 */
export async function connectMerchant(context: PageContext, sources: readonly string[]): Promise<void> {
  const hook = HookConnected.safeParse(await act(context, "/app/webhooks", { intent: "add", url: HOOK_URL, events: TOLD }));
  if (!hook.success) throw new Error("The app's page of webhooks shows no signing secret for the merchant's endpoint.");
  context.hooks.secret = hook.data.secret;
  await connectSlack(context);
  await makeEventsKey(context);
  for (const source of sources) await connectFeed(context, source);
}

/** The sources the app's page offers and a vendor's stand-in exists for, in the page's order. */
export async function offeredSources(context: PageContext): Promise<readonly string[]> {
  return (await readSources(context)).map(({ source }) => source).filter((source) => context.feeds.some((feed) => feed.source === source));
}

/** Enters the secrets of the merchant's Slack app at the app, and the app's request address at Slack. */
export async function connectSlack(context: PageContext): Promise<void> {
  const page = SlackPage.safeParse(await pageData(context, "/app/slack"));
  if (!page.success) throw new Error("The app's page of Slack cannot be read.");
  const { requestUrl, events } = page.data["routes/app.slack"].data.view;
  const { webhookUrl: url, signingSecret } = context.slack;
  if (!SlackConnected.safeParse(await act(context, "/app/slack", { intent: "connect", url, signingSecret, events })).success) throw new Error("The app did not connect the merchant's channel in Slack.");
  context.slack.requestUrl = requestUrl;
}

/** Makes the warehouse's key, and gives it to the warehouse. */
export async function makeEventsKey(context: PageContext): Promise<void> {
  const made = KeyMade.safeParse(await act(context, SOURCES, { intent: "make_events_key" }));
  if (!made.success) throw new Error("The app's page of sources shows no key for the warehouse.");
  context.warehouse.configure({ keyId: made.data.keyId, secret: made.data.secret });
}

/** Connects one vendor, and enters the app's address in the vendor's dashboard where that is how it works. */
export async function connectFeed(context: PageContext, source: string): Promise<void> {
  const feed = context.feeds.find((one) => one.source === source);
  if (feed === undefined) throw new Error(`The pretend world has no vendor "${source}". It has ${context.feeds.map((one) => one.source).join(", ")}.`);
  const offered = (await readSources(context)).find((one) => one.source === source);
  if (offered === undefined) throw new Error(`The app's page of sources does not offer ${feed.name}.`);
  const fields = Object.fromEntries(offered.fields.map((field) => {
    const value = feed.account.find((line) => line.field === field.name)?.value;
    if (value === undefined && !field.optional && !field.made) throw new Error(`The app asks for "${field.label}" of ${feed.name} (${field.name}), which the vendor's account does not show.`);
    return [field.name, value ?? ""];
  }));
  const answer = Connected.safeParse(await act(context, SOURCES, { intent: "connect_feed", source, fields }));
  if (!answer.success) throw new Error(`The app's answer to connecting ${feed.name} cannot be read.`);
  if (answer.data.outcome !== "saved") throw new Error(`The app did not connect ${feed.name}: ${answer.data.because}`);
  if (feed.webhookBy === "dashboard") enterAddress(feed, answer.data.webhookUrl, answer.data.made, fields);
}

/** At the vendor: the app's address as the app shows it, and the secret both know. */
function enterAddress(feed: PretendFeed, webhookUrl: string, made: Record<string, string>, typed: Record<string, string>): void {
  const secret = Object.entries({ ...typed, ...made }).find(([name, value]) => /secret|credential|securityToken/i.test(name) && !/^(?:clientSecret|consumerSecret|secretKey)$/.test(name) && value !== "")?.[1];
  feed.configureWebhook({ url: webhookUrl, secret: secret ?? null });
}

async function readSources(context: PageContext): Promise<z.infer<typeof SourcesPage>["routes/app.sources"]["data"]["view"]["sources"]> {
  const page = SourcesPage.safeParse(await pageData(context, SOURCES));
  if (!page.success) throw new Error(`The app's page of sources cannot be read: ${page.error.issues[0]?.path.join(".")} ${page.error.issues[0]?.message}`);
  return page.data["routes/app.sources"].data.view.sources;
}
