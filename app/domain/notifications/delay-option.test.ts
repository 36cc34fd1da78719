import { expect, it } from "vitest";
import type { CalendarDate } from "../shared/calendar.ts";
import { delayOption, type DelayOptionAbout } from "./delay-option.ts";

const day = (text: string): CalendarDate => text as CalendarDate;
const about = (more: Partial<DelayOptionAbout> = {}): DelayOptionAbout => ({
  locale: "en-US", firstName: "Ada", shopName: "Hearth & Wool", orderName: "#1001", items: [{ title: "Wool throw", quantity: 2 }], notice: { shipBy: day("2026-12-17"), revisedOn: null, reason: null }, renewed: false, answerBy: day("2027-01-16"), ...more,
});

it("a question without a date says so, why it is late, what silence does, and that they may cancel later", () => {
  expect(delayOption(about())).toEqual({
    locale: "en-US", subject: "Your order #1001: do you want to wait, or cancel?", heading: "We cannot ship in time: you decide", button: "I will wait", cancel: "Cancel it and refund me",
    preheader: "We are sorry: we cannot ship 2 × Wool throw of your order #1001 by Thu, Dec 17, as we should.", footer: "You receive this message because you ordered #1001 at Hearth & Wool. It is not advertising.",
    paragraphs: [
      "Hi Ada,", "We are sorry: we cannot ship 2 × Wool throw of your order #1001 by Thu, Dec 17, as we should.", "The reason: it could not be made ready for shipping in time.", "We cannot say how long it will take.",
      "You can wait, or cancel what has not shipped and get all your money for it back promptly, without any cost to you. One click is enough.",
      "If it has not shipped and you have not told us by the end of Sat, Jan 16 that you will wait, your order of it is cancelled by itself and refunded.", "If you agree to wait without a date, you can still cancel at any time until it ships.",
    ],
  });
});

it("a near date is named, with silence for a yes; a renewed question says that the last date is missed, too", () => {
  const near = delayOption(about({ notice: { shipBy: day("2026-12-17"), revisedOn: day("2026-12-30"), reason: "The wool is late." }, answerBy: null }));
  expect(near.button).toBe("I will wait until Wed, Dec 30");
  expect(near.paragraphs.slice(2, 4)).toEqual(["The reason: The wool is late.", "We now expect to ship it by Wed, Dec 30."]);
  expect(near.paragraphs.at(-1)).toBe("If we do not hear from you before it ships and before Wed, Dec 30 is over, we take it that you agree to wait until then.");
  expect(delayOption(about({ renewed: true })).paragraphs[1]).toContain("by Thu, Dec 17 either, the date we gave you before.");
});

it("speaks German to who ordered in German", () => {
  const german = delayOption(about({ locale: "de-AT", answerBy: null, notice: { shipBy: day("2026-12-17"), revisedOn: day("2026-12-30"), reason: null } }));
  expect([german.subject, german.button, german.cancel]).toEqual(["Ihre Bestellung #1001: warten oder stornieren?", expect.stringMatching(/^Ich warte bis Mi/), "Stornieren und Geld zurück"]);
});
