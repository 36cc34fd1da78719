import { describe, expect, it } from "vitest";
import { fakeDates, fakeHolidays, fakeLedger } from "../../../tests/fakes/dates.ts";
import { NEW_YORK, SHOP } from "../../../tests/builders/journey.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import { CALENDARS, parcelsOfShop, RULES, TODAY } from "#app/domain/estimates/learning/synthetic-shop.fixture.ts";
import { addDays, startOfDay, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { PromiseOutcome, ShopRecord, ShopSettings } from "../ports.ts";
import { previewPromise } from "./promise-settings.ts";
import { reliability, type DatesPorts } from "./reliability.ts";
import { createShopModels } from "./shop-model.ts";

const NOON = startOfDay(TODAY, NEW_YORK);
const on = (n: number): CalendarDate => addDays(TODAY, n);
const promised = (order: string, more: Partial<PromiseOutcome> = {}): PromiseOutcome => ({
  subject: `order:${order}`, surface: "thank_you", stage: "ordered", shownAt: startOfDay(on(-20), NEW_YORK), orderId: order as OrderId, shipmentId: null, earliest: on(-16), latest: on(-14), style: "range", rate: 0.9,
  shipsBy: on(-18), lane: "US-CA-941", service: "standard", carrier: null, location: null, model: "m1", evidence: [], because: "Usual.", orderName: `#${order}`, handedOverOn: on(-18), deliveredOn: on(-15), over: false, troubles: [], ...more,
});

const house = (outcomes: readonly PromiseOutcome[]) => {
  const { dates, held } = fakeDates();
  const policy = { ...defaultPolicy(NEW_YORK), rules: RULES };
  const shops: DatesPorts["shops"] = { find: async () => ({ zone: NEW_YORK }) as ShopRecord, settings: async () => ({ policy }) as ShopSettings };
  const ports: DatesPorts = { dates, ledger: fakeLedger(outcomes).ledger, shops, models: createShopModels({ holidays: fakeHolidays }), holidays: fakeHolidays, clock: () => NOON };
  const { promise: { rate, overrides: _none, ...promise } } = policy;
  return { held, report: () => reliability(ports)(SHOP, 90), preview: (ratePercent: number) => previewPromise(ports)(SHOP, { ...promise, ratePercent, overrides: [], holidays: null, locations: [] }), rate };
};
const past = () => learnShop({ parcels: parcelsOfShop({ seed: 5, past: 900, pastDays: 120, future: 0, futureDays: 0, regions: 3, spread: 0.35 }), rules: RULES, calendars: CALENDARS, today: TODAY });

describe("the reliability report", () => {
  it("counts each shopper's first promise once, by region, and says whose fault a miss was", async () => {
    const late = { deliveredOn: on(-10), handedOverOn: on(-13) };
    const { all, lanes, misses, faults, stages, carriers, rehearsal, model } = await house([
      promised("1"), promised("1", { stage: "shipped", subject: "shipment:1.1", shipmentId: "1.1" as ShipmentId, carrier: "ups" }), promised("2", late), promised("3", { deliveredOn: null, latest: on(2) }),
      promised("4", { stage: "shipped", subject: "shipment:4.1", shipmentId: "4.1" as ShipmentId, carrier: "ups", shipsBy: null, deliveredOn: on(-9) }),
    ]).report();
    expect(all).toMatchObject({ promises: 4, decided: 3, kept: 1 });
    expect(lanes.map((one) => one.name)).toEqual(["US-CA"]);
    expect(misses.map((one) => [one.orderName, one.fault, one.daysLate])).toEqual(expect.arrayContaining([["#2", "merchant", 4], ["#4", "carrier", 5]]));
    expect(faults.map((one) => one.misses)).toEqual([1, 1]);
    expect([stages.length, carriers[0]?.promises]).toEqual([2, 2]);
    expect([rehearsal, model]).toEqual([null, null]);
  });

  it("shows beside it what the past would have kept, and what was learned", async () => {
    const { held, report } = house([]);
    held.model = { version: "learned 1", ...past() };
    const { all, rehearsal, model } = await report();
    expect(all).toMatchObject({ promises: 0, share: null });
    expect(rehearsal?.all.share).toBeGreaterThan(0.85);
    expect(rehearsal?.weeks.length).toBeGreaterThan(3);
    expect(model).toMatchObject({ version: "learned 1", fittedOn: TODAY });
  });
});

describe("the preview of settings", () => {
  it("says what they would have kept and how much later they would have promised", async () => {
    const { held, preview } = house([]);
    held.model = { version: "learned 1", ...past() };
    const surer = await preview(95);
    if (surer.outcome !== "previewed") throw new Error(surer.outcome);
    expect(surer.proposed.kept).toBeGreaterThan(surer.present.kept);
    expect(surer.proposed.promisedDays).toBeGreaterThan(surer.present.promisedDays);
    expect(surer.says).toMatch(/^Would have kept \d+\.\d % \(now \d+\.\d %\) and promised \d+\.\d days later\.$/);
    expect(await preview(90)).toMatchObject({ says: expect.stringContaining("promised the same days") });
  });

  it("says plainly that too little is known, and what is wrong with a draft", async () => {
    const { preview } = house([]);
    expect(await preview(90)).toMatchObject({ outcome: "too_few", says: expect.stringContaining("30 delivered ones are needed") });
    expect(await preview(10)).toMatchObject({ outcome: "invalid", errors: { ratePercent: expect.any(String) } });
  });
});
