import { instant, type Instant } from "#app/domain/shared/time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const amount = (length: number): string => {
  if (length < MINUTE) return "less than a minute";
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < 2 * DAY) return `${Math.floor(length / HOUR)} h`;
  return `${Math.floor(length / DAY)} days`;
};

/** How long before or after `now` a moment is: "just now", "5 min ago", "in 3 h", "4 days ago". `now` is given, so server and browser agree. */
export const relativeTo = (at: string, now: Instant): string => {
  const moment = instant(at);
  if (moment === null) return at;
  const distance = now - moment;
  if (Math.abs(distance) < MINUTE) return "just now";
  return distance > 0 ? `${amount(distance)} ago` : `in ${amount(-distance)}`;
};

/** When something is due: "in 5 h", or "overdue by 2 days". */
export const dueBy = (at: string, now: Instant): string => {
  const moment = instant(at);
  if (moment === null) return at;
  return moment < now ? `overdue by ${amount(now - moment)}` : `due in ${amount(moment - now)}`;
};
