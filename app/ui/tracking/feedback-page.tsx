import type { Locale } from "../format/locale.ts";
import { feedbackTexts } from "./texts/feedback.ts";

/** What the page shows: the question, thanks, or why neither. `missing`: it was sent without a score. */
export type FeedbackState = { readonly kind: "asked"; readonly orderName: string | null; readonly missing: boolean } | { readonly kind: "thanked" | "gone" | "slow_down" };

type Props = { readonly state: FeedbackState; readonly locale: Locale; readonly action: string; readonly token: string; readonly caseId: string; readonly score: string | null; readonly words: string };

/** Asks a shopper how their trouble was dealt with: one to five, and words if they like. A plain form, so that it works without JavaScript. */
export const FeedbackPage = ({ state, locale, action, token, caseId, score, words }: Props) => {
  const texts = feedbackTexts(locale);
  if (state.kind !== "asked") {
    const { heading, text } = texts[state.kind];
    return <section aria-labelledby="hth-feedback"><h1 className="hth-headline" id="hth-feedback">{heading}</h1><p>{text}</p></section>;
  }
  return (
    <section aria-labelledby="hth-feedback">
      <h1 className="hth-headline" id="hth-feedback">{texts.heading(state.orderName)}</h1>
      {state.missing ? <p className="hth-trouble hth-trouble--warning" role="alert" id="hth-missing">{texts.missing}</p> : <p>{texts.intro}</p>}
      <form className="hth-form" action={action} method="post" acceptCharset="utf-8">
        <input type="hidden" name="t" value={token} />
        <input type="hidden" name="case" value={caseId} />
        <fieldset className="hth-scores" {...(state.missing ? { "aria-describedby": "hth-missing" } : {})}>
          <legend>{texts.question}</legend>
          {texts.scores.map((label, index) => (
            <label key={label}><input type="radio" name="score" value={index + 1} defaultChecked={score === String(index + 1)} required /> {label}</label>
          ))}
        </fieldset>
        <div>
          <label htmlFor="hth-words">{texts.words}</label>
          <textarea id="hth-words" name="words" rows={4} maxLength={2_000} defaultValue={words} />
        </div>
        <button type="submit">{texts.submit}</button>
      </form>
    </section>
  );
};
