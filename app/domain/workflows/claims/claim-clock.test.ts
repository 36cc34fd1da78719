import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import { hours, plus, type Instant } from "../../shared/time.ts";
import { courierOf } from "../../carriers/courier.ts";
import { claimClock, CLOSES_SOON, type ClaimFacts } from "./claim-clock.ts";
import { CLAIM_KINDS, REACHES, ruleFor, tableOf, type ClaimKind, type ClaimRule } from "./claim-rule.ts";
import { READY_CLAIM_RULES } from "./ready-claim-rules.ts";

const ZONE = "America/New_York" as TimeZone;
const day = (text: string): CalendarDate => text as CalendarDate;
const noon = (date: CalendarDate): Instant => plus(startOfDay(date, ZONE), hours(12));
const SHIPPED = day("2026-11-02"); // a Monday
const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({ courier: "usps", carrierName: "USPS", service: "USPS Priority", from: "US", to: "US", shippedAt: noon(SHIPPED), deliveredAt: null, expectedOn: day("2026-11-05"), ...more });
const rule = (more: Partial<ClaimRule> = {}): ClaimRule => ({ id: "r", courier: "usps", service: null, reach: "any", kinds: CLAIM_KINDS, earliest: null, latest: null, source: "a page", checkedOn: SHIPPED, note: null, ...more });
const clockOn = (on: string, given: ClaimRule | null, about = facts()) => claimClock(about, given, "lost", ZONE, noon(day(on)));

describe("the clock of a claim", () => {
  const usps = rule({ earliest: { days: 15, counting: "calendar", from: "shipping" }, latest: { days: 60, counting: "calendar", from: "shipping" } });

  it("says when it is too early, open, pressing and missed, with days that are not moved by the clocks' change", () => {
    expect(["2026-11-16", "2026-11-17", "2026-12-26", "2026-12-27", "2027-01-01", "2027-01-02"].map((on) => clockOn(on, usps).state)).toEqual(["too_early", "open", "open", "closing_soon", "closing_soon", "missed"]);
    expect(clockOn("2026-11-16", usps)).toMatchObject({ earliestOn: "2026-11-17", latestOn: "2027-01-01", daysLeft: 46, sentence: "USPS takes claims for parcels that never arrived from 2026-11-17, in 1 day. The last day is 2027-01-01." });
    expect(clockOn("2026-12-31", usps).sentence).toBe("The claim can be filed. 1 day is left: the last day is 2027-01-01.");
    expect(clockOn("2027-01-01", usps).sentence).toBe("The claim can be filed. Today is the last day.");
    expect(clockOn("2027-01-03", usps).sentence).toBe("USPS takes claims for parcels that never arrived until 2027-01-01. That was 2 days ago; ask whether it makes an exception.");
  });

  it("counts business days without weekends, from the delivery where there was one, else from the expected day, else from shipping", () => {
    const business = rule({ earliest: { days: 3, counting: "business", from: "expected" }, latest: { days: 21, counting: "calendar", from: "delivery" } });
    expect(clockOn("2026-11-20", business)).toMatchObject({ earliestOn: "2026-11-10", latestOn: "2026-11-26" });
    expect(clockOn("2026-11-20", business, facts({ expectedOn: null }))).toMatchObject({ earliestOn: "2026-11-05", latestOn: "2026-11-23" });
    expect(clockOn("2026-11-20", business, facts({ deliveredAt: noon(day("2026-11-10")) })).latestOn).toBe("2026-12-01");
  });

  it("says so where no deadline is known", () => {
    expect(clockOn("2026-11-20", null)).toMatchObject({ state: "unknown", earliestOn: null, latestOn: null });
    expect(clockOn("2026-11-20", rule({ earliest: { days: 3, counting: "calendar", from: "shipping" } }))).toMatchObject({ state: "open", daysLeft: null, sentence: "The claim can be filed. No last day is known; file soon." });
  });

  it("only ever goes forward, and is pressing exactly on the last days", () => {
    const order = ["too_early", "open", "closing_soon", "missed"];
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 200 }), (first, span, after) => {
      const given = rule({ earliest: { days: first, counting: "calendar", from: "shipping" }, latest: { days: first + span, counting: "calendar", from: "shipping" } });
      const [now, next] = [0, 1].map((more) => clockOn(addDays(SHIPPED, after + more), given));
      expect(order.indexOf(next?.state ?? "")).toBeGreaterThanOrEqual(order.indexOf(now?.state ?? ""));
      const left = daysBetween(addDays(SHIPPED, after), now?.latestOn ?? SHIPPED);
      expect(now?.state === "closing_soon").toBe(after >= first && left >= 0 && left <= CLOSES_SOON);
    }));
  });
});

describe("the table of deadlines", () => {
  const named = (courier: string, service: string, to: string, kind: ClaimKind) => ruleFor([], READY_CLAIM_RULES, { courier, service, from: "US", to }, kind)?.id ?? null;

  it("finds the row that names most", () => {
    expect(named("usps", "USPS Priority Mail Express", "US", "lost")).toBe("usps-express");
    expect(named("usps", "USPS Ground Advantage", "US", "lost")).toBe("usps-lost");
    expect(named("usps", "USPS", "DE", "lost")).toBe("usps-abroad");
    expect(named("fedex", "FedEx Home Delivery", "US", "damaged")).toBe("fedex-damage");
    expect(named("dhl", "DHL Express", "DE", "late")).toBe("dhl-express-late");
    expect(named("dhl", "DHL Paket", "US", "lost")).toBeNull();
  });

  it("has a shop's own row before ours, and ours as the shop changed it", () => {
    const changed = rule({ id: "usps-lost", reach: "domestic", kinds: ["lost"], latest: { days: 30, counting: "calendar", from: "shipping" } });
    const any = rule({ id: "own-1", courier: null });
    const about = { courier: "usps", service: "USPS", from: "US", to: "US" };
    expect(ruleFor([changed], READY_CLAIM_RULES, about, "lost")).toBe(changed);
    expect(ruleFor([changed], READY_CLAIM_RULES, about, "late")).toBeNull();
    expect(ruleFor([any], READY_CLAIM_RULES, { ...about, courier: null }, "lost")).toBe(any);
    const table = tableOf([changed, any], READY_CLAIM_RULES);
    expect([table.length, table.find(({ id }) => id === "usps-lost"), table.at(-1)]).toEqual([READY_CLAIM_RULES.length + 1, changed, any]);
  });

  it("holds rows that are sound: carriers we know, a source, a day, and a window that is not empty", () => {
    expect(new Set(READY_CLAIM_RULES.map(({ id }) => id)).size).toBe(READY_CLAIM_RULES.length);
    for (const one of READY_CLAIM_RULES) {
      expect(courierOf(one.courier ?? ""), one.id).not.toBeNull();
      expect(one.source.length, one.id).toBeGreaterThan(4);
      expect(one.checkedOn, one.id).toMatch(/^2026-\d\d-\d\d$/);
      expect(one.earliest !== null || one.latest !== null, one.id).toBe(true);
      expect(REACHES).toContain(one.reach);
      const { earliestOn, latestOn } = claimClock(facts(), one, one.kinds[0] ?? "lost", ZONE, noon(SHIPPED));
      expect((earliestOn ?? "0") <= (latestOn ?? "9"), one.id).toBe(true);
    }
  });
});
