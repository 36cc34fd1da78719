import { describe, expect, it } from "vitest";
import { LOCATIONS } from "../world/catalog.ts";
import { packsAt } from "../world/routing.ts";
import { everydayShop, PAST_SHIPMENT_COLUMNS, pastShipmentsCsv } from "./everyday-history.ts";
import { everydayStory, planParcel } from "./everyday.ts";
import { ordinaryPacking, siteOf, wallClock } from "./packing-sites.ts";
import { addWorkdays, isHoliday, weekdayOf } from "./us-calendar.ts";

const NOW = new Date("2026-11-23T14:00:00Z");
const DAY_MS = 86_400_000;
const SHOP = everydayShop({ packsAt: (to) => packsAt(LOCATIONS, "nearest", to) }, NOW);
const CALM = { ...SHOP, slow: [] };

/** Parcels ordered over the months from February on, far from the peak. */
const parcels = Array.from({ length: 3_000 }, (_, index) => {
  const placedAt = new Date(Date.parse("2026-02-02T12:00:00Z") + index * 3_600_000 * 2);
  return { placedAt, ...planParcel(`test/${index}`, placedAt, CALM) };
});
type Parcel = (typeof parcels)[number];
/** Days but Sundays and holidays after one day, up to another. */
const workdaysBetween = (from: string, to: string): number => {
  let count = 0;
  while (addWorkdays(from, count, [1, 2, 3, 4, 5, 6]) < to) count += 1;
  return count;
};
const share = (list: readonly Parcel[], is: (parcel: Parcel) => boolean): number => list.filter(is).length / list.length;
const meanDays = (is: (parcel: Parcel) => boolean): number => {
  const chosen = parcels.filter(is);
  return chosen.reduce((sum, { pickedUpAt, deliveredAt }) => sum + (deliveredAt.getTime() - pickedUpAt.getTime()) / DAY_MS, 0) / chosen.length;
};
const goesTo = (...states: string[]) => (parcel: Parcel) => parcel.service === "standard" && states.includes(parcel.destination.local.state ?? "");

describe("ordinary parcels", () => {
  it("are the same for the same seed, and many states, some of Canada and three carriers", () => {
    expect(planParcel("a", NOW, SHOP)).toEqual(planParcel("a", NOW, SHOP));
    expect(new Set(parcels.map(({ destination }) => destination.local.state)).size).toBeGreaterThan(20);
    expect(new Set(parcels.map(({ destination }) => destination.local.zip?.slice(0, 3))).size).toBeGreaterThan(35);
    expect(share(parcels, ({ destination }) => destination.local.country === "CA")).toBeGreaterThan(0.03);
    expect(new Set(parcels.map(({ carrier }) => carrier))).toEqual(new Set(["UPS", "USPS", "FedEx"]));
  });

  it("leave the workshop in about 85 of 100 cases, else the warehouse near the west coast", () => {
    expect(share(parcels, ({ site }) => site.name === "Hudson workshop")).toBeCloseTo(0.85, 1);
    expect(parcels.filter(({ site }) => site.name === "Reno warehouse").every(({ destination }) => ["CA", "NV", "UT"].includes(destination.local.state ?? ""))).toBe(true);
  });

  it("are packed within two working days of the day on which they count, never on a weekend or a holiday", () => {
    for (const { placedAt, packedAt, site } of parcels) {
      const placed = wallClock(site.timeZone, placedAt);
      const packed = wallClock(site.timeZone, packedAt);
      expect(packedAt > placedAt).toBe(true);
      expect([0, 6]).not.toContain(weekdayOf(packed.day));
      expect(isHoliday(packed.day)).toBe(false);
      expect(packed.day <= addWorkdays(placed.day, 3, [1, 2, 3, 4, 5])).toBe(true);
    }
  });

  it("go the slower the further they go, by carrier and by service", () => {
    expect(meanDays(goesTo("MA", "NJ", "PA"))).toBeLessThan(meanDays(goesTo("GA", "IL", "FL")) - 0.7);
    expect(meanDays(goesTo("GA", "IL", "FL"))).toBeLessThan(meanDays(goesTo("WA", "OR", "AZ")) - 0.7);
    const near = (carrier: string) => (parcel: Parcel) => goesTo("MA", "NY", "NJ", "PA")(parcel) && parcel.carrier === carrier;
    expect(meanDays(near("UPS"))).toBeLessThan(meanDays(near("USPS")));
    expect(meanDays(({ service }) => service === "express")).toBeLessThan(meanDays(({ service }) => service === "standard") - 0.6);
    expect(meanDays(({ service }) => service === "international")).toBeGreaterThan(5);
  });

  it("arrive on a day their carrier works, most but not all of them as promised, and a few lie about", () => {
    const idle = ({ carrier, service }: Parcel): number[] => (service === "international" && carrier !== "USPS" ? [0, 6] : [0]);
    expect(parcels.filter((parcel) => isHoliday(parcel.arrivalDay) || idle(parcel).includes(weekdayOf(parcel.arrivalDay)))).toEqual([]);
    const late = share(parcels, ({ deliveredAt, promisedAt }) => deliveredAt > promisedAt);
    expect(late).toBeGreaterThan(0.07);
    expect(late).toBeLessThan(0.15);
    const longDelayed = share(parcels, ({ deliveredAt, promisedAt }) => deliveredAt.getTime() - promisedAt.getTime() > 3.5 * DAY_MS);
    expect(longDelayed).toBeGreaterThan(0.01);
    expect(longDelayed).toBeLessThan(0.025);
  });

  it("come within a working day of what is usual between two places, four times out of five", () => {
    const lanes = Map.groupBy(parcels.filter(({ service }) => service === "standard"), ({ destination, site }) => `${site.name} ${destination.local.state}`);
    const offs = [...lanes.values()].filter((lane) => lane.length >= 30).flatMap((lane) => {
      const took = lane.map(({ pickedUpAt, arrivalDay }) => workdaysBetween(pickedUpAt.toISOString().slice(0, 10), arrivalDay)).toSorted((a, b) => a - b);
      return took.map((days) => Math.abs(days - (took[Math.floor(took.length / 2)] ?? 0)));
    });
    expect(offs.length).toBeGreaterThan(1_000);
    expect(offs.filter((off) => off <= 1).length / offs.length).toBeGreaterThan(0.8);
  });

  it("lose days in a slow week and at the peak", () => {
    const lateOn = (day: string, shop: typeof SHOP): number => {
      const list = Array.from({ length: 400 }, (_, index) => planParcel(`slow/${index}`, new Date(`${day}T13:00:00Z`), shop));
      return list.filter(({ deliveredAt, promisedAt }) => deliveredAt > promisedAt).length / list.length;
    };
    expect(lateOn("2026-10-22", SHOP)).toBeGreaterThan(lateOn("2026-10-22", CALM) + 0.2);
    expect(lateOn("2026-12-10", CALM)).toBeGreaterThan(lateOn("2026-09-10", CALM) + 0.08);
  });

  it("tell the same story when they are packed later, later", () => {
    const story = everydayStory("again", NOW, 8, CALM);
    const labelOf = (one: typeof story) => one.steps.flatMap((step) => (step.act === "fulfill" ? [{ number: step.tracking.number, at: step.at }] : []))[0];
    const late = new Date("2026-12-01T16:00:00Z");
    const again = story.repacked?.(late);
    expect(again && labelOf(again)).toEqual({ number: labelOf(story)?.number, at: late });
    expect(again?.steps.at(-1)?.at.getTime()).toBeGreaterThan(story.steps.at(-1)?.at.getTime() ?? 0);
    expect(story.steps.map((step) => step.at.getTime())).toEqual(story.steps.map((step) => step.at.getTime()).toSorted((a, b) => a - b));
    expect(again?.steps.map((step) => (step.act === "scan" ? step.text.status : step.act))).toEqual(expect.arrayContaining(["pre_transit", "out_for_delivery", "delivered"]));
  });
});

describe("the shop's cut-off", () => {
  it("is two in the afternoon of the packing location", () => {
    const [hudson, reno] = LOCATIONS.map(siteOf);
    if (hudson === undefined || reno === undefined) throw new Error("two locations are wanted");
    const packedOn = (site: typeof hudson, placed: string) => wallClock(site.timeZone, ordinaryPacking(site, new Date(placed), 0, 0.2)).day;
    expect(packedOn(hudson, "2026-11-23T18:59:00Z")).toBe("2026-11-23");
    expect(packedOn(hudson, "2026-11-23T19:00:00Z")).toBe("2026-11-24");
    expect(packedOn(reno, "2026-11-23T19:00:00Z")).toBe("2026-11-23");
    expect(packedOn(hudson, "2026-11-25T20:00:00Z")).toBe("2026-11-27"); // Thanksgiving in between
  });
});

describe("the former system's export", () => {
  const [head, ...rows] = pastShipmentsCsv(NOW, 1_500, 7, SHOP).trimEnd().split("\r\n");

  it("has the columns the app imports, 1,500 parcels with orders of their own, and instants in the right order", () => {
    expect(head?.split(",")).toEqual([...PAST_SHIPMENT_COLUMNS]);
    expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(1_500);
    for (const row of rows) {
      const [, ordered = "", shipped = "", delivered = "", , service = "", location = "", country = "", , zip = "", items = ""] = row.split(",");
      expect(row.split(",")).toHaveLength(PAST_SHIPMENT_COLUMNS.length);
      expect(ordered < shipped && shipped < delivered && new Date(delivered) < NOW).toBe(true);
      expect([ordered, shipped, delivered].every((at) => new Date(at).toISOString() === at)).toBe(true);
      expect(["Standard", "Express", "International"]).toContain(service);
      expect(["Hudson workshop", "Reno warehouse"]).toContain(location);
      expect(["US", "CA"]).toContain(country);
      expect(zip).not.toBe("");
      expect(Number(items)).toBeGreaterThan(0);
    }
  });

  it("lies in the year before the orders that Shopify still shows", () => {
    const placed = rows.map((row) => row.split(",")[1] ?? "");
    expect(placed).toEqual(placed.toSorted());
    expect((NOW.getTime() - Date.parse(placed.at(-1) ?? "")) / DAY_MS).toBeGreaterThan(60);
    expect((Date.parse(placed.at(-1) ?? "") - Date.parse(placed[0] ?? "")) / DAY_MS).toBeGreaterThan(355);
  });
});
