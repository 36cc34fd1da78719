import type { Locale } from "../format/locale.ts";
import { trackingTexts } from "./texts/languages.ts";

/** Why a lookup shows the form again. An unknown order and a wrong e-mail are one problem, told in the same words. */
export type LookupProblem = { readonly kind: "not_found" | "incomplete" | "expired" | "unavailable" } | { readonly kind: "slow_down"; readonly minutes: number };

type Props = { readonly action: string; readonly locale: Locale; readonly order: string; readonly email: string; readonly problem: LookupProblem | null };

const explain = (problem: LookupProblem, locale: Locale): string => {
  const texts = trackingTexts(locale).problem;
  switch (problem.kind) {
    case "not_found": return texts.notFound;
    case "incomplete": return texts.incomplete;
    case "expired": return texts.expired;
    case "unavailable": return texts.unavailable;
    case "slow_down": return texts.slowDown(problem.minutes);
  }
};

/** The form that finds an order. A plain POST, so that it works without JavaScript and the e-mail stays out of addresses and logs. */
export const LookupForm = ({ action, locale, order, email, problem }: Props) => {
  const texts = trackingTexts(locale).lookup;
  const faulty = problem?.kind === "not_found" || problem?.kind === "incomplete";
  const fault = faulty ? { "aria-invalid": true as const } : {};
  const described = (hint: string) => (problem ? `hth-problem ${hint}` : hint);
  return (
    <section aria-labelledby="hth-lookup">
      <h1 className="hth-headline" id="hth-lookup">{texts.heading}</h1>
      {problem ? <p className="hth-trouble hth-trouble--warning" role="alert" id="hth-problem">{explain(problem, locale)}</p> : <p>{texts.intro}</p>}
      <form className="hth-form" action={action} method="post" acceptCharset="utf-8">
        <div>
          <label htmlFor="hth-order">{texts.orderLabel}</label>
          <input id="hth-order" name="order" type="text" defaultValue={order} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={64} required aria-describedby={described("hth-order-hint")} {...fault} />
          <p className="hth-quiet" id="hth-order-hint">{texts.orderHint}</p>
        </div>
        <div>
          <label htmlFor="hth-email">{texts.emailLabel}</label>
          <input id="hth-email" name="email" type="email" defaultValue={email} autoComplete="email" spellCheck={false} maxLength={254} required aria-describedby={described("hth-email-hint")} {...fault} />
          <p className="hth-quiet" id="hth-email-hint">{texts.emailHint}</p>
        </div>
        <button type="submit">{texts.submit}</button>
      </form>
    </section>
  );
};
