import type { ShopId } from "#app/domain/shared/ids.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import type { CarrierFeeds, Clock, Credentials, FeedDescription, FeedDirectory, Jobs, NewSecret, ShopDirectory, Transact } from "../../ports.ts";
import { feedCall, feedWebhookUrl, pushAddress } from "./feed-call.ts";

/** What connecting a vendor needs of the outside. */
export type ConnectPorts = {
  readonly feeds: CarrierFeeds; readonly directory: FeedDirectory; readonly shops: Pick<ShopDirectory, "find">; readonly transact: Transact;
  readonly clock: Clock; readonly jobs: Jobs; readonly newSecret: NewSecret; readonly appUrl: string;
};

/** What a form says of each field by name. Null: forget the stored value. */
export type FieldsTyped = Readonly<Record<string, string | null>>;

/** `made`: secrets we made, shown this once, save those the address carries. `invalid`: what to write instead. `refused`: the vendor's answer to these credentials. */
export type FeedConnected =
  | { readonly outcome: "saved"; readonly made: Credentials; readonly webhookUrl: string; readonly because: string | null }
  | { readonly outcome: "invalid"; readonly because: string; readonly field?: string }
  | { readonly outcome: "refused"; readonly because: string };

/** More parcels than this are not handed over at once; the feed hears of the others when they move. */
const WATCH_AT_MOST = 5_000;

/**
 * Stores a shop's credentials at a vendor after the vendor accepted them. A secret left empty stays as it is stored, since it is
 * never shown; anything else is stored as the form shows it, empty included. The vendor is then asked to watch what is already on its way, so that its first answers do not wait for the next order. A vendor that
 * cannot be reached now is connected all the same, with its trouble noted.
 */
export const connectFeed =
  ({ feeds, directory, shops, transact, clock, jobs, newSecret, appUrl }: ConnectPorts) =>
  async (shop: ShopId, source: FeedSource, fields: FieldsTyped): Promise<FeedConnected> => {
    const feed = feeds[source];
    const record = await shops.find(shop);
    if (!record) return { outcome: "invalid", because: "The shop is not installed." };
    const stored = (await directory.connections(shop)).find((one) => one.source === source)?.credentials ?? {};
    const { credentials, made } = filledIn(feed.about, fields, stored, newSecret);
    const missing = feed.about.fields.find((field) => !field.optional && !credentials[field.name]);
    if (missing) return { outcome: "invalid", because: `${feed.about.name} needs "${missing.label}".`, field: missing.name };

    const now = clock();
    const checked = await feed.check(feedCall(appUrl, record, source, credentials, now));
    if (checked.outcome === "refused") return { outcome: "refused", because: checked.because };
    await directory.connect(shop, source, credentials, now);
    if (checked.outcome === "unavailable") await directory.noteCall(shop, source, { trouble: checked.because, pausedUntil: checked.retryAt });
    await transact(async (store) => {
      const parcels = await store.journeys.underway(shop, WATCH_AT_MOST);
      await store.outbox.add(shop, parcels.map(({ shipmentId, orderId, trackingNumber }) => ({
        key: `${shipmentId}:track:${trackingNumber}:${source}:${now}`, intent: { kind: "register_tracker", shipmentId, orderId, number: trackingNumber },
      })), now);
    });
    await jobs.wake("dispatch_outbox");
    const webhookUrl = pushAddress(feed, feedWebhookUrl(appUrl, source, record), credentials);
    const carried = [...new URL(webhookUrl).searchParams.values()];
    return { outcome: "saved", made: Object.fromEntries(Object.entries(made).filter(([, secret]) => !carried.includes(secret))), webhookUrl, because: checked.outcome === "unavailable" ? checked.because : null };
  };

const filledIn = ({ fields }: FeedDescription, typed: FieldsTyped, stored: Credentials, newSecret: NewSecret): { readonly credentials: Credentials; readonly made: Credentials } => {
  const credentials: Record<string, string> = {};
  const made: Record<string, string> = {};
  for (const field of fields) {
    const said = typed[field.name];
    const keeps = said === undefined || (field.secret && said?.trim() === "");
    const value = (keeps ? stored[field.name] : said?.trim()) ?? "";
    if (value !== "") credentials[field.name] = value;
    else if (field.made) made[field.name] = credentials[field.name] = newSecret();
  }
  return { credentials, made };
};

/** Forgets a vendor's credentials. What it told stays in the record. */
export const disconnectFeed =
  ({ directory }: Pick<ConnectPorts, "directory">) =>
  async (shop: ShopId, source: FeedSource): Promise<{ readonly outcome: "removed" }> => {
    await directory.disconnect(shop, source);
    return { outcome: "removed" };
  };

/** Asks a connected vendor something harmless, and notes what came of it. */
export const testFeed =
  ({ feeds, directory, shops, clock, appUrl }: Pick<ConnectPorts, "feeds" | "directory" | "shops" | "clock" | "appUrl">) =>
  async (shop: ShopId, source: FeedSource): Promise<{ readonly outcome: "works" } | { readonly outcome: "fails"; readonly because: string }> => {
    const [record, connections] = await Promise.all([shops.find(shop), directory.connections(shop)]);
    const connection = connections.find((one) => one.source === source);
    if (!record || !connection) return { outcome: "fails", because: `${feeds[source].about.name} is not connected.` };
    const checked = await feeds[source].check(feedCall(appUrl, record, source, connection.credentials, clock()));
    if (checked.outcome === "sent") {
      await directory.noteCall(shop, source, { trouble: null, pausedUntil: null });
      return { outcome: "works" };
    }
    await directory.noteCall(shop, source, { trouble: checked.because, pausedUntil: checked.outcome === "unavailable" ? checked.retryAt : null });
    return { outcome: "fails", because: checked.because };
  };
