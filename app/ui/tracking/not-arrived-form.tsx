import type { Locale } from "../format/locale.ts";
import { trackingTexts } from "./texts/languages.ts";

/** What a form that denies a delivery needs: where it posts, what proves the order, and which parcel was denied just now. */
export type Denial = { readonly action: string; readonly token: string; readonly denied: string | null };

type Props = Denial & { readonly parcel: string; readonly locale: Locale };

/** Lets a shopper say that a parcel the carrier calls delivered did not arrive. A plain POST behind a disclosure: no click does it by accident, and it works without JavaScript. */
export const NotArrivedForm = ({ action, token, denied, parcel, locale }: Props) => {
  const texts = trackingTexts(locale).notArrived;
  if (denied === parcel) return <p className="hth-trouble hth-trouble--warning" role="alert">{texts.thanks}</p>;
  return (
    <details className="hth-words">
      <summary>{texts.heading}</summary>
      <p>{texts.advice}</p>
      <form className="hth-form" action={action} method="post" acceptCharset="utf-8">
        <input type="hidden" name="t" value={token} />
        <input type="hidden" name="not_received" value={parcel} />
        <button type="submit">{texts.submit}</button>
      </form>
    </details>
  );
};
