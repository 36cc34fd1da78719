import { expect, it } from "vitest";
import { learnShop } from "./learn-shop.ts";
import { buffersOf, packedOf, parcelAt } from "./packed-parcels.ts";
import type { PastParcel } from "./past-parcel.ts";
import { CALENDARS, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "./synthetic-shop.fixture.ts";

const parcels = parcelsOfShop({ seed: 6, past: 2_500, pastDays: 120, future: 0, futureDays: 1, regions: 5, spread: 0.3 });
const bare: PastParcel = { key: "größe 7/1", orderedAt: null, handedOverAt: instantOf(TODAY_DAY), nearAt: null, arrivedAt: null, location: null, carrier: null, service: null, country: null, region: null, zip: null, items: 3 };
const british: PastParcel = { ...bare, key: "", orderedAt: instantOf(TODAY_DAY - 1), country: "GB", region: "ENG", zip: "sw1a 1aa", items: 70_000 };

it("holds every parcel as it was given, but for the end of its postal code", () => {
  const given = [...parcels, bare, british];
  const packed = packedOf(given);
  expect(packed.size).toBe(given.length);
  given.forEach((one, at) => {
    const expected = one === british ? { ...british, zip: "SW1", items: 65_535 } : one.zip === null ? one : { ...one, zip: one.zip.slice(0, 3) };
    expect(parcelAt(packed, at)).toEqual(expected);
  });
});

it("of none holds none", () => expect(packedOf([]).size).toBe(0));

it("takes under 150 bytes a parcel", () => {
  const many = packedOf(parcelsOfShop({ seed: 6, past: 20_000, pastDays: 400, future: 0, futureDays: 1, regions: 30, spread: 0.3 }));
  expect(buffersOf(many).reduce((sum, buffer) => sum + buffer.byteLength, 0) / many.size).toBeLessThan(150);
});

it("teaches the same as what it packs", () => {
  const learn = (given: readonly PastParcel[] | ReturnType<typeof packedOf>) => learnShop({ parcels: given, rules: RULES, calendars: CALENDARS, today: TODAY });
  const [packed, given] = [learn(packedOf(parcels)), learn(parcels)];
  expect([packed.learned.ordered, packed.learned.lanes, packed.learned.carrier.slopes]).toEqual([given.learned.ordered, given.learned.lanes, given.learned.carrier.slopes]);
  expect(packed.rehearsal.parcels.map(({ key }) => key)).toEqual(given.rehearsal.parcels.map(({ key }) => key));
});
