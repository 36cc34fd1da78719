import { describe, expect, it } from "vitest";
import { at, NEW_YORK, scan, shipment } from "../../../tests/builders/journey.ts";
import { caseMessage, type CaseMessageAbout } from "./case-message.ts";

const about = (more: Partial<CaseMessageAbout>): CaseMessageAbout => ({
  template: "still_on_it", locale: "en-US", firstName: "Ada", shopName: "Hearth & Wool", orderName: "#1001", category: "address_problem", shipment: shipment([scan(1, "in_transit", { exception: "address_problem" })]),
  estimate: null, zone: NEW_YORK, now: at(72), words: null, ...more,
});

describe("messages after the first", () => {
  it("say that we are still on it, what is wrong and what the shopper can do", () => {
    const { subject, paragraphs } = caseMessage(about({}));
    expect([subject, paragraphs[0], paragraphs.length]).toEqual(["Your order #1001: we are still on it", "Hi Ada,", 3]);
    expect(paragraphs[1]).toMatch(/address/);
  });

  it("tell that it is settled, with where the parcel is once nothing is wrong with it", () => {
    expect(caseMessage(about({ template: "case_resolved", shipment: shipment([scan(1, "in_transit"), scan(50, "delivered")]) })).paragraphs[1]).toMatch(/^Your package: Delivered .*\d\.$/);
    expect(caseMessage(about({ template: "case_resolved" })).paragraphs.join(" "), "the scan of the trouble is still the last").not.toMatch(/Your package:/);
    expect(caseMessage(about({ template: "case_resolved", shipment: null, category: "not_shipped" })).heading).toBe("The problem with your delivery is settled");
  });

  it("carry the team's words paragraph by paragraph, and no more than that and a greeting", () => {
    expect(caseMessage(about({ template: "from_team", words: "Is it 12\nor 21?\n\nThank you." })).paragraphs).toEqual(["Hi Ada,", "Is it 12\nor 21?", "Thank you."]);
  });

  it("ask how it went, under a button of their own, in the order's language", () => {
    const german = caseMessage(about({ template: "feedback", locale: "de" }));
    expect([german.locale, german.button, german.subject]).toEqual(["de-DE", "Rückmeldung geben", "Wie haben wir es bei Ihrer Bestellung #1001 gemacht?"]);
    for (const template of ["still_on_it", "case_resolved", "feedback", "from_team"] as const) expect(caseMessage(about({ template, locale: "de", words: "Hallo." })).footer, template).toMatch(/keine Werbung/);
  });
});
