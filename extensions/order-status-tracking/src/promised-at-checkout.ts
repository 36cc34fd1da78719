import type { PublishedDateTable, SHOWN_ATTRIBUTE as AGREED } from "../../../app/contracts/date-table.ts";
import type { Translate } from "./translate.ts";

/** The order attribute in which checkout noted the date it showed: `<first>/<last>/<table id>`. */
export const SHOWN_ATTRIBUTE: typeof AGREED = "_hither_date";

/** The note, and how the shop writes dates. */
export type CheckoutNote = {
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly style: PublishedDateTable["style"];
  readonly formatDate: (date: Date, options: Intl.DateTimeFormatOptions) => string;
  readonly translate: Translate;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The very promise checkout showed, in its words; null when it noted none, or nothing that can be read. */
export const promisedAtCheckout = ({ attributes, style, formatDate, translate }: CheckoutNote): string | null => {
  const [first = "", last = "", table = ""] = attributes.find(({ key }) => key === SHOWN_ATTRIBUTE)?.value.split("/") ?? [];
  if (!isDay(first) || !isDay(last) || last < first || table === "") return null;
  const shown = (day: string) => formatDate(new Date(`${day}T00:00:00Z`), { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
  if (style === "latest") return translate("promised.latest", { date: shown(last) });
  if (style === "arrives_by") return translate("promised.by", { date: shown(last) });
  return first === last ? translate("promised.day", { date: shown(last) }) : translate("promised.range", { from: shown(first), to: shown(last) });
};
