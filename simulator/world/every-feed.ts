import { EASYPOST_HOST } from "../carriers/easypost.ts";
import type { PretendFeed } from "../carriers/feed.ts";
import { noTrouble, spoiled } from "../carriers/feed-trouble.ts";
import { jsonResponse } from "../shopify/host-response.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

/** Every tracking vendor's stand-in, EasyPost's first: the demo's merchant uses it from the start. */
export function everyFeed(world: Pick<SimulatedWorld, "easypost" | "feeds">): readonly PretendFeed[] {
  return world.feeds.some((feed) => feed.source === "easypost") ? world.feeds : [easypostAsFeed(world), ...world.feeds];
}

/** EasyPost's stand-in in the shape of the others. */
function easypostAsFeed({ easypost }: Pick<SimulatedWorld, "easypost">): PretendFeed {
  const trouble = noTrouble();
  const error = (status: number, code: string, message: string) => jsonResponse(status, { error: { code, message, errors: [] } });
  return {
    source: "easypost", name: "EasyPost", hosts: [EASYPOST_HOST], webhookBy: "dashboard", trouble,
    account: [{ field: "apiKey", label: "API key", value: easypost.apiKey }],
    get webhook() { return easypost.webhook; },
    get watched() { return easypost.trackers.length; },
    configureWebhook: (webhook) => easypost.configureWebhook(webhook === null ? null : { url: webhook.url, secret: webhook.secret ?? "" }),
    scan: (scan) => easypost.scan(scan),
    repeat: (number) => easypost.repeat(number),
    handle: (request) => spoiled(trouble, {
      rateLimited: () => error(429, "RATE_LIMITED", "You have been rate limited. Please try again later."), failing: () => error(500, "INTERNAL_SERVER_ERROR", "We're sorry, something went wrong."),
    }) ?? easypost.handle(request),
  };
}
