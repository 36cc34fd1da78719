import type { FeedOptions, PretendFeed } from "./feed.ts";

/** Every vendor besides EasyPost, which the demo's merchant uses from the start. A new one is a file and a line here. */
export const FEEDS: readonly ((options: FeedOptions) => PretendFeed)[] = [];
