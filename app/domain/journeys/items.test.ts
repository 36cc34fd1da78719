import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, circumstances, fulfillmentFact, NEW_YORK, ORDER, orderFact, scan, SHOP } from "../../../tests/builders/journey.ts";
import { english } from "../notifications/texts-en.ts";
import { german } from "../notifications/texts-de.ts";
import { sayEverything } from "../notifications/wording-everything.ts";
import { dateIn } from "../shared/calendar.ts";
import type { FulfillmentId, LineId } from "../shared/ids.ts";
import type { Scan } from "../shipments/scan.ts";
import { MILESTONES } from "../shipments/milestone.ts";
import { advance } from "./advance.ts";
import type { Fact } from "./fact.ts";
import { everythingOf, itemsOf } from "./items.ts";
import { emptyJourney } from "./journey.ts";

const line = (id: string, quantity = 1) => ({ id: id as LineId, title: `Item ${id}`, sku: null, quantity, unfulfilled: null, requiresShipping: true });
const item = (lineId: string, quantity = 1) => ({ lineId: lineId as LineId, quantity });
const parcel = (number: string) => ({ carrier: "UPS", number, url: null });
const sent = (id: string, items: readonly { lineId: LineId; quantity: number }[], numbers: readonly string[] = [id], more: { cancelled?: boolean; updatedAt?: ReturnType<typeof at> } = {}): Fact => fulfillmentFact({ id: id as FulfillmentId, items, tracking: numbers.map(parcel), ...more });
const scanned = (number: string, ...scans: Scan[]): Fact => ({ kind: "tracking_scans", trackingNumber: number, scans: scans.map((one) => ({ ...one, key: `${number}/${one.key}`, trackingNumber: number })), source: "easypost", heardAt: at(1), whole: null });

const items = (facts: readonly Fact[], h = 60) => itemsOf(advance(emptyJourney(SHOP, ORDER), facts, circumstances(h)).after, { zone: NEW_YORK });
const stages = (facts: readonly Fact[], h = 60) => items(facts, h).map((one) => `${one.quantity} × ${one.title}: ${one.stage}`);
const answer = (facts: readonly Fact[], h = 60, texts = english) => sayEverything(everythingOf(items(facts, h)), dateIn(at(h), NEW_YORK), texts);

describe("the items of an order", () => {
  const three = orderFact({ lines: [line("1"), line("2"), line("3")] });

  it("do not wait for what was taken off the order, and count a parcel heard of after it", () => {
    const lines = [{ ...line("1", 3), unfulfilled: 2 }];
    expect(stages([orderFact({ lines })])).toEqual(["2 × Item 1: not_shipped"]);
    expect(stages([orderFact({ lines }), sent("A", [item("1", 2)])])).toEqual(["2 × Item 1: label", "1 × Item 1: not_shipped"]);
    expect(stages([orderFact({ lines: [{ ...line("1", 3), unfulfilled: 0 }] }), sent("A", [item("1", 2)])])).toEqual(["2 × Item 1: label"]);
    expect(stages([orderFact({ lines: [{ ...line("1"), unfulfilled: 0 }], cancelledAt: at(2) })])).toEqual(["1 × Item 1: cancelled"]);
  });

  it("each have the state of their own parcel", () => {
    const facts = [three, sent("71", [item("1")]), sent("72", [item("2")]), scanned("71", scan(3, "accepted"), scan(50, "delivered")), scanned("72", scan(5, "in_transit"))];
    expect(stages(facts)).toEqual(["1 × Item 1: delivered", "1 × Item 2: on_the_way", "1 × Item 3: not_shipped"]);
    expect(items(facts)[0]).toMatchObject({ deliveredOn: "2026-11-19", parcels: ["71.1"], window: null });
  });

  it("split a line over two fulfillments and what is left", () => {
    const facts = [orderFact({ lines: [line("1", 5)] }), sent("71", [item("1", 2)]), sent("72", [item("1", 2)]), scanned("71", scan(3, "accepted"))];
    expect(stages(facts)).toEqual(["2 × Item 1: on_the_way", "2 × Item 1: label", "1 × Item 1: not_shipped"]);
  });

  it("are in one of several parcels of a fulfillment: there only when all are, and dated by the last", () => {
    const one = [orderFact({ lines: [line("1")] }), sent("71", [item("1")], ["A1", "A2"])];
    const first = scanned("A1", scan(3, "accepted"), scan(50, "delivered"));
    expect(items([...one, first])).toMatchObject([{ stage: "label", parcels: ["71.1", "71.2"], deliveredOn: null, window: { to: "2026-11-23" } }]);
    expect(items([...one, first, scanned("A2", scan(3, "accepted"), scan(57, "out_for_delivery"))])).toMatchObject([{ stage: "out_for_delivery", window: { from: "2026-11-19", to: "2026-11-19" } }]);
    expect(items([...one, first, scanned("A2", scan(3, "accepted"), scan(75, "delivered"))], 80)).toMatchObject([{ stage: "delivered", deliveredOn: "2026-11-20" }]);
  });

  it("are waiting again when their fulfillment is cancelled, and ignore a tracking number that was taken back", () => {
    expect(stages([orderFact(), sent("71", [item("1")]), sent("71", [item("1")], ["71"], { cancelled: true, updatedAt: at(9) })])).toEqual(["1 × Wool throw: not_shipped"]);
    const dropped = [orderFact(), sent("71", [item("1")], ["A1", "A2"]), sent("71", [item("1")], ["A1"], { updatedAt: at(9) }), scanned("A1", scan(3, "accepted"), scan(50, "delivered"))];
    expect(items(dropped)).toMatchObject([{ stage: "delivered", parcels: ["71.1"] }]);
  });

  it("are cancelled with the order, except those already on their way", () => {
    const facts = [orderFact({ lines: [line("1"), line("2")], cancelledAt: at(10) }), sent("71", [item("1")]), scanned("71", scan(3, "accepted"))];
    expect(stages(facts)).toEqual(["1 × Item 1: on_the_way", "1 × Item 2: cancelled"]);
    expect(everythingOf(items(facts)).total).toBe(1);
  });

  it("have a problem when somebody must act, and no date while the warehouse holds them", () => {
    expect(stages([orderFact(), sent("71", [item("1")]), scanned("71", scan(3, "accepted"), scan(9, "in_transit", { exception: "address_problem" }))])).toEqual(["1 × Wool throw: problem"]);
    const held: Fact = { kind: "order_steps", steps: [{ key: "1", step: "backordered", occurredAt: at(1), receivedAt: at(1), lineIds: ["2" as LineId], location: null, note: null, tracking: null }] };
    const two = orderFact({ lines: [line("1"), line("2")] });
    expect(items([two, held]).map((one) => one.window === null)).toEqual([false, true]);
    expect(items([two, held, { kind: "order_steps", steps: [{ key: "2", step: "picking", occurredAt: at(2), receivedAt: at(2), lineIds: [], location: null, note: null, tracking: null }] }]).map((one) => one.window === null)).toEqual([false, false]);
  });

  it("never promise a day that has passed for what has not left", () => {
    expect(items([orderFact()], 24 * 30)[0]?.window?.from).toBe("2026-12-19");
  });
});

describe("when everything is there", () => {
  const three = orderFact({ lines: [line("1", 2), line("2")] });
  const soon = scanned("71", scan(3, "accepted"), scan(57, "out_for_delivery"));
  const later = scanned("72", scan(3, "accepted"));
  it("is one sentence about items, in both languages", () => {
    const facts = [three, sent("71", [item("1", 2)]), sent("72", [item("2")]), soon, later];
    expect(answer(facts)).toBe("2 of 3 items arrive Thu, Nov 19, everything by Mon, Nov 23");
    expect(answer(facts, 60, german)).toBe("2 von 3 Artikeln kommen Do., 19. Nov., alles bis Mo., 23. Nov.");
    expect(answer([three, sent("71", [item("1", 2)]), sent("72", [item("2")]), scanned("71", scan(3, "accepted"), scan(50, "delivered")), later])).toBe("2 of 3 items delivered, everything by Mon, Nov 23");
  });
  it("is a date where all come together, and a day once all have come", () => {
    expect(answer([three, sent("71", [item("1", 2), item("2")]), soon])).toBe("Arrives today, Thu, Nov 19");
    expect(answer([three, sent("71", [item("1", 2), item("2")]), scanned("71", scan(3, "accepted"), scan(50, "delivered"))])).toBe("Delivered Thu, Nov 19");
  });
  it("is not known while a part of it is not", () => {
    const stuck = scanned("72", scan(3, "accepted"), scan(9, "in_transit", { exception: "address_problem" }));
    expect(answer([three, sent("71", [item("1", 2)]), sent("72", [item("2")]), soon, stuck])).toBe("2 of 3 items arrive Thu, Nov 19, we're checking on 1 of 3 items");
    expect(answer([three, sent("72", [item("1", 2), item("2")]), stuck])).toBe("We're checking on your delivery");
  });
  it("says what comes back", () => {
    const back = scanned("72", scan(3, "accepted"), scan(9, "returning"));
    expect(answer([three, sent("71", [item("1", 2)]), sent("72", [item("2")]), scanned("71", scan(3, "accepted"), scan(50, "delivered")), back])).toBe("2 of 3 items delivered, 1 of 3 items is on the way back to the shop");
  });
});

describe("items, whatever happened to their parcels", () => {
  const happening = fc.record({ number: fc.constantFrom("A1", "A2", "71", "72"), h: fc.integer({ min: 1, max: 100 }), milestone: fc.constantFrom(...MILESTONES), withdrawn: fc.boolean() });
  const world = fc.record({ ordered: fc.integer({ min: 1, max: 6 }), first: fc.integer({ min: 1, max: 3 }), second: fc.integer({ min: 1, max: 3 }), cancelled: fc.boolean(), happenings: fc.array(happening, { maxLength: 8 }) });

  it("add up to what was ordered or sent, and to one of five fates", () => {
    fc.assert(fc.property(world, ({ ordered, first, second, cancelled, happenings }) => {
      const found = items([
        orderFact({ lines: [line("1", ordered)] }), sent("70", [item("1", first)], ["A1", "A2"]), sent("71", [item("1", second)], ["71"], { cancelled }),
        ...happenings.map(({ number, h, milestone, withdrawn }) => scanned(number, scan(h, milestone, { withdrawn }))),
      ], 120);
      const onTheRoad = first + (cancelled ? 0 : second);
      expect(found.reduce((sum, one) => sum + one.quantity, 0)).toBe(Math.max(ordered, onTheRoad));
      const all = everythingOf(found);
      expect(all.arrived + all.back + all.undated).toBeLessThanOrEqual(all.total);
      expect(all.window !== null).toBe(all.undated === 0 && all.arrived + all.back < all.total);
      expect(sayEverything(all, dateIn(at(120), NEW_YORK), english)).toMatch(/^(?:[A-Z]|\d)/);
      for (const one of found) expect(one.deliveredOn !== null).toBe(one.stage === "delivered");
    }));
  });
});
