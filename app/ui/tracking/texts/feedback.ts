import type { Locale } from "../../format/locale.ts";

/** Every word of the feedback page. `scores`: from 1 to 5. */
export type FeedbackTexts = {
  readonly heading: (order: string | null) => string; readonly intro: string; readonly question: string; readonly scores: readonly [string, string, string, string, string];
  readonly words: string; readonly submit: string; readonly missing: string;
  readonly thanked: { readonly heading: string; readonly text: string }; readonly gone: { readonly heading: string; readonly text: string }; readonly slow_down: { readonly heading: string; readonly text: string };
};

const LANGUAGES: Readonly<Record<Locale, FeedbackTexts>> = {
  en: {
    heading: (order) => (order === null ? "How did we do?" : `How did we do with order ${order}?`), intro: "Something went wrong with your delivery. Tell us how we dealt with it.",
    question: "How content are you?", scores: ["1, not at all", "2, hardly", "3, partly", "4, mostly", "5, very"], words: "What should we know? (optional)", submit: "Send", missing: "Please choose one of the five answers.",
    thanked: { heading: "Thank you", text: "Your answer has reached us. If you would like to change it, send it once more." },
    gone: { heading: "This link does not work any more", text: "It has expired, or it is not complete. You can still answer the message it came with." },
    slow_down: { heading: "One moment, please", text: "There were many answers from here within a short time. Please try again later." },
  },
  de: {
    heading: (order) => (order === null ? "Wie haben wir es gemacht?" : `Wie haben wir es bei Bestellung ${order} gemacht?`), intro: "Bei Ihrer Lieferung ging etwas schief. Sagen Sie uns, wie wir damit umgegangen sind.",
    question: "Wie zufrieden sind Sie?", scores: ["1, gar nicht", "2, kaum", "3, teils", "4, weitgehend", "5, sehr"], words: "Was sollten wir wissen? (freiwillig)", submit: "Senden", missing: "Bitte wählen Sie eine der fünf Antworten.",
    thanked: { heading: "Danke", text: "Ihre Antwort ist bei uns. Wenn Sie sie ändern möchten, senden Sie sie einfach noch einmal." },
    gone: { heading: "Dieser Link gilt nicht mehr", text: "Er ist abgelaufen oder nicht vollständig. Auf die Nachricht, mit der er kam, können Sie weiterhin antworten." },
    slow_down: { heading: "Einen Moment, bitte", text: "Von hier kamen in kurzer Zeit viele Antworten. Bitte versuchen Sie es später noch einmal." },
  },
};

/** The feedback page's words in one language. */
export const feedbackTexts = (locale: Locale): FeedbackTexts => LANGUAGES[locale];
