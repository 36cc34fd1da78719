import type { TrackingEventView } from "#app/contracts/tracking-view.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import type { Place } from "#app/domain/shipments/scan.ts";
import type { TimelineEvent } from "#app/domain/shipments/timeline.ts";
import { hours, iso, since } from "#app/domain/shared/time.ts";

/** Carriers shout: "NEWARK" is Newark. Names written with small letters are left alone. */
const quiet = (name: string | null | undefined): string | null => (name && name === name.toUpperCase() && name.length > 3 ? name.toLowerCase().replaceAll(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()) : (name ?? null));

/** A place in a shopper's words; null where nobody said one. */
export const shopperPlace = (place: Place | null): string | null => [quiet(place?.city), place?.region, place?.country].filter(Boolean).join(", ") || null;

/** The carrier's own sentence; a bare code is no sentence and is never shown. */
const wordsOf = ({ told }: TimelineEvent): string | null => told.map(({ text }) => text?.trim() ?? "").find((text) => /\p{L}{2}.*\s.*\p{L}{2}/u.test(text) || /^\p{Lu}?\p{Ll}{2,}\.?$/u.test(text)) ?? null;

/** Near enough in time that one of two statements explains the other. */
const ONE_BREATH = hours(1);

const saysTheSame = (a: TimelineEvent, b: TimelineEvent): boolean => a.milestone === b.milestone && a.exception === b.exception && shopperPlace(a.place) === shopperPlace(b.place);

/** One source says "a problem", another in the same breath says which: only the second is worth telling. */
const isVaguer = (a: TimelineEvent, b: TimelineEvent): boolean =>
  a.exception === "carrier_exception" && b.exception !== null && b.exception !== "carrier_exception" && Math.abs(since(a.at, b.at)) <= ONE_BREATH && shopperPlace(a.place) === shopperPlace(b.place);

/** Steps shoppers care about, newest first. Left out: what is not believed, what says nothing, and a milestone repeated at one place. */
export const shopperHistory = (events: readonly TimelineEvent[], texts: Texts): TrackingEventView[] =>
  events
    .filter(({ standing, milestone, exception }) => (standing === "believed" || standing === "trailing") && (milestone !== "unknown" || exception !== null))
    .filter((event, _index, all) => !all.some((other) => isVaguer(event, other)))
    .filter((event, index, all) => {
      const before = all[index - 1];
      return before === undefined || !saysTheSame(before, event);
    })
    .map((event) => ({ at: iso(event.at), sentence: event.exception ? texts.problem[event.exception].what : texts.event[event.milestone], carrierText: wordsOf(event), place: shopperPlace(event.place) }))
    .reverse();
