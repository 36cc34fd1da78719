import { addDays, type DateAnswer } from "./answer-from.ts";

const DAY_MS = 86_400_000;

/** The date on a wall in `zone`; in the machine's own zone when that name is unknown. */
const dateIn = (now: Date, zone: string | undefined): string => {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, ...(zone === undefined ? {} : { timeZone: zone }) }).format(now);
  } catch {
    return new Intl.DateTimeFormat("en-CA", parts).format(now);
  }
};

/** In how many days, counted from the reader's today, an order placed now has left; 0: today. */
export const shipsIn = ({ day, ships }: DateAnswer, now: Date, zone: string | undefined): number =>
  Math.max(0, Math.round((Date.parse(addDays(day, ships)) - Date.parse(dateIn(now, zone))) / DAY_MS));
