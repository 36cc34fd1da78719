import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { EventRow, ShipmentTruth, TellingRow } from "#app/contracts/shipment-truth.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { ExceptionCard } from "./exception-card.tsx";
import { FreshnessCard } from "./freshness-card.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { ItemsCard } from "./items-card.tsx";
import { NoticesCard } from "./notices-card.tsx";
import { ParcelCard } from "./parcel-card.tsx";
import { StepsCard } from "./steps-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";

const SEEN = { zone: "America/New_York", now: instant("2026-11-24T15:00:00Z") as Instant };

const telling = (change: Partial<TellingRow> = {}): TellingRow => ({
  source: "easypost", occurredAt: "2026-11-24T10:00:00Z", receivedAt: "2026-11-24T10:04:00Z", lagMinutes: 4, timing: "exact", code: "in_transit", text: "Arrived at facility", carrier: null, number: null, place: null, withdrawn: false, ...change,
});
const event = (change: Partial<EventRow> = {}): EventRow => ({ at: "2026-11-24T10:00:00Z", milestone: "in_transit", exception: null, reason: null, place: "Columbus, OH, US", expects: null, standing: "believed", because: null, told: [telling()], ...change });
const truth = (change: Partial<ShipmentTruth> = {}): ShipmentTruth => ({
  promise: { state: "late", promised: { from: "2026-11-20", to: "2026-11-22" }, because: "The window passed at 2026-11-23T04:59:00Z." }, exception: null, events: [], findings: [], inferences: [], customs: null,
  legs: [], freshness: [], items: [], everything: "", link: { state: "live", because: "It answered." }, steps: [], ...change,
});
const shipment = (change: Partial<ShipmentDetail> = {}): ShipmentDetail => ({
  id: "s1", orderId: "1", orderName: "#1001", carrier: "UPS", trackingNumber: "1Z999AA10123456784", milestone: "in_transit", exception: null, silent: false, window: { from: "2026-11-26", to: "2026-11-27" }, destination: "Albany, NY, US",
  lastScanAt: null, shippedAt: "2026-11-20T15:00:00Z", truth: truth(), trackingPageUrl: "https://shop.example/t", trackingUrl: "https://www.ups.com/track", items: [], decisions: [], estimates: [], effects: [], cases: [], siblings: [], ...change,
});
const html = (element: ReactElement): string => renderToStaticMarkup(<AppProvider i18n={en}>{element}</AppProvider>);
/** What a reader gets to read. */
const words = (element: ReactElement): string => html(element).replace(/<[^>]*>/g, " ").replace(/&#x27;/g, "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replace(/\s+/g, " ");
const timeline = (...events: EventRow[]) => <TimelineCard events={events} {...SEEN} />;

describe("the answer on a parcel's page", () => {
  test("the promise stands beside what is expected now, with times on the shop's clock", () => {
    expect(words(<HeadlineCard shipment={shipment()} {...SEEN} />)).toContain("Expected Nov 26 – 27 Critical Late Promised Nov 20 – 22; now Nov 26 – 27.");
    const unpromised = truth({ promise: { state: "no_promise", promised: null, because: "The window of 2026-11-22 passed at 2026-11-23T04:59:00Z." } });
    expect(words(<HeadlineCard shipment={shipment({ truth: unpromised })} {...SEEN} />)).toContain("The window of Sun, Nov 22 passed at Sun, Nov 22, 11:59 PM.");
  });

  test("a delivery in doubt keeps no promise, and a shopper's word is not asked for twice", () => {
    const exception = { category: "not_received", reason: null, since: "2026-11-24T10:00:00Z", stage: "last_mile", actor: "carrier", date: "none", severity: 1, merchantDoes: null } as const;
    const delivered = (change: Partial<ShipmentTruth>) => words(<HeadlineCard shipment={shipment({ milestone: "delivered", truth: truth({ promise: { state: "met", promised: null, because: "It came." }, ...change }) })} {...SEEN} />);
    expect(delivered({ exception })).toMatch(/Delivery in doubt(?!.*Promise kept)(?!.*did not arrive)/);
  });

  test("a stay in customs is told with its days", () => {
    const customs = { since: "2026-11-20T15:00:00Z", until: null, days: 4, country: "DE" };
    expect(words(<HeadlineCard shipment={shipment({ truth: truth({ customs }) })} {...SEEN} />)).toContain("In customs for 4 days (DE), since Fri, Nov 20, 10:00 AM");
  });

  test("trouble tells since when, where it began, who must act, what it does to the date and what to do", () => {
    const exception = { category: "address_problem", reason: "house_number_missing", since: "2026-11-24T10:00:00Z", stage: "last_mile", actor: "shopper", date: "withdraws", severity: 2, merchantDoes: "Correct the address." } as const;
    const said = words(<ExceptionCard shipment={shipment({ truth: truth({ exception }) })} {...SEEN} />);
    for (const part of ["Address problem", "Critical", "Since Tue, Nov 24, 5:00 AM", "Where it began On the last mile", "Who must act The shopper", "Effect on the date No date can be given until it is solved", "Reason house number missing", "Correct the address."]) expect(said).toContain(part);
  });

  test("silence is trouble nobody reported; without either the card is not there", () => {
    expect(words(<ExceptionCard shipment={shipment({ silent: true })} {...SEEN} />)).toContain("No movement");
    expect(words(<ExceptionCard shipment={shipment()} {...SEEN} />).trim()).toBe("");
  });
});

describe("the timeline", () => {
  test("a date is told as a date, and what the warehouse did in its own words", () => {
    expect(words(timeline(event({ milestone: "unknown", expects: "2026-11-27", told: [telling({ code: "est_delivery_date", text: null })] })))).toContain("Expected Fri, Nov 27 Tue, Nov 24");
    expect(words(timeline(event({ milestone: "label_created", told: [telling({ source: "warehouse", code: "handed_over" })] })))).toContain("Handed to the carrier");
    expect(words(timeline(event({ milestone: "label_created", told: [telling({ source: "warehouse", code: "labelled" }), telling()] })))).toContain("Label created");
  });

  test("an event that does not count says so in words, and why", () => {
    const said = words(timeline(
      event({ standing: "trailing", because: "It came after the delivery." }), event({ standing: "rejected", because: "No vehicle connects them." }), event({ standing: "withdrawn", because: "The carrier took it back." }), event(),
    ));
    for (const part of ["Came late, moves nothing", "It came after the delivery.", "Not believed", "No vehicle connects them.", "Taken back", "The carrier took it back."]) expect(said.split(part)).toHaveLength(2);
  });

  test("a withdrawn event is struck through, a believed one is not", () => {
    expect(html(timeline(event({ standing: "withdrawn", milestone: "delivered" })))).toContain("<s>Delivered</s>");
    expect(html(timeline(event({ milestone: "delivered" })))).not.toContain("<s>");
  });

  test("the sources' own words are one step away: code, text, both times, how exact, how late", () => {
    const page = html(timeline(event({ told: [telling({ code: "X1", text: "Empfänger nicht angetroffen", timing: "local", carrier: "UPS", number: "1Z9", withdrawn: true, source: "ups" }), telling()] })));
    const raw = /<details[\s\S]*<\/details>/.exec(page)?.[0] ?? "";
    const said = raw.replace(/<[^>]*>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ");
    for (const part of ["Raw, told 2 times", "UPS (has taken it back)", "X1", "Empfänger nicht angetroffen", "5:00 AM (the place's wall clock)", "5:04 AM , 4 min later", "UPS 1Z9", "EasyPost"]) expect(said).toContain(part);
  });

  test("every way to the raw words is told apart by what it belongs to", () => {
    expect(words(timeline(event(), event({ milestone: "accepted", at: "2026-11-23T10:00:00Z" })))).toMatch(/Raw : In transit, Tue, Nov 24, 5:00 AM.*Raw : With the carrier, Mon, Nov 23, 5:00 AM/);
  });

  test("a status nobody can read is shown in the carrier's words, as text and never as markup", () => {
    const page = html(timeline(event({ milestone: "unknown", told: [telling({ code: "<b>", text: "<script>alert(1)</script>" })] })));
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("<b>");
    expect(words(timeline(event({ milestone: "unknown", told: [telling({ text: "CELL 7" })] })))).toContain("Not understood yet “CELL 7”");
  });

  test("without events it says that nobody has spoken", () => expect(words(timeline())).toContain("No source has reported anything yet."));
});

describe("what Hither makes of it", () => {
  test("a notice tells what is believed, why, how grave and on how much it rests", () => {
    const findings = [{ kind: "delivery_retracted", weight: "contradiction", at: "2026-11-24T10:00:00Z", believes: "It was not delivered.", because: "The carrier took it back.", evidence: 2, otherwise: "A new delivery scan would change this." }] as const;
    expect(words(<NoticesCard truth={{ findings, inferences: [] }} {...SEEN} />)).toContain("Noticed in the scans Critical Contradiction Delivery retracted Hither believes: It was not delivered. Because: The carrier took it back. A new delivery scan would change this. Tue, Nov 24, 5:00 AM · rests on 2 statements");
  });

  test("the order's items are a table with one answer above it", () => {
    const page = html(<ItemsCard everything="2 of 3 items arrive Thursday." items={[{ title: "Blanket", sku: "B-1", quantity: 1, state: "not_shipped", parcel: null, window: null }]} />);
    expect(page).toContain("2 of 3 items arrive Thursday.");
    expect(page.match(/<th scope="col"/g)).toHaveLength(5);
    expect(page).toMatch(/<th scope="row">[\s\S]*Blanket/);
    expect(page).toContain("Not shipped");
  });

  test("numbers are told apart where a parcel has several", () => {
    const row = { source: "dhl", lastEventAt: null, heardAt: null, checkedAt: null, lagMinutes: null };
    expect(words(<FreshnessCard rows={[{ ...row, number: "JD01" }, { ...row, number: "CP02" }]} {...SEEN} />)).toMatch(/DHL JD01 .*DHL CP02/);
  });

  test("a source that was never heard shows no moment and no lag", () => {
    const rows = [{ source: "dhl", number: "JD01", lastEventAt: null, heardAt: null, checkedAt: "2026-11-24T14:00:00Z", lagMinutes: null }];
    expect(words(<FreshnessCard rows={rows} {...SEEN} />)).toContain("DHL – – Tue, Nov 24, 9:00 AM –");
  });

  test("both carriers and numbers are shown, each with its doubt", () => {
    const legs = [{ carrier: "YunExpress", number: "YT1", since: null, toldBy: null, doubt: "No number of YunExpress looks like this." }, { carrier: "USPS", number: "9400", since: "2026-11-22T10:00:00Z", toldBy: "seventeentrack", doubt: null }];
    const said = words(<ParcelCard shipment={shipment({ truth: truth({ legs }) })} {...SEEN} />);
    expect(said).toContain("YunExpress YT1 As you entered it Warning Check this number No number of YunExpress looks like this. USPS 9400 Told by 17TRACK, since Sun, Nov 22, 5:00 AM");
    expect(said.match(/Check this number/g)).toHaveLength(1);
  });

  test("a link that does not work yet is named as such, and an address that is none of the web's is no link", () => {
    const link = { state: "not_yet", because: "The carrier does not know it yet." } as const;
    expect(words(<ParcelCard shipment={shipment({ truth: truth({ link }) })} {...SEEN} />)).toContain("Attention Not live yet Open it");
    expect(html(<ParcelCard shipment={shipment({ trackingUrl: "javascript:alert(1)" })} {...SEEN} />)).not.toContain("javascript:");
  });

  test("the warehouse's steps are told in order, with where and what", () => {
    const steps = [{ at: "2026-11-20T10:00:00Z", step: "picked", location: "East", note: null }, { at: "2026-11-20T11:00:00Z", step: "packed", location: null, note: "Gift wrap" }];
    expect(words(<StepsCard steps={steps} {...SEEN} />)).toContain("In the warehouse Picked Fri, Nov 20, 5:00 AM · East Packed Fri, Nov 20, 6:00 AM Gift wrap");
  });
});
