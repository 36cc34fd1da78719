import { dateIn, type TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import { textsFor } from "./languages.ts";
import type { ShopperMessage } from "./shopper-message.ts";
import { sayDate } from "./wording.ts";
import { sayDays } from "./wording-everything.ts";
import type { Estimate } from "../estimates/estimate.ts";

/** What an early word is made of. `since`: the last scan. */
export type ReassuranceAbout = { readonly locale: string | null; readonly firstName: string | null; readonly shopName: string; readonly orderName: string; readonly since: Instant; readonly estimate: Estimate | null; readonly zone: TimeZone };

/** The word a shopper gets while a pause is still usual: since when, that it is watched, and when the parcel is expected. */
export const reassurance = ({ locale, firstName, shopName, orderName, since, estimate, zone }: ReassuranceAbout): ShopperMessage => {
  const texts = textsFor(locale);
  const { subject, heading, text } = texts.mail.reassure(orderName, sayDate(dateIn(since, zone), texts));
  const dates = estimate?.kind === "window" ? [texts.mail.newDate(sayDays({ from: estimate.earliest, to: estimate.latest, ...(estimate.style === undefined ? {} : { style: estimate.style }) }, texts))] : [];
  return { locale: texts.locale, subject, preheader: text, heading, paragraphs: [texts.mail.greeting(firstName), text, ...dates], button: texts.mail.button, footer: texts.mail.footer(shopName, orderName) };
};
