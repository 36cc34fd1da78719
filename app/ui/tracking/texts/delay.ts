import type { Locale } from "../../format/locale.ts";

type Said = { readonly heading: string; readonly text: string };

/** Every word of the page that asks whether to wait. Days come in already formatted. */
export type DelayTexts = {
  readonly heading: (order: string) => string; readonly items: string; readonly revised: (day: string) => string; readonly undated: string; readonly rights: string;
  readonly silenceWaits: string; readonly silenceCancels: (day: string) => string; readonly saidWait: string; readonly question: string; readonly wait: (day: string | null) => string; readonly cancel: string; readonly submit: string; readonly missing: string;
  readonly waits: (order: string, day: string | null) => Said; readonly cancelled: (order: string, day: string) => Said; readonly left: (order: string) => Said; readonly gone: Said; readonly slow_down: Said;
};

const LANGUAGES: Readonly<Record<Locale, DelayTexts>> = {
  en: {
    heading: (order) => `Order ${order}: wait or cancel?`, items: "Not shipped yet:", revised: (day) => `We expect to ship it by ${day}.`, undated: "We cannot say how long it will take.",
    rights: "You can wait, or cancel what has not shipped and get all your money for it back promptly.", silenceWaits: "If you say nothing, we take it that you agree to wait until that day.", silenceCancels: (day) => `Unless it ships, or you tell us that you will wait, by the end of ${day}, it is cancelled by itself and refunded.`,
    saidWait: "You told us that you will wait. You can still cancel until it ships.", question: "What would you like?", wait: (day) => (day === null ? "I will wait, also without a date" : `I will wait until ${day}`), cancel: "Cancel what has not shipped and refund me", submit: "Send", missing: "Please choose one of the two.",
    waits: (order, day) => ({ heading: "Thank you for waiting", text: `We noted that you wait for order ${order}${day === null ? "" : ` until ${day}`}. Should you change your mind, open the link in our message again: you can cancel until it ships.` }),
    cancelled: (order, day) => ({ heading: "It is cancelled", text: `What has not shipped of order ${order} is cancelled. You get your money for it back; the refund is due by ${day}.` }),
    left: (order) => ({ heading: "Nothing is left to decide", text: `Nothing of order ${order} waits to be shipped any more.` }),
    gone: { heading: "This link does not work any more", text: "It has expired, or it is not complete. You can still answer the message it came with." },
    slow_down: { heading: "One moment, please", text: "There were many answers from here within a short time. Please try again later." },
  },
  de: {
    heading: (order) => `Bestellung ${order}: warten oder stornieren?`, items: "Noch nicht versandt:", revised: (day) => `Wir rechnen damit, bis ${day} zu versenden.`, undated: "Wie lange es dauern wird, können wir nicht sagen.",
    rights: "Sie können warten, oder stornieren, was noch nicht versandt ist, und erhalten Ihr Geld dafür umgehend und vollständig zurück.", silenceWaits: "Sagen Sie nichts, gehen wir davon aus, dass Sie bis dahin warten möchten.", silenceCancels: (day) => `Ist es bis zum Ablauf des ${day} nicht versandt und haben Sie uns nicht gesagt, dass Sie warten, gilt es als storniert und wird erstattet.`,
    saidWait: "Sie haben uns gesagt, dass Sie warten. Bis zum Versand können Sie noch stornieren.", question: "Was möchten Sie?", wait: (day) => (day === null ? "Ich warte, auch ohne Termin" : `Ich warte bis ${day}`), cancel: "Stornieren, was noch nicht versandt ist, und Geld zurück", submit: "Senden", missing: "Bitte wählen Sie eines von beiden.",
    waits: (order, day) => ({ heading: "Danke, dass Sie warten", text: `Wir haben notiert, dass Sie auf Bestellung ${order} warten${day === null ? "" : `, bis ${day}`}. Überlegen Sie es sich anders, öffnen Sie den Link in unserer Nachricht noch einmal: Bis zum Versand können Sie stornieren.` }),
    cancelled: (order, day) => ({ heading: "Es ist storniert", text: `Was von Bestellung ${order} noch nicht versandt war, ist storniert. Sie erhalten Ihr Geld dafür zurück; die Erstattung ist bis ${day} fällig.` }),
    left: (order) => ({ heading: "Es gibt nichts mehr zu entscheiden", text: `Von Bestellung ${order} wartet nichts mehr auf den Versand.` }),
    gone: { heading: "Dieser Link gilt nicht mehr", text: "Er ist abgelaufen oder nicht vollständig. Auf die Nachricht, mit der er kam, können Sie weiterhin antworten." },
    slow_down: { heading: "Einen Moment, bitte", text: "Von hier kamen in kurzer Zeit viele Antworten. Bitte versuchen Sie es später noch einmal." },
  },
};

/** The page's words in one language. */
export const delayTexts = (locale: Locale): DelayTexts => LANGUAGES[locale];
