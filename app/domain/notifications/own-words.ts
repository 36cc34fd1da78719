import type { Estimate } from "../estimates/estimate.ts";
import { dateIn, type TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { textsFor } from "./languages.ts";
import type { ShopperMessage } from "./shopper-message.ts";
import { sayParcel, sayWindow } from "./wording.ts";

/** What a message in the merchant's words about an order is made of. `unshipped`: when what has not left is expected. */
export type OwnWordsAbout = {
  readonly locale: string | null; readonly firstName: string | null; readonly shopName: string; readonly orderName: string; readonly words: string;
  readonly parcels: readonly { readonly shipment: Shipment; readonly estimate: Estimate | null }[]; readonly unshipped: Estimate | null; readonly zone: TimeZone; readonly now: Instant;
};

/** The merchant's words, and below them where each parcel stands, or when what has not left is expected. */
export const ownWords = ({ locale, firstName, shopName, orderName, words, parcels: all, unshipped, zone, now }: OwnWordsAbout): ShopperMessage => {
  const texts = textsFor(locale);
  const { subject, heading } = texts.mail.fromTeam(orderName, shopName);
  const said = words.split(/\n{2,}/).map((part) => part.trim()).filter(Boolean);
  const parcels = all.filter(({ shipment }) => !shipment.cancelled);
  const where = parcels.length > 0
    ? parcels.map(({ shipment, estimate }, index) => `${texts.parcel(index + 1, parcels.length)}: ${sayParcel(shipment, estimate, zone, now, texts).headline}`.replace(/\.?$/, "."))
    : unshipped?.kind === "window" ? [sayWindow(unshipped, dateIn(now, zone), texts).replace(/\.?$/, ".")] : [];
  return { locale: texts.locale, subject, preheader: said[0] ?? heading, heading, paragraphs: [texts.mail.greeting(firstName), ...said, ...where], button: texts.mail.button, footer: texts.mail.footer(shopName, orderName) };
};
