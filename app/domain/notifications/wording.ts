import type { Estimate } from "../estimates/estimate.ts";
import { assertNever } from "../shared/brand.ts";
import { EXCEPTIONS } from "../shipments/exception.ts";
import type { ExceptionState } from "../shipments/timeline/exception-state.ts";
import { isSilent, quietSince, type Shipment } from "../shipments/shipment.ts";
import { dateIn, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Texts } from "./texts.ts";

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (locale: string): Intl.DateTimeFormat => {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
  formats.set(locale, made);
  return made;
};

/** "Tue, Nov 24": weekday and date, never "3–5 days". */
export const sayDate = (date: CalendarDate, texts: Texts): string => format(texts.locale).format(Date.parse(`${date}T00:00:00Z`));

/** Two days, and how the merchant wants them said. */
export type SaidWindow = Pick<Estimate & { kind: "window" }, "earliest" | "latest" | "style">;

/** The answer to "when?", as one headline. */
export const sayWindow = ({ earliest, latest, style = "range" }: SaidWindow, today: CalendarDate, texts: Texts): string => {
  if (earliest !== latest) {
    switch (style) {
      case "range": return texts.arrivesBetween(sayDate(earliest, texts), sayDate(latest, texts));
      case "latest": return texts.arrivesAtLatest(sayDate(latest, texts));
      case "arrives_by": return texts.arrivesBy(sayDate(latest, texts));
      default: return assertNever(style);
    }
  }
  return latest === today ? texts.arrivesToday(sayDate(latest, texts)) : texts.arrivesOn(sayDate(latest, texts));
};

/** What is missing, in words: the next scan, or the very first. */
export const saySilence = ({ timeline, createdAt }: Pick<Shipment, "timeline" | "createdAt">, zone: TimeZone, texts: Texts): { readonly what: string; readonly next: string } =>
  timeline.acceptedAt === null ? texts.neverScanned(sayDate(dateIn(createdAt, zone), texts)) : texts.silent(sayDate(dateIn(quietSince(timeline.lastScanAt, { createdAt }), zone), texts));

/** One parcel in words. `tone` says how worried to look. */
export type Said = { readonly headline: string; readonly detail: string | null; readonly tone: "neutral" | "success" | "warning" | "critical" };

/** Where it was left is told with its place, beside the parcel; here it only looks less like an end. */
const delivered = (doubt: ExceptionState | null, date: string, texts: Texts): Said => {
  const headline = texts.deliveredOn(date);
  if (doubt === null) return { headline, detail: null, tone: "success" };
  const { what, next } = texts.problem[doubt.category];
  return { headline, detail: doubt.category === "delivered_elsewhere" ? null : `${what} ${next}`, tone: "warning" };
};

/** What a shopper is told about one parcel: the answer, then what is wrong and what to do about it. */
export const sayParcel = (shipment: Shipment, estimate: Estimate | null, zone: TimeZone, now: Instant, texts: Texts): Said => {
  const { timeline } = shipment;
  if (shipment.cancelled) return { headline: texts.milestone.cancelled, detail: null, tone: "neutral" };
  if (timeline.deliveredAt !== null) return delivered(timeline.exception, sayDate(dateIn(timeline.deliveredAt, zone), texts), texts);
  const dated = estimate?.kind === "window" ? sayWindow(estimate, dateIn(now, zone), texts) : null;
  const trouble = timeline.exception;
  if (trouble) {
    const { what, next } = texts.problem[trouble.category];
    const { date, severity } = EXCEPTIONS[trouble.category];
    const effect = dated === null ? null : date === "none" ? texts.dateStands : date === "moves" ? texts.dateMoves : null;
    const ended = timeline.milestone === "returning" || timeline.milestone === "returned" || timeline.milestone === "undeliverable" || timeline.milestone === "ready_for_pickup";
    return { headline: ended ? texts.milestone[timeline.milestone] : (dated ?? texts.checking), detail: [what, effect, next].filter(Boolean).join(" "), tone: severity === 2 ? "critical" : "warning" };
  }
  if (isSilent(shipment)) {
    const { what, next } = saySilence(shipment, zone, texts);
    return { headline: dated ?? texts.checking, detail: `${what} ${next}`, tone: "warning" };
  }
  return { headline: dated ?? texts.milestone[timeline.milestone], detail: null, tone: "neutral" };
};
