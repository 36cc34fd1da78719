import type { TrackedParcel } from "#app/contracts/tracking-view.ts";
import type { Locale } from "../format/locale.ts";
import { formatMoment } from "../format/moments.ts";
import { ItemList } from "./item-list.tsx";
import { NotArrivedForm, type Denial } from "./not-arrived-form.tsx";
import { ParcelHistory } from "./parcel-history.tsx";
import { parcelSteps } from "./parcel-step-list.ts";
import { safeLink } from "./safe-link.ts";
import { trackingTexts } from "./texts/languages.ts";

type Props = {
  readonly parcel: TrackedParcel; readonly position: number; readonly alone: boolean; readonly mostEvents: number;
  readonly zone: string; readonly locale: Locale; readonly denial: Denial;
};

const Steps = ({ parcel, locale, name }: { readonly parcel: TrackedParcel; readonly locale: Locale; readonly name: string }) => {
  const { steps } = trackingTexts(locale);
  return (
    <ol className="hth-steps" aria-label={`${steps.heading}: ${name}`}>
      {parcelSteps(parcel, steps).map((step) => (
        <li key={step.label} className={`hth-step hth-step--${step.state}`} {...(step.state === "now" ? { "aria-current": "step" as const } : {})}>
          <span className="hth-step__label">{step.label}</span>
          <span className="hth-step__note">{step.note}</span>
        </li>
      ))}
    </ol>
  );
};

/** What is wrong, what it does to the date, and what to do: the parcel's detail says it, except that a missing date is explained here. */
const Trouble = ({ parcel, locale }: { readonly parcel: TrackedParcel; readonly locale: Locale }) => {
  const { trouble } = trackingTexts(locale);
  if (parcel.detail === null) return null;
  if (parcel.tone === "neutral" || parcel.tone === "success") return <p>{parcel.detail}</p>;
  const dateGone = parcel.window === null && parcel.step > 0 && parcel.step < 4 && parcel.milestone !== "returning";
  return (
    <div className={`hth-trouble hth-trouble--${parcel.tone}`}>
      <h3 className="hth-label">{trouble.heading}</h3>
      <p>{parcel.detail}</p>
      {dateGone ? <p>{trouble.dateGone}</p> : null}
    </div>
  );
};

/** What a shopper would wonder about: why it is there, who has it now, how long customs takes. */
const Stories = ({ parcel, locale }: { readonly parcel: TrackedParcel; readonly locale: Locale }) => {
  if (parcel.stories.length === 0) return null;
  return (
    <>
      <h3 className="hth-label">{trackingTexts(locale).stories.heading}</h3>
      {parcel.stories.map(({ question, text }, index) => (
        <p key={index} dir="auto">{question === null ? null : <><strong>{question}</strong> </>}{text}</p>
      ))}
    </>
  );
};

const Carrier = ({ parcel, zone, locale }: { readonly parcel: TrackedParcel; readonly zone: string; readonly locale: Locale }) => {
  const texts = trackingTexts(locale).parcel;
  const link = safeLink(parcel.trackingUrl);
  if (parcel.carrier === null && parcel.trackingNumber === null && link === null && parcel.heardAt === null) return null;
  return (
    <div className="hth-facts">
      <dl>
        {parcel.carrier ? <div><dt>{texts.carrier}</dt><dd dir="auto">{parcel.carrier}</dd></div> : null}
        {parcel.trackingNumber ? <div><dt>{texts.trackingNumber}</dt><dd className="hth-number" dir="auto">{parcel.trackingNumber}</dd></div> : null}
        {parcel.otherNumbers.map(({ carrier, number }) => <div key={number}><dt dir="auto">{texts.otherNumber(carrier)}</dt><dd className="hth-number" dir="auto">{number}</dd></div>)}
      </dl>
      {link ? <p><a href={link} target="_blank" rel="noopener noreferrer nofollow">{texts.carrierPage}<span className="hth-hidden"> ({texts.newTab})</span></a></p> : null}
      {link === null && parcel.linkNote !== null ? <p className="hth-quiet">{parcel.linkNote}</p> : null}
      {parcel.heardAt === null ? null : <p className="hth-quiet">{texts.heard(formatMoment(parcel.heardAt, zone, locale))}</p>}
    </div>
  );
};

/** One parcel: its own answer, its steps, what is wrong, what is inside, and its history. */
export const ParcelCard = ({ parcel, position, alone, mostEvents, zone, locale, denial }: Props) => {
  const texts = trackingTexts(locale).parcel;
  const name = alone ? texts.only : parcel.label;
  const heading = `hth-parcel-${position}`;
  return (
    <section className="hth-card" aria-labelledby={heading}>
      <h2 className="hth-title" id={heading}>{name}</h2>
      {alone ? null : <p className="hth-answer">{parcel.headline}</p>}
      <Steps parcel={parcel} locale={locale} name={name} />
      <Trouble parcel={parcel} locale={locale} />
      <Stories parcel={parcel} locale={locale} />
      {parcel.deniable === null ? null : <NotArrivedForm {...denial} parcel={parcel.deniable} locale={locale} />}
      {parcel.items.length > 0 ? <><h3 className="hth-label">{parcel.itemsNote ?? texts.items}</h3><ItemList items={parcel.items} /></> : null}
      <Carrier parcel={parcel} zone={zone} locale={locale} />
      <ParcelHistory events={parcel.events} most={mostEvents} zone={zone} locale={locale} />
    </section>
  );
};
