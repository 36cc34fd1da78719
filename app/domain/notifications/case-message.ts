import type { Estimate } from "../estimates/estimate.ts";
import { assertNever } from "../shared/brand.ts";
import type { TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "../shipments/exception.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { textsFor } from "./languages.ts";
import type { ShopperMessage } from "./shopper-message.ts";
import { sayParcel, saySilence } from "./wording.ts";

/** What a message after the first one about a case is made of. `words`: the team's own, for `from_team`. */
export type CaseMessageAbout = {
  readonly template: "still_on_it" | "case_resolved" | "feedback" | "from_team"; readonly locale: string | null; readonly firstName: string | null; readonly shopName: string; readonly orderName: string;
  readonly category: ExceptionCategory; readonly shipment: Shipment | null; readonly estimate: Estimate | null; readonly zone: TimeZone; readonly now: Instant; readonly words: string | null;
};

/** The messages that keep a shopper informed until their case is closed, and ask afterwards how it went. */
export const caseMessage = ({ template, locale, firstName, shopName, orderName, category, shipment, estimate, zone, now, words }: CaseMessageAbout): ShopperMessage => {
  const texts = textsFor(locale);
  const { mail } = texts;
  const frame = { locale: texts.locale, button: mail.button, footer: mail.footer(shopName, orderName) };
  const greeting = mail.greeting(firstName);
  switch (template) {
    case "still_on_it": {
      const { subject, heading, promise } = mail.stillOnIt(orderName);
      const { what, next } = category === "no_movement" && shipment !== null ? saySilence(shipment, zone, texts) : texts.problem[category];
      return { ...frame, subject, preheader: what, heading, paragraphs: [greeting, `${what} ${next}`, promise] };
    }
    case "case_resolved": {
      const { subject, heading, reply } = mail.settled(orderName);
      const news = shipment === null || shipment.timeline.exception !== null ? null : `${texts.parcel(1, 1)}: ${sayParcel(shipment, estimate, zone, now, texts).headline}`.replace(/\.?$/, ".");
      return { ...frame, subject, preheader: news ?? reply, heading, paragraphs: [greeting, ...(news === null ? [] : [news]), reply] };
    }
    case "feedback": {
      const { subject, heading, text, button } = mail.howWasIt(orderName);
      return { ...frame, subject, preheader: text, heading, button, paragraphs: [greeting, text] };
    }
    case "from_team": {
      const { subject, heading } = mail.fromTeam(orderName, shopName);
      const said = (words ?? "").split(/\n{2,}/).map((part) => part.trim()).filter(Boolean);
      return { ...frame, subject, preheader: said[0] ?? heading, heading, paragraphs: [greeting, ...said] };
    }
    default: return assertNever(template);
  }
};
