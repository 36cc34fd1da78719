import type { DateWindow } from "../estimates/delivery-rules.ts";
import type { CalendarDate } from "../shared/calendar.ts";
import type { Texts } from "./texts.ts";
import { sayDate, sayWindow, type SaidWindow } from "./wording.ts";

/** What has to be known to say when everything is there. Counts are of single items. */
export type Adding = {
  readonly total: number; readonly arrived: number; readonly back: number; readonly undated: number; readonly window: DateWindow | null;
  readonly next: { readonly quantity: number; readonly window: DateWindow } | null; readonly last: CalendarDate | null;
};

/** A window of days as it is said. */
export const asSaid = ({ from, to, style }: DateWindow): SaidWindow => ({ earliest: from, latest: to, ...(style === undefined ? {} : { style }) });

/** The days of a window within a sentence, as the merchant wants them said: "Thu, Nov 19 – Mon, Nov 23", or "by Mon, Nov 23". */
export const sayDays = ({ from, to, style = "range" }: DateWindow, texts: Texts): string => (from === to ? sayDate(to, texts) : style === "range" ? `${sayDate(from, texts)} – ${sayDate(to, texts)}` : texts.byDay(sayDate(to, texts)));

const isSame = (a: DateWindow, b: DateWindow): boolean => a.from === b.from && a.to === b.to;

/** "2 of 3 items arrive Thu, Nov 19, everything by Mon, Nov 23": one sentence about the whole order, without its full stop. */
export const sayEverything = ({ total, arrived, back, undated, window, next, last }: Adding, today: CalendarDate, texts: Texts): string => {
  const toCome = total - arrived - back;
  if (toCome === 0 && back === 0) return last === null ? texts.milestone.delivered : texts.deliveredOn(sayDate(last, texts));
  if (toCome === total && window !== null && next !== null && isSame(next.window, window)) return sayWindow(asSaid(window), today, texts);
  const parts = [
    arrived > 0 ? texts.items.delivered(arrived, total) : null,
    next !== null && (window === null || !isSame(next.window, window)) ? texts.items.arrive(next.quantity, total, sayDays(next.window, texts)) : null,
    window === null ? null : texts.allBy(sayDate(window.to, texts)),
    back > 0 ? texts.items.back(back, total) : null,
    undated > 0 ? (undated === total ? texts.checking : texts.items.undated(undated, total)) : null,
  ].filter((one) => one !== null);
  const said = parts.join(", ");
  return said.charAt(0).toUpperCase() + said.slice(1);
};
