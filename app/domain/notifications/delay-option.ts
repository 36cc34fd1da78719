import type { CalendarDate } from "../shared/calendar.ts";
import type { DelayNotice } from "../workflows/ftc/ship-clock.ts";
import { delayTextsFor } from "./delay-texts.ts";
import { textsFor } from "./languages.ts";
import type { ShopperMessage } from "./shopper-message.ts";
import { sayDate } from "./wording.ts";

/** What the question is made of. `items`: what has not left. `renewed`: they were asked before. `answerBy`: a yes counts until then; null: silence is a yes. */
export type DelayOptionAbout = {
  readonly locale: string | null; readonly firstName: string | null; readonly shopName: string; readonly orderName: string; readonly items: readonly { readonly title: string; readonly quantity: number }[];
  readonly notice: Pick<DelayNotice, "shipBy" | "revisedOn" | "reason">; readonly renewed: boolean; readonly answerBy: CalendarDate | null;
};

/**
 * Asks whether to wait or to cancel, and says what silence means: everything a delay option notice must hold by 16 CFR 435.2(b)(1) and (2), read 2026-11.
 * `button` waits, `cancel` cancels.
 */
export const delayOption = ({ locale, firstName, shopName, orderName, items, notice, renewed, answerBy }: DelayOptionAbout): ShopperMessage & { readonly cancel: string } => {
  const [texts, said] = [textsFor(locale), delayTextsFor(locale)];
  const { shipBy, revisedOn, reason } = notice;
  const what = items.map(({ title, quantity }) => said.item(title, quantity)).join(", ");
  const late = (renewed ? said.again : said.late)(orderName, what, sayDate(shipBy, texts));
  const until = revisedOn === null ? null : sayDate(revisedOn, texts);
  return {
    locale: texts.locale, subject: said.subject(orderName), preheader: late, heading: said.heading, button: said.wait(until), cancel: said.cancel, footer: texts.mail.footer(shopName, orderName),
    paragraphs: [
      texts.mail.greeting(firstName), late, said.reason(reason ?? said.unready), until === null ? said.undated : said.revised(until), said.rights,
      answerBy === null ? said.silenceWaits(until ?? sayDate(shipBy, texts)) : said.silenceCancels(sayDate(answerBy, texts)), ...(until === null ? [said.anyTime] : []),
    ],
  };
};
