import { describe, expect, it } from "vitest";
import type { Instant } from "../../shared/time.ts";
import { learnShop } from "./learn-shop.ts";
import { packedOf } from "./packed-parcels.ts";
import type { PastParcel } from "./past-parcel.ts";
import { orderedInARush } from "./rushes.ts";
import { CALENDARS, dateOf, instantOf, RULES, TODAY_DAY } from "./synthetic-shop.fixture.ts";

const parcel = (key: string, ordered: number, handed: number): PastParcel => ({
  key, orderedAt: instantOf(ordered), handedOverAt: instantOf(handed), nearAt: null, arrivedAt: instantOf(handed + 3), location: "east", carrier: "ups", service: "standard", country: "US", region: "CA", zip: "94110", items: 1,
});
const weekday = (day: number): number => (day + 4) % 7;
const works = (day: number): boolean => weekday(day) >= 1 && weekday(day) <= 5;
/** Twenty orders a day, handed over at five on the next working day, for so many days before the fixture's today; then, if any, a rush on one day, of which forty leave a working day. */
const shop = (days: number, rush: { readonly on: number; readonly orders: number } | null): PastParcel[] => {
  const parcels: PastParcel[] = [];
  const capacity = new Map<number, number>();
  const leave = (ordered: number): number => {
    let day = Math.floor(ordered) + 1;
    while (!works(day) || (capacity.get(day) ?? 0) >= (weekday(day) === 1 ? 90 : 40)) day += 1;
    capacity.set(day, (capacity.get(day) ?? 0) + 1);
    return day + 0.7;
  };
  for (let day = TODAY_DAY - days; day < TODAY_DAY; day += 1) {
    const orders = 20 + (rush?.on === day ? rush.orders : 0);
    for (let n = 0; n < orders; n += 1) { const ordered = day + (0.2 + 0.5 * (n / orders)); parcels.push(parcel(`${day}.${n}`, ordered, leave(ordered))); }
  }
  return parcels;
};
const known = (parcels: readonly PastParcel[]): PastParcel[] => parcels.filter((one) => (one.handedOverAt as Instant) < instantOf(TODAY_DAY));

describe("orders placed in a rush", () => {
  it("are none in an ordinary life, Mondays included", () => {
    expect(orderedInARush(packedOf(shop(60, null))).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it("are those that find far more waiting than usual, until it has drained", () => {
    const parcels = shop(60, { on: TODAY_DAY - 25, orders: 400 });
    const rushed = orderedInARush(packedOf(parcels));
    const days = new Set(parcels.flatMap((one, at) => (rushed[at] ? [Number(one.key.split(".")[0]) - TODAY_DAY] : [])));
    expect(Math.min(...days)).toBe(-25);
    expect(days.size).toBeGreaterThan(3);
    expect(Math.max(...days)).toBeLessThan(-5);
  });

  it("do not make the usual way to the carrier longer once they are over", () => {
    const handOffDays = (parcels: readonly PastParcel[]): number => {
      const { rehearsal } = learnShop({ parcels: known(parcels), rules: RULES, calendars: CALENDARS, today: dateOf(TODAY_DAY) });
      const last = rehearsal.parcels.at(-1)?.remembered.to[50] ?? 0;
      return last;
    };
    expect(handOffDays(shop(90, { on: TODAY_DAY - 25, orders: 400 }))).toBeLessThanOrEqual(handOffDays(shop(90, null)) + 1);
  });
});
