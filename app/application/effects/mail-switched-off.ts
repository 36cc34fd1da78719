import { iso } from "#app/domain/shared/time.ts";
import type { Mailer, ShopDirectory } from "../ports.ts";
import type { TellSwitchedOff } from "./deliver-webhook.ts";

/** Writes to the shop's own address that an endpoint was switched off, with a way to switch it on again. */
export const mailSwitchedOff =
  ({ shops, mailer, adminUrl }: { readonly shops: Pick<ShopDirectory, "find">; readonly mailer: Mailer; readonly adminUrl: (shop: string, page: string) => string }): TellSwitchedOff =>
  async ({ shop, id, url }, because, now) => {
    const record = await shops.find(shop);
    if (record === null || record.email === "") return;
    await mailer(shop, {
      to: record.email, fromName: "Hither", replyTo: null, locale: "en", subject: "One of your webhook endpoints was switched off", preheader: because, heading: "A webhook endpoint was switched off",
      paragraphs: [`Hither no longer sends messages to ${url}. ${because}`, "Once it works again, switch it on and replay what failed; nothing is lost for 30 days."],
      button: { label: "Open webhooks", url: adminUrl(shop, "/app/webhooks") }, footer: `You receive this because ${record.name} uses Hither.`, messageKey: `endpoint-off:${id}:${iso(now).slice(0, 10)}`,
    }, now);
  };
