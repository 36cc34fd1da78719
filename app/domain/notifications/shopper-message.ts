import type { Estimate } from "../estimates/estimate.ts";
import type { ExceptionCategory } from "../shipments/exception.ts";
import type { Shipment } from "../shipments/shipment.ts";
import type { TimeZone } from "../shared/calendar.ts";
import { sayDays } from "./wording-everything.ts";
import { saySilence } from "./wording.ts";
import { textsFor } from "./languages.ts";

/** A message in the shopper's language, as plain text to be laid out. */
export type ShopperMessage = { readonly locale: string; readonly subject: string; readonly preheader: string; readonly heading: string; readonly paragraphs: readonly string[]; readonly button: string; readonly footer: string };

/** `shipment` null: what the message is about has not left. */
type About = {
  readonly locale: string | null; readonly firstName: string | null; readonly shopName: string; readonly orderName: string;
  readonly category: ExceptionCategory; readonly shipment: Shipment | null; readonly estimate: Estimate | null; readonly zone: TimeZone;
};

/** The message a shopper gets about a case: what happened, what it does to the date, what to do. */
export const shopperMessage = ({ locale, firstName, shopName, orderName, category, shipment, estimate, zone }: About): ShopperMessage => {
  const texts = textsFor(locale);
  const { what, next } = category === "no_movement" && shipment !== null ? saySilence(shipment, zone, texts) : texts.problem[category];
  const arrived = shipment !== null && shipment.timeline.deliveredAt !== null; // then no date is to come, and none is missing
  const dates = estimate?.kind === "window" ? sayDays({ from: estimate.earliest, to: estimate.latest, ...(estimate.style === undefined ? {} : { style: estimate.style }) }, texts) : null;
  return {
    locale: texts.locale,
    subject: category === "no_movement" ? texts.mail.subjectSilent(orderName) : texts.mail.subjectProblem(orderName),
    preheader: what,
    heading: what,
    paragraphs: [texts.mail.greeting(firstName), next, ...(arrived ? [] : [dates ? texts.mail.newDate(dates) : texts.mail.noDate])],
    button: texts.mail.button,
    footer: texts.mail.footer(shopName, orderName),
  };
};
