import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, NEW_YORK, scan, shipment } from "../../../tests/builders/journey.ts";
import { weekdayOf } from "../shared/calendar.ts";
import type { ExceptionCategory } from "./exception.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { InferenceContext } from "./inference.ts";
import { inferences } from "./inferences.ts";
import { MILESTONES } from "./milestone.ts";
import type { Scan } from "./scan.ts";
import type { Shipment } from "./shipment.ts";

// The stories start on a Tuesday, 10:00 in New York.
const place = (city: string, country = "US") => ({ city, region: null, country, zip: null });
const context = (h: number, more: Partial<InferenceContext> = {}): InferenceContext =>
  ({ now: at(h), zone: NEW_YORK, works: (day) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6, destination: place("New York"), photoNorm: null, ...more });
const says = (one: Shipment, h: number, more: Partial<InferenceContext> = {}) => inferences(one, context(h, more)).map(({ kind, weight }) => `${kind}: ${weight}`);
const with_ = (one: Shipment, timeline: Partial<Shipment["timeline"]>): Shipment => ({ ...one, timeline: { ...one.timeline, ...timeline } });
const moving = [scan(3, "accepted", { place: place("Newark") }), scan(8, "in_transit", { place: place("Memphis") })];
const D = 24;

describe("a label nobody handed over", () => {
  const label = shipment([scan(1, "label_created")]);
  it("is doubted after two of the carrier's working days, and weekends do not count", () => {
    expect(says(label, 2 * D)).toEqual([]); // Thursday
    expect(says(label, 3 * D)).toEqual(["phantom_label: doubt"]); // Friday
    const onFriday = shipment([], { createdAt: at(3 * D) });
    expect(says(onFriday, 6 * D)).toEqual([]); // Monday
    expect(says(onFriday, 8 * D)).toEqual(["phantom_label: doubt"]); // Wednesday
    expect(says(label, 9 * D)).toEqual(["phantom_label: contradiction"]);
  });
  it("says nothing once the carrier has it, where there is no number to scan, or after a cancellation", () => {
    expect(says(shipment([scan(1, "label_created"), scan(80, "accepted")]), 4 * D)).toEqual([]);
    expect(says(shipment([], { tracking: { carrier: null, number: null, url: null } }), 9 * D)).toEqual([]);
    expect(says(shipment([scan(1, "label_created")], { cancelled: true }), 9 * D)).toEqual([]);
  });
  it("is only a note while the carrier says things we cannot read", () => {
    const [found] = inferences(shipment([scan(1, "label_created"), scan(2, "unknown")]), context(9 * D));
    expect(found).toMatchObject({ kind: "phantom_label", weight: "note", because: expect.stringContaining("could not be read"), evidence: ["label_created@1", "unknown@2"] });
  });
});

describe("silence under way", () => {
  const parcel = shipment(moving);
  it("is first an overdue scan, then probably a loss, by the carrier's own patience", () => {
    expect(says(parcel, 2 * D)).toEqual([]);
    expect(says(parcel, 4 * D)).toEqual(["scan_overdue: note"]);
    expect(says(parcel, 8 * D)).toEqual(["probably_lost: doubt"]);
    expect(says(parcel, 15 * D)).toEqual(["probably_lost: contradiction"]);
    const royal = shipment(moving.map((one) => ({ ...one, place: place("Leeds", "GB") })), { tracking: { carrier: "Royal Mail", number: "AB123456785GB", url: null } });
    expect(says(royal, 13 * D, { destination: place("London", "GB") })).toEqual(["scan_overdue: note"]);
    expect(says(royal, 15 * D, { destination: place("London", "GB") })).toEqual(["probably_lost: doubt"]);
  });
  it("is given more time across a border, and where nobody can tell", () => {
    expect(says(parcel, 10 * D, { destination: place("Toronto", "CA") })).toEqual(["scan_overdue: note"]);
    expect(says(parcel, 10 * D, { destination: null })).toEqual(["scan_overdue: note"]);
    expect(says(parcel, 21 * D, { destination: place("Toronto", "CA") })).toEqual(["probably_lost: doubt"]);
  });
  it("weighs more when the next carrier never took it, or the carrier's own date has passed", () => {
    const dropped = shipment(moving, { legs: [{ number: "9400111899223197428490", carrier: "USPS", toldBy: "ups", since: at(9) }] });
    const [loss] = inferences(dropped, context(8 * D)).filter((one) => one.kind === "probably_lost");
    expect(loss).toMatchObject({ weight: "contradiction", because: expect.stringContaining("handed to USPS, who never scanned it"), evidence: ["in_transit@8"], details: { place: "Memphis, US" } });
    expect(says(with_(parcel, { carrierEta: at(3 * D) }), 8 * D)).toEqual(["probably_lost: contradiction"]);
  });
  it("means nothing for a parcel that waits for its shopper, in customs, after its end, or that the carrier calls lost", () => {
    expect(says(shipment([...moving, scan(30, "ready_for_pickup")]), 20 * D)).toEqual([]);
    expect(says(shipment([...moving, scan(30, "delivered")]), 20 * D)).toEqual([]);
    expect(says(with_(parcel, { customs: { since: at(9), until: null, country: "CA" } }), 20 * D)).toEqual(["customs_stuck: contradiction"]);
    expect(says(shipment([...moving, scan(30, "in_transit", { exception: "lost" })]), 20 * D)).toEqual([]);
  });
});

describe("customs", () => {
  const stay = (h: number, until: number | null = null) => says(with_(shipment(moving), { customs: { since: at(8), until: until === null ? null : at(until), country: "DE" } }), h).filter((one) => one.startsWith("customs"));
  it("is told by the days, more urgently the longer it lasts, and is over with a release", () => {
    expect([D, 3 * D, 6 * D, 11 * D].map((h) => stay(h))).toEqual([[], ["customs_stuck: note"], ["customs_stuck: doubt"], ["customs_stuck: contradiction"]]);
    expect(stay(6 * D, 60)).toEqual([]);
  });
  it("names what customs waits for", () => {
    const parcel = with_(shipment([...moving, scan(9, "in_transit", { exception: "payment_due" })]), { customs: { since: at(9), until: null, country: "DE" } });
    expect(inferences(parcel, context(3 * D))).toMatchObject([{ weight: "doubt", because: expect.stringContaining("a payment"), otherwise: "The payment and a release would end it.", details: { days: 2 } }]);
  });
});

describe("the last mile", () => {
  it("notices a parcel that went out and did not come, from the next day on", () => {
    const out = shipment([...moving, scan(24, "out_for_delivery")]);
    expect(says(out, 34)).toEqual([]); // the same evening
    expect(says(out, 2 * D)).toEqual(["out_for_delivery_without_end: note"]);
    expect(says(out, 3 * D)).toEqual(["out_for_delivery_without_end: doubt"]);
    expect(says(shipment([...moving, scan(24, "out_for_delivery"), scan(30, "delivered")]), 3 * D)).toEqual([]);
  });
  it("notices that nobody tried again", () => {
    const failed = shipment([...moving, scan(24, "in_transit", { exception: "attempt_failed" }), scan(48, "in_transit", { exception: "attempt_failed", key: "again" })]);
    expect(says(failed, 3 * D)).toEqual([]);
    expect(inferences(failed, context(7 * D)).find((one) => one.kind === "attempt_without_follow_up")).toMatchObject({ weight: "doubt", because: expect.stringContaining("2 attempts failed"), details: { attempts: 2, days: 5 } });
    expect(says(shipment([...failed.timeline.scans, scan(60, "out_for_delivery")]), 3 * D).filter((one) => one.startsWith("attempt"))).toEqual([]);
  });
});

const NORM = { deliveries: 40, withPhoto: 36 };
const NOT_RECEIVED = scan(60, "unknown", { exception: "not_received", source: "merchant", code: "not_received", key: "shopper" });
const finding = (kind: FindingKind): Finding => ({ kind, weight: "contradiction", at: at(50), believes: "", because: "", evidence: ["other"], details: {} });
const delivered = (more: Partial<Shipment["timeline"]> = {}, ...extra: Scan[]) => with_(shipment([...moving, scan(50, "delivered"), ...extra]), { deliveredAt: at(50), ...more });

describe("a delivery without the usual photo", () => {
  it("is told when this carrier normally leaves one, measured on enough deliveries", () => {
    const one = delivered({ proof: { photo: false, signature: null } });
    expect(says(one, 60, { photoNorm: NORM })).toEqual(["delivered_without_photo: doubt"]);
    expect(says(delivered(), 60, { photoNorm: NORM })).toEqual(["delivered_without_photo: note"]);
    expect(says(one, 60, { photoNorm: { deliveries: 19, withPhoto: 19 } })).toEqual([]);
    expect(says(one, 60, { photoNorm: { deliveries: 40, withPhoto: 23 } })).toEqual([]);
    expect(says(one, 60)).toEqual([]);
  });
  it("waits a little for the photo, and is content with a photo or a signature", () => {
    expect(says(delivered(), 52, { photoNorm: NORM })).toEqual([]);
    expect(says(delivered({ proof: { photo: true, signature: null } }), 60, { photoNorm: NORM })).toEqual([]);
    expect(says(delivered({ proof: { photo: null, signature: true } }), 60, { photoNorm: NORM })).toEqual([]);
  });
});

describe("a shopper who has nothing although it was delivered", () => {
  const told = (timeline: Partial<Shipment["timeline"]> = {}, ...extra: Scan[]) => inferences(delivered(timeline, NOT_RECEIVED, ...extra), context(70, { photoNorm: NORM }));
  it("disputes a delivery nothing proves, and the missing photo counts", () => {
    expect(told()).toMatchObject([{ kind: "delivery_disputed", weight: "contradiction", because: expect.stringContaining("there is no photo, although"), evidence: ["delivered@50", "shopper"] }]);
  });
  it("was probably robbed when the carrier has a photo of the door", () => {
    expect(told({ proof: { photo: true, signature: null } })).toMatchObject([{ kind: "probably_stolen", weight: "doubt" }]);
  });
  it("should ask who signed when somebody did", () => {
    expect(told({ proof: { photo: null, signature: true } })).toMatchObject([{ kind: "delivery_disputed", weight: "doubt", otherwise: expect.stringContaining("name on the signature") }]);
  });
  it("is believed against any proof when the delivery was elsewhere or the parcel was scanned after it", () => {
    for (const kind of ["delivered_elsewhere", "scanned_after_delivery"] as const) {
      expect(told({ proof: { photo: true, signature: true }, findings: [finding(kind)] }), kind).toMatchObject([{ kind: "delivery_disputed", weight: "contradiction", believes: expect.stringContaining("probably not delivered"), evidence: ["other", "delivered@50", "shopper"] }]);
    }
    expect(told({ findings: [finding("detour"), { ...finding("delivered_elsewhere"), weight: "note" }] })).toMatchObject([{ believes: expect.stringContaining("nothing proves either") }]);
  });
  it("is content when a delivery follows, and is heard only about a delivery, and only from people", () => {
    expect(told({}, scan(65, "delivered", { key: "second" })).map(({ kind }) => kind)).toEqual(["delivered_without_photo"]);
    expect(says(shipment([...moving, NOT_RECEIVED]), 61)).toEqual([]);
    expect(says(delivered({}, { ...NOT_RECEIVED, source: "easypost" }), 70)).toEqual([]);
    expect(says(delivered({}, { ...NOT_RECEIVED, withdrawn: true }), 70)).toEqual([]);
  });
});

describe("a number that looks wrong", () => {
  it("is doubted and never overruled: a scan under it settles the matter", () => {
    const wrong = { tracking: { carrier: "UPS", number: "1Z999AA10123456785", url: null } };
    expect(inferences(shipment([], wrong), context(1))).toMatchObject([{ kind: "number_doubt", weight: "doubt", because: expect.stringContaining("check digit is wrong") }]);
    expect(inferences(shipment(moving, wrong), context(9))).toMatchObject([{ kind: "number_doubt", weight: "note", evidence: ["accepted@3"] }]);
    expect(says(shipment(moving), 9)).toEqual([]);
  });
});

describe("conclusions, whatever happened", () => {
  const anyScan = fc.record({ h: fc.integer({ min: 0, max: 400 }), milestone: fc.constantFrom(...MILESTONES), exception: fc.option(fc.constantFrom<ExceptionCategory>("attempt_failed", "lost", "not_received", "payment_due", "delayed"), { nil: null }), from: fc.constantFrom("merchant" as const, "ups" as const) })
    .map(({ h, milestone, exception, from }) => scan(h, milestone, { exception, source: from, key: `${h}/${milestone}/${exception}/${from}` }));
  const history = fc.array(anyScan, { maxLength: 8 });

  it("rest on statements that exist, say why in whole sentences, and come once per kind and parcel, oldest first", () => {
    fc.assert(fc.property(history, fc.integer({ min: 0, max: 2_000 }), (scans, h) => {
      const one = shipment(scans);
      const found = inferences(one, context(h, { photoNorm: NORM }));
      const keys = new Set(one.timeline.scans.map(({ key }) => key));
      expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
      expect(found.map((each) => each.at)).toEqual(found.map((each) => each.at).toSorted((a, b) => a - b));
      for (const { believes, because, otherwise, evidence } of found) {
        for (const sentence of [believes, because, otherwise]) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
        for (const key of evidence) expect(keys).toContain(key);
      }
    }));
  });

  it("do not depend on the order in which anything was told", () => {
    fc.assert(fc.property(history.chain((scans) => fc.tuple(fc.constant(scans), fc.shuffledSubarray(scans, { minLength: scans.length }))), fc.integer({ min: 0, max: 2_000 }), ([scans, shuffled], h) => {
      expect(inferences(shipment(shuffled), context(h))).toEqual(inferences(shipment(scans), context(h)));
    }));
  });

  it("only grow graver with time while nothing new is said, apart from a scan that is overdue no longer but lost", () => {
    const grave = { note: 1, doubt: 2, contradiction: 3 } as const;
    fc.assert(fc.property(history, fc.integer({ min: 400, max: 1_500 }), fc.integer({ min: 0, max: 800 }), (scans, h, more) => {
      const later = new Map(inferences(shipment(scans), context(h + more)).map(({ kind, weight }) => [kind, grave[weight]]));
      const before = inferences(shipment(scans), context(h)).filter(({ kind }) => kind !== "scan_overdue" || !later.has("probably_lost"));
      expect(before.filter(({ kind, weight }) => (later.get(kind) ?? 0) < grave[weight])).toEqual([]);
    }));
  });
});
