import type { TrackingEventView } from "#app/contracts/tracking-view.ts";
import type { Locale } from "../format/locale.ts";
import { formatMoment } from "../format/moments.ts";
import { trackingTexts } from "./texts/languages.ts";

const SHOWN = 4;

type Props = { readonly events: readonly TrackingEventView[]; readonly most: number; readonly zone: string; readonly locale: Locale };

const Event = ({ event, zone, locale }: { readonly event: TrackingEventView; readonly zone: string; readonly locale: Locale }) => (
  <li className="hth-event">
    <p className="hth-event__what">{event.sentence}</p>
    <p className="hth-quiet">
      <time dateTime={event.at}>{formatMoment(event.at, zone, locale)}</time>
      {event.place ? <> · <span dir="auto">{event.place}</span></> : null}
    </p>
    {event.carrierText ? (
      <details className="hth-words">
        <summary>{trackingTexts(locale).history.carriersWords}</summary>
        <p dir="auto">{event.carrierText}</p>
      </details>
    ) : null}
  </li>
);

/** What happened to a parcel, newest first; the carrier's own words are one step away. */
export const ParcelHistory = ({ events, most, zone, locale }: Props) => {
  const texts = trackingTexts(locale).history;
  const listed = [...events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const earlier = listed.slice(SHOWN, most);
  if (listed.length === 0) return <p className="hth-quiet">{texts.none}</p>;
  return (
    <>
      <h3 className="hth-label">{texts.heading}</h3>
      <ol className="hth-events">{listed.slice(0, SHOWN).map((event, index) => <Event key={index} event={event} zone={zone} locale={locale} />)}</ol>
      {earlier.length > 0 ? (
        <details className="hth-earlier">
          <summary>{texts.older(earlier.length)}</summary>
          <ol className="hth-events">{earlier.map((event, index) => <Event key={index} event={event} zone={zone} locale={locale} />)}</ol>
          {listed.length > most ? <p className="hth-quiet">{texts.cut}</p> : null}
        </details>
      ) : null}
    </>
  );
};
