import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, Jobs, NewSecret, Transact } from "../ports.ts";

/** `secret` is shown to the merchant this once. */
export type WebhookConnected = { readonly outcome: "saved"; readonly secret: string } | { readonly outcome: "removed" } | { readonly outcome: "invalid"; readonly because: string };

/** Sets the merchant's endpoint and makes a new signing secret, which is shown this once. An empty address removes it. */
export const connectWebhook =
  ({ transact, clock, newSecret }: { readonly transact: Transact; readonly clock: Clock; readonly newSecret: NewSecret }) =>
  async (shop: ShopId, url: string): Promise<WebhookConnected> => {
    const address = url.trim();
    if (address === "") {
      await transact((store) => store.shops.saveSettings(shop, { webhookUrl: null, webhookSecret: null }, clock()));
      return { outcome: "removed" };
    }
    if (!URL.canParse(address) || new URL(address).protocol !== "https:") return { outcome: "invalid", because: "Write a full address that begins with https://." };
    if (new URL(address).username !== "" || new URL(address).password !== "") return { outcome: "invalid", because: "Leave user name and password out of the address; every message is signed instead." };
    const secret = newSecret();
    await transact((store) => store.shops.saveSettings(shop, { webhookUrl: address, webhookSecret: secret }, clock()));
    return { outcome: "saved", secret };
  };

/** More parcels than this are not handed over at once; the feed hears of the others when they move. */
const WATCH_AT_MOST = 5_000;

/**
 * Stores the shop's EasyPost credentials; an empty value leaves the stored one, null removes it. With a new key the feed is
 * asked to watch what is already on its way, so that the first answers do not wait for the next order.
 */
export const connectEasypost =
  ({ transact, clock, jobs }: { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (shop: ShopId, { apiKey, secret }: { readonly apiKey: string | null; readonly secret: string | null }): Promise<{ readonly outcome: "saved" }> => {
    const now = clock();
    await transact(async (store) => {
      await store.shops.saveSettings(shop, { ...(apiKey === "" ? {} : { easypostApiKey: apiKey }), ...(secret === "" ? {} : { easypostSecret: secret }) }, now);
      if (!apiKey) return;
      const parcels = await store.journeys.underway(shop, WATCH_AT_MOST);
      await store.outbox.add(shop, parcels.map(({ shipmentId, orderId, trackingNumber }) => ({
        key: `${shipmentId}:track:${trackingNumber}:connected:${now}`, intent: { kind: "register_tracker", shipmentId, orderId },
      })), now);
    });
    await jobs.wake("dispatch_outbox");
    return { outcome: "saved" };
  };
