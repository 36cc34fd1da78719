import type { SlackView } from "#app/contracts/slack-view.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import { CHAT_NEWS, type News } from "#app/domain/workflows/news.ts";
import type { ShopDirectory, SlackConnections } from "../ports.ts";

/** What a channel is told until the merchant chooses otherwise. */
const FIRST: readonly News[] = ["case.opened", "case.overdue", "case.resolved", "incident.opened", "incident.resolved", "act.failed"];

/** The page of the connection to Slack; the secrets never are on it. */
export const slackView =
  ({ connections, shops, appUrl }: { readonly connections: Pick<SlackConnections, "of">; readonly shops: Pick<ShopDirectory, "find">; readonly appUrl: string }) =>
  async (shop: ShopId): Promise<SlackView> => {
    const [connection, record] = await Promise.all([connections.of(shop), shops.find(shop)]);
    const requestUrl = `${appUrl}/slack/actions/${record?.token ?? ""}`;
    return {
      connection: connection && { since: iso(connection.connectedAt), readable: connection.url !== null && connection.signingSecret !== null, trouble: connection.trouble },
      events: connection?.events ?? FIRST, choices: CHAT_NEWS, requestUrl, manifest: manifestOf(requestUrl),
    };
  };

/** Slack's app manifest (https://docs.slack.dev/reference/app-manifest, read 2026-11): an incoming webhook, and buttons that answer to us. */
const manifestOf = (requestUrl: string): string => JSON.stringify({
  display_information: { name: "Hither", description: "News of your deliveries, and cases to work on" },
  features: { bot_user: { display_name: "Hither", always_online: false } },
  oauth_config: { scopes: { bot: ["incoming-webhook"] } },
  settings: { interactivity: { is_enabled: true, request_url: requestUrl }, org_deploy_enabled: false, socket_mode_enabled: false, token_rotation_enabled: false },
}, null, 2);
