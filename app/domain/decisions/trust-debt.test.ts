import { describe, expect, it } from "vitest";
import { at, scan, shipment } from "../../../tests/builders/journey.ts";
import { timelineOf } from "../shipments/timeline.ts";
import type { TimeZone } from "../shared/calendar.ts";
import { holdUntil } from "./hold-until.ts";
import { trustDebt } from "./trust-debt.ts";

const HOME = { country: "US", region: "NY", city: "New York", zip: "10001" };
const seenIn = (country: string) => shipment([], { timeline: timelineOf([scan(2, "in_transit", { place: { city: null, region: null, country, zip: null } })]) });

describe("trust debt", () => {
  it("names every reason, adds them up, and never takes more than half of the patience", () => {
    expect(trustDebt(seenIn("US"), HOME, 0)).toEqual({ share: 1, reasons: [] });
    expect(trustDebt(seenIn("US"), HOME, 2)).toEqual({ share: 0.6, reasons: ["2 earlier parcels of this shopper came late"] });
    expect(trustDebt(seenIn("DE"), HOME, 0)).toEqual({ share: 0.8, reasons: ["the parcel crosses a border"] });
    const all = trustDebt({ ...seenIn("DE"), legs: [{ number: "X1", carrier: "USPS", toldBy: "easypost", since: at(3) }] }, HOME, 1);
    expect([all.share, all.reasons.length]).toEqual([0.5, 3]);
  });

  it("takes nothing for granted where the destination is not known", () => expect(trustDebt(seenIn("DE"), null, 0)).toEqual({ share: 1, reasons: [] }));
});

describe("how long a carrier keeps a parcel", () => {
  it("is counted from the day in the shop's zone, for whoever states it, and where the shopper must fetch it", () => {
    const zone = "America/New_York" as TimeZone;
    expect(holdUntil("pickup_waiting", at(0), "USPS", zone)).toBe("2026-12-02");
    expect(holdUntil("pickup_waiting", at(12), "UPS Ground", zone)).toBe("2026-11-24");
    expect([holdUntil("delayed", at(0), "USPS", zone), holdUntil("pickup_waiting", at(0), "Somebody", zone), holdUntil("pickup_waiting", at(0), null, zone)]).toEqual([null, null, null]);
  });
});
