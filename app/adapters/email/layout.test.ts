import { describe, expect, it } from "vitest";
import type { ShopperMail } from "#app/application/ports.ts";
import { layOut } from "./layout.ts";

const mail: ShopperMail = {
  to: "ada@example.com", fromName: "Hearth & Wool", replyTo: null, locale: "en", subject: "Your parcel", preheader: "UPS could not deliver it today.", heading: "We could not deliver your parcel",
  paragraphs: ["Hello Ada,", "UPS tried today and nobody was home.\nThey will try again."], button: { label: "Follow your parcel", url: "https://hearth.example/apps/hither/t/abc?x=1&y=2" }, footer: "Hearth & Wool, Portland", messageKey: "k",
};
const HOSTILE = `<script>alert(1)</script>"'&<img src=x onerror=y>`;

describe("the HTML part", () => {
  it("holds what the mail says, each text once where it belongs", () => {
    const { html } = layOut(mail);
    expect(html).toContain("<h1 class=\"heading\"");
    expect(html).toContain(">We could not deliver your parcel</h1>");
    expect(html).toContain("nobody was home.<br>They will try again.</p>");
    expect(html).toContain('href="https://hearth.example/apps/hither/t/abc?x=1&amp;y=2">Follow your parcel</a>');
    expect(html).toContain("Hearth &amp; Wool, Portland");
    expect(html).toMatch(/display:none[^>]*>UPS could not deliver it today\.</);
  });

  it("is one table of 600 px that knows light and dark, without images, scripts or anything fetched", () => {
    const { html } = layOut(mail);
    expect(html).toContain('width="600"');
    expect(html).toContain("max-width:600px");
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain("[data-ogsc]");
    expect(html).not.toMatch(/<(?:img|script|link|iframe)\b|url\(|@import/i);
    expect(html).not.toMatch(/#(?:000|fff)(?:000|fff)?\b/i);
    expect([...html.matchAll(/https?:\/\/[^"\s<]+/g)].map(([url]) => url)).toEqual(["https://hearth.example/apps/hither/t/abc?x=1&amp;y=2"]);
  });

  it("shows hostile words as words, wherever they come in", () => {
    const { html } = layOut({ ...mail, fromName: HOSTILE, subject: HOSTILE, preheader: HOSTILE, heading: HOSTILE, paragraphs: [HOSTILE], footer: HOSTILE, locale: HOSTILE, button: { label: HOSTILE, url: mail.button.url }, stop: { label: HOSTILE, url: `https://x.example/"onclick="y` } });
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).not.toMatch(/\sonclick="/);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html.split("&lt;script&gt;alert(1)&lt;/script&gt;")).toHaveLength(9);
  });

  it("has no button for an address that is none", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "/relative", ""]) {
      const { html, text } = layOut({ ...mail, button: { label: "Follow", url } });
      expect(html).not.toContain("<a ");
      expect(text).not.toContain("Follow:");
    }
  });

  it("names its language and writing direction", () => {
    expect(layOut({ ...mail, locale: "de-AT" }).html).toContain('<html lang="de-AT" dir="ltr">');
    expect(layOut({ ...mail, locale: "he" }).html).toContain('<html lang="he" dir="rtl">');
  });
});

describe("the text part", () => {
  it("says the same on its own", () => {
    expect(layOut(mail).text).toBe(
      "We could not deliver your parcel\n\nHello Ada,\n\nUPS tried today and nobody was home.\nThey will try again.\n\nFollow your parcel: https://hearth.example/apps/hither/t/abc?x=1&y=2\n\n-- \nHearth & Wool, Portland\n",
    );
  });

  it("offers a second choice beside the first, in both parts", () => {
    const { html, text } = layOut({ ...mail, second: { label: "Cancel", url: "https://hearth.example/cancel" } });
    expect(text).toContain("\n\nCancel: https://hearth.example/cancel\n\n-- ");
    expect(html).toContain('href="https://hearth.example/cancel">Cancel</a>');
  });

  it("ends with the way to stop these mails, when there is one", () => {
    const { html, text } = layOut({ ...mail, stop: { label: "Stop these mails", url: "https://hearth.example/stop" } });
    expect(text).toMatch(/Stop these mails: https:\/\/hearth\.example\/stop\n$/);
    expect(html).toContain('href="https://hearth.example/stop">Stop these mails</a>');
  });
});
