import type { Place } from "#app/domain/shipments/scan.ts";
import { onWallClock, readTime, type ReadTime } from "../feed/read-time.ts";
import type { TrackerEvent } from "./tracker.ts";

const MARKED_UTC = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(AM|PM)?$/i;

/** "07:13 AM", "13:58 PM" and "10:46" as HH:MM; null for anything else. Karrio writes AM and PM behind 24-hour clocks, too. */
const clockOf = (time: string | null): string | null => {
  const [, hour, minute, half] = CLOCK.exec(time?.trim() ?? "") ?? [];
  if (hour === undefined || minute === undefined) return null;
  const stated = Number(hour);
  const hours = /pm/i.test(half ?? "") && stated < 12 ? stated + 12 : /am/i.test(half ?? "") && stated === 12 ? 0 : stated;
  return `${String(hours).padStart(2, "0")}:${minute}`;
};

/**
 * When it happened. Karrio writes the carrier's wall clock and marks it as UTC whatever its zone (lib fiso_timestamp; its recorded
 * normalisations show the carrier's digits with a `Z`), so such a time is read in the zone of its place. Other offsets are believed.
 */
export const eventTime = ({ timestamp, date, time }: Pick<TrackerEvent, "timestamp" | "date" | "time">, place: Place | null): ReadTime | null => {
  const [, day, clock] = MARKED_UTC.exec(timestamp?.trim() ?? "") ?? [];
  if (day !== undefined && clock !== undefined) return onWallClock(`${day} ${clock}`, place);
  const exact = timestamp === null ? null : readTime(timestamp, place);
  if (exact !== null) return exact;
  const hour = clockOf(time);
  return date === null ? null : onWallClock(hour === null ? date : `${date} ${hour}`, place);
};
