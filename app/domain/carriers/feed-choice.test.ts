import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFeeds, type Choosable } from "./feed-choice.ts";

const UPS = { source: "ups", kind: "carrier", couriers: ["ups"] } as const;
const DHL = { source: "dhl", kind: "carrier", couriers: ["dhl", "deutsche_post"] } as const;
const EASYPOST = { source: "easypost", kind: "aggregator", couriers: null } as const;
const AFTERSHIP = { source: "aftership", kind: "aggregator", couriers: null } as const;
const KARRIO = { source: "karrio", kind: "self_hosted", couriers: ["ups", "dhl", "usps"] } as const;
const ALL: readonly Choosable<string>[] = [AFTERSHIP, EASYPOST, KARRIO, DHL, UPS];

describe("which feed watches a parcel", () => {
  it("is the carrier's own first, then what the merchant hosts, then aggregators as they were connected", () => {
    expect(chooseFeeds("UPS", ALL)).toEqual(["ups", "karrio", "aftership", "easypost"]);
    expect(chooseFeeds("DHL Express", ALL)).toEqual(["dhl", "karrio", "aftership", "easypost"]);
    expect(chooseFeeds("United Parcel Service", [EASYPOST, AFTERSHIP, UPS])).toEqual(["ups", "easypost", "aftership"]);
  });

  it("leaves out a feed that does not follow the carrier", () => {
    expect(chooseFeeds("USPS", ALL)).toEqual(["karrio", "aftership", "easypost"]);
    expect(chooseFeeds("Royal Mail", ALL)).toEqual(["aftership", "easypost"]);
    expect(chooseFeeds("Royal Mail", [UPS, DHL])).toEqual([]);
  });

  it("asks only feeds that find out by themselves when nobody can name the carrier", () => {
    expect(chooseFeeds(null, ALL)).toEqual(["aftership", "easypost"]);
    expect(chooseFeeds("Bob's van", ALL)).toEqual(["aftership", "easypost"]);
  });

  it("names each connected feed at most once and none that is not connected, whatever is connected", () => {
    fc.assert(fc.property(fc.shuffledSubarray([...ALL]), fc.constantFrom("UPS", "USPS", "DHL", "Evri", null), (connected, carrier) => {
      const chosen = chooseFeeds(carrier, connected);
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const one of chosen) expect(connected.map(({ source }) => source)).toContain(one);
      const kinds = chosen.map((one) => ["carrier", "self_hosted", "aggregator"].indexOf(connected.find(({ source }) => source === one)?.kind ?? ""));
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    }));
  });
});
