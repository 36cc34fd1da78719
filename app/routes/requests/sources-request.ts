import { z } from "zod";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { FEED_SOURCES, type FeedSource } from "#app/domain/shipments/scan.ts";
import type { ConnectAnswer, SourcesAnswer, TestAnswer } from "#app/ui/admin/sources/sources-answer.ts";

/** Longest credential that is taken: a service account's key file has about 2,400 characters. */
const LONGEST_CREDENTIAL = 5_000;
/** More fields than any vendor asks for. */
const MOST_FIELDS = 20;

const source = z.enum(FEED_SOURCES);
const fields = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/), z.string().max(LONGEST_CREDENTIAL).nullable())
  .refine((given) => Object.keys(given).length <= MOST_FIELDS)
  .transform((given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value?.trim() ?? null])));

const shape = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("connect_feed"), source, fields }),
  z.object({ intent: z.literal("disconnect_feed"), source }),
  z.object({ intent: z.literal("test_feed"), source }),
  z.object({ intent: z.literal("make_events_key") }),
  z.object({ intent: z.literal("remove_events_key") }),
  z.object({ intent: z.literal("report_unknown"), id: z.string().min(1).max(200) }),
]);

/** What a merchant asks for on the page of sources. Credentials come without the blanks that copying puts around them; null forgets a stored one. */
export type SourcesRequest = z.infer<typeof shape>;

/** Reads a request; null when it is none, or names a source there is not. */
export const readSourcesRequest = (body: unknown): SourcesRequest | null => shape.safeParse(body).data ?? null;

/** The commands behind the page. An empty secret keeps the stored one. */
export type SourcesCommands = {
  readonly connectFeed: (shop: ShopId, source: FeedSource, fields: Readonly<Record<string, string | null>>) => Promise<ConnectAnswer>;
  readonly disconnectFeed: (shop: ShopId, source: FeedSource) => Promise<unknown>;
  readonly testFeed: (shop: ShopId, source: FeedSource) => Promise<TestAnswer>;
  readonly makeEventsKey: (shop: ShopId) => Promise<{ readonly keyId: string; readonly secret: string }>;
  readonly removeEventsKey: (shop: ShopId) => Promise<unknown>;
  readonly reportUnknown: (shop: ShopId, id: string) => Promise<{ readonly outcome: "reported" | "not_found" }>;
};

/** Does what was asked for and answers for the page. */
export const answerSourcesRequest = async (shop: ShopId, asked: SourcesRequest, commands: SourcesCommands): Promise<SourcesAnswer> => {
  switch (asked.intent) {
    case "connect_feed": return { intent: asked.intent, ...(await commands.connectFeed(shop, asked.source, asked.fields)) };
    case "disconnect_feed": {
      await commands.disconnectFeed(shop, asked.source);
      return { intent: asked.intent, outcome: "disconnected" };
    }
    case "test_feed": return { intent: asked.intent, ...(await commands.testFeed(shop, asked.source)) };
    case "make_events_key": {
      const { keyId, secret } = await commands.makeEventsKey(shop);
      return { intent: asked.intent, outcome: "made", keyId, secret };
    }
    case "remove_events_key": {
      await commands.removeEventsKey(shop);
      return { intent: asked.intent, outcome: "removed" };
    }
    case "report_unknown": return { intent: asked.intent, outcome: (await commands.reportUnknown(shop, asked.id)).outcome };
    default: return assertNever(asked);
  }
};
