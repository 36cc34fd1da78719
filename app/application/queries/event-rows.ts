import type { EventRow, TellingRow } from "#app/contracts/shipment-truth.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { TimelineEvent } from "#app/domain/shipments/timeline.ts";
import { dateIn, type CalendarDate, type TimeZone } from "#app/domain/shared/calendar.ts";
import { iso, since, type Instant } from "#app/domain/shared/time.ts";
import { placeWords } from "./place-words.ts";

/** The newest so many events; a parcel with more is in deeper trouble than a page can show. */
const MOST_EVENTS = 200;

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.round(since(from, to) / 60_000);

/** The date of a statement that says nothing but when the parcel is expected; null for any other. */
const bareEstimate = ({ milestone, exception, text, carrierEta }: Scan, zone: TimeZone): CalendarDate | null =>
  milestone === "unknown" && exception === null && text === null && carrierEta !== null ? dateIn(carrierEta, zone) : null;

/**
 * A timeline as a merchant reads it, newest first. Sources restate their expected date with everything they say: it is a row of its
 * own where it changes, and none where it is said again.
 */
export const eventRows = (events: readonly TimelineEvent[], zone: TimeZone): EventRow[] => {
  const saidBy = new Map<string, CalendarDate>();
  let standing: CalendarDate | null = null;
  const rows: EventRow[] = [];
  for (const event of events) {
    const [first] = event.told;
    const expects = first === undefined ? null : bareEstimate(first, zone);
    if (first !== undefined && expects !== null) {
      const isNews = saidBy.get(first.source) !== expects && standing !== expects;
      saidBy.set(first.source, expects);
      if (!isNews) continue;
      standing = expects;
    }
    rows.push(eventRow(event, expects));
  }
  return rows.slice(-MOST_EVENTS).reverse();
};

/** An estimate that a newer one replaced was no mistake: nothing was taken back. */
const eventRow = ({ at, milestone, exception, reason, place, standing, because, told }: TimelineEvent, expects: CalendarDate | null): EventRow => ({
  at: iso(at), milestone, exception, reason, place: placeWords(place), expects, ...(expects === null ? { standing, because } : { standing: "believed", because: null }), told: told.map(tellingRow),
});

const tellingRow = ({ source, occurredAt, receivedAt, timing, code, text, carrier, trackingNumber, place, withdrawn }: Scan): TellingRow => ({
  source, occurredAt: iso(occurredAt), receivedAt: iso(receivedAt), lagMinutes: minutesBetween(occurredAt, receivedAt), timing, code, text, carrier, number: trackingNumber,
  place: [place?.city, place?.region, place?.country].filter(Boolean).join(", ") || null, withdrawn,
});
