import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, scan } from "../../../tests/builders/journey.ts";
import { EXCEPTIONS, type ExceptionCategory } from "./exception.ts";
import { MILESTONES } from "./milestone.ts";
import type { Place, Scan } from "./scan.ts";
import { EMPTY_TIMELINE, NO_CONTEXT, timelineOf, type TimelineContext } from "./timeline.ts";

const PLACES: readonly (Place | null)[] = [
  null, { city: "Newark", region: "NJ", country: "US", zip: null }, { city: "NEWARK", region: "New Jersey", country: "USA", zip: "07102" }, { city: "Memphis", region: "TN", country: "US", zip: null },
  { city: "Los Angeles", region: "CA", country: "US", zip: null }, { city: "Boston", region: "MA", country: null, zip: "02108" }, { city: "Shenzhen", region: null, country: "CN", zip: null }, { city: null, region: null, country: "US", zip: null },
];
const CATEGORIES = Object.keys(EXCEPTIONS) as ExceptionCategory[];

/** Statements as any source may make them: few sources, places and hours, so that they meet, repeat and contradict each other. */
const anyScan: fc.Arbitrary<Scan> = fc.record({
  h: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.constantFrom(-2_000, -1_990, 30.1, 30.2, 1_500, 1_510)),
  milestone: fc.constantFrom(...MILESTONES), exception: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom(...CATEGORIES)), lag: fc.constantFrom(0, 0, 1, 30, -2, -50),
  source: fc.constantFrom("shopify", "easypost", "ups", "seventeentrack", "usps", "merchant"), timing: fc.constantFrom("exact", "exact", "exact", "local", "assumed", "day"), place: fc.constantFrom(...PLACES),
  reason: fc.constantFrom(null, null, "customs_started", "customs_cleared", "handover"), carrier: fc.constantFrom(null, null, null, "UPS", "USPS"), number: fc.constantFrom(null, null, null, "9400 1000"),
  eta: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 4 }), proof: fc.constantFrom(null, { photo: true, signature: null }, { photo: false, signature: null }), withdrawn: fc.boolean().map((one) => one), text: fc.constantFrom(null, "Arrived", "Departed"),
}).map(({ h, lag, number, eta, withdrawn, ...said }) => scan(h, said.milestone, {
  ...said, key: `${said.source}:${said.milestone}:${h}:${said.exception ?? ""}:${said.text ?? ""}`, receivedAt: at(h + lag), trackingNumber: number, carrierEta: eta === null ? null : at(eta), withdrawn: withdrawn && lag === 1,
}));

const anyContext: fc.Arbitrary<TimelineContext> = fc.oneof(fc.constant(NO_CONTEXT), fc.record({
  orderedAt: fc.constantFrom(null, at(-20), at(60)), sentAt: fc.constantFrom(null, at(0), at(40), at(1_400)), destination: fc.constantFrom(...PLACES), carrier: fc.constantFrom(null, "UPS", "FedEx", "Other"), next: fc.constantFrom(null, { carrier: "USPS", number: "9400 1000" }, { carrier: null, number: "4711" }),
}));

const permutations = <T>(all: readonly T[]): T[][] => (all.length <= 1 ? [[...all]] : all.flatMap((one, index) => permutations([...all.slice(0, index), ...all.slice(index + 1)]).map((rest) => [one, ...rest])));

describe("a timeline", () => {
  it("is the same for every order of arrival and any repetition, received again later", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 14 }), anyContext, fc.infiniteStream(fc.nat()), (scans, context, picks) => {
      const again = scans.slice(0, 6).map((one) => ({ ...one, receivedAt: at(5_000) }));
      const shuffled = [...scans, ...again].map((one) => [picks.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      expect(timelineOf(shuffled, context)).toEqual(timelineOf(scans, context));
    }), { numRuns: 400 });
  });

  it("can be folded in two parts, in whichever order they come", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 9 }), fc.array(anyScan, { maxLength: 9 }), anyContext, (first, second, context) => {
      const whole = timelineOf([...first, ...second], context);
      expect(timelineOf([...timelineOf(first, context).scans, ...second], context)).toEqual(whole);
      expect(timelineOf([...timelineOf(second).scans, ...timelineOf(first).scans], context)).toEqual(whole);
    }), { numRuns: 300 });
  });

  it("puts every statement into exactly one event, and says why it does not believe one", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 14 }), anyContext, (scans, context) => {
      const timeline = timelineOf(scans, context);
      const told = timeline.events.flatMap((one) => one.told.map(({ key }) => key));
      expect(told.toSorted()).toEqual([...new Set(scans.map(({ key }) => key))].toSorted());
      for (const event of timeline.events) {
        expect(event.because === null).toBe(event.standing === "believed");
        for (const one of event.told) expect(event.at).toBeLessThanOrEqual(Math.max(...event.told.map(({ receivedAt }) => receivedAt), one.receivedAt));
      }
      const keys = new Set(told);
      for (const { evidence } of timeline.findings) expect(evidence.length > 0 && evidence.every((key) => keys.has(key))).toBe(true);
    }), { numRuns: 300 });
  });

  it("takes everything it says from events it believes, never from what it rejects", () => {
    fc.assert(fc.property(fc.array(anyScan, { maxLength: 14 }), anyContext, (scans, context) => {
      const { events, milestone, exception, deliveredAt, acceptedAt, lastScanAt, carrierEta } = timelineOf(scans, context);
      const believed = events.filter(({ standing }) => standing === "believed");
      const counting = events.filter(({ standing }) => standing === "believed" || standing === "trailing");
      const returns = believed.some((one) => one.exception === "returning_to_sender") ? ["returning"] : [];
      expect(["unknown", ...returns, ...believed.map((one) => one.milestone)]).toContain(milestone);
      expect([null, ...believed.filter((one) => one.milestone === "delivered").map((one) => one.at)]).toContain(deliveredAt);
      expect((milestone === "delivered") === (deliveredAt !== null)).toBe(true);
      expect([null, ...believed.map((one) => one.at)]).toContain(acceptedAt);
      expect([null, ...counting.map((one) => one.at)]).toContain(lastScanAt);
      expect([null, ...counting.flatMap(({ told }) => told.map((one) => one.carrierEta))]).toContain(carrierEta);
      expect([undefined, ...believed.flatMap(({ told }) => told.map(({ key }) => key))]).toContain(exception?.scanKey);
    }), { numRuns: 300 });
  });

  it("withdraws a statement when any copy of it is known to be withdrawn", () => {
    const said = scan(5, "delivered");
    for (const copies of [[said, { ...said, withdrawn: true, receivedAt: at(9) }], [{ ...said, withdrawn: true, receivedAt: at(9) }, said]]) {
      expect(timelineOf(copies)).toMatchObject({ milestone: "unknown", scans: [{ withdrawn: true, receivedAt: at(5) }], events: [{ standing: "withdrawn" }] });
    }
  });

  it("is empty without statements, and nothing a source writes breaks it", () => {
    expect(timelineOf([])).toBe(EMPTY_TIMELINE);
    const anyText = fc.option(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("__proto__", "constructor", "", " ", "ﷺ".repeat(200))));
    fc.assert(fc.property(fc.array(fc.tuple(anyScan, anyText, anyText, anyText, anyText), { maxLength: 8 }), fc.tuple(anyText, anyText, anyText), (told, [city, country, carrier]) => {
      const scans = told.map(([one, a, b, c, d]) => ({ ...one, place: { city: a, region: b, country: c, zip: d }, carrier: b, trackingNumber: c, text: d, reason: a }));
      expect(timelineOf(scans, { ...NO_CONTEXT, destination: { city, region: country, country, zip: city }, carrier })).toEqual(timelineOf(scans.toReversed(), { ...NO_CONTEXT, destination: { city, region: country, country, zip: city }, carrier }));
    }));
  });
});

describe("all 5,040 orders of seven statements", () => {
  const [newark, boston, losAngeles] = [PLACES[1] ?? null, PLACES[5] ?? null, PLACES[4] ?? null];
  const from = (source: Scan["source"], h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source, key: `${source}:${milestone}@${h}`, ...more });
  const context: TimelineContext = { orderedAt: at(-20), sentAt: at(0), destination: boston, carrier: "UPS", next: null };
  const histories: Readonly<Record<string, readonly [readonly Scan[], object]>> = {
    plain: [[scan(0, "label_created"), scan(5, "accepted"), scan(9, "in_transit"), scan(30, "in_transit", { exception: "delayed" }), scan(40, "in_transit"), scan(50, "out_for_delivery"), scan(55, "delivered")], { milestone: "delivered", exception: null, acceptedAt: at(5), deliveredAt: at(55), findings: [] }],
    "told by three sources": [[from("ups", 5, "accepted", { place: newark, timing: "local" }), from("easypost", 5.3, "accepted"), from("seventeentrack", 1, "in_transit", { timing: "assumed" }), from("ups", 50, "out_for_delivery"), from("shopify", 50.2, "out_for_delivery"), from("ups", 55, "delivered", { place: boston, timing: "local" }), from("shopify", 55.4, "delivered")], { milestone: "delivered", deliveredAt: at(55.4), acceptedAt: at(5.3), events: { length: 3 } }],
    "a delivery taken back": [[from("ups", 5, "accepted"), from("ups", 20, "out_for_delivery"), from("ups", 24, "delivered"), from("shopify", 24.1, "delivered"), from("ups", 40, "out_for_delivery"), from("ups", 44, "in_transit", { exception: "attempt_failed" }), from("ups", 60, "delivered", { withdrawn: true })], { milestone: "in_transit", deliveredAt: null, exception: { category: "attempt_failed" } }],
    "two parcels, one clock ahead, one impossible": [[from("ups", -2_000, "accepted"), from("ups", -1_990, "delivered"), from("ups", 5, "accepted", { place: newark }), from("ups", 6, "in_transit", { place: losAngeles }), from("ups", 7, "in_transit", { place: newark }), from("easypost", 90, "delivered", { receivedAt: at(8) }), from("shopify", 8, "in_transit", { exception: "delayed" })], { milestone: "in_transit", deliveredAt: null, exception: { category: "delayed" } }],
    "two ends and a shopper": [[from("ups", 5, "accepted"), from("ups", 30, "delivered", { place: newark }), from("easypost", 31, "undeliverable", { exception: "refused" }), from("merchant", 50, "unknown", { exception: "not_received" }), from("easypost", 60, "out_for_delivery"), from("easypost", 66, "delivered"), from("aftership", 3, "unknown", { exception: "not_found" })], { milestone: "delivered", deliveredAt: at(66) }],
  };

  it.each(Object.entries(histories))("say the same: %s", (_name, [scans, outcome]) => {
    const expected = JSON.stringify(timelineOf(scans, context));
    const orders = permutations(scans);
    expect(orders).toHaveLength(5_040);
    expect(orders.filter((one) => JSON.stringify(timelineOf(one, context)) !== expected)).toEqual([]);
    expect(timelineOf(scans, context)).toMatchObject(outcome);
  });
});

describe("a milestone", () => {
  it("stays delivered when routine scans trail behind", () => {
    expect(timelineOf([scan(10, "delivered"), scan(12, "in_transit")])).toMatchObject({ milestone: "delivered", deliveredAt: at(10) });
  });

  it("is reopened by a return after the delivery", () => {
    expect(timelineOf([scan(10, "delivered"), scan(30, "returning", { exception: "returning_to_sender" })])).toMatchObject({ milestone: "returning", deliveredAt: null });
  });

  it("takes a parcel in once, however many carriers share its way", () => {
    expect(timelineOf([scan(2, "accepted"), scan(9, "in_transit"), scan(12, "accepted", { carrier: "USPS" })]).milestone).toBe("in_transit");
  });

  it("keeps what is wrong and since when, whatever vaguer word of it follows", () => {
    const returning = scan(30, "returning", { exception: "returning_to_sender", source: "easypost", key: "easypost@30" });
    const vague = (h: number) => scan(h, "in_transit", { exception: "carrier_exception", source: "shopify", key: `shopify@${h}` });
    const timeline = timelineOf([scan(2, "accepted"), returning, vague(30), vague(70), scan(71, "returning", { exception: "returning_to_sender", source: "easypost", key: "easypost@71" })]);
    expect(timeline).toMatchObject({ milestone: "returning", exception: { category: "returning_to_sender", since: at(30) } });
    expect(timeline.events.filter((event) => event.at === at(30))).toHaveLength(1);
  });

  it("goes back from out for delivery after a failed attempt and keeps the problem until a clean scan", () => {
    const failed = [scan(1, "out_for_delivery"), scan(5, "in_transit", { exception: "attempt_failed" })];
    expect(timelineOf(failed)).toMatchObject({ milestone: "in_transit", exception: { category: "attempt_failed", since: at(5) } });
    expect(timelineOf([...failed, scan(20, "out_for_delivery")]).exception).toBeNull();
  });

  it("is not undone by a label that is told late, nor turned around on the way back", () => {
    expect(timelineOf([scan(5, "in_transit", { exception: "delayed" }), scan(9, "label_created")])).toMatchObject({ milestone: "in_transit", exception: { category: "delayed" }, events: [{}, { standing: "trailing" }] });
    expect(timelineOf([scan(5, "returning"), scan(9, "in_transit")]).milestone).toBe("returning");
  });

  it("learns nothing from a code nobody knows", () => {
    expect(timelineOf([scan(1, "accepted"), scan(9, "unknown")])).toMatchObject({ milestone: "accepted", lastScanAt: at(1) });
  });
});

describe("an exception", () => {
  it("is the graver word when two statements tell of one moment", () => {
    const fine = scan(5, "in_transit", { key: "easypost:1", exception: "address_problem" });
    const coarse = scan(5, "in_transit", { key: "shopify:1", exception: "delayed" });
    const silent = scan(5, "in_transit", { key: "shopify:2" });
    for (const told of [[fine, coarse, silent], [silent, coarse, fine]]) expect(timelineOf(told).exception).toMatchObject({ category: "address_problem", since: at(5) });
    expect(timelineOf([fine, coarse, scan(6, "in_transit")]).exception).toBeNull();
  });

  it("keeps the first time of a problem that is reported again", () => {
    expect(timelineOf([scan(5, "in_transit", { exception: "delayed" }), scan(9, "in_transit", { exception: "delayed", reason: "weather" })]).exception).toMatchObject({ since: at(5), reason: "weather" });
  });
});
