import { describe, expect, it } from "vitest";
import { scan } from "../../../tests/builders/journey.ts";
import { addDays, dateIn, daysBetween, startOfDay, weekdayOf, workingDayOnOrAfter, type CalendarDate } from "../shared/calendar.ts";
import { hours, plus, type Instant } from "../shared/time.ts";
import type { Milestone } from "../shipments/milestone.ts";
import type { Place, Scan } from "../shipments/scan.ts";
import { EMPTY_TIMELINE, timelineOf } from "../shipments/timeline.ts";
import type { DateKnowledge } from "./date-knowledge.ts";
import { dateModel } from "./date-model.ts";
import { anyAsker, anyShop, knowledgeOf, MORNING, TODAY } from "./dates.fixture.ts";
import { windowLevelFor } from "./engine/calibration.ts";
import { evenFrom } from "./engine/synthetic-world.fixture.ts";
import type { Estimate } from "./estimate.ts";
import { shippedCalibrationOf } from "./learning/lane-calibrations.ts";
import { learnShop } from "./learning/learn-shop.ts";
import { CALENDARS, parcelsOfShop, RULES } from "./learning/synthetic-shop.fixture.ts";
import { nearAtOf } from "./near-scan.ts";
import { DEFAULT_PROMISE } from "./promise-settings.ts";

const DESTINATION = { country: "US", region: "CA", city: "Fresno", zip: "93701" };
const ZONE = knowledgeOf().rules.zone;
const on = (hour: number): Instant => plus(MORNING, hours(hour));
const told = (hour: number, milestone: Milestone, more: Partial<Scan> = {}): Scan => ({ ...scan(0, milestone, more), key: `${milestone}@${hour}`, occurredAt: on(hour), receivedAt: on(hour) });
const at = (city: string, region: string, zip: string | null = null): { place: Place } => ({ place: { city, region, country: "US", zip } });
const ACCEPTED = told(0, "accepted", at("Albany", "NY"));

const ask = (hour: number, scans: readonly Scan[], knowledge: DateKnowledge = knowledgeOf(), more: object = {}): Estimate =>
  dateModel(knowledge).answer({ stage: "shipped", at: on(hour), shippedAt: on(-2), destination: DESTINATION, method: null, carrier: "UPS", timeline: scans.length === 0 ? EMPTY_TIMELINE : timelineOf(scans), ...more }, { rules: knowledge.rules, zone: knowledge.rules.zone });
const dated = (...asked: Parameters<typeof ask>) => {
  const said = ask(...asked);
  if (said.kind === "none") throw new Error(said.because);
  return said;
};
const noonOf = (day: CalendarDate): Instant => plus(startOfDay(day, ZONE), hours(12));

describe("the date of a parcel on its way", () => {
  it("says what is usual from the hand-over on", () => {
    const date = dated(1, [ACCEPTED]);
    expect(date).toMatchObject({ basis: "learned", rate: 0.9 });
    expect(date.because).toMatch(/^Usually .* from the hand-over to United States; learned from \d+ parcels\.$/);
    expect(date.evidence).toContain(`With the carrier since ${TODAY}.`);
    expect(date.shipsBy).toBeUndefined();
  });

  it("is the day it came, none once it turns back, today while it is out, and its collection", () => {
    expect(dated(80, [ACCEPTED, told(75, "delivered")])).toMatchObject({ basis: "arrived", earliest: addDays(TODAY, 3), latest: addDays(TODAY, 3) });
    expect(ask(80, [ACCEPTED, told(75, "returning")]).kind).toBe("none");
    expect(dated(75, [ACCEPTED, told(72, "out_for_delivery")])).toMatchObject({ basis: "carrier", earliest: addDays(TODAY, 3), latest: addDays(TODAY, 3) });
    expect(dated(96, [ACCEPTED, told(72, "out_for_delivery")]).latest > addDays(TODAY, 4)).toBe(true);
    expect(dated(75, [ACCEPTED, told(72, "ready_for_pickup")]).because).toBe("It is ready to be collected.");
    expect(ask(75, [ACCEPTED, told(72, "in_transit", { exception: "address_problem" })])).toMatchObject({ kind: "none", because: "Address problem: no date can be kept until it is solved." });
  });

  it("is one of the carrier's next two rounds after an attempt that failed, and a forecast again when they brought nothing", () => {
    const { carrierWorkingDays } = knowledgeOf().rules;
    const works = (day: CalendarDate): boolean => carrierWorkingDays.some((one) => one === weekdayOf(day));
    const tried = [ACCEPTED, told(72, "out_for_delivery"), told(75, "in_transit", { exception: "attempt_failed" })];
    const first = workingDayOnOrAfter(addDays(TODAY, 4), works);
    const last = workingDayOnOrAfter(addDays(first, 1), works);
    expect(dated(76, tried)).toMatchObject({ basis: "carrier", rate: null, earliest: first, latest: last, because: `The carrier came on ${addDays(TODAY, 3)} and could not hand it over; the next rounds count.` });
    expect(dated(24 * daysBetween(TODAY, last), tried)).toMatchObject({ earliest: last, latest: last });
    expect(dated(24 * daysBetween(TODAY, last) + 24, tried)).toMatchObject({ basis: "learned", because: "Delivery attempt failed: it comes later than usual." });
  });

  it("waits for the carrier's first scan: a label alone moves on day by day", () => {
    const label = told(-2, "label_created");
    const [first, third] = [dated(1, [label]), dated(49, [label])];
    expect(third.latest > first.latest).toBe(true);
    expect(third.because).toBe("The label is made; the carrier has not scanned it yet.");
    expect(third.shipsBy).toBe(addDays(TODAY, 2));
  });

  it("comes no nearer with every silent day, and says so once it is late", () => {
    let before = dated(1, [ACCEPTED]);
    for (let day = 1; day < 20; day += 1) {
      const now = dated(24 * day + 1, [ACCEPTED]);
      expect(now.latest >= before.latest, `day ${day}`).toBe(true);
      expect(now.earliest >= addDays(TODAY, day)).toBe(true);
      before = now;
    }
    expect(before.because).toMatch(/^It is \d+ days later than usual, and nothing was scanned for 19 days\.$/);
  });

  it("comes no nearer with every silent day, whatever the shop, the lane, the carrier and the hour", () => {
    const even = evenFrom(5);
    let asked = 0;
    for (let seed = 100; seed < 130; seed += 1) {
      const { knowledge } = anyShop(seed);
      const { destination, method } = anyAsker(even);
      const scans = even() < 0.6 ? [ACCEPTED] : [ACCEPTED, told(20 * even(), "in_transit", at("Somewhere", destination.region ?? "CA"))];
      const [begun, carrier] = [24 + 24 * even(), even() < 0.5 ? "UPS" : "USPS"];
      let latest: CalendarDate | null = null;
      for (let day = 0; day < 25; day += 1) {
        const said = ask(begun + 24 * day, scans, { ...knowledge, promise: { ...DEFAULT_PROMISE, style: knowledge.promise.style, rate: knowledge.promise.rate } }, { destination, method, carrier });
        if (said.kind === "none") continue;
        expect(latest === null || said.latest >= latest, JSON.stringify({ seed, day, latest, said })).toBe(true);
        latest = said.latest;
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(500);
  });

  it("is as wide as its own lane needs: a steady region's dates are nearer together than a fickle one's", () => {
    const places = [{ region: "NY", days: 3, spreads: 0.4 }, { region: "CA", days: 3, spreads: 1.8 }, { region: "TX", days: 3 }];
    const { learned } = learnShop({ parcels: parcelsOfShop({ seed: 21, past: 2_500, pastDays: 150, future: 0, futureDays: 1, regions: 0, places, spread: 0.3 }), rules: RULES, calendars: CALENDARS, today: TODAY });
    const width = (region: string): number => {
      const { earliest, latest } = dated(1, [ACCEPTED], knowledgeOf({ learned }), { destination: { country: "US", region, city: null, zip: null }, carrier: null });
      return daysBetween(earliest, latest);
    };
    expect([...learned.shippedBy.keys()]).toEqual(expect.arrayContaining(["US-CA", "US-NY", "US-TX"]));
    const level = (region: string): number => windowLevelFor(shippedCalibrationOf(learned, `US-${region}`), 0.9);
    expect(level("NY")).toBeLessThan(level("TX") - 0.05);
    expect(level("CA")).toBeGreaterThan(level("TX"));
    expect(width("NY")).toBeLessThan(width("CA"));
    expect(shippedCalibrationOf(learned, "US-OR-970")).toBe(learned.shipped);
  });

  it("comes nearer once it is scanned where it goes", () => {
    const near = told(24, "in_transit", at("Fresno", "CA"));
    expect(dated(25, [ACCEPTED, near]).latest < dated(25, [ACCEPTED]).latest).toBe(true);
  });

  it("comes later with a told delay, more so with a longer one, and with a carrier that is slow", () => {
    const plain = dated(25, [ACCEPTED, told(24, "in_transit")]);
    const delayed = dated(25, [ACCEPTED, told(24, "in_transit", { exception: "delayed" })]);
    const customs = dated(25, [ACCEPTED, told(24, "in_transit", { exception: "customs_hold" })]);
    expect(delayed.latest > plain.latest).toBe(true);
    expect(customs.latest > delayed.latest).toBe(true);
    expect(delayed.because).toBe("Delayed: it comes later than usual.");
    const conditions = { measuredAt: MORNING, backlogs: [], disturbances: [{ carrier: "ups", region: null, since: TODAY, lostDays: 2, expected: 50, arrived: 10 }] };
    const slow = dated(25, [ACCEPTED, told(24, "in_transit")], knowledgeOf({ conditions }));
    expect(slow.latest > plain.latest).toBe(true);
    expect([slow.because, slow.slow, plain.slow]).toEqual(["UPS delivers about 2 days slower than usual.", "UPS delivers about 2 days slower than usual.", undefined]);
    expect(dated(25, [ACCEPTED, told(24, "in_transit")], knowledgeOf({ conditions }), { carrier: "USPS" }).because).toContain("Usually");
  });

  describe("with a date of the carrier's own", () => {
    const own = dated(1, [ACCEPTED]);
    const withEta = (day: CalendarDate) => dated(1, [{ ...ACCEPTED, carrierEta: noonOf(day) }]);

    it("is that date and the next where it is likely", () => {
      const date = withEta(addDays(own.earliest, 1));
      expect(date).toMatchObject({ basis: "carrier", rate: null, earliest: addDays(own.earliest, 1) });
      expect(daysBetween(date.earliest, date.latest)).toBeLessThanOrEqual(1);
    });

    it("reaches to that date where it is later than is usual", () => {
      const late = addDays(own.latest, 6);
      expect(withEta(late)).toMatchObject({ earliest: own.earliest, latest: late, because: `The carrier now says ${late}, later than usual on this way.` });
    });

    it("is our own where that date is too early or has passed", () => {
      const early = withEta(TODAY);
      expect(early).toMatchObject({ basis: "learned", earliest: own.earliest, latest: own.latest });
      expect(early.evidence).toContain("Hardly any parcel came as early.");
      expect(dated(30, [{ ...ACCEPTED, carrierEta: noonOf(TODAY) }]).evidence).toContain(`The carrier said ${TODAY}, which has passed.`);
    });
  });

  it("is in order and never before today, in any shop, for any road", () => {
    const even = evenFrom(11);
    for (let seed = 300; seed < 330; seed += 1) {
      const { knowledge } = anyShop(seed);
      for (let many = 0; many < 15; many += 1) {
        const { destination, method } = anyAsker(even);
        const hour = 400 * even();
        const scans = [told(0, "accepted"), told(hour * even(), "in_transit", even() < 0.3 ? { exception: "delayed" } : {}), told(hour * even(), "in_transit", even() < 0.5 ? { carrierEta: on(500 * even() - 50) } : {})];
        const said = ask(hour, scans.slice(0, Math.floor(4 * even())), { ...knowledge, promise: { ...DEFAULT_PROMISE, style: knowledge.promise.style } }, { destination, method });
        const fine = said.because !== "" && (said.kind === "none" || (said.earliest <= said.latest && said.earliest >= dateIn(on(hour), knowledge.rules.zone)));
        expect(fine, JSON.stringify({ seed, hour, said })).toBe(true);
      }
    }
  });
});

describe("the first scan near the destination", () => {
  const near = (...scans: Scan[]) => nearAtOf(timelineOf(scans), DESTINATION);

  it("is the first in its region, or in its postal area where no region is told", () => {
    expect(near(ACCEPTED, told(20, "in_transit", at("Reno", "NV")), told(30, "in_transit", at("Sacramento", "CA")), told(40, "in_transit", at("Fresno", "CA")))).toBe(on(30));
    expect(near(ACCEPTED, told(20, "in_transit", { place: { city: null, region: null, country: "US", zip: "93706" } }))).toBe(on(20));
  });

  it("is the hand-over itself of a parcel that never leaves its region", () => expect(near(told(0, "accepted", at("Los Angeles", "CA")))).toBe(on(0)));

  it("is none elsewhere, before the hand-over, or where nobody knows the destination", () => {
    expect(near(ACCEPTED, told(20, "in_transit", at("Reno", "NV")))).toBeNull();
    expect(near(told(-1, "label_created", at("Los Angeles", "CA")))).toBeNull();
    expect(nearAtOf(timelineOf([told(0, "accepted", at("Los Angeles", "CA"))]), { country: null, region: null, city: null, zip: null })).toBeNull();
  });
});
