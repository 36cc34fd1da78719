import type { DelayTaken } from "#app/contracts/delay-page.ts";
import { formatDateWithYear } from "../format/dates.ts";
import type { Locale } from "../format/locale.ts";
import { delayTexts } from "./texts/delay.ts";

/** `chosen`: the answer of the link, which still has to be sent. `missing`: it was sent without one. */
type Props = { readonly state: DelayTaken; readonly locale: Locale; readonly action: string; readonly token: string; readonly chosen: "wait" | "cancel" | null; readonly missing: boolean };

const Said = ({ heading, text }: { readonly heading: string; readonly text: string }) => <section aria-labelledby="hth-delay"><h1 className="hth-headline" id="hth-delay">{heading}</h1><p>{text}</p></section>;

/** Asks a shopper whether to wait for what has not left. A plain form, so that it works without JavaScript; opening the page answers nothing. */
export const DelayPage = ({ state, locale, action, token, chosen, missing }: Props) => {
  const texts = delayTexts(locale);
  const day = (date: string): string => formatDateWithYear(date, locale);
  const dayOrNull = (date: string | null): string | null => (date === null ? null : day(date));
  switch (state.outcome) {
    case "not_found": return <Said {...texts.gone} />;
    case "slow_down": return <Said {...texts.slow_down} />;
    case "left": return <Said {...texts.left(state.orderName)} />;
    case "waits": return <Said {...texts.waits(state.orderName, dayOrNull(state.revisedOn))} />;
    case "cancelled": return <Said {...texts.cancelled(state.orderName, day(state.refundBy))} />;
    case "asked": break;
  }
  const { orderName, number, items, revisedOn, answerBy, said } = state;
  const picked = chosen ?? said;
  return (
    <section aria-labelledby="hth-delay">
      <h1 className="hth-headline" id="hth-delay">{texts.heading(orderName)}</h1>
      {missing ? <p className="hth-trouble hth-trouble--warning" role="alert" id="hth-missing">{texts.missing}</p> : null}
      <p>{texts.items}</p>
      <ul>{items.map(({ title, quantity }, index) => <li key={`${title} ${index}`}>{`${quantity} × ${title}`}</li>)}</ul>
      <p>{revisedOn === null ? texts.undated : texts.revised(day(revisedOn))} {texts.rights}</p>
      <p>{said === "wait" ? texts.saidWait : answerBy === null ? texts.silenceWaits : texts.silenceCancels(day(answerBy))}</p>
      <form className="hth-form" action={action} method="post" acceptCharset="utf-8">
        <input type="hidden" name="t" value={token} />
        <input type="hidden" name="n" value={number} />
        <fieldset className="hth-scores" {...(missing ? { "aria-describedby": "hth-missing" } : {})}>
          <legend>{texts.question}</legend>
          <label><input type="radio" name="answer" value="wait" defaultChecked={picked === "wait"} required /> {texts.wait(dayOrNull(revisedOn))}</label>
          <label><input type="radio" name="answer" value="cancel" defaultChecked={picked === "cancel"} required /> {texts.cancel}</label>
        </fieldset>
        <button type="submit">{texts.submit}</button>
      </form>
    </section>
  );
};
