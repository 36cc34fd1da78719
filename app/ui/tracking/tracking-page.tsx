import type { TrackingView } from "#app/contracts/tracking-view.ts";
import { formatWindow } from "../format/dates.ts";
import type { Locale } from "../format/locale.ts";
import { formatDay, formatMoment, zoneName } from "../format/moments.ts";
import { ItemList } from "./item-list.tsx";
import { ParcelCard } from "./parcel-card.tsx";
import { trackingTexts } from "./texts/languages.ts";

/** Keeps an order of many parcels below the page's weight limit of 30 KB; the carrier's own page has the rest. */
const MOST_EVENTS = 42;

type Props = { readonly view: TrackingView; readonly link: string; readonly lookupPath: string; readonly locale: Locale; readonly denied?: string | null };

const Change = ({ view, locale }: { readonly view: TrackingView; readonly locale: Locale }) => {
  const { was } = view;
  const why = view.parcels.some((parcel) => parcel.detail === view.why) ? null : view.why; // said on the parcel's own card
  if (was === null && why === null) return null;
  return (
    <p className="hth-change">
      {was ? <s>{trackingTexts(locale).was(formatWindow(was, locale))}</s> : null}
      {was && why ? " " : null}
      {why ? <span>{why}</span> : null}
    </p>
  );
};

/** One order for its shopper: the answer first, then what can be done, then the details. `link`: the page's own address, with the token that proves the order. `denied`: the parcel the shopper has just said did not arrive. */
export const TrackingPage = ({ view, link, lookupPath, locale, denied = null }: Props) => {
  const texts = trackingTexts(locale);
  const denial = { action: lookupPath, token: new URL(link).searchParams.get("t") ?? "", denied };
  const alone = view.parcels.length === 1 && view.notShipped.length === 0;
  return (
    <article>
      <header className="hth-head">
        <p className="hth-quiet">{texts.order(view.orderName, view.shopName)}</p>
        <h1 className="hth-headline">{view.headline}</h1>
        <Change view={view} locale={locale} />
        {view.cancelled ? <p>{texts.cancelled}</p> : null}
      </header>
      {view.items.length > 0 && !(view.cancelled && view.parcels.length === 0) ? (
        <section className="hth-card" aria-labelledby="hth-items">
          <h2 className="hth-title" id="hth-items">{texts.orderItems.heading}</h2>
          <ItemList items={view.items} />
        </section>
      ) : null}
      {view.parcels.map((parcel, index) => (
        <ParcelCard key={index} parcel={parcel} position={index + 1} alone={alone} mostEvents={Math.max(5, Math.floor(MOST_EVENTS / view.parcels.length))} zone={view.zone} locale={locale} denial={denial} />
      ))}
      {view.notShipped.length > 0 && !view.cancelled ? (
        <section className="hth-card" aria-labelledby="hth-not-shipped">
          <h2 className="hth-title" id="hth-not-shipped">{texts.notShipped.heading}</h2>
          <ItemList items={view.notShipped} />
          <p className="hth-quiet">{texts.notShipped.note}</p>
        </section>
      ) : null}
      <footer className="hth-foot">
        <p>{texts.orderedOn(formatDay(view.orderedAt, view.zone, locale))} · {texts.checked(formatMoment(view.checkedAt, view.zone, locale), zoneName(view.zone))}</p>
        <p className="hth-links"><a href={link} rel="nofollow">{texts.checkAgain}</a> <a href={lookupPath}>{texts.lookup.another}</a></p>
      </footer>
    </article>
  );
};
