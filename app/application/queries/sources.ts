import type { LagView, SourcesView, SourceView, UnknownStatusRow } from "#app/contracts/sources-view.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import type { Source } from "#app/domain/shipments/scan.ts";
import { feedWebhookUrl, pushAddress } from "../commands/feeds/feed-call.ts";
import type { CarrierFeed, CarrierFeeds, Clock, FeedConnection, FeedDirectory, ShopDirectory, ShopRecord, SourceLag, SourceReads, UnknownStatus } from "../ports.ts";

/** What the page of sources needs of the outside. `reportTo`: where unread statuses are reported, an https page of new issues or a mail address; null: the merchant chooses. */
export type SourcesPorts = {
  readonly feeds: CarrierFeeds; readonly directory: Pick<FeedDirectory, "connections">; readonly sources: Pick<SourceReads, "lags" | "unknownStatuses" | "eventsKey">; readonly shops: Pick<ShopDirectory, "find">;
  readonly clock: Clock; readonly appUrl: string; readonly reportTo: string | null;
};

const MOST_UNKNOWN = 50;

const isoOrNull = (at: Instant | null | undefined): string | null => (at == null ? null : iso(at));

/** Who can tell this shop of parcels, how well each does, and what none of our tables can read. Null for a shop that is not installed. */
export const sources =
  ({ feeds, directory, sources: reads, shops, clock, appUrl, reportTo }: SourcesPorts) =>
  async (shop: ShopId): Promise<SourcesView | null> => {
    const [record, connections, lags, unknown, key] = await Promise.all([shops.find(shop), directory.connections(shop), reads.lags(shop, clock()), reads.unknownStatuses(shop, MOST_UNKNOWN), reads.eventsKey(shop)]);
    if (!record) return null;
    const of = (source: Source) => lags.find((one) => one.source === source) ?? null;
    const views = Object.values(feeds).map((feed) => sourceView(feed, connections.find((one) => one.source === feed.about.source) ?? null, of(feed.about.source), record, appUrl));
    return {
      shopify: { lag: lagView(of("shopify")), heardAt: isoOrNull(of("shopify")?.heardAt) },
      sources: views.toSorted((a, b) => Number(b.connected) - Number(a.connected)),
      warehouse: { url: `${appUrl}/api/v1/events`, keyId: key?.keyId ?? null, madeAt: isoOrNull(key?.madeAt), secret: null, lag: lagView(of("warehouse")), heardAt: isoOrNull(of("warehouse")?.heardAt) },
      unknown: unknown.rows.map((row) => unknownRow(row, reportTo)), unknownTotal: unknown.total,
    };
  };

const lagView = (lag: SourceLag | null): LagView | null => (lag === null || lag.scans === 0 ? null : { scans: lag.scans, p50: lag.p50, p90: lag.p90, p99: lag.p99 });

const sourceView = (feed: CarrierFeed, connection: FeedConnection | null, lag: SourceLag | null, record: ShopRecord, appUrl: string): SourceView => {
  const { about } = feed;
  const ours = feedWebhookUrl(appUrl, about.source, record);
  return {
    source: about.source, name: about.name, kind: about.kind, connected: connection !== null,
    fields: about.fields.map((field) => {
      const value = connection?.credentials[field.name] ?? null;
      return { ...field, filled: value !== null, value: field.secret ? null : value };
    }),
    pushes: about.pushes, webhookUrl: connection !== null ? pushAddress(feed, ours, connection.credentials) : feed.pushAddress ? null : ours, notice: about.notice, docs: about.docs,
    watching: lag?.watching ?? 0, heardAt: isoOrNull(lag?.heardAt), checkedAt: isoOrNull(lag?.checkedAt), callsToday: lag?.callsToday ?? 0, perDay: about.limits.perDay,
    trouble: connection?.trouble ?? null, pausedUntil: isoOrNull(connection?.pausedUntil), lag: lagView(lag),
  };
};

const unknownRow = (row: UnknownStatus, reportTo: string | null): UnknownStatusRow => ({
  id: row.id, source: row.source, carrier: row.carrier, code: row.code, text: row.text, scans: row.scans, firstSeenAt: iso(row.firstSeenAt), lastSeenAt: iso(row.lastSeenAt),
  shipmentId: row.shipmentId, reportedAt: isoOrNull(row.reportedAt), reportUrl: reportUrl(row, reportTo),
});

/** A report holds what the source said and nothing of the shop, the order or the shopper. */
const reportUrl = ({ source, carrier, code, text }: UnknownStatus, reportTo: string | null): string => {
  const title = `Unread status: ${source} ${code}`;
  const body = [`Source: ${source}`, `Carrier: ${carrier ?? "not said"}`, `Code: ${code}`, `Text: ${text ?? "none"}`, "", "What it means, if you know:", ""].join("\n");
  if (reportTo?.startsWith("https://")) return `${reportTo}?${new URLSearchParams({ title, body })}`;
  return `mailto:${reportTo ?? ""}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
};
