/** Every sentence of the message that asks whether to wait, in one language. Dates come in already formatted. */
export type DelayTexts = {
  readonly subject: (order: string) => string; readonly heading: string;
  readonly late: (order: string, items: string, day: string) => string; readonly again: (order: string, items: string, day: string) => string;
  readonly item: (title: string, quantity: number) => string;
  readonly reason: (why: string) => string; readonly unready: string;
  readonly revised: (day: string) => string; readonly undated: string; readonly rights: string;
  readonly silenceWaits: (day: string) => string; readonly silenceCancels: (day: string) => string; readonly anyTime: string;
  readonly wait: (day: string | null) => string; readonly cancel: string;
};

const english: DelayTexts = {
  subject: (order) => `Your order ${order}: do you want to wait, or cancel?`, heading: "We cannot ship in time: you decide",
  late: (order, items, day) => `We are sorry: we cannot ship ${items} of your order ${order} by ${day}, as we should.`,
  again: (order, items, day) => `We are sorry: we cannot ship ${items} of your order ${order} by ${day} either, the date we gave you before.`,
  item: (title, quantity) => `${quantity} × ${title}`,
  reason: (why) => `The reason: ${why}`, unready: "it could not be made ready for shipping in time.",
  revised: (day) => `We now expect to ship it by ${day}.`, undated: "We cannot say how long it will take.",
  rights: "You can wait, or cancel what has not shipped and get all your money for it back promptly, without any cost to you. One click is enough.",
  silenceWaits: (day) => `If we do not hear from you before it ships and before ${day} is over, we take it that you agree to wait until then.`,
  silenceCancels: (day) => `If it has not shipped and you have not told us by the end of ${day} that you will wait, your order of it is cancelled by itself and refunded.`,
  anyTime: "If you agree to wait without a date, you can still cancel at any time until it ships.",
  wait: (day) => (day === null ? "I will wait" : `I will wait until ${day}`), cancel: "Cancel it and refund me",
};

const german: DelayTexts = {
  subject: (order) => `Ihre Bestellung ${order}: warten oder stornieren?`, heading: "Wir können nicht rechtzeitig versenden: Sie entscheiden",
  late: (order, items, day) => `Es tut uns leid: ${items} aus Ihrer Bestellung ${order} können wir nicht wie vorgesehen bis ${day} versenden.`,
  again: (order, items, day) => `Es tut uns leid: ${items} aus Ihrer Bestellung ${order} können wir auch bis ${day} nicht versenden, dem Tag, den wir Ihnen zuletzt nannten.`,
  item: (title, quantity) => `${quantity} × ${title}`,
  reason: (why) => `Der Grund: ${why}`, unready: "Es konnte nicht rechtzeitig versandfertig gemacht werden.",
  revised: (day) => `Wir rechnen nun damit, bis ${day} zu versenden.`, undated: "Wie lange es dauern wird, können wir nicht sagen.",
  rights: "Sie können warten, oder stornieren, was noch nicht versandt ist, und erhalten Ihr Geld dafür umgehend und vollständig zurück, ohne dass es Sie etwas kostet. Ein Klick genügt.",
  silenceWaits: (day) => `Hören wir vor dem Versand und bis zum Ablauf des ${day} nichts von Ihnen, gehen wir davon aus, dass Sie bis dahin warten möchten.`,
  silenceCancels: (day) => `Ist es bis zum Ablauf des ${day} nicht versandt und haben Sie uns bis dahin nicht gesagt, dass Sie warten, gilt die Bestellung davon als storniert und wird erstattet.`,
  anyTime: "Wenn Sie ohne Termin warten, können Sie bis zum Versand jederzeit stornieren.",
  wait: (day) => (day === null ? "Ich warte" : `Ich warte bis ${day}`), cancel: "Stornieren und Geld zurück",
};

/** The words in the order's language; English where we have none. */
export const delayTextsFor = (locale: string | null): DelayTexts => ((locale ?? "en").slice(0, 2).toLowerCase() === "de" ? german : english);
