import type { PretendFeed } from "../carriers/feed.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

/** Every tracking vendor's stand-in, EasyPost's first: the demo's merchant uses it from the start. All views of a world show the same vendors, their trouble included. */
export function everyFeed({ easypost, feeds }: Pick<SimulatedWorld, "easypost" | "feeds">): readonly PretendFeed[] {
  return [easypostAsFeed(easypost), ...feeds];
}

/** EasyPost's stand-in as it is, except that its dashboard wants a secret with every webhook. */
function easypostAsFeed(easypost: SimulatedWorld["easypost"]): PretendFeed {
  return {
    ...easypost,
    get webhook() { return easypost.webhook; },
    get watched() { return easypost.watched; },
    configureWebhook: (webhook) => easypost.configureWebhook(webhook === null ? null : { url: webhook.url, secret: webhook.secret ?? "" }),
  };
}
