import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import type { CarrierFeed, Credentials, FeedCall, ShopRecord } from "../../ports.ts";

/** Where a feed pushes what it knows about this shop's parcels. */
export const feedWebhookUrl = (appUrl: string, source: FeedSource, { token }: Pick<ShopRecord, "token">): string => `${appUrl}/webhooks/${source}/${token}`;

/** What a merchant enters at the vendor: our address, with whatever the feed puts into it. */
export const pushAddress = (feed: CarrierFeed, webhookUrl: string, credentials: Credentials): string => feed.pushAddress?.(webhookUrl, credentials) ?? webhookUrl;

/** What every call to a vendor carries. */
export const feedCall = (appUrl: string, record: Pick<ShopRecord, "shop" | "token">, source: FeedSource, credentials: Credentials, now: Instant): FeedCall & { readonly shop: ShopId } =>
  ({ shop: record.shop, credentials, webhookUrl: feedWebhookUrl(appUrl, source, record), now });
