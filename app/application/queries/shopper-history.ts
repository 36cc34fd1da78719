import type { TrackingEventView } from "#app/contracts/tracking-view.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { TimelineEvent } from "#app/domain/shipments/timeline.ts";
import { hours, iso, since } from "#app/domain/shared/time.ts";
import { placeWords } from "./place-words.ts";

/** The carrier's own sentence; a bare code is no sentence and is never shown. */
const wordsOf = ({ told }: TimelineEvent): string | null => told.map(({ text }) => text?.trim() ?? "").find((text) => /\p{L}{2}.*\s.*\p{L}{2}/u.test(text) || /^\p{Lu}?\p{Ll}{2,}\.?$/u.test(text)) ?? null;

/** Near enough in time that one of two statements explains the other. */
const ONE_BREATH = hours(1);

const saysTheSame = (a: TimelineEvent, b: TimelineEvent): boolean => a.milestone === b.milestone && a.exception === b.exception && placeWords(a.place) === placeWords(b.place);

/** What Shopify makes of most troubles: it has no word for a hold or a wrong address. */
const VAGUE: ReadonlySet<ExceptionCategory | null> = new Set<ExceptionCategory | null>(["carrier_exception", "delayed"]);

/** One source says "a problem", another in the same breath says which: only the second is worth telling. */
const isVaguer = (a: TimelineEvent, b: TimelineEvent): boolean =>
  VAGUE.has(a.exception) && b.exception !== null && !VAGUE.has(b.exception) && Math.abs(since(a.at, b.at)) <= ONE_BREATH && placeWords(a.place) === placeWords(b.place);

/** Steps shoppers care about, newest first. Left out: what is not believed, what says nothing, a number that was not known yet and then was, and a milestone repeated at one place. */
export const shopperHistory = (events: readonly TimelineEvent[], texts: Texts): TrackingEventView[] =>
  events
    .filter(({ standing, milestone, exception }) => (standing === "believed" || standing === "trailing") && (milestone !== "unknown" || exception !== null))
    .filter((event, index, all) => !all.some((other) => isVaguer(event, other)) && !(event.exception === "not_found" && index < all.length - 1))
    .filter((event, index, all) => {
      const before = all[index - 1];
      return before === undefined || !saysTheSame(before, event);
    })
    .map((event) => ({ at: iso(event.at), sentence: event.exception ? texts.problem[event.exception].what : texts.event[event.milestone], carrierText: wordsOf(event), place: placeWords(event.place) }))
    .reverse();
