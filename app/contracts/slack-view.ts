import type { News } from "../domain/workflows/news.ts";

/**
 * The page of Slack. `since`: ISO 8601 in UTC. `readable`: false where the stored secrets cannot be opened any more. `requestUrl`: where Slack tells
 * of pressed buttons; `manifest`: JSON that makes the Slack app.
 */
export type SlackView = {
  readonly connection: { readonly since: string; readonly readable: boolean; readonly trouble: string | null } | null;
  readonly events: readonly News[]; readonly choices: readonly News[]; readonly requestUrl: string; readonly manifest: string;
};
