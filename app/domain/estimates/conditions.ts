import type { CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";

/**
 * What waits at one location and how fast it leaves. `waiting` says how many items were ordered before an instant, oldest first, in at most 24 steps:
 * whoever ordered earlier waits behind fewer. Items are single pieces; a day is a working day of the location.
 */
export type Backlog = {
  readonly location: string | null; // null: of orders nobody gave a location
  readonly queue: number;
  readonly perDay: number | null; // items handed over on a usual working day of late; null: too few to say
  readonly atBest: number | null; // and when there is much to do: at least perDay
  readonly usualDays: number; // working days an item usually waits, learned
  readonly waiting: readonly { readonly before: Instant; readonly items: number }[];
};

/** A carrier, or its lanes into one region, delivers far less than was to be expected. `lostDays`: how far parcels fell behind. */
export type Disturbance = {
  readonly carrier: string | null; readonly region: string | null; // `US-CA`; null: everywhere
  readonly since: CalendarDate; readonly lostDays: number; readonly expected: number; readonly arrived: number; // parcels of the last days
};

/** What is out of the ordinary now. */
export type Conditions = { readonly measuredAt: Instant; readonly backlogs: readonly Backlog[]; readonly disturbances: readonly Disturbance[] };
