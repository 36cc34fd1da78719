import type { CaseId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { News } from "#app/domain/workflows/news.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import { newsMessage } from "../commands/slack/slack-message.ts";
import type { OutboxItem, Slack, SlackConnections } from "../ports.ts";
import { subjectOf, type SubjectPorts } from "../queries/case-facts.ts";
import { ofSending } from "./outcome.ts";

/** What telling a channel needs of the outside. `adminUrl`: the address of a page of ours within the shop's admin. */
export type PostSlackPorts = SubjectPorts & { readonly slack: Pick<Slack, "post">; readonly connections: Pick<SlackConnections, "of" | "noteTrouble">; readonly adminUrl: (shop: string, page: string) => string };

/** Why news of a case is none any more; null: it is. */
const outdated = (news: News, about: CaseRow | null): string | null => {
  if (about === null) return null;
  if (news === "case.resolved") return about.status !== "resolved" ? "The case was opened again before Slack was told." : about.resolvedBy === "slack" ? "It was resolved in Slack; the message there says so." : null;
  return (news === "case.opened" || news === "case.overdue") && about.status === "resolved" ? "The case was closed before Slack was told." : null;
};

/** Tells a shop's channel in Slack what it wants to hear, and writes in the case's story that it did. Why Slack refuses is shown on the page of the connection. */
export const postSlack =
  ({ slack, connections, adminUrl, ...ports }: PostSlackPorts): Effect<"post_slack"> =>
  async (item, intent, now) => {
    const connection = await connections.of(item.shop);
    if (connection === null) return { outcome: "skipped", because: "No chat is connected." };
    if (!connection.events.includes(intent.news)) return { outcome: "skipped", because: "The channel does not want this news." };
    if (connection.url === null) return { outcome: "skipped", because: "The address of the channel cannot be read any more. Connect Slack again." };
    const read = await subjectOf(ports)(item.shop, intent);
    if (read.outcome === "gone") return { outcome: "skipped", because: read.because };
    const late = outdated(intent.news, read.subject.about);
    if (late !== null) return { outcome: "skipped", because: late };
    const message = newsMessage(intent, read.subject, (page) => adminUrl(item.shop, page));
    const sent = await slack.post(connection.url, message, now);
    if (sent.outcome === "refused") await connections.noteTrouble(item.shop, sent.because);
    if (sent.outcome === "sent") {
      if (connection.trouble !== null) await connections.noteTrouble(item.shop, null);
      if (intent.caseId !== null) await tell(ports, item, intent.caseId, message.title, now);
    }
    return ofSending(item, sent, now);
  };

const tell = ({ transact }: Pick<SubjectPorts, "transact">, { shop, key }: OutboxItem, caseId: CaseId, title: string, now: Instant): Promise<void> =>
  transact(async ({ cases }) => {
    if ((await cases.find(shop, caseId)) !== null) await cases.tell(shop, [{ caseId, key: `slack:${key}`, at: now, by: "hither", kind: "told_out", text: `Slack was told: ${title}.` }]);
  });
