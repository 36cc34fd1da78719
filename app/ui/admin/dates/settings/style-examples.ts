import { addDays, dateIn, isTimeZone, weekdayOf, type TimeZone } from "#app/domain/shared/calendar.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatDate, formatWindow } from "../../../format/dates.ts";

const TUESDAY = 2;

/** What a shopper would read in each style, of one order that can come from a Tuesday to a Thursday soon. */
export const styleExamples = (now: Instant, zone: string): Readonly<Record<"range" | "latest" | "arrives_by", string>> => {
  let tuesday = addDays(dateIn(now, isTimeZone(zone) ? zone : ("UTC" as TimeZone)), 2);
  while (weekdayOf(tuesday) !== TUESDAY) tuesday = addDays(tuesday, 1);
  return {
    range: `Arrives ${formatWindow({ from: tuesday, to: addDays(tuesday, 2) })}`,
    latest: `Arrives by ${formatDate(addDays(tuesday, 2))}`,
    arrives_by: `Arrives by ${formatDate(addDays(tuesday, 1))}`,
  };
};
