import { expect, it } from "vitest";
import { courierOf } from "../../carriers/courier.ts";
import type { CalendarDate } from "../../shared/calendar.ts";
import { carrierWords } from "./ask-carrier.ts";
import { CARRIER_CONTACTS } from "./carrier-contacts.ts";

const day = (text: string): CalendarDate => text as CalendarDate;

it("the words for a carrier hold the question and all it takes to find the parcel", () => {
  const words = carrierWords("Please trace it. ", { numbers: ["1Z9", "92"], shippedOn: day("2026-11-02"), expectedOn: day("2026-11-05"), to: "10001, New York, US", orderName: "#1001", lastScan: { on: day("2026-11-03"), text: "Departed", place: "Newark, NJ" } });
  expect(words).toBe("Please trace it.\n\nTracking numbers: 1Z9, 92\nShipped on: 2026-11-02\nExpected on: 2026-11-05\nLast scan: 2026-11-03, Departed (Newark, NJ)\nDestination: 10001, New York, US\nOur reference: order #1001");
});

it("what is not known is left out, or said", () => {
  expect(carrierWords("Where is it?", { numbers: [], shippedOn: day("2026-11-02"), expectedOn: null, to: null, orderName: null, lastScan: null })).toBe("Where is it?\n\nTracking number: none is known\nShipped on: 2026-11-02\nLast scan: none");
});

it("every contact is of a carrier we know, with secure pages and somewhere to turn to", () => {
  for (const [code, { phone, claimPage, tracePage, source }] of Object.entries(CARRIER_CONTACTS)) {
    expect(courierOf(code), code).not.toBeNull();
    expect(phone !== null || tracePage !== null, code).toBe(true);
    expect([claimPage, tracePage].filter((page) => page !== null && new URL(page).protocol !== "https:"), code).toEqual([]);
    expect(source, code).not.toBe("");
  }
});
