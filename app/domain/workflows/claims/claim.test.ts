import { describe, expect, it } from "vitest";
import { startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "../../shared/ids.ts";
import { hours, iso, plus, type Instant } from "../../shared/time.ts";
import { changeClaim, type ClaimWish } from "./change-claim.ts";
import { claimClock, type ClaimFacts } from "./claim-clock.ts";
import { CLAIM_KINDS, type ClaimRule } from "./claim-rule.ts";
import { lookAtClaim, type Claim } from "./claim.ts";

const ZONE = "America/New_York" as TimeZone;
const noon = (date: string): Instant => plus(startOfDay(date as CalendarDate, ZONE), hours(12));
const RULE: ClaimRule = {
  id: "usps-lost", courier: "usps", service: null, reach: "any", kinds: CLAIM_KINDS, source: "a page", checkedOn: "2026-11-21" as CalendarDate, note: null,
  earliest: { days: 15, counting: "calendar", from: "shipping" }, latest: { days: 60, counting: "calendar", from: "shipping" },
};
const FACTS: ClaimFacts = { courier: "usps", carrierName: "USPS", service: "USPS", from: "US", to: "US", shippedAt: noon("2026-11-02"), deliveredAt: null, expectedOn: null };
const claim = (more: Partial<Claim> = {}): Claim => ({
  shop: "hearth-and-wool.myshopify.com" as ShopId, caseId: "a" as CaseId, orderId: "1" as OrderId, shipmentId: "1.1" as ShipmentId, kind: "lost", rule: null, earliestOn: null, latestOn: null,
  state: "open", filedAt: null, reference: null, amountMinor: null, currency: "USD", note: null, lookAt: null, ...more,
});
const lookOn = (on: string, one = claim(), solved = false, rule: ClaimRule | null = RULE) => lookAtClaim(one, claimClock(FACTS, rule, one.kind, ZONE, noon(on)), { rule: rule?.id ?? null, solved, zone: ZONE, now: noon(on) });

describe("looking at a claim", () => {
  it("says once when it can be filed, once when its last day is near, once that it is over, and looks on exactly those days", () => {
    const said: string[] = [];
    const looked: string[] = [];
    let one = claim();
    for (let now = noon("2026-11-03"), next: Instant | null = now; next !== null;) {
      now = next;
      const result = lookAtClaim(one, claimClock(FACTS, RULE, "lost", ZONE, now), { rule: RULE.id, solved: false, zone: ZONE, now });
      looked.push(iso(now).slice(0, 10));
      said.push(...result.events.map(({ key }) => key));
      one = result.claim;
      next = one.lookAt;
    }
    expect(looked).toEqual(["2026-11-03", "2026-11-17", "2026-12-27", "2027-01-02"]);
    expect(said).toEqual(["claim:opens:2026-11-17", "claim:closes:2027-01-01", "claim:missed:2027-01-01"]);
    expect(one).toMatchObject({ state: "missed", rule: "usps-lost", earliestOn: "2026-11-17", latestOn: "2027-01-01" });
  });

  it("tells the same line again when it looks twice on one day", () => {
    const [first, again] = [lookOn("2026-12-28"), lookOn("2026-12-29")];
    expect(first.events.map(({ key }) => key)).toEqual(again.events.map(({ key }) => key));
  });

  it("drops a claim whose parcel turned up, leaves a filed one alone, and never looks again where no deadline is known", () => {
    expect(lookOn("2026-11-20", claim(), true).claim).toMatchObject({ state: "dropped", lookAt: null });
    const filed = claim({ state: "filed", reference: "C1", lookAt: noon("2026-11-20") });
    expect(lookOn("2026-11-20", filed, true)).toEqual({ claim: { ...filed, lookAt: null }, events: [] });
    expect(lookOn("2026-11-20", claim(), false, null)).toMatchObject({ claim: { state: "open", rule: null, lookAt: null }, events: [] });
  });
});

describe("what a person says of a claim", () => {
  const author = { by: "merchant:Ada", at: noon("2026-11-20"), key: "k-1" };
  const say = (wish: ClaimWish, one = claim()) => changeClaim(one, wish, author);

  it("goes from filed to paid, with number and amount in the story", () => {
    const filed = say({ kind: "filed", reference: " C-77 ", amountMinor: 4_200 });
    expect(filed).toMatchObject({ outcome: "changed", claim: { state: "filed", reference: "C-77", amountMinor: 4_200, lookAt: null }, event: { key: "claim:k-1", by: "merchant:Ada", text: "Claim filed as C-77 over $42.00." } });
    const after = filed.outcome === "changed" ? filed.claim : claim();
    expect(say({ kind: "paid", amountMinor: 4_000 }, after)).toMatchObject({ claim: { state: "paid", amountMinor: 4_000, reference: "C-77" }, event: { text: "The carrier paid $40.00." } });
    expect(say({ kind: "refused", note: "Too late" }, after)).toMatchObject({ claim: { state: "refused", note: "Too late" } });
  });

  it.each<[ClaimWish, Partial<Claim>, string]>([
    [{ kind: "filed", reference: " ", amountMinor: null }, {}, "number of the claim"], [{ kind: "filed", reference: "C", amountMinor: Number.NaN }, {}, "amount"], [{ kind: "filed", reference: "C", amountMinor: null }, { state: "paid" }, "paid already"],
    [{ kind: "paid", amountMinor: 5 }, {}, "was filed"], [{ kind: "paid", amountMinor: -5 }, { state: "filed" }, "amount"], [{ kind: "refused", note: "" }, { state: "filed" }, "why"], [{ kind: "drop", note: " " }, {}, "why"],
    [{ kind: "again" }, {}, "to be filed already"], [{ kind: "about", claimed: "lost" }, {}, "so already"], [{ kind: "about", claimed: "late" }, { state: "filed" }, "filed or closed"],
  ])("refuses %j", (wish, more, because) => {
    const result = say(wish, claim(more));
    expect(result.outcome === "refused" ? result.because : "").toContain(because);
  });

  it("can be taken up again, to be looked at at once", () => {
    expect(say({ kind: "again" }, claim({ state: "dropped", note: "no" }))).toMatchObject({ claim: { state: "open", note: null, lookAt: author.at } });
    expect(say({ kind: "about", claimed: "missing_content" })).toMatchObject({ claim: { kind: "missing_content", lookAt: author.at }, event: { text: "Claimed as: Contents missing." } });
  });
});
