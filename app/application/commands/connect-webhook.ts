import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, NewSecret, Transact } from "../ports.ts";

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
